#!/bin/sh
# Makes an AppImage of what `make package` has built. Needs appimagetool on the PATH. Not built here.
set -eu
root=$(cd -- "$(dirname -- "$0")/../.." && pwd)
app=$root/build/AppDir
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$root/vqdesk/__init__.py")
rm -rf "$app"
mkdir -p "$app"
cp -a "$root/build/deb/staged/usr" "$app/usr"
ln -s usr/bin/vqdesk "$app/AppRun"
cp "$root/packaging/linux/vqdesk.desktop" "$root/resources/app/vqdesk.svg" "$app/"
ARCH=x86_64 appimagetool --no-appstream "$app" "$root/dist/VQDesk-$version-x86_64.AppImage"
