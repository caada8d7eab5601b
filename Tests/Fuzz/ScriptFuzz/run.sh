#!/usr/bin/env bash
# Runs made rule packs beside an honest one, the Swift side with the address sanitizer, the C side with that and the
# undefined-behaviour sanitizer (which traps). usage: Tests/Fuzz/ScriptFuzz/run.sh [SECONDS [SEED]]
# A pack that broke something is kept, and its path is printed; the same seed makes the same pack.
set -euo pipefail
cd "$(dirname "$0")/../../.."
folder=$(mktemp -d)
flags=(--sanitize address -Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined --scratch-path "${HILAL_FUZZ_BUILD:-.build-asan}")
swift build "${flags[@]}" --product script-fuzz
if "$(swift build "${flags[@]}" --show-bin-path)/script-fuzz" "$folder" "${1:-60}" "${2:-1}"; then
  rm -rf "$folder"
else
  echo "the last pack is $folder/made" >&2
  exit 1
fi
