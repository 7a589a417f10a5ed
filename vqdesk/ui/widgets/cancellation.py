"""How a wish to cancel ended, in words."""

from PySide6.QtCore import QCoreApplication

from vqdesk.domain.job import Prompt
from vqdesk.domain.status import Cancellation


def cancellation_words(prompt: Prompt) -> str:
    """Empty while nobody wished it, or the wish has not taken effect."""
    if prompt.cancellation is None:
        return ""
    return {
        Cancellation.NEVER_SENT: QCoreApplication.translate("Cancellation", "removed before it was sent"),
        Cancellation.REMOVED: QCoreApplication.translate("Cancellation", "removed at the engine"),
        Cancellation.INTERRUPTED: QCoreApplication.translate("Cancellation", "interrupted while it ran"),
        Cancellation.TOO_LATE: QCoreApplication.translate("Cancellation", "the cancel came too late"),
    }[prompt.cancellation]
