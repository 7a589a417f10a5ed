"""Write the lock files anew from pyproject.toml and requirements-package.in; needs `uv` on the PATH.

    python packaging/lock.py [--upgrade]

`requirements.lock` holds what the program needs, `requirements-dev.lock` only what development adds to it, and
`requirements-package.lock` only what `make package` adds.
All name every file of each release by its hash, for all systems and Python versions, and no index.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
DEV_LOCK = ROOT / "packaging" / "requirements-dev.lock"
PACKAGE_LOCK = ROOT / "packaging" / "requirements-package.lock"
OPTIONS = [
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--quiet",
]
HEAD = "# Made by packaging/lock.py; do not edit.\n"


def compile_lock(target: Path, *extra: str) -> None:
    """Resolve the sources named in `extra` into `target`; pins already there stay unless `--upgrade` is given."""
    command = ["uv", "pip", "compile", *OPTIONS, *extra, "-o", str(target)]
    subprocess.run([*command, *sys.argv[1:]], cwd=ROOT, check=True)


def blocks(text: str) -> list[str]:
    """Split a lock into one text per requirement: its line and the hash lines below it."""
    return re.findall(r"^[a-z0-9][^\n]*\n(?:    --hash[^\n]*\n)+", text, flags=re.MULTILINE)


def main() -> None:
    """Make all locks, the later ones without what the first has."""
    compile_lock(LOCK, "pyproject.toml")
    compile_lock(DEV_LOCK, "pyproject.toml", "--extra", "dev", "--constraints", str(LOCK))
    compile_lock(PACKAGE_LOCK, "packaging/requirements-package.in", "--constraints", str(LOCK))
    base = blocks(LOCK.read_text())
    LOCK.write_text(HEAD + "".join(base))
    for lock in (DEV_LOCK, PACKAGE_LOCK):
        added = [block for block in blocks(lock.read_text()) if block not in base]
        lock.write_text(HEAD + "".join(added))


if __name__ == "__main__":
    main()
