"""From a finished file back to the prompt that made it."""

from typing import Protocol

from vqdesk.domain.job import AttemptId, Prompt


class OriginStore(Protocol):
    """Blocking reads; None where this data folder knows nothing of the file."""

    def of_attempt(self, attempt_id: AttemptId) -> Prompt | None:
        """The prompt that was sent under this id, in whichever of its attempts."""
        ...

    def of_content(self, sha256: str) -> Prompt | None:
        """The prompt of an output with this content; the newest of several."""
        ...
