"""Panels, cards and lines between them."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme

Edge = Literal["none", "bottom", "top", "round", "card", "chosen", "failed"]


class Panel(QFrame):
    """A surface; `role` is a colour role such as "surface.1"."""

    def __init__(self, role: str = "surface.1", edge: Edge = "none", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", role)
        self.setProperty("edge", edge)

    def set_edge(self, edge: Edge) -> None:
        """Takes another border."""
        self.setProperty("edge", edge)
        self.style().unpolish(self)
        self.style().polish(self)


class Card(Panel):
    """A raised box with 16 px padding; put widgets into `rows`. A chosen card has an accent line."""

    def __init__(self, *, chosen: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("surface.2", "chosen" if chosen else "card", parent)
        self.rows = QVBoxLayout(self)
        space = current_theme().space
        self.rows.setContentsMargins(space.m, space.m, space.m, space.m)
        self.rows.setSpacing(space.s)

    def set_chosen(self, chosen: bool) -> None:
        """Marks the card as the choice."""
        self.set_edge("chosen" if chosen else "card")


class ScrollPage(QScrollArea):
    """A page that scrolls up and down only, without a frame, and is no stop for Tab."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)


class Line(QWidget):
    """A divider of 1 px."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if upright:
            self.setFixedWidth(current_theme().size.line)
        else:
            self.setFixedHeight(current_theme().size.line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the line."""
        QPainter(self).fillRect(self.rect(), current_theme().color("line.normal"))


class Splitter(QSplitter):
    """8 px to grab, 1 px to see; a double click gives both sides their first sizes back."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._first_sizes: list[int] = []
        self.setChildrenCollapsible(False)
        follow_theme(self._retheme)

    def set_first_sizes(self, sizes: list[int]) -> None:
        """Sizes in px to start with, and to return to."""
        self._first_sizes = list(sizes)
        self.setSizes(sizes)

    def reset(self) -> None:
        """Goes back to the first sizes."""
        if self._first_sizes:
            self.setSizes(self._first_sizes)
            self.splitterMoved.emit(self._first_sizes[0], 1)

    def createHandle(self) -> QSplitterHandle:
        """A handle that shows a thin line."""
        return _Handle(self.orientation(), self)

    def _retheme(self, theme: Theme) -> None:
        self.setHandleWidth(theme.size.line)


class _Handle(QSplitterHandle):
    """Seen as a line; the pointer finds it within 8 px, because it lies over both neighbours."""

    def __init__(self, orientation: Qt.Orientation, parent: Splitter) -> None:
        super().__init__(orientation, parent)
        self._owner = parent

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Resets the splitter."""
        self._owner.reset()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Margins are for grabbing; only what is between them is drawn."""
        size = current_theme().size
        before = (size.splitter - size.line) // 2
        after = size.splitter - size.line - before
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)
        if self.orientation() == Qt.Orientation.Horizontal:
            self.setContentsMargins(before, 0, after, 0)
        else:
            self.setContentsMargins(0, before, 0, after)
        self.setMask(QRegion(self.contentsRect()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the line."""
        QPainter(self).fillRect(self.contentsRect(), current_theme().color("line.normal"))


def row_of(*widgets: QWidget | None, spacing: int | None = None) -> QHBoxLayout:
    """A row without margins; None stands for the space that grows."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current_theme().space.s if spacing is None else spacing)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
