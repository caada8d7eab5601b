#!/bin/sh
# Packs examples/news/*.json into examples/news.zip, the same bytes every time: members in a fixed order, one fixed
# time (kept as UTC), fixed permissions, no owner or extra fields. Needs Info-ZIP (`zip`).
set -eu
LC_ALL=C TZ=UTC
export LC_ALL TZ
here=$(cd "$(dirname "$0")" && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp "$here"/news/*.json "$copy"
chmod 644 "$copy"/*.json
touch -d 2024-12-01T00:00:00Z "$copy"/*.json
rm -f "$here/news.zip"
cd "$copy"
zip -q -X -9 "$here/news.zip" *.json
