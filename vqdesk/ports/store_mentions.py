"""What still speaks of a file."""

from typing import Protocol


class MentionStore(Protocol):
    """Blocking reads over everything that was stored."""

    def texts_with(self, word: str) -> list[str]:
        """Texts with this word in presets, in workspaces open or closed, and in jobs that were not deleted."""
        ...
