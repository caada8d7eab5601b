#!/usr/bin/env bash
# Makes the Debian package and checks it: lintian, contents, then installed, used and removed as a user does.
# usage: Tests/Packaging/run.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

if dpkg-query --show hilal >/dev/null 2>&1; then
  echo "hilal is installed on this machine; remove it first: apt-get remove hilal" >&2
  exit 1
fi
bash examples/install-packages.sh lintian man-db
as_root=()
if [ "$(id -u)" != 0 ]; then as_root=(sudo); fi
folder=$(mktemp -d)
cleanup() {
  if dpkg-query --show hilal >/dev/null 2>&1; then "${as_root[@]}" dpkg --purge hilal >/dev/null; fi
  rm -rf "$folder"
}
trap cleanup EXIT
commit=$(git rev-parse --short=12 HEAD)
packaging/release.sh "$folder"
(cd "$folder" && sha256sum --quiet --check SHA256SUMS)
package=$(echo "$folder"/hilal_*.deb)

echo "== lintian"
lintian --no-cfg --fail-on error,warning --allow-root "$package"
echo "no errors, no warnings"

echo "== contents"
dpkg-deb --field "$package" Package Version Architecture Maintainer Depends Installed-Size
dpkg-deb --contents "$package" | awk '$1 ~ /^-/ { sub("^./", "", $6); print $6 }' | sort >"$folder/files"
for file in usr/bin/hilal usr/share/hilal/plugins/arabic/pack.toml usr/share/hilal/schemas/finding.schema.json usr/share/man/man1/hilal.1.gz \
  usr/share/bash-completion/completions/hilal usr/share/zsh/vendor-completions/_hilal usr/share/fish/vendor_completions.d/hilal.fish \
  usr/share/doc/hilal/copyright usr/share/doc/hilal/changelog.gz; do
  grep -qx "$file" "$folder/files"
done
echo "$(wc -l <"$folder/files") files: $(grep -c '/man1/' "$folder/files") man pages," \
  "$(grep -c 'completions' "$folder/files") completions, $(grep -c '/pack.toml$' "$folder/files") packs"

echo "== installed and used"
"${as_root[@]}" dpkg --install "$package" >/dev/null
# No library of Swift's is needed, and every other one is named among the dependencies.
if ldd /usr/bin/hilal | grep -E 'libswift|libFoundation|not found'; then exit 1; fi
(
  cd "$folder"
  hilal --version
  hilal --version | grep -q "($commit)"
  hilal list packs
  hilal run --quiet /usr/share/doc/hilal/examples/news.zip -o findings.jsonl
  [ "$(wc -l <findings.jsonl)" -gt 100 ]
  man hilal-run | grep -q resume
)
while read -r page; do
  [ -z "$(man --warnings --local-file "/$page" 2>&1 >/dev/null)" ]
done < <(grep '/man1/' "$folder/files")
bash -n /usr/share/bash-completion/completions/hilal

echo "== removed"
"${as_root[@]}" dpkg --purge hilal >/dev/null
while read -r file; do
  if [ -e "/$file" ]; then echo "/$file is left" >&2; exit 1; fi
done <"$folder/files"
echo "1 passed, 0 failed"
