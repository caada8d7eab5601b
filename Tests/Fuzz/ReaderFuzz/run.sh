#!/usr/bin/env bash
# Feeds mutations of small inputs of every format to the readers. usage: Tests/Fuzz/ReaderFuzz/run.sh [SECONDS [SEED]]
# An input that crashed or hung the reader is kept, and its path is printed.
set -euo pipefail
cd "$(dirname "$0")/../../.."
folder=$(mktemp -d)
python3 Tests/Fuzz/ReaderFuzz/seeds.py "$folder/seeds"
swift build -c release --product reader-fuzz
if .build/release/reader-fuzz "$folder/seeds" "$folder/case" "${1:-60}" "${2:-1}"; then
  rm -rf "$folder"
else
  echo "the last input is under $folder/case" >&2
  exit 1
fi
