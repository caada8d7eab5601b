#!/usr/bin/env bash
# Makes a release of the last commit: hilal-VERSION-linux-MACHINE.tar.gz and hilal_VERSION_MACHINE.deb.
# Swift's own libraries are linked in; the system's (Lua, SQLite, libarchive …) are what the Debian package depends on.
# usage: packaging/release.sh [FOLDER]     where they are put; default: .build/release-packages
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(realpath -m "${1:-.build/release-packages}")
work=$PWD/.build/packaging
mkdir -p "$out" "$work/source"
bash examples/install-packages.sh dpkg-dev fakeroot python3

commit=$(git rev-parse --short=12 HEAD)
# Every date in a package is the commit's: the same commit with the same releases of what it depends on gives the same packages.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
# Who makes a package is its maintainer: named as Debian's tools have it, else whoever made the commit.
maintainer="${DEBFULLNAME:-$(git log -1 --format=%cn)} <${DEBEMAIL:-$(git log -1 --format=%ce)}>"
day=$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)

# What is built is the commit, not the folder as it is. An index of its own, so that only what has changed is written anew.
GIT_INDEX_FILE="$work/index" git --work-tree="$work/source" read-tree --reset -u HEAD
hilal_swift=$work/source/Sources/hilal/Hilal.swift
sed -i "s/static let commit: String? = nil/static let commit: String? = \"$commit\"/" "$hilal_swift"
grep -q "commit: String? = \"$commit\"" "$hilal_swift"
version=$(sed -n 's/.*static let version = "\(.*\)"/\1/p' "$hilal_swift")

built=(--package-path "$work/source" --scratch-path "$work/build" -c release --product hilal --static-swift-stdlib)
swift build "${built[@]}" >&2
hilal=$(swift build "${built[@]}" --show-bin-path)/hilal

# The tree as it is installed under a prefix.
tree=$work/hilal-$version
rm -rf "$tree"
install -D "$hilal" "$tree/bin/hilal"
strip --strip-unneeded "$tree/bin/hilal"
mkdir -p "$tree/share/hilal"
cp -R "$work/source/plugins" "$tree/share/hilal/plugins"
cp -R "$work/source/Sources/BatchRunner/Schemas" "$tree/share/hilal/schemas"
rm -rf "$tree/share/hilal/plugins/".luals "$tree/share/hilal/plugins/".luarc.json
python3 packaging/manual.py "$tree/bin/hilal" "$tree/share/man/man1" "$day"
completions() { mkdir -p "$tree/share/$2" && "$tree/bin/hilal" --generate-completion-script "$1" >"$tree/share/$2/$3"; }
completions bash bash-completion/completions hilal
completions zsh zsh/vendor-completions _hilal
sed -i '1{/^#!/d}' "$tree/share/bash-completion/completions/hilal"  # It is sourced, not run.
completions fish fish/vendor_completions.d hilal.fish
docs=$tree/share/doc/hilal
install -D -m 644 "$work/source/packaging/copyright" "$docs/copyright"
install -D -m 644 "$work/source/README.md" "$docs/README.md"
install -D -m 644 "$work/source/CHANGELOG.md" "$docs/changelog"
install -D -m 644 -t "$docs/examples" "$work/source/examples/news.zip"
chmod -R u=rwX,go=rX "$tree"
find "$tree" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +

machine=$(dpkg --print-architecture)
archive=$out/hilal-$version-linux-$machine.tar.gz
tar --sort=name --owner=0 --group=0 --numeric-owner -C "$work" -c "hilal-$version" | gzip -9n >"$archive"

# The Debian package: the same tree under /usr.
root=$work/debian-root
rm -rf "$root"
mkdir -p "$root/DEBIAN" "$work/debian"
cp -a "$tree" "$root/usr"
gzip -9n "$root"/usr/share/man/man1/*.1 "$root/usr/share/doc/hilal/changelog"
sed "s/@VERSION@/$version/; s/@MAINTAINER@/$maintainer/; s/@DATE@/$(date -u -R -d "@$SOURCE_DATE_EPOCH")/" packaging/changelog |
  gzip -9n >"$root/usr/share/doc/hilal/changelog.Debian.gz"
# dpkg-shlibdeps reads the names of libraries off the program and says in which packages they are.
cp packaging/control "$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O "$root/usr/bin/hilal" | sed -n 's/^shlibs:Depends=//p')
size=$(du -sk --apparent-size "$root/usr" | cut -f 1)
sed -n '/^Package:/,$p' packaging/control | sed "s/^Architecture:.*/Architecture: $machine/; s/\${shlibs:Depends}/$depends/" |
  sed "1a Version: $version\nInstalled-Size: $size\nMaintainer: $maintainer" \
    >"$root/DEBIAN/control"
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
find "$root" -newermt "@$SOURCE_DATE_EPOCH" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
package=$out/hilal_${version}_$machine.deb
dpkg-deb --root-owner-group --build "$root" "$package" >&2

(cd "$out" && sha256sum "$(basename "$archive")" "$(basename "$package")" | tee SHA256SUMS)
