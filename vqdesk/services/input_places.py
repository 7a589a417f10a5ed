"""Inputs that are named as ComfyUI names them: as they lie in its input folder (R-S8). Blocking."""

import ipaddress
import os
from pathlib import Path
from urllib.parse import urlsplit

from vqdesk.domain.job import Lane
from vqdesk.domain.tabs import FirstFolder
from vqdesk.ports import SettingStore, Store
from vqdesk.services.staging import relative_name

_KEY = "input_folder.{0}"


def remember_input_folder(settings: SettingStore, lane: Lane, folder: str) -> None:
    """What a lane's server has said, "" for nothing; it may be away when a name is looked up."""
    key = _KEY.format(lane.id)
    if settings.get(key) != folder:
        settings.put(key, folder)


def first_folder(store: Store, wished: str) -> FirstFolder:
    """Where a new workspace looks for inputs: as the user wishes, else the first server's folder is offered."""
    return FirstFolder(wished) if wished.strip() else FirstFolder(InputPlaces(store).first(), is_used=False)


class InputPlaces:
    """Knows the input folders of the servers on this computer."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def first(self) -> str:
        """The first of these folders; "" when none is known. It may be away."""
        return str(next(iter(self.folders()), ""))

    def named(self, text: str) -> str:
        """The file of a server's input folder that a name means, unless one lies where the name itself leads."""
        name = "" if Path(text).is_absolute() else relative_name(text)
        if not name or os.path.lexists(name):
            return text
        found = (folder / name for folder in self.folders())
        return next((str(path) for path in found if path.is_file() and os.access(path, os.R_OK)), text)

    def folders(self) -> list[Path]:
        lanes = [lane for lane in self._store.lanes.all() if _is_here(lane)]
        said = (self._store.settings.get(_KEY.format(lane.id)) for lane in lanes)
        return [Path(folder) for folder in said if folder]


def _is_here(lane: Lane) -> bool:
    """Whether the lane's address is this computer's own: only then its folders are ours too."""
    host = urlsplit(lane.url).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
