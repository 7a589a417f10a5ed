"""Backups beside the database: `vqdesk.db.backup-20260131T220000-000000-update`."""

import os
import re
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from vqdesk.adapters.store.migrations import STEPS
from vqdesk.adapters.store.words import in_words
from vqdesk.domain.errors import NotFound, StoreUnusable
from vqdesk.ports import Backup, BackupKind

_KEPT = 3
_STAMP = "%Y%m%dT%H%M%S-%f"
_LOCK_TIMEOUT_S = 2.0


class BackupFolder:
    """Implements ports.Backups for one database file."""

    def __init__(self, database: Path) -> None:
        self._database = database

    def all(self) -> Sequence[Backup]:
        paths = self._database.parent.glob(f"{self._database.name}.backup-*")
        found = (_parts(path, self._database.name) for path in paths)
        return sorted((one for one in found if one), key=lambda one: one.made_at, reverse=True)

    def make(self) -> Backup:
        if not self._database.is_file():
            raise NotFound(
                "There is nothing to back up.",
                f"{self._database} does not exist.",
                "Name the data folder with --home.",
            )
        with in_words(self._database):
            return self.read(back_up(self._database, BackupKind.HAND))

    def read(self, path: Path) -> Backup:
        found = path if path.is_absolute() or path.exists() else self._database.parent / path
        if not found.is_file():
            raise NotFound(f"There is no backup “{path}”.", "", "`vqdesk backup list` names all.")
        known = _parts(found, self._database.name) or _described(found, BackupKind.HAND, _changed_at(found))
        if known.jobs is None or not _is_whole(found):
            raise StoreUnusable(
                f"{found.name} is no usable backup.",
                "It is damaged, or it is not a database of VQDesk.",
                "Choose another: `vqdesk backup list` names all.",
            )
        if not known.fits:
            raise StoreUnusable(
                f"{found.name} was written by a newer VQDesk.",
                "Its database has steps that this version does not know.",
                "Update VQDesk, or choose an older backup: `vqdesk backup list` names all.",
            )
        return known

    def restore(self, backup: Backup) -> Backup | None:
        with in_words(self._database):
            fresh = self._database.with_name(f"{self._database.name}.restoring")
            _copy(backup.path, fresh)
            replaced = self._put_aside() if self._database.exists() else None
            fresh.replace(self._database)  # one step: there is a whole database at every moment
            if replaced is None:
                return None
            _prune(self._database, BackupKind.REPLACED, replaced)
        return _parts(replaced, self._database.name)

    def _put_aside(self) -> Path:
        _close_for_all(self._database)
        target = _free_name(self._database, BackupKind.REPLACED)
        shutil.copy2(self._database, target)
        for end in ("-wal", "-shm"):  # only a damaged database still has them; they must not meet the new one
            left = self._database.with_name(self._database.name + end)
            if left.exists():
                left.replace(target.with_name(target.name + end))
        return target


def back_up(database: Path, kind: BackupKind) -> Path:
    """A whole copy of a database that may be in use; of those made by us the last three are kept."""
    target = _free_name(database, kind)
    _copy(database, target)
    _prune(database, kind, target)
    return target


def _copy(source: Path, target: Path) -> None:
    """By SQLite itself, and under its name only when it is whole."""
    half = target.with_name(f"{target.name}.part")
    half.unlink(missing_ok=True)
    try:
        with (
            closing(sqlite3.connect(source, timeout=_LOCK_TIMEOUT_S)) as opened,
            closing(sqlite3.connect(half)) as copy,
        ):
            opened.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, complete by itself
        with half.open("rb+") as written:
            os.fsync(written.fileno())
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_LOCK_TIMEOUT_S)


def _close_for_all(database: Path) -> None:
    """Leaving the write-ahead log is refused while anybody else has the file open; a damaged file passes."""
    try:
        with closing(sqlite3.connect(database, timeout=_LOCK_TIMEOUT_S, isolation_level=None)) as own:
            own.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            return
        raise StoreUnusable(
            "The backup was not restored.",
            f"Another VQDesk uses {database}.",
            "Close its windows and commands, then try again.",
        ) from error
    except sqlite3.DatabaseError:
        return


def _free_name(database: Path, kind: BackupKind) -> Path:
    while True:
        target = database.with_name(f"{database.name}.backup-{datetime.now(UTC).strftime(_STAMP)}-{kind.value}")
        if not target.exists():
            return target


def _prune(database: Path, kind: BackupKind, newest: Path) -> None:
    """`newest` stays whatever the clock says."""
    if kind is BackupKind.HAND:
        return
    others = sorted(database.parent.glob(f"{database.name}.backup-*-{kind.value}"))
    others.remove(newest)
    for old in others[: 1 - _KEPT]:
        for end in ("", "-wal", "-shm"):
            old.with_name(old.name + end).unlink(missing_ok=True)


def _parts(path: Path, database: str) -> Backup | None:
    kinds = "|".join(kind.value for kind in BackupKind)
    match = re.fullmatch(rf"{re.escape(database)}\.backup-(\d{{8}}T\d{{6}}-\d{{6}})-({kinds})", path.name)
    if match is None:
        return None
    return _described(path, BackupKind(match[2]), datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC))


def _changed_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _described(path: Path, kind: BackupKind, moment: datetime) -> Backup:
    jobs, steps = _content(path)
    made_at = moment.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
    return Backup(path, kind, made_at, path.stat().st_size, jobs, jobs is not None and steps <= set(STEPS))


def _content(path: Path) -> tuple[int | None, set[str]]:
    """Number of jobs and recorded steps; None for a file that is damaged or no database of ours."""
    try:
        with closing(_reading(path)) as opened:
            rows = opened.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'vqdesk'")
            steps = {str(row[0]) for row in rows}
            return int(opened.execute("SELECT count(*) FROM jobs").fetchone()[0]), steps
    except sqlite3.DatabaseError:
        return None, set()


def _is_whole(path: Path) -> bool:
    """Reads all of it."""
    try:
        with closing(_reading(path)) as opened:
            return bool(opened.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False
