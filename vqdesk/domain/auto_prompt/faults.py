"""What can go wrong with a server of language models, and what follows for a batch."""

from enum import StrEnum
from typing import Final

from vqdesk.domain.errors import UserError


class LlmFault(StrEnum):
    """Kinds of failures.

    CUT_OFF: the answer ended without its end; HUNG_UP: before its beginning; THOUGHT: nothing but thinking came.
    """

    UNREACHABLE = "unreachable"
    NO_SERVER = "no_server"
    LOADING = "loading"
    NOT_LOADED = "not_loaded"
    UNKNOWN_MODEL = "unknown_model"
    LOAD_FAILED = "load_failed"
    NO_VISION = "no_vision"
    BAD_PICTURE = "bad_picture"
    OVERFLOW = "overflow"
    DIED = "died"
    CUT_OFF = "cut_off"
    HUNG_UP = "hung_up"
    TOKEN = "token"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    THOUGHT = "thought"
    SLOW = "slow"
    REFUSED = "refused"


RETRIED_ONCE: Final = frozenset(
    {
        LlmFault.LOADING,
        LlmFault.NOT_LOADED,
        LlmFault.DIED,
        LlmFault.CUT_OFF,
        LlmFault.HUNG_UP,
        LlmFault.EMPTY,
    }
)
"""Worth a second try; everything else would only fail again, and a failed load costs a crash."""

ENDS_BATCH: Final = frozenset(
    {
        LlmFault.UNREACHABLE,
        LlmFault.NO_SERVER,
        LlmFault.HUNG_UP,
        LlmFault.LOADING,
        LlmFault.NOT_LOADED,
        LlmFault.UNKNOWN_MODEL,
        LlmFault.LOAD_FAILED,
        LlmFault.NO_VISION,
        LlmFault.TOKEN,
    }
)
"""The next image would fail the same way."""


class LlmFailed(UserError):
    """A server of language models did not do what it was asked."""

    def __init__(
        self, fault: LlmFault, summary: str, cause: str = "", remedy: str = "", details: str = ""
    ) -> None:
        super().__init__(summary, cause, remedy, details=details, kind=f"llm_{fault}")
        self.fault = fault
