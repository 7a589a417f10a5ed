"""The .deb: the frozen app under /usr/lib/vqdesk, and what a desktop wants to know of it."""

import gzip
import os
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import manpage

ROOT = Path(__file__).resolve().parent.parent
LINUX = ROOT / "packaging" / "linux"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
GLIBC = "2.36"  # of Debian 12, on which it is built


@dataclass(frozen=True, slots=True)
class Build:
    """From where to where."""

    frozen: Path
    folder: Path
    out: Path
    version: str
    moment: int


def make_package(build: Build) -> Path:
    """Fills the folder as the system will see it and packs it."""
    shutil.rmtree(build.folder, ignore_errors=True)
    root = build.folder / "staged"
    shutil.copytree(build.frozen, root / "usr/lib/vqdesk", symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/vqdesk").symlink_to("../lib/vqdesk/vqdesk")
    _add_desktop(build, root / "usr/share")
    _add_texts(build, root / "usr/share")
    _add_control(build, root)
    _set_modes(root, build.moment)
    target = build.out / f"vqdesk_{build.version}_amd64.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build", str(root), str(target)]
    subprocess.run(command, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": str(build.moment)})
    return target


def _add_desktop(build: Build, share: Path) -> None:
    day = datetime.fromtimestamp(build.moment, UTC).strftime("%Y-%m-%d")
    for source, target in (
        ("vqdesk.desktop", "applications/vqdesk.desktop"),
        ("vqdesk-mime.xml", "mime/packages/vqdesk.xml"),
        ("vqdesk.metainfo.xml", "metainfo/io.github.vqdesk.VQDesk.metainfo.xml"),
    ):
        text = (LINUX / source).read_text(encoding="utf-8")
        _write(share / target, text.replace("@VERSION@", build.version).replace("@DATE@", day))
    drawing = ROOT / "resources/app/vqdesk.svg"
    icons = share / "icons/hicolor"
    _write(icons / "scalable/apps/vqdesk.svg", drawing.read_text(encoding="utf-8"))
    _draw_icons(drawing, icons)


def _draw_icons(drawing: Path, icons: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication, QIcon

    application = QGuiApplication.instance() or QGuiApplication([])
    assert application
    for size in ICON_SIZES:
        target = icons / f"{size}x{size}/apps/vqdesk.png"
        target.parent.mkdir(parents=True)
        if not QIcon(str(drawing)).pixmap(size, size).save(str(target)):
            raise OSError(f"{target} was not written")


def _add_texts(build: Build, share: Path) -> None:
    _write_packed(share / "man/man1/vqdesk.1.gz", manpage.page(build.version), build.moment)
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    _write_packed(share / "doc/vqdesk/changelog.gz", changes, build.moment)
    _write(share / "doc/vqdesk/copyright", _copyright())


def _copyright() -> str:
    from vqdesk.services.licences import as_text, bundled

    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    return f"VQDesk\n\n{own}\n\nBundled with it, each under its own licence:\n\n{as_text(bundled())}\n"


def _add_control(build: Build, root: Path) -> None:
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    values = {"VERSION": build.version, "SIZE": str(size // 1024), "DEPENDS": ", ".join(_depends())}
    text = (LINUX / "control").read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace(f"@{key}@", value)
    _write(root / "DEBIAN/control", text)
    for name in ("templates", "postinst", "postrm"):
        _write(root / "DEBIAN" / name, (LINUX / name).read_text(encoding="utf-8"))


def _depends() -> list[str]:
    """The C library, debconf, and the packages of the libraries that Qt loads from the system."""
    lines = (ROOT / "packaging/qt-libraries.txt").read_text(encoding="utf-8").splitlines()
    names = [line.split()[1] for line in lines if line and not line.startswith("#")]
    return [f"libc6 (>= {GLIBC})", "debconf (>= 0.5) | debconf-2.0", *names]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _write_packed(path: Path, text: str, moment: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=moment))


def _set_modes(root: Path, moment: int) -> None:
    for path in [root, *root.rglob("*")]:
        if path.is_symlink():
            continue
        runs = path.is_dir() or path.name in ("postinst", "postrm") or path == root / "usr/lib/vqdesk/vqdesk"
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (moment, moment))
