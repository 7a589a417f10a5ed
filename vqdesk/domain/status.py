"""States of prompts, the one table of legal transitions, and the job's state derived from them (DESIGN §4)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class PromptStatus(StrEnum):
    """Where a prompt stands."""

    PENDING = "pending"  # in our queue only
    SUBMITTING = "submitting"  # an attempt is stored, the POST may be under way
    QUEUED = "queued"  # accepted, waiting at the server
    RUNNING = "running"  # being executed, or its outputs are being collected
    SUCCEEDED = "succeeded"  # every output is recorded and on disk
    FAILED = "failed"
    CANCELED = "canceled"


class Cancellation(StrEnum):
    """How the wish to cancel a prompt ended."""

    NEVER_SENT = "never_sent"  # it was only in our queue
    REMOVED = "removed"  # it waited at a server and was taken out of its queue
    INTERRUPTED = "interrupted"  # it ran and was stopped
    TOO_LATE = "too_late"  # it ended by itself before the wish took effect


S = PromptStatus
_FINAL = frozenset({S.SUCCEEDED, S.FAILED, S.CANCELED})

TRANSITIONS: Final[Mapping[PromptStatus, frozenset[PromptStatus]]] = {
    S.PENDING: frozenset({S.SUBMITTING, S.FAILED, S.CANCELED}),
    S.SUBMITTING: frozenset({S.QUEUED, S.RUNNING, S.SUCCEEDED, S.FAILED, S.CANCELED, S.PENDING}),
    S.QUEUED: frozenset({S.RUNNING, S.SUCCEEDED, S.FAILED, S.CANCELED, S.PENDING}),
    S.RUNNING: frozenset({S.SUCCEEDED, S.FAILED, S.CANCELED, S.PENDING}),
    S.SUCCEEDED: frozenset(),
    S.FAILED: frozenset({S.PENDING}),
    S.CANCELED: frozenset({S.PENDING}),
}
"""From each state, where a prompt may go. Back to pending means: retried by the user, or lost by the server.

A pending one fails when what it still lacks, its text, cannot be made.
"""

IN_FLIGHT: Final = frozenset({S.SUBMITTING, S.QUEUED, S.RUNNING})
"""States in which an attempt is, or may be, at a server."""


class IllegalTransition(Exception):
    """A move that the table does not hold: a bug of ours."""

    def __init__(self, prompt_id: int, old: PromptStatus, new: PromptStatus) -> None:
        super().__init__(f"prompt {prompt_id}: {old} -> {new} is not a legal transition")


def check_transition(prompt_id: int, old: PromptStatus, new: PromptStatus) -> None:
    """Raises IllegalTransition unless the table allows `old` -> `new`."""
    if new not in TRANSITIONS[old]:
        raise IllegalTransition(prompt_id, old, new)


def sources_of(new: PromptStatus) -> frozenset[PromptStatus]:
    """All states from which a prompt may go to `new`."""
    return frozenset(old for old, targets in TRANSITIONS.items() if new in targets)


def is_final(status: PromptStatus) -> bool:
    """True for states that only a retry leaves."""
    return status in _FINAL


def job_status(counts: Mapping[PromptStatus, int]) -> PromptStatus:
    """The job's state from the number of its prompts in each state; without prompts it is succeeded."""
    if any(counts.get(state, 0) for state in IN_FLIGHT):
        return S.RUNNING
    for state in (S.PENDING, S.FAILED, S.CANCELED):
        if counts.get(state, 0):
            return state
    return S.SUCCEEDED
