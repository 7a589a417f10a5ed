"""Looking at dropped files and folders: what can be an input, and why not. Blocking."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from vqdesk.domain.errors import InputUnusable, Problem
from vqdesk.domain.media import MediaFacts
from vqdesk.domain.naming import natural_key
from vqdesk.ports import Media

FOLDER_LIMIT = 5000
_LOOKED_AT_ONCE = 4
_SUFFIXES = {
    "image": {".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff", ".gif"},
    "video": {".mp4", ".mov", ".webm", ".mkv", ".avi", ".m4v"},
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file after looking at it: either facts or a problem."""

    path: str
    facts: MediaFacts | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Candidates:
    """`truncated` counts the files of folders beyond the limit."""

    accepted: tuple[Candidate, ...]
    refused: tuple[Candidate, ...]
    truncated: int = 0


class CandidateScan:
    """Files are judged by content; a folder gives its pictures (or videos), recursively and in natural order."""

    def __init__(self, media: Media, samples: Path) -> None:
        self._media = media
        self._samples = samples

    def look_at(self, paths: Sequence[str], kind: str) -> Candidates:
        """Every path once, in the order given."""
        files, empty = self._expanded(paths, kind)
        kept = list(dict.fromkeys(files))[:FOLDER_LIMIT]
        with ThreadPoolExecutor(_LOOKED_AT_ONCE, thread_name_prefix="look-at") as pool:
            looked = list(pool.map(lambda path: self._look(path, kind), kept))
        return Candidates(
            accepted=tuple(one for one in looked if one.problem is None),
            refused=(*(one for one in looked if one.problem is not None), *empty),
            truncated=max(0, len(set(files)) - len(kept)),
        )

    def samples(self) -> list[str]:
        """The photographs that come with VQDesk."""
        return [str(path) for path in _of_kind(self._samples.iterdir(), "image")]

    def _expanded(self, paths: Sequence[str], kind: str) -> tuple[list[Path], list[Candidate]]:
        files: list[Path] = []
        refused: list[Candidate] = []
        for path in (Path(text) for text in paths):
            if not path.is_dir():
                files.append(path)
                continue
            found = list(_of_kind(path.rglob("*"), kind))
            files += found
            if not found:
                refused.append(Candidate(str(path), problem=no_media_in(path, kind)))
        return files, refused

    def _look(self, path: Path, kind: str) -> Candidate:
        try:
            facts = self._media.probe(path)
        except InputUnusable as error:
            return Candidate(str(path), problem=error.problem)
        if facts.kind.value != kind:
            return Candidate(str(path), problem=wrong_kind(path, facts, kind))
        return Candidate(str(path), facts)


def no_media_in(folder: Path, kind: str) -> Problem:
    what = "pictures" if kind == "image" else "videos"
    kinds = ", ".join(sorted(suffix.lstrip(".") for suffix in _SUFFIXES[kind]))
    return Problem(
        f"There are no {what} in the folder {folder.name}.",
        f"VQDesk looked for {kinds}.",
        "Choose another folder.",
    )


def wrong_kind(path: Path, facts: MediaFacts, kind: str) -> Problem:
    is_what = {"image": "a picture", "video": "a video"}.get(facts.kind.value, "neither picture nor video")
    wanted = "pictures" if kind == "image" else "videos"
    return Problem(
        f"{path.name} is {is_what}.", f"This workflow takes {wanted}.", "Choose another workflow or file."
    )


def _of_kind(paths: Iterable[Path], kind: str) -> Iterator[Path]:
    chosen = (path for path in paths if path.suffix.lower() in _SUFFIXES[kind] and path.is_file())
    return iter(sorted(chosen, key=lambda path: natural_key(str(path))))
