"""Copies of the queue's database, made before every update and by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol


class BackupKind(Enum):
    """Why it was made."""

    UPDATE = "update"  # before a newer version changed the database
    HAND = "made"  # by the user; never removed by us
    REPLACED = "replaced"  # what a restore has put aside


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy. `jobs` is None for a file that cannot be read."""

    path: Path
    kind: BackupKind
    made_at: str  # ISO, UTC
    size: int  # bytes
    jobs: int | None
    fits: bool  # this version can use it

    @property
    def name(self) -> str:
        return self.path.name


class Backups(Protocol):
    """Works on a closed or an open database, also on one of a newer version."""

    def all(self) -> Sequence[Backup]:
        """Newest first."""
        ...

    def make(self) -> Backup:
        """Copies the database as it is now. Raises StoreUnusable."""
        ...

    def read(self, path: Path) -> Backup:
        """What a file holds. Raises NotFound, and StoreUnusable for one that cannot take the database's place."""
        ...

    def restore(self, backup: Backup) -> Backup | None:
        """Puts it in the database's place and answers where the old one went (None: there was none).

        Raises StoreUnusable, also while anybody has the database open.
        """
        ...
