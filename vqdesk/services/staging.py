"""From paths as the user gives them to staged assets; every unusable file is named at once (R-S3, R-S4)."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from vqdesk.domain.errors import InputUnusable, Problem
from vqdesk.domain.job import Asset
from vqdesk.domain.media import MediaFacts, MediaKind
from vqdesk.domain.naming import natural_key
from vqdesk.ports import Files, Media

Progress = Callable[[int, int], None]
"""Called with the number of staged files and the number of all."""

_SUFFIXES = {
    MediaKind.IMAGE: frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff", ".gif"}),
    MediaKind.VIDEO: frozenset({".mp4", ".mov", ".webm", ".mkv", ".avi", ".m4v"}),
}
_WORDS = {
    MediaKind.IMAGE: ("a picture", "pictures"),
    MediaKind.VIDEO: ("a video", "videos"),
    MediaKind.OTHER: ("neither picture nor video", "files"),
}
_NAMED_AT_MOST = 20


class InputStaging:
    """Looks at files and stages them, several at once. Blocking."""

    def __init__(self, files: Files, media: Media, at_once: int = 4) -> None:
        self._files = files
        self._media = media
        self._at_once = at_once

    def stage(self, paths: Sequence[Path], kind: MediaKind, on_progress: Progress | None = None) -> list[Asset]:
        """One asset per path. Nothing is staged when a file is unusable.

        Raises InputUnusable for all such files together, OutputUnwritable when staging cannot be written.
        """
        with ThreadPoolExecutor(self._at_once, thread_name_prefix="staging") as pool:
            looked = list(pool.map(lambda path: look(self._media, path, kind), paths))
            _refuse_unusable(paths, looked)
            staged = [pool.submit(self._stage, path) for path in paths]
            assets: list[Asset | Problem] = []
            try:
                for number, task in enumerate(staged, 1):
                    assets.append(task.result())
                    if on_progress:
                        on_progress(number, len(staged))
            finally:
                for task in staged:
                    task.cancel()
        _refuse_unusable(paths, assets)
        return [
            Asset(one.sha256, one.bytes, one.ext, facts.width, facts.height)
            for one, facts in zip(assets, looked, strict=True)
            if isinstance(one, Asset) and isinstance(facts, MediaFacts)
        ]

    def _stage(self, path: Path) -> Asset | Problem:
        try:
            digest, extension, size = self._files.stage(path)
        except InputUnusable as error:
            return error.problem
        return Asset(digest, size, extension, 0, 0)


def look(media: Media, path: Path, kind: MediaKind) -> MediaFacts | Problem:
    """Facts of a file that can be an input of this kind, else why it cannot."""
    try:
        if not path.exists():
            return Problem(f"{path.name} is not there.", f"There is no file {path}.", "Check the path.")
        facts = media.probe(path)
    except InputUnusable as error:
        return error.problem
    except OSError as error:
        return Problem(f"{path.name} cannot be read.", f"{path}: {error.strerror}.", "Check its permissions.")
    if facts.kind is not kind:
        wanted = f"This workflow takes {_WORDS[kind][1]}."
        return Problem(f"{path.name} is {_WORDS[facts.kind][0]}.", wanted, "Leave the file out.")
    return facts


def input_path(text: str) -> Path:
    """The absolute path that a user means; quotes, blanks and newlines around it are forgiven (R-S8)."""
    bare = text if os.path.lexists(text) else text.strip().strip("\"'")
    return Path(os.path.abspath(os.path.expanduser(bare)))  # noqa: PTH100, PTH111  keeps links; never raises


def expand_inputs(texts: Sequence[str], kind: MediaKind) -> list[Path]:
    """Every file once, in the order given; a folder gives its files of that kind, at any depth, in natural order.

    Raises InputUnusable for a folder without any.
    """
    files: dict[Path, None] = {}
    for path in map(input_path, texts):
        found = list(files_in(path, kind)) if path.is_dir() else [path]
        if not found:
            problem = nothing_in(path, kind)
            raise InputUnusable(problem.summary, problem.cause, problem.remedy)
        files.update(dict.fromkeys(found))
    return list(files)


def nothing_in(folder: Path, kind: MediaKind) -> Problem:
    """What to say of a folder without files of this kind."""
    kinds = ", ".join(sorted(suffix.lstrip(".") for suffix in _SUFFIXES[kind]))
    return Problem(
        f"There are no {_WORDS[kind][1]} in the folder {folder.name}.",
        f"{folder} holds no file that ends in {kinds}.",
        "Name another folder, or the files themselves.",
    )


def files_in(folder: Path, kind: MediaKind) -> Iterator[Path]:
    """Files whose names promise this kind. Hidden ones are left out: macOS keeps its notes in "._photo.jpg"."""
    promising = (
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in _SUFFIXES[kind] and not path.name.startswith(".") and path.is_file()
    )
    return iter(sorted(promising, key=lambda path: natural_key(str(path))))


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
