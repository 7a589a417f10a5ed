"""Telling other places of what happened."""

from typing import Protocol

from vqdesk.domain.notifications import Notice


class Webhook(Protocol):
    """Blocking: call it in a thread."""

    def post(self, url: str, notice: Notice) -> None:
        """Tells one address. Raises WebhookRefused."""
        ...
