"""What an empty place says: what will be here, and the next step as a button."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.labels import Label


class IconView(QWidget):
    """A picture beside words; it says nothing on its own."""

    def __init__(
        self, name: str, role: str = "text.secondary", *, large: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._role = role
        self._large = large
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, role: str) -> None:
        """Shows another icon in another colour role."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        """16 px, or 20 where there is much room."""
        size = current_theme().size
        px = size.icon_large if self._large else size.icon
        return QSize(px, px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the icon."""
        paint_icon(QPainter(self), self.rect(), self._name, self._role, current_theme())


class EmptyState(QWidget):
    """Icon, title, text and buttons in the middle; `dashed` draws the border of a place to drop on."""

    def __init__(
        self, icon: str, title: str, text: str = "", *, dashed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._dashed = dashed
        self._lit = False
        self._title = Label(title, "strong")
        self._text = Label(text, "body", "text.secondary", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setVisible(bool(text))
        self._buttons = QHBoxLayout()
        space = current_theme().space
        self._buttons.setSpacing(space.m)
        self._buttons.setContentsMargins(0, space.s, 0, 0)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(space.m, space.m, space.m, space.m)
        rows.setSpacing(space.s)
        rows.addStretch(1)
        rows.addWidget(IconView(icon, large=True), 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._text)
        rows.addLayout(self._buttons)
        rows.setAlignment(self._buttons, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(1)

    def add_button(self, button: QWidget) -> None:
        """Adds a next step."""
        self._buttons.addWidget(button)

    def set_words(self, title: str, text: str = "") -> None:
        """Says something else."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def set_lit(self, lit: bool) -> None:
        """Shows that something is held over it and may be dropped."""
        self._lit = lit
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the border of a drop place."""
        if not self._dashed:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.size.ring if self._lit else theme.size.line
        pen = QPen(theme.color("focus.ring" if self._lit else "line.control"), width)
        pen.setDashPattern([theme.space.xs / width, theme.space.xs / width])
        painter.setPen(pen)
        painter.setBrush(theme.color("accent.tint" if self._lit else "surface.0"))
        box: QRect = self.rect()
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.radius.card, theme.radius.card)
