#!/usr/bin/env bash
# Every check of the project: format, lint, lexicons, generated files, documentation, Swift tests, pack tests, the studio.
# usage: Tests/run.sh [--all] [--verbose]     --all adds what takes long or needs packages from PyPI
# A step says what it is, a dot for each half minute, and what came of it. All that it prints goes into .build/checks, and
# is shown where it failed (of Swift tests only what is wrong); with --verbose always, as it comes. The steps behind one that
# failed are run all the same.
set -euo pipefail
cd "$(dirname "$0")/.."
all=
verbose=
for option in "$@"; do
  case "$option" in
    --all) all=yes ;;
    --verbose) verbose=yes ;;
    *) echo "usage: Tests/run.sh [--all] [--verbose]" >&2; exit 64 ;;
  esac
done

logs=.build/checks
rm -rf "$logs"
mkdir -p "$logs"
figures='Test run with [0-9]+ tests|[0-9,]+ passed(, [0-9,]+ failed)?|[0-9]+ rows, [0-9]+ faults|^NOT RUN.*'
faults='✘|↳' # as Swift Testing marks what failed
number=0
failed=()
dots=
trap '[ -z "$dots" ] || kill "$dots"' EXIT

step() { # step NAME COMMANDS
  number=$((number + 1))
  local log status=0 start=$SECONDS
  log=$logs/$(printf '%02d' "$number")-${1//[^A-Za-z0-9]/-}.log
  if [ -n "$verbose" ]; then
    echo "== $1"
    bash -euo pipefail -c "$2" 2>&1 | tee "$log" || failed+=("$1")
    return
  fi
  printf '== %s ' "$1"
  while sleep 30 >/dev/null 2>&1; do printf .; done &
  dots=$!
  bash -euo pipefail -c "$2" >"$log" 2>&1 || status=$?
  kill "$dots"
  wait "$dots" 2>/dev/null || true
  dots=
  if [ "$status" != 0 ]; then
    echo "FAILED with status $status after $((SECONDS - start)) s; $log:"
    grep -E "$faults" "$log" || cat "$log"
    failed+=("$1")
    return
  fi
  echo "ok, $((SECONDS - start)) s$(grep -oE "$figures" "$log" | tail -n 1 | sed 's/^/: /' || true)"
}

step "packages" 'bash examples/install-packages.sh lua-check python3 iso-codes'

step "format and lint" '
  swift format lint --strict --recursive --parallel --configuration .swift-format Sources Tests Package.swift
  luacheck --quiet plugins examples/packs Tests/Browser/pack
  python3 Tests/Generators/check_unsafe.py'

step "lexicons" 'python3 Tests/Generators/check_lexicons.py'

step "build" 'swift build --build-tests --explicit-target-dependency-import-check error'

step "generated files" '
  bash Tests/Generators/api.sh --check
  python3 Tests/Generators/architecture.py --check
  python3 Tests/Generators/transcripts.py --check'

step "documentation" 'bash Tests/Documentation/build.sh'

step "Swift tests" 'swift test --skip-build'

step "pack tests" '
  packs=()
  for folder in plugins/*/tests examples/packs/*/tests; do packs+=("${folder%/tests}"); done
  .build/debug/hilal test "${packs[@]}"'

step "the studio under attack" 'python3 Tests/Browser/attacks.py'

# A browser on a busy machine may miss a key: what fails twice is broken.
# 69 says that no browser is to be had: the step has said NOT RUN.
step "the studio in a browser" '
  bash Tests/Browser/run.sh --smoke || case $? in
    1) bash Tests/Browser/run.sh --smoke ;;
    69) ;;
    *) exit 1 ;;
  esac'

if [ -n "$all" ]; then
  export HILAL_FUZZ_SECONDS=${HILAL_FUZZ_SECONDS:-60}
  step "damaged articles through all layers and packs" '
    swift build -c release --product layer-fuzz
    .build/release/layer-fuzz'
  step "damaged archives through the readers" 'bash Tests/Fuzz/ReaderFuzz/run.sh "$HILAL_FUZZ_SECONDS"'
  step "made packs in the sandbox" 'bash Tests/Fuzz/ScriptFuzz/run.sh "$HILAL_FUZZ_SECONDS"'
  step "conjugation against the oracles" 'bash Tests/Oracles/run.sh'
  step "a cluster, one of whose workers is killed" 'bash Tests/Spark/run.sh'
  step "Debian package" 'bash Tests/Packaging/run.sh'
  step "examples for Python and embedders" '
    bash Tests/Examples/python.sh
    bash Tests/Examples/embed.sh'
  step "every state of the studio in a browser" 'bash Tests/Browser/run.sh --all'
fi

if [ ${#failed[@]} != 0 ]; then
  echo "${#failed[@]} of $number steps failed; what they printed is in $logs:"
  printf '  %s\n' "${failed[@]}"
  exit 1
fi
echo "all checks passed; what they printed is in $logs"
