"""From paths as the user gives them to staged assets; every unusable file is named at once (R-S3, R-S4)."""

import os
import stat
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from vqdesk.domain.errors import InputUnusable, Problem
from vqdesk.domain.job import Asset
from vqdesk.domain.media import MediaFacts, MediaKind
from vqdesk.domain.paths import Platform, is_absolute, normalised
from vqdesk.ports import Files, Media
from vqdesk.services.folders import WORDS, FolderFiles, files_in, is_folder, nothing_in
from vqdesk.services.side_by_side import side_by_side

Progress = Callable[[int, int], None]
"""Called with the number of staged files and the number of all; what it raises ends the staging."""

_PLATFORM: Platform = {"win32": "windows", "darwin": "darwin"}.get(sys.platform, "linux")  # type: ignore[assignment]
_NAMED_AT_MOST = 20


class InputStaging:
    """Looks at files and stages them, several at once. Blocking.

    `keeps_copies` False: only the content's hash is remembered, and the file itself is read when it is sent.
    """

    def __init__(self, files: Files, media: Media, keeps_copies: Callable[[], bool], at_once: int = 4) -> None:
        self._files = files
        self._media = media
        self._keeps_copies = keeps_copies
        self._at_once = at_once

    def stage(self, paths: Sequence[Path], kind: MediaKind, on_progress: Progress | None = None) -> list[Asset]:
        """One asset per path. Nothing is staged when a file is unusable.

        Raises InputUnusable for all such files together, OutputUnwritable when staging cannot be written.
        """
        looked = list(side_by_side(lambda path: look(self._media, path, kind), paths, self._at_once))
        _refuse_unusable(paths, looked)
        take = self._files.stage if self._keeps_copies() else self._files.digest
        assets: list[Asset | Problem] = []
        for asset in side_by_side(lambda path: _taken(take, path), paths, self._at_once):
            assets.append(asset)
            if on_progress:
                on_progress(len(assets), len(paths))
        _refuse_unusable(paths, assets)
        return [
            Asset(one.sha256, one.bytes, one.ext, facts.width, facts.height, str(path), facts.frames)
            for path, one, facts in zip(paths, assets, looked, strict=True)
            if isinstance(one, Asset) and isinstance(facts, MediaFacts)
        ]


def _taken(take: Callable[[Path], tuple[str, str, int]], path: Path) -> Asset | Problem:
    try:
        digest, extension, size = take(path)
    except InputUnusable as error:
        return error.problem
    return Asset(digest, size, extension, 0, 0)


def look(media: Media, path: Path, kind: MediaKind) -> MediaFacts | Problem:
    """Facts of a file that can be an input of this kind, else why it cannot."""
    try:
        str(path).encode()
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # opening a pipe would wait for ever
            return Problem(f"{path.name} is not a file.", f"{path} is a pipe or a device.", "Leave it out.")
        facts = media.probe(path)
    except InputUnusable as error:
        return error.problem
    except FileNotFoundError:
        return Problem(f"{path.name} is not there.", f"There is no file {path}.", "Check the path.")
    except OSError as error:
        return Problem(f"{path.name} cannot be read.", f"{path}: {error.strerror}.", "Check its permissions.")
    except UnicodeEncodeError:  # bytes of another encoding, which no database and no server takes
        name = path.name.encode(errors="replace").decode()
        return Problem(f"The name {name} cannot be used.", "It is not written in UTF-8.", "Rename the file.")
    except ValueError:  # a zero byte
        return Problem("A name cannot be used.", f"{str(path)!r} holds a zero byte.", "Rename the file.")
    if facts.kind is not kind:
        wanted = f"This workflow takes {WORDS[kind][1]}."
        return Problem(f"{path.name} is {WORDS[facts.kind][0]}.", wanted, "Leave the file out.")
    return facts


def input_path(text: str) -> Path:
    """The absolute path that a user means: as it is when there is such a file, else put right (R-S8)."""
    meant = text if os.path.lexists(text) else normalised(text, _PLATFORM)
    return Path(os.path.abspath(os.path.expanduser(meant)))  # noqa: PTH100, PTH111  keeps links; never raises


def relative_name(text: str) -> str:
    """The name that is meant below some folder; "" for a text that says itself where its file lies."""
    meant = normalised(text, _PLATFORM)
    is_placed = is_absolute(meant, _PLATFORM) or meant.startswith("~") or ".." in Path(meant).parts
    return "" if is_placed else meant


def expand_inputs(texts: Sequence[str], kind: MediaKind) -> list[Path]:
    """Every file once, in the order given; a folder gives its files of that kind, at any depth, in natural order.

    Raises InputUnusable for a folder without any.
    """
    return read_inputs(texts, kind).files


def read_inputs(texts: Sequence[str], kind: MediaKind) -> FolderFiles:
    """The same, with the parts of the folders that cannot be read. Raises InputUnusable as above."""
    files: dict[Path, None] = {}
    problems: list[tuple[Path, Problem]] = []
    for path in map(input_path, texts):
        found = files_in(path, kind) if is_folder(path) else FolderFiles([path])
        if not found.files:
            problem = found.problems[0][1] if found.problems else nothing_in(path, kind)
            raise InputUnusable(problem.summary, problem.cause, problem.remedy)
        files.update(dict.fromkeys(found.files))
        problems += found.problems
    return FolderFiles(list(files), problems)


def _refuse_unusable(paths: Sequence[Path], found: Sequence[object]) -> None:
    """Raises InputUnusable that names every file with a problem."""
    bad = [(path, one) for path, one in zip(paths, found, strict=True) if isinstance(one, Problem)]
    if not bad:
        return
    if len(bad) == 1:
        problem = bad[0][1]
        raise InputUnusable(problem.summary, problem.cause or str(bad[0][0]), problem.remedy)
    lines = [f"{path}: {problem.summary} {problem.cause}".strip() for path, problem in bad[:_NAMED_AT_MOST]]
    if len(bad) > _NAMED_AT_MOST:
        lines.append(f"… and {len(bad) - _NAMED_AT_MOST} more")
    raise InputUnusable(
        f"{len(bad)} of {len(paths)} files cannot be used.",
        "\n".join(lines),
        "Leave these files out or repair them; nothing was queued.",
    )
