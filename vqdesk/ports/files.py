"""Pictures, staging area and output tree."""

from pathlib import Path
from typing import Protocol

from vqdesk.domain.job import Asset
from vqdesk.domain.media import MediaFacts


class Media(Protocol):
    """Facts and pictures from files. Blocking: call it in a pool."""

    def probe(self, path: Path) -> MediaFacts:
        """Facts by content. Raises InputUnusable (corrupt, empty, not a picture, too large)."""
        ...

    def thumbnail(self, path: Path, edge: int, first_frame: bool = False) -> bytes:
        """JPEG with the long side at most `edge` pixels, from the cache when possible. Raises InputUnusable.

        Of a clip the frame that says most, or the first.
        """
        ...

    def video_frame(self, path: Path, second: float, edge: int) -> bytes:
        """JPEG of the frame shown at a time in seconds, the long side at most `edge`. Raises InputUnusable."""
        ...

    def verify_output(self, path: Path, content: bytes | None = None) -> MediaFacts:
        """Facts of a fetched output after reading enough of it to be sure that it is whole.

        `content` is that of the file, when it is at hand. Files that are neither picture nor video come back as
        kind OTHER. Raises InputUnusable when broken.
        """
        ...


class Files(Protocol):
    """Staging area and output tree (DESIGN §5). Blocking: call it in a pool."""

    def stage(self, source: Path) -> tuple[str, str, int]:
        """Copies a source into staging by content; returns sha256, extension and size in bytes."""
        ...

    def digest(self, source: Path) -> tuple[str, str, int]:
        """What `stage` returns, without keeping a copy. Raises InputUnusable."""
        ...

    def find_input(self, asset: Asset, source: Path) -> Path:
        """A file with exactly the asset's content: the staged copy, else the source if it is unchanged.

        Raises InputUnusable when neither is left.
        """
        ...

    def staged_path(self, asset: Asset) -> Path:
        """Where a staged asset lies."""
        ...

    def keep_picture(self, data: bytes, extension: str) -> Path:
        """Keeps a picture that came without a file, once per content. Raises OutputUnwritable."""
        ...

    def old_pictures(self, days: float) -> list[Path]:
        """Kept pictures that were last given to `keep_picture` longer ago."""
        ...

    def forget_picture(self, path: Path) -> bool:
        """Deletes a kept picture; whether it is gone."""
        ...

    def move_aside(self, source: Path, folder_name: str) -> Path:
        """Moves a file into a folder beside it, never overwriting (`__2`, `__3` …). Raises OutputUnwritable."""
        ...

    def open_output(self, folder: str, name: str) -> "OutputFile":
        """A new file for `<output root>/<folder>/<name>`, invisible until committed."""
        ...

    def remove_partials(self) -> None:
        """Removes what a killed process left half-written. Only for the holder of the data folder's lock."""
        ...


class OutputFile(Protocol):
    """An output being written. Either `commit` or `discard` ends it."""

    @property
    def temporary(self) -> Path: ...

    def write(self, data: bytes) -> None:
        """Raises OutputUnwritable (disk full, read-only)."""
        ...

    def close(self) -> tuple[str, int]:
        """Flushes to disk; returns sha256 and size."""
        ...

    def commit(self) -> Path:
        """Gives the file its name, never overwriting (`__2`, `__3` …), and returns it."""
        ...

    def discard(self) -> None:
        """Removes the temporary file."""
        ...
