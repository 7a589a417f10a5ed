"""All finished files, and what the user said of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from vqdesk.domain.job import JobId
from vqdesk.domain.outputs import GalleryOutput


@dataclass(frozen=True, slots=True)
class OutputQuery:
    """Which outputs a view wants; `text` is what domain.outputs understands. Those in the trash never come."""

    kind: str = ""  # video, image; "" for all
    starred: bool = False
    job_id: JobId | None = None
    workflow: str = ""
    text: str = ""
    order: str = "newest"  # or oldest, rating, largest, name


@dataclass(frozen=True, slots=True)
class OutputCounts:
    """How many there are by kind, whatever kind the query asks for, and the bytes of what it finds."""

    all: int = 0
    videos: int = 0
    images: int = 0
    starred: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class OutputDay:
    """What was made on one local day, `YYYY-MM-DD`."""

    day: str
    count: int
    bytes: int


@dataclass(frozen=True, slots=True)
class OutputListing:
    """Ids in order, the numbers for the chips, and the days one after another where the order is by time."""

    ids: tuple[int, ...] = ()
    counts: OutputCounts = OutputCounts()
    days: tuple[OutputDay, ...] = ()


@dataclass(frozen=True, slots=True)
class OutputChoices:
    """What the outputs can be narrowed down to: (job, its name) newest first, workflows, tags."""

    jobs: tuple[tuple[JobId, str], ...] = ()
    workflows: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


class OutputStore(Protocol):
    """Blocking; what does not exist any more is left out."""

    def listing(self, query: OutputQuery) -> OutputListing: ...

    def rows(self, ids: Sequence[int]) -> list[GalleryOutput]:
        """In the order asked; those in the trash too."""
        ...

    def choices(self) -> OutputChoices: ...

    def rate(self, ids: Sequence[int], rating: int) -> None:
        """0 to 5 stars."""
        ...

    def set_favourite(self, ids: Sequence[int], favourite: bool) -> None: ...

    def add_tag(self, ids: Sequence[int], tag: str) -> None: ...

    def remove_tag(self, ids: Sequence[int], tag: str) -> None: ...

    def set_trashed(self, ids: Sequence[int], trashed: bool) -> None: ...
