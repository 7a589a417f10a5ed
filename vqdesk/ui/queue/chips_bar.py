"""The bar above the list: filter chips with counts, search, order."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QWidget

from vqdesk.ports import JobQuery
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.buttons import QuietButton
from vqdesk.ui.widgets.chips import Chip
from vqdesk.ui.widgets.fields import LineField
from vqdesk.ui.widgets.status import status_word
from vqdesk.ui.widgets.surfaces import Panel

_TYPING_PAUSE_MS = 150
_FILTERS = ("", "running", "failed", "pending", "succeeded", "canceled")
_ORDERS = ("actionable", "newest", "oldest")


class ChipsBar(Panel):
    """Makes the query of the list; `changed` after every choice, while typing after a short pause."""

    changed = Signal()
    left = Signal()  # Down or Enter in the search field: to the list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface.1", "bottom", parent)
        self._status = ""
        self._order = _ORDERS[0]
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._typing.timeout.connect(self.changed)
        self.chips = {status: self._make_chip(status) for status in _FILTERS}
        self.search = LineField(icon="search")
        self.order = QuietButton("", icon="sort", small=True)
        self._build_search()
        self._build_order()
        self._build_row()
        follow_theme(self._retheme)

    @property
    def query(self) -> JobQuery:
        """What the list should show."""
        return JobQuery((self._status,) if self._status else (), self.search.text().strip(), self._order)

    def set_counts(self, jobs: Mapping[str, int]) -> None:
        """Numbers of jobs by state."""
        for status, chip in self.chips.items():
            chip.set_count(jobs.get(status, 0) if status else sum(jobs.values()))
        self._fit()

    def show_all(self) -> None:
        """Takes filter and search away."""
        blocker = QSignalBlocker(self.search)
        self.search.clear()
        blocker.unblock()
        self._choose("")

    def filter_words(self) -> str:
        """What limits the list now, in words; empty when nothing does."""
        parts = [status_word(self._status)] if self._status else []
        text = self.search.text().strip()
        return ", ".join([*parts, f"“{text}”"] if text else parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words give way in a fixed order."""
        super().resizeEvent(event)
        self._fit()

    def _make_chip(self, status: str) -> Chip:
        chip = Chip(status_word(status) if status else self.tr("All"), status=status, count=0)
        chip.setChecked(status == self._status)
        chip.chosen.connect(lambda _add: self._choose(status))
        return chip

    def _choose(self, status: str) -> None:
        self._status = status
        for known, chip in self.chips.items():
            chip.setChecked(known == status)
        self._typing.stop()
        self.changed.emit()

    def _build_search(self) -> None:
        self.search.setAccessibleName(self.tr("Search the queue"))
        self.search.setToolTip(self.tr("Search names, texts and files (Ctrl+F)"))
        self.search.textChanged.connect(self._typing.start)
        self.search.returnPressed.connect(self.left)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.search, context=Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.search.clear)

    def _build_order(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(self)
        for order in _ORDERS:
            action = QAction(_order_words(order), self, checkable=True, checked=order == self._order)
            action.triggered.connect(lambda _checked, chosen=order: self._choose_order(chosen))
            group.addAction(action)
            menu.addAction(action)
        self.order.setMenu(menu)

    def _choose_order(self, order: str) -> None:
        self._order = order
        self._fit()
        self.changed.emit()

    def _build_row(self) -> None:
        space = current_theme().space
        row = QHBoxLayout(self)
        row.setContentsMargins(space.m, 0, space.m, 0)
        row.setSpacing(space.s)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # `_fit` makes it narrow enough
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addWidget(self.order)

    def _fit(self) -> None:
        """First the order loses its word, then the search field shrinks, then the chips lose theirs."""
        theme = current_theme()
        wide, narrow = theme.size.tile[0] * 2 + theme.space.xl, theme.size.tile[0]
        words = _order_words(self._order)
        self.order.setAccessibleName(self.tr("Order: {0}").format(words))
        self.order.setToolTip(self.tr("Order: {0}").format(words))
        for order_words, least, without_words in ((words, wide, False), ("", narrow, False), ("", narrow, True)):
            self.order.setText(order_words)
            for chip in self.chips.values():
                chip.set_narrow(without_words)
            room = self.width() - self._needed_beside_search()
            if room >= least:
                break
        self.search.setFixedWidth(max(narrow, min(wide, room)))
        whole = self.tr("Search names, texts, files")
        self.search.setPlaceholderText(whole if room >= wide else self.tr("Search"))

    def _needed_beside_search(self) -> int:
        space = current_theme().space
        chips = sum(chip.sizeHint().width() + space.s for chip in self.chips.values())
        return chips + self.order.sizeHint().width() + space.s * 2 + space.m * 2

    def _retheme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.size.strip)
        self._fit()


def _order_words(order: str) -> str:
    words = {
        "actionable": QCoreApplication.translate("ChipsBar", "Actionable first"),
        "newest": QCoreApplication.translate("ChipsBar", "Newest first"),
        "oldest": QCoreApplication.translate("ChipsBar", "Oldest first"),
    }
    return words[order]
