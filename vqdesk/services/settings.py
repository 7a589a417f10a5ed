"""Reading and changing the settings of `domain/settings.py`. Blocking: call it in a pool."""

from typing import TypeVar

from vqdesk.domain.settings import Setting
from vqdesk.ports import SettingStore

T = TypeVar("T", bool, int, float, str)
_PREFIX = "user."


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

    def reset(self, setting: Setting[T]) -> None:
        """Back to the default, also when a later version changes it."""
        self._store.put(_PREFIX + setting.key, "")
