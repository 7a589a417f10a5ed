"""Pictures that came from the clipboard: kept while anything uses them, then for a while. Blocking."""

import logging
import re
from collections.abc import Callable

from vqdesk.ports import Files, MentionStore

PASTED = "pasted_"
"""What the names of such files begin with."""

_NAME = re.compile(rf"{PASTED}[0-9a-f]+\.\w+")
_logger = logging.getLogger(__name__)


class PastedKeeping:
    """`days`: how long after its last use; 0 for ever."""

    def __init__(self, mentions: MentionStore, files: Files, days: Callable[[], int]) -> None:
        self._mentions = mentions
        self._files = files
        self._days = days

    def tidy(self) -> int:
        """Number of pictures that were removed: those that no job, workspace or preset speaks of.

        It looks at the whole database once: for the start of a session, when no window can undo anything yet.
        """
        days = self._days()
        old = self._files.old_pictures(days) if days else []
        if not old:
            return 0
        used = {name for text in self._mentions.texts_with(PASTED) for name in _NAME.findall(text)}
        gone = sum(self._files.forget_picture(path) for path in old if path.name not in used)
        if gone:
            _logger.info("%d pasted pictures were removed: nothing used them for %d days", gone, days)
        return gone
