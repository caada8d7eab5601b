#!/usr/bin/env bash
# Tests the studio in a headless Chromium: installs what it needs, starts `hilal serve` on small articles of its own.
# usage: Tests/Browser/run.sh [--smoke|--all] [pytest's arguments]
#   --smoke           what must work at least, under a minute (default)
#   --all             everything, with accessibility, hostile input, screenshots
#   HILAL=…           the binary, else the newest under .build
#   HILAL_SHOTS=…     the folder of the screenshots (default: under the temporary folder)
#   HILAL_ARCHIVES=…  archives for the timing tests, instead of the examples
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."

mode=${1:---smoke}
if [ $# -gt 0 ]; then shift; fi
case "$mode" in
  --smoke) choice=(-m smoke) ;;
  --all) choice=() ;;
  *) echo "usage: Tests/Browser/run.sh [--smoke|--all]" >&2; exit 64 ;;
esac

bash examples/install-packages.sh chromium python3-venv fonts-noto-core
environment=${HILAL_BROWSER_ENVIRONMENT:-${TMPDIR:-/tmp}/hilal-browser-$(cksum <"$here/requirements.txt" | cut -d' ' -f1)}
if [ ! -e "$environment/ready" ]; then
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
  touch "$environment/ready"
fi
exec "$environment/bin/python" -m pytest -q -p no:cacheprovider "${choice[@]}" "$here" "$@"
