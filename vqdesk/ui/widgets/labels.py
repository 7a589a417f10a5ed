"""Words on panels: one type role, one colour role, a fixed line height, “…” where allowed."""

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme

Elide = Literal["right", "middle", "parts"]
_BETWEEN = " · "
_WRAPPED_KEPT = 16
_ELIDE = {"right": Qt.TextElideMode.ElideRight, "middle": Qt.TextElideMode.ElideMiddle}


class Label(QLabel):
    """One or more lines of plain text; `wrap` breaks lines, else the whole text always has room."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        color: str = "text.primary",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role = role
        self._color = color
        self._wrapped: dict[tuple[str, int, str], list[str]] = {}  # by text, width and font
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        height = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed  # the hint is for 64 letters
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, height)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        follow_theme(self._retheme)

    def set_color(self, role: str) -> None:
        """Takes the colour of another role."""
        self._color = role
        self.update()

    def set_role(self, role: str) -> None:
        """Takes another type role."""
        self._role = role
        self._retheme(current_theme())

    def sizeHint(self) -> QSize:
        """Widest line × number of lines."""
        if self.wordWrap():
            width = min(self._text_width(), QFontMetrics(self.font()).averageCharWidth() * 64)
            return QSize(width, self.heightForWidth(width))
        return QSize(self._text_width(), self._line() * (self.text().count("\n") + 1))

    def minimumSizeHint(self) -> QSize:
        """A wrapping label may become narrow, another never loses a letter."""
        if self.wordWrap():
            return QSize(QFontMetrics(self.font()).averageCharWidth() * 8, self._line())
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """Height in px of the wrapped text at that width."""
        if not self.wordWrap():
            return self.sizeHint().height()
        return sum(len(self._lines(part, width)) for part in self.text().split("\n")) * self._line()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws each line in the middle of its line height."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.color(self._color if self.isEnabled() else "text.disabled"))
        lines = self._shown_lines()
        y = (self.height() - len(lines) * self._line()) // 2
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            y = 0
        horizontal = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        for line in lines:
            painter.drawText(0, y, self.width(), self._line(), horizontal | Qt.AlignmentFlag.AlignVCenter, line)
            y += self._line()

    def _shown_lines(self) -> list[str]:
        parts = self.text().split("\n")
        if not self.wordWrap():
            return parts
        return [line for part in parts for line in self._lines(part, self.width())]

    def _lines(self, text: str, width: int) -> list[str]:
        """Kept for the next time: one change on a page asks each of its labels at several widths."""
        wanted = text, width, self.font().key()
        if wanted not in self._wrapped:
            if len(self._wrapped) >= _WRAPPED_KEPT:
                self._wrapped.clear()
            self._wrapped[wanted] = self._wrap(text, width)
        return self._wrapped[wanted]

    def _wrap(self, text: str, width: int) -> list[str]:
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        lines: list[str] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, 0))
            lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
        layout.endLayout()
        return lines or [""]

    def _text_width(self) -> int:
        metrics = QFontMetrics(self.font())
        return max(metrics.horizontalAdvance(part) for part in self.text().split("\n")) + 1

    def _line(self) -> int:
        return current_theme().line_height(self._role)

    def _retheme(self, theme: Theme) -> None:
        self.setFont(theme.font(self._role))
        self.updateGeometry()
        self.update()


class ElidedLabel(Label):
    """One line that gives way; the whole text is its tool tip then.

    It ends in “…” (names), loses its middle (paths), or its last parts one by one (facts with dots between).
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        color: str = "text.primary",
        *,
        elide: Elide = "right",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, color, parent=parent)
        self._elide: Elide = elide
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(QFontMetrics(self.font()).averageCharWidth() * 4, self._line())

    def shown_text(self) -> str:
        """What is readable now."""
        metrics, text = QFontMetrics(self.font()), self.text()
        mode = _ELIDE.get(self._elide, Qt.TextElideMode.ElideRight)
        if self._elide == "parts":
            while _BETWEEN in text and metrics.elidedText(text, mode, self.width()) != text:
                text = text.rpartition(_BETWEEN)[0]
        return metrics.elidedText(text, mode, self.width())

    def event(self, event: QEvent) -> bool:
        """Gives the whole text as tool tip while it does not fit."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self.text() if self.shown_text() != self.text() else "")
        return super().event(event)

    def _shown_lines(self) -> list[str]:
        return [self.shown_text()]
