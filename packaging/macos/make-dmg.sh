#!/bin/sh
# Packs build/frozen/VQDesk.app into a disk image. Not built here: the workflow packages.yml runs it on macOS.
set -eu
root=$(cd -- "$(dirname -- "$0")/../.." && pwd)
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$root/vqdesk/__init__.py")
stage=$root/build/dmg
rm -rf "$stage"
mkdir -p "$stage" "$root/dist"
cp -R "$root/build/frozen/VQDesk.app" "$stage/"
ln -s /Applications "$stage/Applications"
codesign --force --deep --sign - "$stage/VQDesk.app"
hdiutil create -volname VQDesk -srcfolder "$stage" -ov -format UDZO "$root/dist/VQDesk-$version-macos-$(uname -m).dmg"
