"""Build what people install, on Linux: wheel, source archive, portable archive, .deb, checksums.

    make package

It is run by the Python of a clean environment with the locked packages (requirements.lock and
requirements-package.lock). What comes out lies in `dist/`; names hold the version of `vqdesk/__init__.py` and
nothing of the day or the machine.
"""

import gzip
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import debian
import sums

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
BUILD = ROOT / "build"
STAGE = BUILD / "stage"


def version() -> str:
    """The one place is `vqdesk/__init__.py`."""
    names: dict[str, str] = {}
    exec((ROOT / "vqdesk" / "__init__.py").read_text(encoding="utf-8"), names)
    return names["__version__"]


def moment() -> int:
    """Time stamp of all files: that of the last commit, or SOURCE_DATE_EPOCH."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    done = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return int(done.stdout or 0)


def make_stage() -> None:
    """A copy of the source in which the shipped files are part of the Python package."""
    shutil.rmtree(STAGE, ignore_errors=True)
    without = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(ROOT / "vqdesk", STAGE / "vqdesk", ignore=without)
    for name in ("resources", "workflows"):
        shutil.copytree(ROOT / name, STAGE / "vqdesk" / name, ignore=without)
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copy2(ROOT / name, STAGE / name)
    lines = ["graft vqdesk/resources", "graft vqdesk/workflows", "include CHANGELOG.md"]
    (STAGE / "MANIFEST.in").write_text("\n".join(lines) + "\n", encoding="utf-8")


def make_wheel() -> Path:
    """Wheel and source archive; the wheel is installed, because the frozen app holds its metadata."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(DIST), str(STAGE))
    wheel = next(DIST.glob("*.whl"))
    run(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", str(wheel))
    return wheel


def freeze() -> Path:
    """The folder with the frozen app."""
    target = BUILD / "frozen"
    folders = ["--distpath", str(target), "--workpath", str(BUILD / "pyinstaller")]
    run(
        sys.executable,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level",
        "WARN",
        *folders,
        "packaging/vqdesk.spec",
    )
    return target / "vqdesk"


def make_archive(frozen: Path, name: str) -> None:
    """A .tar.gz whose bytes depend on the content only."""
    target = DIST / f"{name}.tar.gz"
    with (
        target.open("wb") as raw,
        gzip.GzipFile("", "wb", 6, raw, moment()) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        for path in sorted(frozen.rglob("*")):
            archive.add(path, f"{name}/{path.relative_to(frozen)}", recursive=False, filter=_plain)


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = moment()
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry


def run(*command: str) -> None:
    """A step; ends the build when it fails."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(moment()), "PYTHONHASHSEED": "0"}
    subprocess.run(command, cwd=ROOT, check=True, env=environment)


def main() -> None:
    """All of it, from nothing."""
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    make_stage()
    make_wheel()
    frozen = freeze()
    make_archive(frozen, f"vqdesk-{version()}-linux-x86_64")
    debian.make_package(debian.Build(frozen, BUILD / "deb", DIST, version(), moment()))
    sums.write_sums()
    for path in sorted(DIST.iterdir()):
        sys.stdout.write(f"{path.stat().st_size / 1e6:8.1f} MB  dist/{path.name}\n")


if __name__ == "__main__":
    main()
