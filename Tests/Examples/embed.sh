#!/usr/bin/env bash
# examples/embed: builds the server, posts articles to it.
# usage: Tests/Examples/embed.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

bash examples/install-packages.sh curl python3
swift build --package-path examples/embed
port=${HILAL_PORT:-8391}
"$(swift build --package-path examples/embed --show-bin-path)/server" "$port" plugins/military-threats &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
post() { curl --silent --retry 20 --retry-connrefused --retry-delay 1 "localhost:$port/findings" "$@"; }
post -d '{"content": "هدد الوزير بشن هجوم على القرى الحدودية."}' | grep -q '"rule":"explicit"'
# A finding as `hilal run` writes it: the members that the schema asks for, codes and fields by their names.
post -d '{"content": "هدد الوزير بشن هجوم على القرى الحدودية."}' | python3 -c '
import json, sys
schema = json.load(open("Sources/BatchRunner/Schemas/finding.schema.json"))
for finding in json.load(sys.stdin)["findings"]:
    assert sorted(finding) == sorted(schema["required"]), sorted(finding)
    assert finding["schema"] == "hilal.finding/1"
    assert isinstance(finding["codes"], dict) and isinstance(finding["fields"], dict), finding
    assert all({"name", "start", "text"} <= set(words) for words in finding["evidence"]), finding'
[ "$(post -d '{"content": "هطل المطر."}')" = '{"failures":[],"findings":[]}' ]
[ "$(post -o /dev/null -w '%{http_code}' -d 'no article')" = 400 ]
[ "$(post -d '{"title": "خبر"}')" = 'no article: it has no `content`' ]
# An article without an id has the one that `hilal run` gives it: here the hash of its url.
post -d '{"url": "http://x/1", "content": "هدد الوزير بشن هجوم على القرى الحدودية."}' | grep -q '"id":"d3d2aee7b578a639"'
# A port that is taken.
status=0
error=$("$(swift build --package-path examples/embed --show-bin-path)/server" "$port" plugins/military-threats 2>&1) || status=$?
[ "$status" = 74 ]
[ "$(wc -l <<<"$error")" = 1 ]
grep -q "error: cannot listen on port $port" <<<"$error"
echo "7 passed, 0 failed"
