"""SQLite's errors in words for the user."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vqdesk.domain.errors import StoreUnusable

_LITTLE_SPACE = 1 << 20


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turns SQLite's errors of the environment into words; our own mistakes pass unchanged."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.OperationalError as error:
        text = str(error)
        if "locked" in text or "busy" in text:
            cause, remedy = f"Another program holds {path}.", "Close it and try again."
        elif "full" in text or ("disk I/O" in text and _is_full(path)):
            cause, remedy = f"The disk that holds {path} is full.", "Free some space and try again."
        elif "readonly" in text or "unable to open" in text:
            cause, remedy = (
                f"{path} cannot be written.",
                "Check the folder's permissions or choose another with --home.",
            )
        elif "disk I/O" in text:
            cause, remedy = f"The disk reports an error on {path}.", "Check the disk, then start VQDesk again."
        else:
            raise
        raise StoreUnusable("The queue's database cannot be used.", cause, remedy, details=text) from error
    except sqlite3.DatabaseError as error:
        if "not a database" not in str(error) and "malformed" not in str(error):
            raise
        raise StoreUnusable(
            "The queue's database is damaged.",
            f"{path}: {error}.",
            "`vqdesk backup restore` brings back the newest backup; `vqdesk backup list` names all.",
        ) from error


def _is_full(path: Path) -> bool:
    """SQLite calls it an I/O error when there is no room for the files beside the database."""
    return shutil.disk_usage(path.parent).free < _LITTLE_SPACE
