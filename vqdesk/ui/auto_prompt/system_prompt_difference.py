"""What the user changed in a shipped text, line by line."""

import re
from dataclasses import dataclass

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from vqdesk.ui.theme.source import follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.text_area import TextArea

_PLACE = re.compile(r"@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@")
_HEADS = ("--- ", "+++ ")
_LINES = (3, 16)


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    color: str
    tint: str = ""


class DifferenceView(TextArea):
    """Read only. `is_wanted`: the user has opened it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._lines: list[_Line] = []
        super().__init__("", min_lines=_LINES[0], max_lines=_LINES[1], parent=parent)
        self.setAccessibleName(self.tr("Changes of the shipped text"))
        self.setReadOnly(True)
        self.is_wanted = False
        follow_theme(self._paint_lines)

    def show_difference(self, difference: str) -> None:
        """Takes a unified diff; “−” was shipped, “+” is the user's."""
        lines = [line for line in difference.splitlines() if not line.startswith(_HEADS)]
        self._lines = [self._line(line) for line in lines]
        self.set_text("\n".join(line.words for line in self._lines))
        self._paint_lines(self._theme)

    def _line(self, line: str) -> _Line:
        place = _PLACE.match(line)
        if place:
            return _Line(self.tr("Line {0}").format(place[1]), "text.secondary")
        if line.startswith("-"):
            return _Line(f"− {line[1:]}", "text.primary", "tint.failed")
        if line.startswith("+"):
            return _Line(f"+ {line[1:]}", "text.primary", "tint.done")
        return _Line(f"  {line[1:]}", "text.secondary")

    def _paint_lines(self, theme: Theme) -> None:
        self._theme = theme
        cursor = QTextCursor(self.document())
        for line in self._lines:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            block, words = QTextBlockFormat(), QTextCharFormat()
            words.setForeground(theme.color(line.color))
            if line.tint:
                block.setBackground(theme.color(line.tint))
            cursor.mergeBlockFormat(block)
            cursor.mergeCharFormat(words)
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
