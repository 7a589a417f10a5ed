"""Looking at dropped files and folders: what can be an input, and why not. Blocking."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vqdesk.domain.errors import InputUnusable, Problem
from vqdesk.domain.media import MediaFacts, MediaKind
from vqdesk.ports import Media
from vqdesk.services.folders import files_in, is_folder, nothing_in
from vqdesk.services.side_by_side import side_by_side
from vqdesk.services.staging import input_path, look

PATIENCE_S = 20.0
_LOOKED_AT_ONCE = 2  # mostly Python: more would only hold up the window's thread
_SAMPLE_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file after looking at it: either facts or a problem. Equal fingerprints mean the same content."""

    path: str
    facts: MediaFacts | None = None
    problem: Problem | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Candidates:
    """`is_late`: the place of these files did not answer in time."""

    accepted: tuple[Candidate, ...]
    refused: tuple[Candidate, ...]
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Expansion:
    """The files that paths stand for. `refused` are folders, or what is in them; `truncated` counts the rest."""

    files: tuple[str, ...]
    refused: tuple[Candidate, ...] = ()
    truncated: int = 0


class CandidateScan:
    """Files are judged by content; a folder gives its pictures (or videos), recursively and in natural order."""

    def __init__(
        self, media: Media, samples: Path, limit: Callable[[], int], patience_s: float = PATIENCE_S
    ) -> None:
        self._media = media
        self._samples = samples
        self._limit = limit
        self._patience_s = patience_s

    def expand(self, paths: Sequence[str], kind: str) -> Expansion:
        """Every file once, in the order given; folders give theirs, all together at most the limit."""
        limit, wanted = self._limit(), MediaKind(kind)
        files: dict[str, None] = {}
        refused: list[Candidate] = []
        given = 0
        for path in map(input_path, paths):
            if not is_folder(path):
                files[str(path)] = None
                given += 1
                continue
            found = files_in(path, wanted)
            files.update(dict.fromkeys(map(str, found.files)))
            refused += [Candidate(str(place), problem=problem) for place, problem in found.problems]
            if not found.files and not found.problems:
                refused.append(Candidate(str(path), problem=nothing_in(path, wanted)))
        most = max(limit, given)
        return Expansion(tuple(files)[:most], tuple(refused), max(0, len(files) - most))

    def look_at(self, paths: Sequence[str], kind: str) -> Candidates:
        """Every file, in the order given."""
        wanted = MediaKind(kind)
        looked: list[Candidate] = []
        is_late = False
        try:
            for one in side_by_side(
                lambda path: self._look(path, wanted), paths, _LOOKED_AT_ONCE, self._patience_s
            ):
                looked.append(one)
        except TimeoutError:
            is_late = True
            looked += [Candidate(path, problem=_silent(path)) for path in paths[len(looked) :]]
        return Candidates(
            accepted=tuple(one for one in looked if one.problem is None),
            refused=tuple(one for one in looked if one.problem is not None),
            is_late=is_late,
        )

    def files_of(self, folder: Path, kind: str) -> Expansion:
        """The files of a folder, at most the limit, and its parts that cannot be read.

        Raises InputUnusable when it is away or is no folder.
        """
        if not is_folder(folder):
            raise InputUnusable(
                f"The folder {folder.name or folder} is not there.",
                f"There is no folder {folder}.",
                "Check the path, or connect the drive.",
            )
        found = files_in(folder, MediaKind(kind))
        if found.problems and not found.files:
            problem = found.problems[0][1]
            raise InputUnusable(problem.summary, problem.cause, problem.remedy)
        limit = self._limit()
        refused = tuple(Candidate(str(place), problem=problem) for place, problem in found.problems)
        return Expansion(tuple(map(str, found.files[:limit])), refused, max(0, len(found.files) - limit))

    def samples(self) -> list[str]:
        """The photographs that come with VQDesk."""
        return [str(path) for path in files_in(self._samples, MediaKind.IMAGE).files]

    def _look(self, path: str, kind: MediaKind) -> Candidate:
        found = look(self._media, Path(path), kind)
        if isinstance(found, Problem):
            return Candidate(path, problem=found)
        try:
            return Candidate(path, found, fingerprint=_fingerprint(Path(path), found.bytes))
        except OSError:  # gone since: the submission will say so
            return Candidate(path, found)


def _fingerprint(path: Path, size: int) -> str:
    """Size and a digest of start, middle and end: enough to find copies without reading whole videos."""
    digest = hashlib.blake2b(digest_size=16)
    with path.open("rb") as file:
        for at in sorted({0, max(0, size // 2), max(0, size - _SAMPLE_BYTES)}):
            file.seek(at)
            digest.update(file.read(_SAMPLE_BYTES))
    return f"{size}-{digest.hexdigest()}"


def _silent(path: str) -> Problem:
    place = Path(path)
    return Problem(
        f"{place.name} does not answer.",
        f"Nothing came from {place.parent}, which may be a network folder that is away.",
        "Check the connection, then add the file again.",
    )
