"""Settings as a file: what differs from the defaults, readable and safe to edit by hand."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.setting import SettingValue
from vqdesk.domain.settings import BY_KEY

_FORMAT = "vqdesk-settings"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """`values` by key; `left_out` are keys that are unknown here, or whose value is not allowed."""

    values: Mapping[str, SettingValue]
    left_out: tuple[str, ...] = ()


def settings_text(values: Mapping[str, SettingValue]) -> str:
    """The file's text for these values by key; defaults are left out, so that they may change with a version.

    So are secrets: the file is made to be passed on.
    """
    told = {key: value for key, value in values.items() if not BY_KEY[key].is_secret}
    kept = {key: value for key, value in told.items() if value != BY_KEY[key].default}
    document = {"format": _FORMAT, "version": _VERSION, "settings": kept}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def read_settings(text: str) -> ReadSettings:
    """Reads what `settings_text` wrote. Raises InputUnusable for anything else."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _refused("It is not JSON.") from error
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise _refused("It says nothing of VQDesk.")
    found = document.get("settings")
    if not isinstance(found, dict):
        raise _refused("It has no part “settings”.")
    values, left_out = {}, []
    for key, value in found.items():
        setting = BY_KEY.get(key)
        if setting is None or not setting.allows(value):
            left_out.append(key)
        else:
            values[key] = value
    return ReadSettings(values, tuple(left_out))


def _refused(cause: str) -> InputUnusable:
    return InputUnusable("This file holds no settings.", cause, "Choose a file that “Export” has written.")
