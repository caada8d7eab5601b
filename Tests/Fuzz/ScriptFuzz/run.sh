#!/usr/bin/env bash
# Runs made rule packs beside an honest one, all of it with the address sanitizer, the guard around Lua with the
# undefined-behaviour sanitizer too (which traps). usage: Tests/Fuzz/ScriptFuzz/run.sh [SECONDS [SEED]]
# A pack that broke something is kept, and its path is printed; the same seed makes the same pack.
set -euo pipefail
cd "$(dirname "$0")/../../.."
folder=$(mktemp -d)
# Swift's own report of a crash reads beyond stacks, which the sanitizer takes for the fault.
export HILAL_UNDEFINED=1 SWIFT_BACKTRACE=enable=no
# The TOML parser keeps what it hands out; all else that leaks is ours.
printf 'leak:TOMLKit\nleak:toml::\nleak:tableGetKeys\nleak:nodeAsString\n' >"$folder/leaks"
export LSAN_OPTIONS=suppressions="$folder/leaks"
flags=(--sanitize address --scratch-path "${HILAL_FUZZ_BUILD:-.build-asan}" --product script-fuzz)
swift build "${flags[@]}"
if "$(swift build "${flags[@]}" --show-bin-path)/script-fuzz" "$folder" "${1:-60}" "${2:-1}"; then
  rm -rf "$folder"
else
  echo "the last pack is $folder/made" >&2
  exit 1
fi
