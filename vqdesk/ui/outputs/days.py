"""The head of the gallery: the day that is in sight, and a menu of the others."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from vqdesk.ports import OutputDay, OutputListing
from vqdesk.ui.detail.words import file_size
from vqdesk.ui.outputs.words import amount
from vqdesk.ui.queue.words import group_name
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import QuietButton
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.menus import PassingMenu

_MOST_DAYS = 40
"""Of a menu; further back the search is quicker."""


class DayHead(QWidget):
    """`wanted` carries the place of the first output of a day."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: Sequence[OutputDay] = ()
        self._ends: list[int] = []
        self._all = ""
        self.day = QuietButton("", icon="chevron-down", small=True)
        self.day.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.day.setToolTip(self.tr("Go to another day"))
        self.day.clicked.connect(self._open)
        self.day.hide()
        self.said = Label("", "small", "text.secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space.s)
        row.addWidget(self.day)
        row.addWidget(self.said)

    def show_listing(self, listing: OutputListing) -> None:
        """Takes the days of what is listed; without an order by time there are none."""
        self._days = listing.days
        self._ends = list(accumulate(day.count for day in listing.days))
        self._all = self._words(len(listing.ids), listing.counts.bytes)
        self.day.setVisible(bool(listing.days))
        self.show_place(0)

    def show_place(self, at: int) -> None:
        """The output at this place is the first in sight."""
        if not self._days:
            self.said.setText(self._all)
            return
        day = self._days[self._index(at)]
        self.day.setText(group_name(day.day))
        self.day.setAccessibleName(self.tr("Day: {0}").format(group_name(day.day)))
        words = self._words(day.count, day.bytes)
        self.said.setText(words if len(self._days) == 1 else self.tr("{0} of {1}").format(words, self._all))

    def starts(self) -> dict[int, str]:
        """Place of the first output of each day, and a short name for the day."""
        return {at: _short(day.day) for at, day in self._placed()}

    def menu(self) -> QMenu:
        """The days with their numbers."""
        menu = PassingMenu(self)
        for at, day in self._placed()[:_MOST_DAYS]:
            menu.addAction(f"{group_name(day.day)}\t{day.count}", lambda place=at: self.wanted.emit(place))
        return menu

    def _open(self) -> None:
        self.menu().popup(self.day.mapToGlobal(self.day.rect().bottomLeft()))

    def _placed(self) -> list[tuple[int, OutputDay]]:
        return list(zip([0, *self._ends], self._days, strict=False))

    def _index(self, at: int) -> int:
        return min(bisect_right(self._ends, at), len(self._days) - 1)

    def _words(self, count: int, size: int) -> str:
        return self.tr("{0}, {1}").format(amount(count), file_size(size))


def _short(day: str) -> str:
    """Today and yesterday by their names, others as “Thu 19 Nov”."""
    date = QDate.fromString(day, Qt.DateFormat.ISODate)
    is_near = 0 <= date.daysTo(QDate.currentDate()) <= 1
    return group_name(day) if is_near else QLocale().toString(date, "ddd d MMM")
