"""This computer: folders, database, codecs, versions."""

import os
import platform
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import vqdesk
from vqdesk.services.doctor.findings import Finding, Health
from vqdesk.services.workflows import WorkflowLibrary

_LITTLE_SPACE = 5 * 10**9
_LIBRARIES = ("PySide6-Essentials", "opencv-python-headless", "av", "pillow", "requests", "websocket-client")
_BROKEN_QT = "6.12.0"  # aborts under Python 3.11


def look_at_folder(topic: str, folder: Path) -> Finding:
    """Whether files can be written there, tried with a real one, and how much room there is."""
    existing = next(one for one in (folder, *folder.parents) if one.exists())
    if not existing.is_dir():
        remedy = "Move that file, or choose another."
        return Finding(topic, Health.WRONG, f"{existing} is a file, not a folder.", remedy)
    try:
        with tempfile.TemporaryFile(dir=existing) as file:
            file.write(b"vqdesk")
    except OSError as error:
        reason = error.strerror or str(error)
        remedy = "Change its permissions or choose another."
        return Finding(topic, Health.WRONG, f"{folder} cannot be written: {reason}.", remedy)
    free = shutil.disk_usage(existing).free
    text = f"{folder}, {free / 1e9:.1f} GB free."
    if free < _LITTLE_SPACE:
        return Finding(topic, Health.WRONG, text, "Free some space before a long night.")
    return Finding(topic, Health.FINE, text)


def look_at_database(faults: Callable[[], Sequence[str]]) -> Finding:
    """SQLite's own check of the file."""
    found = faults()
    if not found:
        return Finding("database", Health.FINE, "It is whole.")
    remedy = "Quit VQDesk, then `vqdesk backup restore` brings back the newest backup."
    return Finding("database", Health.WRONG, f"It is damaged: {found[0]}", remedy)


def look_at_codecs(missing: Callable[[], Sequence[str]]) -> Finding:
    """FFmpeg's codecs, which PyAV brings along."""
    lacking = missing()
    if not lacking:
        return Finding("video codecs", Health.FINE, "Clips can be written and read.")
    remedy = "Install the package av again from its own wheels: pip install --force-reinstall av."
    return Finding("video codecs", Health.WRONG, f"FFmpeg lacks {', '.join(lacking)}.", remedy)


def look_at_workflows(library: WorkflowLibrary) -> Iterator[Finding]:
    """Workflow files that cannot be read, with the line."""
    shelf = library.shelf()
    yield Finding("workflows", Health.FINE, f"{len(shelf.definitions)} can be used.")
    for broken in shelf.broken:
        where = f"{broken.file}, line {broken.line}" if broken.line else broken.file
        text = f"{where}: {broken.problem.summary} {broken.problem.cause}"
        yield Finding("workflow file", Health.WRONG, text, broken.problem.remedy)


def look_at_versions() -> Finding:
    """Python, Qt and the libraries that do the work."""
    found = {name: _version(name) for name in _LIBRARIES}
    words = [f"VQDesk {vqdesk.__version__}", f"Python {platform.python_version()}"]
    words += [f"SQLite {sqlite3.sqlite_version}", *(f"{name} {number or '–'}" for name, number in found.items())]
    words.append(f"{platform.system()} {platform.release()}, {os.cpu_count()} cores")
    lacking = [name for name, number in found.items() if not number]
    text = ", ".join(words) + "."
    if lacking:
        return Finding("versions", Health.WRONG, text, f"Install what is missing: {', '.join(lacking)}.")
    if found["PySide6-Essentials"] == _BROKEN_QT:
        remedy = "This Qt crashes: install another PySide6-Essentials, such as the version before."
        return Finding("versions", Health.WRONG, text, remedy)
    return Finding("versions", Health.FINE, text)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
