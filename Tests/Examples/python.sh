#!/usr/bin/env bash
# examples/python over the example archive: what it prints is what its page shows, and the picture is one.
# usage: Tests/Examples/python.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

bash examples/install-packages.sh python3-venv
venv=.build/python/venv
if [ ! -x "$venv/bin/python" ]; then python3 -m venv "$venv"; fi
"$venv/bin/pip" install --quiet --disable-pip-version-check -r examples/python/requirements.txt
swift build --product hilal
hilal=$(swift build --show-bin-path)/hilal
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$hilal" run --quiet -p plugins/military-threats examples/news.zip -o "$folder/threats.jsonl"
MPLBACKEND=Agg "$venv/bin/python" -B examples/python/threats_per_week.py "$folder/threats.jsonl" "$folder/threats.png" >"$folder/printed"
sed -n '/^```text$/,/^```$/p' examples/python/README.md | sed '1d;$d' | diff -u - "$folder/printed"
[ "$(wc -l <"$folder/threats.jsonl")" -eq "$(cut -d ' ' -f 1 "$folder/printed" | head -n 1)" ]
# A PNG of some size; a blank picture is smaller.
[ "$(head -c 8 "$folder/threats.png" | od -An -tx1 | tr -d ' ')" = 89504e470d0a1a0a ]
[ "$(stat -c %s "$folder/threats.png")" -gt 10000 ]
echo "1 passed, 0 failed"
