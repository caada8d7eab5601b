#!/usr/bin/env bash
# Tests the studio in a headless Chromium over small articles of its own.
# usage: Tests/Browser/run.sh [--smoke|--all] [pytest's arguments]
#   --smoke         what must work at least: one server, one page, no package but Chromium and Python (default)
#   --all           everything, with accessibility, hostile input and screenshots; takes packages from PyPI
#   HILAL=…         the binary, else the newest under .build
#   CHROMIUM=…      the browser, else the one that is installed; none where no test in a browser is wanted
#   HILAL_SHOTS=…   the folder of the screenshots (default: under the temporary folder)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."

mode=${1:---smoke}
if [ $# -gt 0 ]; then shift; fi
case "$mode" in
  --smoke) packages=(python3) ;;
  --all) packages=(python3 python3-venv fonts-noto-core) ;;
  *) echo "usage: Tests/Browser/run.sh [--smoke|--all] [pytest's arguments]" >&2; exit 64 ;;
esac

if [ "${CHROMIUM:-}" = none ]; then
  echo "NOT RUN: the tests in a browser, as CHROMIUM=none asks" >&2
  exit 0
fi
if [ -z "${CHROMIUM:-}" ]; then packages+=(chromium); fi
if ! bash examples/install-packages.sh "${packages[@]}"; then
  echo "NOT RUN: the tests in a browser: ${packages[*]} cannot be installed; name a browser with CHROMIUM=, or leave these" \
    "tests out with CHROMIUM=none" >&2
  exit 69
fi

if [ "$mode" = --smoke ]; then exec python3 "$here/smoke.py"; fi

environment=${HILAL_BROWSER_ENVIRONMENT:-${TMPDIR:-/tmp}/hilal-browser-$(cksum <"$here/requirements.txt" | cut -d' ' -f1)}
if [ ! -e "$environment/ready" ]; then
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
  touch "$environment/ready"
fi
exec "$environment/bin/python" -m pytest -c "$here/pytest.ini" "$here" "$@"
