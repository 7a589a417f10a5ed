"""The catalogue to import by: a server's, else the last one seen, else the shipped one."""

import gzip
import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from vqdesk.domain.errors import InputUnusable
from vqdesk.ports import NodeCatalog

_MAX_BYTES: Final = 64_000_000


class CatalogShelf:
    """`file` keeps the last server's catalogue over restarts; `shipped` reads the one of this program."""

    def __init__(self, file: Path, shipped: Callable[[], NodeCatalog]) -> None:
        self._file = file
        self._shipped = shipped

    def remember(self, catalog: NodeCatalog) -> None:
        """Keeps a server's catalogue for when it is away. Raises OSError."""
        temporary = self._file.with_suffix(".tmp")
        temporary.write_bytes(gzip.compress(json.dumps(catalog).encode(), compresslevel=1))
        temporary.replace(self._file)

    def best(self, online: NodeCatalog | None = None) -> NodeCatalog:
        """`online` or the one kept, with the shipped one's classes where they have none of that name."""
        shipped = self._shipped()
        if online is not None:
            return {**shipped, **online}
        return {**shipped, **self._kept()}

    def _kept(self) -> NodeCatalog:
        try:
            with gzip.open(self._file) as packed:
                catalog = json.loads(packed.read(_MAX_BYTES))
        except (OSError, EOFError, zlib.error, ValueError):
            return {}  # none was kept, or it is damaged: the next server's takes its place
        return catalog if isinstance(catalog, dict) else {}


def read_catalog(path: Path) -> NodeCatalog:
    """A saved `/object_info`, also one packed by gzip. Raises InputUnusable."""
    try:
        raw = path.read_bytes()
        catalog = json.loads(gzip.decompress(raw) if raw.startswith(b"\x1f\x8b") else raw)
    except OSError as error:
        raise InputUnusable(
            f"{path.name} cannot be read.", f"The system says: {error.strerror or error}.", "Check its name."
        ) from error
    except (EOFError, zlib.error, ValueError, RecursionError) as error:
        raise _no_catalog(path, str(error)) from error
    if not isinstance(catalog, dict) or not all(isinstance(entry, dict) for entry in catalog.values()):
        raise _no_catalog(path, "It is not an object of classes")
    return catalog


def _no_catalog(path: Path, reason: str) -> InputUnusable:
    return InputUnusable(
        f"{path.name} is no catalogue of node classes.",
        f"{reason}.",
        "Save the answer of your server's /object_info.",
    )
