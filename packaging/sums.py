"""Writes dist/SHA256SUMS: `sha256sum -c SHA256SUMS` checks what else lies there."""

import hashlib
from pathlib import Path

DIST = Path(__file__).resolve().parent.parent / "dist"


def write_sums() -> None:
    """One line a file, in the order of their names."""
    files = sorted(path for path in DIST.iterdir() if path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="ascii")


if __name__ == "__main__":
    write_sums()
