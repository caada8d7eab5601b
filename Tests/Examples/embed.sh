#!/usr/bin/env bash
# examples/embed: builds the server, posts articles to it.
# usage: Tests/Examples/embed.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

bash examples/install-packages.sh curl
swift build --package-path examples/embed
port=${HILAL_PORT:-8391}
"$(swift build --package-path examples/embed --show-bin-path)/server" "$port" plugins/military-threats &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
post() { curl --silent --retry 20 --retry-connrefused --retry-delay 1 "localhost:$port/findings" "$@"; }
post -d '{"content": "هدد الوزير بشن هجوم على القرى الحدودية."}' | grep -q '"rule":"explicit"'
[ "$(post -d '{"content": "هطل المطر."}')" = '{"failures":[],"findings":[]}' ]
[ "$(post -o /dev/null -w '%{http_code}' -d 'no article')" = 400 ]
echo "3 passed, 0 failed"
