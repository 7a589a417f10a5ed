"""Opening the SQLite file: connections, and migrations with a backup before them."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from vqdesk.adapters.store import migrations
from vqdesk.adapters.store.backups import back_up
from vqdesk.adapters.store.words import in_words
from vqdesk.domain.errors import StoreUnusable
from vqdesk.ports import BackupKind

_BUSY_TIMEOUT_S = 5.0
_LOOK_AGAIN_S = 0.01
_WHOLE = ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
_PART = ("SAVEPOINT part", "RELEASE part", "ROLLBACK TO part")


class Database:
    """One writer and one reader connection on a file; each is used by one thread at a time."""

    def __init__(self, path: Path) -> None:
        """Opens and migrates. Raises StoreUnusable (newer version, corrupt, not writable)."""
        self.path = path
        self._write_lock = threading.RLock()
        self._read_lock = threading.Lock()
        self._batching = 0  # the thread that has a batch open
        with in_words(path):
            self._writer = _connect(path)
            try:
                _migrate(self._writer, path)
                self._reader = _connect(path)
            except BaseException:
                self._writer.close()
                raise
            self._reader.execute("PRAGMA query_only = ON")

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Makes all writing of this thread inside the block one transaction; each part can fail by itself.

        Inside another batch it is a part of that one.
        """
        if self._batching == threading.get_ident():
            with self.writing():
                yield
            return
        with self._write_lock, in_words(self.path):
            self._writer.execute("BEGIN IMMEDIATE")
            self._batching = threading.get_ident()
            try:
                yield
                self._check_batch()
                self._writer.execute("COMMIT")
            except BaseException:
                self._undo("ROLLBACK")
                raise
            finally:
                self._batching = 0

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that holds the write lock from its start; rolled back when the block raises."""
        is_part = self._batching == threading.get_ident()
        begin, commit, rollback = _PART if is_part else _WHOLE
        with self._write_lock, in_words(self.path):
            if is_part:
                self._check_batch()
            self._writer.execute(begin)
            try:
                yield self._writer
                self._writer.execute(commit)
            except BaseException:
                self._undo(rollback)
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees what is committed, and inside a batch what the batch has written."""
        if self._batching == threading.get_ident():
            yield self._writer
            return
        with self._read_lock, in_words(self.path):
            yield self._reader

    def _undo(self, rollback: str) -> None:
        """A full or faulty disk makes SQLite itself roll back everything, an open batch included."""
        if self._writer.in_transaction:
            self._writer.execute(rollback)

    def _check_batch(self) -> None:
        if not self._writer.in_transaction:
            raise StoreUnusable(
                "The queue's database cannot be used.",
                f"The disk that holds {self.path} is full or faulty.",
                "Free some space or check the disk, then try again.",
            )

    def data_version(self) -> int:
        """SQLite's own counter on the writer connection: changes when another process has committed."""
        with self._write_lock, in_words(self.path):
            return int(self._writer.execute("PRAGMA data_version").fetchone()[0])

    def faults(self) -> list[str]:
        """What SQLite's own check finds wrong; reads the whole file, by a connection of its own."""
        try:
            with closing(sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True)) as own:
                found = [str(row[0]) for row in own.execute("PRAGMA quick_check(5)")]
        except sqlite3.DatabaseError as error:
            return [str(error)]
        return [] if found == ["ok"] else found

    def close(self) -> None:
        """Closes both connections; later calls raise."""
        with self._write_lock, self._read_lock:
            self._reader.close()
            self._writer.close()


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    _use_wal(connection)
    for pragma in ("synchronous = NORMAL", "foreign_keys = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _use_wal(connection: sqlite3.Connection) -> None:
    """Waits by itself: SQLite's own timeout does not hold when two switch a new file at the same moment."""
    deadline = time.monotonic() + _BUSY_TIMEOUT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(_LOOK_AGAIN_S)
        else:
            return


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    if not _pending_steps(connection):
        return
    from sqlite_utils import Database as SqliteUtilsDatabase  # takes longer to load than all of this module's work

    from vqdesk.adapters.store.migrations import applying

    connection.execute("BEGIN IMMEDIATE")  # another process may be opening the same file for the first time
    try:
        if _pending_steps(connection):
            if _recorded_steps(connection):
                back_up(path, BackupKind.UPDATE)
            applying.migrations.apply(SqliteUtilsDatabase(connection))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _pending_steps(connection: sqlite3.Connection) -> set[str]:
    """Steps that the file lacks. Raises StoreUnusable for a file with steps that this version does not know."""
    known, recorded = set(migrations.STEPS), _recorded_steps(connection)
    if recorded - known:
        raise StoreUnusable(
            "This data folder was written by a newer VQDesk.",
            f"Its database knows the steps {', '.join(sorted(recorded - known))}, which this version does not.",
            "Update VQDesk, go back to an older state with `vqdesk backup restore`, or start it with another "
            "data folder (--home).",
        )
    return known - recorded


def _recorded_steps(connection: sqlite3.Connection) -> set[str]:
    table = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_sqlite_migrations'"
    ).fetchone()
    if not table:
        return set()
    rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'vqdesk'")
    return {row[0] for row in rows}
