"""Reading and changing the settings of `domain/settings.py`. Blocking: call it in a pool."""

import json
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from vqdesk.domain.errors import InputUnusable, NotFound, OutputUnwritable, ParameterInvalid
from vqdesk.domain.setting import AnySetting, Setting, SettingValue
from vqdesk.domain.settings import BY_KEY, SETTINGS
from vqdesk.domain.settings_file import ReadSettings, read_settings, settings_text
from vqdesk.ports import Secrets, SettingStore

T = TypeVar("T", bool, int, float, str)
_PREFIX = "user."
_MOST_BYTES = 1_000_000
KEPT_SECRET = "•" * 12
"""Stands for a secret that is kept, which never leaves this service for a view."""


class SettingService:
    """Typed access; all processes on a data folder see the same values.

    Of a secret the store only knows that there is one, by a word that is new with each change.
    """

    def __init__(self, store: SettingStore, secrets: Secrets) -> None:
        self._store = store
        self._secrets = secrets
        self._known: dict[str, tuple[str, str]] = {}  # secrets by key, each with its word

    def get(self, setting: Setting[T]) -> T:
        """The stored value, or the default."""
        stored = self._store.get(_PREFIX + setting.key)
        return (
            type(setting.default)(self._secret(setting.key, stored)) if setting.is_secret else setting.read(stored)
        )

    def put(self, setting: Setting[T], value: T) -> None:
        """Raises ValueError for a value outside the limits, OutputUnwritable for a secret that is not kept."""
        self._keep(setting.key, setting.write(value))

    def reset(self, setting: AnySetting) -> None:
        """Back to the default, also when a later version changes it."""
        self._keep(setting.key, "")

    def values(self) -> dict[str, SettingValue]:
        """All values by key, in the order of SETTINGS; KEPT_SECRET stands for a secret."""
        stored = {setting: self._store.get(_PREFIX + setting.key) for setting in SETTINGS}
        return {
            setting.key: (KEPT_SECRET if text else "") if setting.is_secret else setting.read(text)
            for setting, text in stored.items()
        }

    def change(self, values: Mapping[str, SettingValue]) -> None:
        """All of these or none; a default is stored as “default”. KEPT_SECRET leaves a secret as it is.

        Raises NotFound, ParameterInvalid, OutputUnwritable.
        """
        texts = {key: self._text_of(key, value) for key, value in values.items() if value != KEPT_SECRET}
        for key, text in texts.items():
            self._keep(key, text)

    def export(self, path: Path) -> None:
        """Writes what differs from the defaults. Raises OutputUnwritable."""
        try:
            path.write_text(settings_text(self.values()), encoding="utf-8")
        except OSError as error:
            raise OutputUnwritable(
                f"{path.name} cannot be written.", f"{error.strerror}.", "Choose another folder."
            ) from error

    @staticmethod
    def read_file(path: Path) -> ReadSettings:
        """What a file holds; nothing is changed yet. Raises InputUnusable."""
        try:
            if path.stat().st_size > _MOST_BYTES:
                raise InputUnusable(
                    f"{path.name} is too large to hold settings.",
                    f"It has more than {_MOST_BYTES // 1_000_000} MB.",
                    "Choose a file that “Export” has written.",
                )
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InputUnusable(f"{path.name} cannot be read.", f"{error}.", "Choose another file.") from error
        return read_settings(text)

    def _keep(self, key: str, text: str) -> None:
        if BY_KEY[key].is_secret:
            value = json.loads(text) if text else ""
            self._secrets.put(_PREFIX + key, value)
            text = uuid.uuid4().hex if value else ""
        self._store.put(_PREFIX + key, text)

    def _secret(self, key: str, word: str) -> str:
        """A keyring may ask its user: it is opened once, and only when it holds something of ours."""
        if not word:
            return ""
        known = self._known.get(key)
        if known is None or known[0] != word:
            known = self._known[key] = (word, self._secrets.get(_PREFIX + key))
        return known[1]

    def _text_of(self, key: str, value: SettingValue) -> str:
        setting = BY_KEY.get(key)
        if setting is None:
            raise NotFound(
                f"There is no setting “{key}”.", "This VQDesk knows none of that name.", "Check the name."
            )
        if not setting.allows(value):
            raise ParameterInvalid(key, f"{setting.title}: {value!r} is not allowed.", "", setting.limits_words)
        return "" if value == setting.default else setting.store_text(value)
