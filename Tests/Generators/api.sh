#!/usr/bin/env bash
# Writes what is made from the script API's declarations: the reference page and the editors' stub.
# usage: Tests/Generators/api.sh [--check]     --check compares and fails when a file is stale
set -euo pipefail
cd "$(dirname "$0")/../.."
hilal=$(swift build --show-bin-path)/hilal

stale=0
write() { # write FORMAT FILE
  if [ "${check:-}" = yes ]; then
    "$hilal" list api --format "$1" | diff -u "$2" - >&2 || { echo "$2 is stale: run Tests/Generators/api.sh" >&2; stale=1; }
  else
    "$hilal" list api --format "$1" >"$2"
  fi
}
if [ "${1:-}" = --check ]; then check=yes; fi
write markdown Sources/RulePacks/RulePacks.docc/ScriptReference.md
write lua plugins/.luals/hilal.lua
exit "$stale"
