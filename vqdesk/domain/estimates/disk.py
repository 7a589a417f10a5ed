"""How many bytes the outputs of a prompt will take."""

from collections.abc import Sequence
from statistics import median

from vqdesk.domain.estimates.load import Load
from vqdesk.domain.estimates.values import Timing

_NEWEST = 24


def expected_bytes(history: Sequence[Timing], workflow_hash: str, load: Load) -> int | None:
    """Bytes of one prompt's outputs by the bytes per pixel and frame of the past; None without a past.

    `history` is newest first. The workflow's own past counts; without one that of the same kind of task.
    """
    sized = [one for one in history if one.bytes > 0]
    own = [one for one in sized if one.workflow_hash == workflow_hash]
    chosen = (own or sized)[:_NEWEST]
    if not chosen:
        return None
    return round(median(one.bytes / one.load.volume for one in chosen) * load.volume)
