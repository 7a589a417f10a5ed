"""Copies of the queue: making one, listing them, going back to one."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from vqdesk.domain.errors import NotFound, StoreUnusable
from vqdesk.ports import Backup, BackupKind, Backups


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and where the state before it went."""

    backup: Backup
    replaced: Backup | None


class BackupService:
    """`worker_lock` tells whether it was taken; `pause` pauses the queue of the restored database."""

    def __init__(
        self,
        backups: Backups,
        worker_lock: Callable[[], AbstractContextManager[bool]],
        pause: Callable[[], None],
    ) -> None:
        self._backups = backups
        self._worker_lock = worker_lock
        self._pause = pause

    def all(self) -> Sequence[Backup]:
        """Newest first."""
        return self._backups.all()

    def make(self) -> Backup:
        """Possible while VQDesk works. Raises StoreUnusable, NotFound."""
        return self._backups.make()

    def restore(self, name: str = "") -> Restored:
        """Goes back to a backup, or to the newest that this version can use; the queue is paused then.

        Raises StoreUnusable, also while VQDesk works on the data folder, and NotFound.
        """
        backup = self._backups.read(Path(name) if name else self._newest().path)
        with self._worker_lock() as is_ours:
            if not is_ours:
                raise StoreUnusable(
                    "The backup was not restored.",
                    "VQDesk works on this data folder.",
                    "Quit it, then try again.",
                )
            replaced = self._backups.restore(backup)
        self._pause()
        return Restored(backup, replaced)

    def _newest(self) -> Backup:
        """What a restore has put aside is only taken by name: else going back twice would go forward again."""
        for backup in self._backups.all():
            if backup.fits and backup.kind is not BackupKind.REPLACED:
                return backup
        raise NotFound(
            "There is no backup that this version can use.",
            "One is made before every update, and by `vqdesk backup make`.",
            "Update VQDesk, or start it with another data folder (--home).",
        )
