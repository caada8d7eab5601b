#!/usr/bin/env bash
# Makes the Debian package, unpacks it into a folder and uses it there as it is used when installed.
# usage: Tests/Packaging/run.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
packaging/release.sh "$folder"
(cd "$folder" && sha256sum --quiet --check SHA256SUMS)
dpkg-deb --extract "$folder"/hilal_*.deb "$folder/root"
hilal=$folder/root/usr/bin/hilal

# No library of Swift's is needed, and every other one is named among the dependencies.
if ldd "$hilal" | grep -E 'libswift|libFoundation'; then exit 1; fi
dpkg-deb --field "$folder"/hilal_*.deb Depends | grep -q liblua5.4-0
"$hilal" --version | grep -q "($(git rev-parse --short=12 HEAD))"
(cd "$folder" && "$hilal" run --quiet root/usr/share/doc/hilal/examples/news.zip -o findings.jsonl)
[ "$(wc -l <"$folder/findings.jsonl")" -gt 100 ]
for page in "$folder"/root/usr/share/man/man1/*.1.gz; do
  [ -z "$(man --warnings --local-file "$page" 2>&1 >/dev/null)" ]
done
bash -n "$folder/root/usr/share/bash-completion/completions/hilal"
echo "1 passed, 0 failed"
