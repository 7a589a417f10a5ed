"""A prompt that takes server or app down with it is not fed again and again."""

from vqdesk.domain.errors import PUT_ASIDE, Problem


def put_aside(deaths: int, limit: int) -> Problem | None:
    """Why a prompt is put aside after so many attempts that were running when server or app died; 0: never."""
    if limit < 1 or deaths < limit:
        return None
    times = "once" if deaths == 1 else "twice" if deaths == 2 else f"{deaths} times"
    return Problem(
        f"Put aside: it was running {times} when the server or VQDesk died.",
        "It may be the one that brings them down: too large for the memory, or a node that crashes.",
        "Look at the server's console. Retry it by itself, or make it smaller.",
        kind=PUT_ASIDE,
    )
