#!/usr/bin/env bash
# Installs the Debian packages that building Hilal needs, those that are missing, and any named as
# arguments. usage: examples/install-packages.sh [PACKAGE…]
set -euo pipefail

packages=(liblua5.4-dev libsimdjson-dev libarchive-dev libisal-dev libgumbo-dev nettle-dev libsqlite3-dev pkg-config "$@")
missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
  [ "$status" = "install ok installed" ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

echo "installing ${missing[*]}" >&2
as_root=()
if [ "$(id -u)" != 0 ]; then as_root=(sudo); fi
"${as_root[@]}" apt-get update -qq >&2
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
