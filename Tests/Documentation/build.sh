#!/usr/bin/env bash
# Builds the DocC site of each catalog from the debug build; a warning is an error.
# Pages link to each other by file ([Cookbook](Cookbook.md)), which every viewer of Markdown follows; DocC is given its own
# form of these links (doc:Cookbook), and tells of those that lead nowhere.
# usage: Tests/Documentation/build.sh [FOLDER]     where the sites are put; default: .build/documentation
set -euo pipefail
cd "$(dirname "$0")/../.."
out=${1:-.build/documentation}
built=$(swift build --show-bin-path)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

maps=()
while read -r map; do maps+=(-Xcc "-fmodule-map-file=$map"); done < <(
  find "$PWD/Sources" -name module.modulemap
  # Modules of packages whose maps the build does not copy.
  find "$(dirname "$(dirname "$built")")"/checkouts \( -path "*/GRDBSQLite/*" -o -path "*/_AtomicsShims/*" -o -path "*/_NumericsShims/*" -o -path "*/CSystem/*" -o -path "*/CNIOWindows/*" \) -name module.modulemap
  find "$built" -maxdepth 2 -name module.modulemap)
failed=0
for catalog in Sources/*/*.docc; do
  module=$(basename "$catalog" .docc)
  mkdir -p "$work/$module" "$out"
  cp -r "$catalog" "$work/"
  sed -i -E 's|^- \[[^]]*\]\((\w+)\.md\)$|- <doc:\1>|; s|\]\((\w+)\.md\)|](doc:\1)|g' "$work/$module.docc"/*.md
  swift-symbolgraph-extract -module-name "$module" -I "$built/Modules" -target "$(uname -m)-unknown-linux-gnu" \
    -output-dir "$work/$module" -minimum-access-level public "${maps[@]}"
  docc convert "$work/$module.docc" --additional-symbol-graph-dir "$work/$module" --fallback-bundle-identifier "hilal.$module" \
    --fallback-display-name "$module" --output-path "$out/$module.doccarchive" --warnings-as-errors || failed=1
  echo "$out/$module.doccarchive"
done
exit "$failed"
