#!/usr/bin/env bash
# examples/spark on a cluster of this machine: a master and two workers, each a JVM of its own, one of them killed in the
# middle of a run. usage: Tests/Spark/run.sh [--copies N] [FILE.jsonl]     default: the example archive, 200 times over
set -euo pipefail
cd "$(dirname "$0")/../.."

packages=(python3-venv)
command -v java >/dev/null || packages+=(openjdk-17-jre-headless)
bash examples/install-packages.sh "${packages[@]}"
venv=.build/spark/venv
if [ ! -x "$venv/bin/python" ]; then python3 -m venv "$venv"; fi
"$venv/bin/pip" install --quiet --disable-pip-version-check -r examples/spark/requirements.txt
swift build -c release --product hilal
exec "$venv/bin/python" -B Tests/Spark/test_spark.py --hilal "$(swift build -c release --show-bin-path)/hilal" "$@"
