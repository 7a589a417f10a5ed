"""Reading and changing the settings of `domain/settings.py`. Blocking: call it in a pool."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from vqdesk.domain.errors import InputUnusable, NotFound, OutputUnwritable, ParameterInvalid
from vqdesk.domain.setting import AnySetting, Setting, SettingValue
from vqdesk.domain.settings import BY_KEY, SETTINGS
from vqdesk.domain.settings_file import ReadSettings, read_settings, settings_text
from vqdesk.ports import SettingStore

T = TypeVar("T", bool, int, float, str)
_PREFIX = "user."
_MOST_BYTES = 1_000_000


class SettingService:
    """Typed access; all processes on a data folder see the same values."""

    def __init__(self, store: SettingStore) -> None:
        self._store = store

    def get(self, setting: Setting[T]) -> T:
        """The stored value, or the default."""
        return setting.read(self._store.get(_PREFIX + setting.key))

    def put(self, setting: Setting[T], value: T) -> None:
        """Raises ValueError for a value outside the limits."""
        self._store.put(_PREFIX + setting.key, setting.write(value))

    def reset(self, setting: AnySetting) -> None:
        """Back to the default, also when a later version changes it."""
        self._store.put(_PREFIX + setting.key, "")

    def values(self) -> dict[str, SettingValue]:
        """All values by key, in the order of SETTINGS."""
        return {setting.key: setting.read(self._store.get(_PREFIX + setting.key)) for setting in SETTINGS}

    def change(self, values: Mapping[str, SettingValue]) -> None:
        """All of these or none; a default is stored as “default”. Raises NotFound, ParameterInvalid."""
        texts = {key: self._text_of(key, value) for key, value in values.items()}
        for key, text in texts.items():
            self._store.put(_PREFIX + key, text)

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

    def _text_of(self, key: str, value: SettingValue) -> str:
        setting = BY_KEY.get(key)
        if setting is None:
            raise NotFound(
                f"There is no setting “{key}”.", "This VQDesk knows none of that name.", "Check the name."
            )
        if not setting.allows(value):
            raise ParameterInvalid(key, f"{setting.title}: {value!r} is not allowed.", "", setting.limits_words)
        return "" if value == setting.default else setting.store_text(value)
