"""One fact below a list, with a button that goes with it, or more lines on request."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import QuietButton
from vqdesk.ui.widgets.empty_state import IconView
from vqdesk.ui.widgets.labels import Label


class NoteLine(QWidget):
    """Hidden until `tell`. `acted` when the button is clicked; details open and close by themselves."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconView("info")
        self._text = Label("", "small", "text.secondary", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = Label("", "small", "text.secondary", wrap=True)
        self.button = QuietButton("", small=True)
        self.button.clicked.connect(self.acted)
        self.more = QuietButton("", small=True)
        self.more.clicked.connect(self._open_or_close)
        self._build_rows()
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    @property
    def details(self) -> str:
        """The lines that “Details” shows."""
        return self._details.text()

    def tell(self, text: str, *, button: str = "", details: str = "", warns: bool = False) -> None:
        """Says something; an empty text takes the line away. Details have a button of their own."""
        self._icon.set_icon("warning" if warns else "info", "status.paused" if warns else "text.secondary")
        self._text.setText(text)
        self._details.setText(details)
        self._details.hide()
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.more.setText(self.tr("Details"))
        self.more.setVisible(bool(details))
        self.setToolTip(details)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def _open_or_close(self) -> None:
        is_open = self._details.isHidden()
        self._details.setVisible(is_open)
        self.more.setText(self.tr("Less") if is_open else self.tr("Details"))

    def _build_rows(self) -> None:
        space = current_theme().space
        row = QHBoxLayout()
        row.setSpacing(space.s)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        for button in (self.button, self.more):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.xs)
        rows.addLayout(row)
        below = QHBoxLayout()
        below.setContentsMargins(current_theme().size.icon + space.s, 0, 0, 0)
        below.addWidget(self._details)
        rows.addLayout(below)
