#!/usr/bin/env bash
# Writes what is made from declarations: the reference page and the editors' stub of the script API, and
# the page of diagnostics.
# usage: Tests/Generators/api.sh [--check]     --check compares and fails when a file is stale
set -euo pipefail
cd "$(dirname "$0")/../.."
hilal=$(swift build --show-bin-path)/hilal

stale=0
write() { # write WHAT FORMAT FILE
  if [ "${check:-}" = yes ]; then
    "$hilal" list "$1" --format "$2" | diff -u "$3" - >&2 || { echo "$3 is stale: run Tests/Generators/api.sh" >&2; stale=1; }
  else
    "$hilal" list "$1" --format "$2" >"$3"
  fi
}
if [ "${1:-}" = --check ]; then check=yes; fi
write api markdown Sources/RulePacks/RulePacks.docc/ScriptReference.md
write api lua plugins/.luals/hilal.lua
write codes markdown Sources/RulePacks/RulePacks.docc/Diagnostics.md
exit "$stale"
