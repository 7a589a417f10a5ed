"""How much memory the graphics cards of the servers have, as these said when they were last reached. Blocking."""

from collections.abc import Iterable

from vqdesk.domain.job import Lane, LaneId
from vqdesk.ports import SettingStore

_KEY = "card_bytes.{0}"


def remember_card(settings: SettingStore, lane: Lane, card_bytes: int) -> None:
    """What a lane's server has said, 0 for a server without a card."""
    key, text = _KEY.format(lane.id), str(card_bytes)
    if settings.get(key) != text:
        settings.put(key, text)


def known_cards(settings: SettingStore, lanes: Iterable[Lane]) -> dict[LaneId, int]:
    """Bytes by lane; a lane that was never reached, or has no card, is missing."""
    said = {lane.id: settings.get(_KEY.format(lane.id)) for lane in lanes}
    return {lane_id: int(text) for lane_id, text in said.items() if text.isdecimal() and int(text)}
