"""Which engine a workspace wants for its jobs; kept with the form's values, never submitted as one."""

from collections.abc import Mapping
from typing import Any, Final

from vqdesk.domain.job import LaneId

LANE: Final = "form.lane"


def chosen_lane(own_values: Mapping[str, Any]) -> LaneId | None:
    """None for any engine."""
    chosen = own_values.get(LANE)
    return LaneId(chosen) if isinstance(chosen, int) and chosen > 0 else None
