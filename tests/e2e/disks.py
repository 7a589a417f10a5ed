"""Disks that are too small or read-only: real ones where the test may mount, else the nearest thing."""

import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from program import Program


@contextmanager
def small_disk(program: Program, folder: Path, kilobytes: int) -> Iterator[None]:
    """`folder` takes no more than so much; without the right to mount no single file may grow larger."""
    folder.mkdir(parents=True)
    if _mount(folder, f"size={kilobytes}k"):
        try:
            yield
        finally:
            _unmount(folder)
        return
    program.before_start = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024,) * 2)
    try:
        yield
    finally:
        program.before_start = None


@contextmanager
def read_only_disk(folder: Path) -> Iterator[None]:
    """`folder` cannot be written: a read-only disk, or a folder without the right to write."""
    folder.mkdir(parents=True)
    if _mount(folder, "ro"):
        try:
            yield
        finally:
            _unmount(folder)
        return
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(0o755)


def _mount(folder: Path, options: str) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def _unmount(folder: Path) -> None:
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
