"""Looking at dropped files and folders: what can be an input, and why not. Blocking."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from vqdesk.domain.errors import Problem
from vqdesk.domain.media import MediaFacts, MediaKind
from vqdesk.ports import Media
from vqdesk.services.staging import files_in, input_path, look, nothing_in

FOLDER_LIMIT = 5000
_LOOKED_AT_ONCE = 4


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
        wanted = MediaKind(kind)
        files, empty = _expanded(paths, wanted)
        kept = files[:FOLDER_LIMIT]
        with ThreadPoolExecutor(_LOOKED_AT_ONCE, thread_name_prefix="look-at") as pool:
            looked = list(pool.map(lambda path: self._look(path, wanted), kept))
        return Candidates(
            accepted=tuple(one for one in looked if one.problem is None),
            refused=(*(one for one in looked if one.problem is not None), *empty),
            truncated=len(files) - len(kept),
        )

    def samples(self) -> list[str]:
        """The photographs that come with VQDesk."""
        return [str(path) for path in files_in(self._samples, MediaKind.IMAGE)]

    def _look(self, path: Path, kind: MediaKind) -> Candidate:
        found = look(self._media, path, kind)
        if isinstance(found, Problem):
            return Candidate(str(path), problem=found)
        return Candidate(str(path), found)


def _expanded(texts: Sequence[str], kind: MediaKind) -> tuple[list[Path], list[Candidate]]:
    files: dict[Path, None] = {}
    empty: list[Candidate] = []
    for path in map(input_path, texts):
        found = list(files_in(path, kind)) if path.is_dir() else [path]
        files.update(dict.fromkeys(found))
        if not found:
            empty.append(Candidate(str(path), problem=nothing_in(path, kind)))
    return list(files), empty
