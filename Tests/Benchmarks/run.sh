#!/usr/bin/env bash
# Hilal beside other tools, over the same articles, alternately, in one run.
# usage: Tests/Benchmarks/run.sh [--rounds N] [--scale] ARCHIVE…     default: examples/news.zip
# --scale adds the tables of scaling (cores, copies, rules, article length) and of memory.
set -euo pipefail
cd "$(dirname "$0")/../.."

command -v rg >/dev/null || bash examples/install-packages.sh ripgrep
work=.build/benchmarks
if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
fi
"$work/venv/bin/pip" install --quiet --disable-pip-version-check -r Tests/Benchmarks/requirements.txt
swift build -c release --product hilal
swift build -c release --product floor
exec "$work/venv/bin/python" -B Tests/Benchmarks/compare.py \
  --work "$work" --bin "$(swift build -c release --show-bin-path)" "$@"
