#!/usr/bin/env bash
# Conjugates 500 verbs with two independent programs and compares ours with theirs form by form.
# usage: Tests/Oracles/run.sh [SEED]     another seed draws other verbs
set -euo pipefail
cd "$(dirname "$0")/../.."

bash examples/install-packages.sh python3-venv
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet libqutrub arramooz-pysqlite mazini
"$folder/venv/bin/python" Tests/Oracles/conjugation.py "$folder/cases.tsv" ${1:+"$1"}
HILAL_CONJUGATION_ORACLE="$folder/cases.tsv" swift test --filter oracle
