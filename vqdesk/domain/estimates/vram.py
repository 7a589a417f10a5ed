"""How large a graphics card a prompt wants, roughly.

The largest model and what sampling works with, all of it on the card. ComfyUI goes on with less by keeping parts
of the model in the computer's memory, slowly, until that is not enough either.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from vqdesk.domain.estimates.load import Load
from vqdesk.domain.workflow import VramHint

CARDS_GB = (8, 12, 16, 24, 32)
"""Usual sizes; the last one stands for all above it too."""
_ALWAYS_GB = 0.6  # what a process has on the card before any model
_REPORTED = 1.05  # a card that is sold as 24 GB has 25.2 · 10⁹ bytes
_MEGA = 1_000_000


def vram_gb(hint: VramHint, load: Load, params: Mapping[str, Any]) -> float:
    """Gigabytes that a prompt wants on the card; never less for a larger or longer one."""
    window = params.get(hint.window) if hint.window else None
    if isinstance(window, int | float) and window > 0:
        load = replace(load, frames=min(load.frames, round(window)))
    return hint.model_gb + hint.per_megapixel_gb * load.volume / _MEGA + _ALWAYS_GB


def card_gb(wanted_gb: float) -> int:
    """The smallest usual card that has so much."""
    return next((size for size in CARDS_GB if wanted_gb <= size * _REPORTED), CARDS_GB[-1])


def is_above_all(wanted_gb: float) -> bool:
    """Whether not even the largest usual card has so much."""
    return wanted_gb > CARDS_GB[-1] * _REPORTED
