"""The system's keyring where Python's `keyring` finds one, else a file that only its owner can read."""

import importlib
import json
import logging
import os
from pathlib import Path
from typing import Any

from vqdesk.domain.errors import OutputUnwritable

_SERVICE = "vqdesk"
_log = logging.getLogger(__name__)


class SystemSecrets:
    """Implements ports.Secrets for one data folder; values never appear in a log."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "secrets.json"
        self._scope = str(folder)

    def get(self, name: str) -> str:
        ring = _keyring()
        if ring is not None:
            try:
                kept = ring.get_password(_SERVICE, self._name(name))
            except ring.errors.KeyringError as error:
                _log.warning("the keyring did not answer: %s", type(error).__name__)
            else:
                if kept:
                    return str(kept)
        return self._read().get(name, "")

    def put(self, name: str, value: str) -> None:
        kept = self._read()
        known = kept.pop(name, None)
        if not self._put_in_keyring(name, value) and value:
            kept[name] = value
        if known is not None or name in kept:
            self._write(kept)

    def _put_in_keyring(self, name: str, value: str) -> bool:
        ring = _keyring()
        if ring is None:
            return False
        try:
            if value:
                ring.set_password(_SERVICE, self._name(name), value)
            elif ring.get_password(_SERVICE, self._name(name)) is not None:
                ring.delete_password(_SERVICE, self._name(name))
        except ring.errors.KeyringError as error:
            _log.warning("the keyring took nothing: %s", type(error).__name__)
            return False
        return True

    def _name(self, name: str) -> str:
        return f"{self._scope}:{name}"

    def _read(self) -> dict[str, str]:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(name): str(value) for name, value in kept.items()} if isinstance(kept, dict) else {}

    def _write(self, kept: dict[str, str]) -> None:
        half = self._file.with_name(f"{self._file.name}.part")
        try:
            half.unlink(missing_ok=True)
            handle = os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(kept, stream)
            half.replace(self._file)
        except OSError as error:
            raise OutputUnwritable(
                "The password was not kept.",
                f"{self._file} cannot be written: {error.strerror or error}.",
                "Check the permissions of the data folder and the room on its disk.",
            ) from error


def _keyring() -> Any:
    """The package, when it is installed and has found a keyring that keeps something."""
    try:
        ring = importlib.import_module("keyring")
        return ring if ring.get_keyring().priority > 0 else None
    except (ImportError, RuntimeError, OSError):
        return None
