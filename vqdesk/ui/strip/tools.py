"""At the right end of the strip: find a command, what happened, settings."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, IconButton
from vqdesk.ui.widgets.painting import Box, paint_box

_MOST = 99


class StripTools(QWidget):
    """Tells what was clicked."""

    find_wanted = Signal()
    notices_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.find = Button("", icon="search", small=True)
        self.find.setAccessibleName(self.tr("Find a command"))
        self.bell = _Bell(self.tr("Notifications"))
        self.sliders = IconButton("sliders", self.tr("Settings"))
        self.sliders.set_name(self.tr("Settings"), "Ctrl+,")
        self.find.clicked.connect(self.find_wanted)
        self.bell.clicked.connect(self.notices_wanted)
        self.sliders.clicked.connect(self.settings_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space.xs)
        for part in (self.find, self.bell, self.sliders):
            row.addWidget(part)
        self.set_narrow(False)

    @property
    def words_width(self) -> int:
        """In px, what the words of the search take beside its icon, shown or not."""
        is_narrow = not self.find.text()
        widths = []
        for narrow in (False, True, is_narrow):
            self.set_narrow(narrow)
            widths.append(self.find.sizeHint().width())
        return widths[0] - widths[1]

    def set_narrow(self, narrow: bool) -> None:
        """Where there is little room the search is its icon."""
        self.find.setText("" if narrow else self.tr("Find a command"))
        self.find.set_hint("" if narrow else self.tr("Ctrl K"))
        self.find.setToolTip(self.tr("Find a command (Ctrl+K)"))

    def show_unread(self, count: int) -> None:
        """Puts a number on the bell."""
        self.bell.show_count(count)
        self.bell.set_name(self.tr("Notifications, {0} new").format(count) if count else self.tr("Notifications"))


class _Bell(IconButton):
    """An icon with a number at its corner."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("bell", name, parent=parent)
        self._count = 0

    def show_count(self, count: int) -> None:
        """0 shows none."""
        self._count = count
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds the number."""
        super().paintEvent(event)
        if not self._count:
            return
        theme = current_theme()
        words = str(min(self._count, _MOST))
        painter = QPainter(self)
        painter.setFont(theme.font("caption"))
        px = theme.size.badge
        width = max(px, QFontMetrics(painter.font()).horizontalAdvance(words) + theme.space.s)
        place = QRect(self.width() - width, 0, width, px)
        paint_box(painter, place, Box("danger.fill", None, px // 2), theme)
        painter.setPen(theme.color("danger.on"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
