#!/usr/bin/env bash
# From a fresh clone to findings: installs what is missing, builds, runs the military-threats pack
# over the example archive and shows what it found.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v swift >/dev/null; then
  echo "Swift 6.3 is needed: see https://www.swift.org/install/linux/" >&2
  exit 1
fi
bash examples/install-packages.sh
swift build -c release --product hilal >&2
hilal=$(swift build -c release --show-bin-path)/hilal

"$hilal" show -p plugins/military-threats examples/news.zip --limit 3
echo
"$hilal" run -p plugins/military-threats examples/news.zip -o /dev/null
cat <<NEXT

next: put $PWD/.build/release on your path and write a pack: Sources/RulePacks/RulePacks.docc/FirstPack.md
or read the archive in the browser: hilal serve -p plugins/military-threats examples/news.zip
NEXT
