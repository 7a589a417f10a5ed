"""The look that the settings ask for."""

from collections.abc import Mapping
from typing import get_args

from vqdesk.domain.setting import SettingValue
from vqdesk.domain.settings_window import REDUCED_MOTION, SCHEME, TEXT_SIZE
from vqdesk.ui.theme.tokens import Choice, SchemeChoice


def choice_of(values: Mapping[str, SettingValue]) -> Choice:
    """Scheme, scale and motion; defaults where a value is missing."""
    wanted = values.get(SCHEME.key, SCHEME.default)
    known = {name: name for name in get_args(SchemeChoice)}
    percent = values.get(TEXT_SIZE.key, TEXT_SIZE.default)
    still = values.get(REDUCED_MOTION.key, REDUCED_MOTION.default)
    return Choice(known.get(wanted, "system"), float(percent) / 100, bool(still))
