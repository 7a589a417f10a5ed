"""Which of a server's models is meant by a name."""

import re
from collections.abc import Sequence

from vqdesk.domain.auto_prompt.faults import LlmFailed, LlmFault
from vqdesk.domain.parameters import similar_names

_EMBEDDING = "embed"
_COPY = re.compile(r":\d+\Z")


def choosable(ids: Sequence[str]) -> list[str]:
    """Models that can write; those for embeddings cannot."""
    return [one for one in ids if _EMBEDDING not in one.casefold()]


def same_model(asked: str, answered: str) -> bool:
    """Whether two ids mean one model; a copy's number (":2") and a quantisation ("@q4_k_m") do not count."""
    return _plain(asked) == _plain(answered) or not answered


def match_model(wanted: str, ids: Sequence[str]) -> str:
    """The listed id that is meant, never a made-up one: the same, else the same end, else the only one with it.

    Raises LlmFailed.
    """
    plain = wanted.strip().casefold()
    tests = (
        lambda one: one.casefold() == plain,
        lambda one: one.casefold().rpartition("/")[2] == plain,
        lambda one: _plain(one).rpartition("/")[2] == _plain(plain).rpartition("/")[2],
        lambda one: plain in one.casefold(),
    )
    listed = choosable(ids)
    for test in tests if plain else ():
        found = [one for one in listed if test(one)]
        if found:
            return min(found, key=len)
    raise LlmFailed(
        LlmFault.UNKNOWN_MODEL,
        f"The server has no model “{wanted}”.",
        f"It lists {len(listed)} models." if listed else "It lists no model.",
        similar_names(wanted, listed, "Its models are") or "Download it there, or choose another in the settings.",
    )


def _plain(model: str) -> str:
    return _COPY.sub("", model.casefold().partition("@")[0])
