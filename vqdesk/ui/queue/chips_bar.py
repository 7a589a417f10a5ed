"""The bar above the list: filter chips with counts, search, order."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from vqdesk.domain.search_terms import parse_search
from vqdesk.ports import JobQuery
from vqdesk.ui.problems import problem_in_words
from vqdesk.ui.queue.view_choice import ViewChoice, ViewMenu, order_words
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.buttons import QuietButton
from vqdesk.ui.widgets.chips import Chip
from vqdesk.ui.widgets.field_remark import FieldRemark
from vqdesk.ui.widgets.fields import LineField, set_wrong
from vqdesk.ui.widgets.status import status_word
from vqdesk.ui.widgets.surfaces import Panel

_TYPING_PAUSE_MS = 150
_FILTERS = ("", "running", "failed", "pending", "held", "succeeded", "canceled")


class ChipsBar(Panel):
    """Makes the query of the list; `changed` after every choice, while typing after a short pause."""

    changed = Signal()
    view_changed = Signal()  # order, groups or facts were chosen
    left = Signal()  # Down or Enter in the search field: to the list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface.1", "bottom", parent)
        self._states: tuple[str, ...] = ()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._typing.timeout.connect(self.search_now)
        self.chips = {status: self._make_chip(status) for status in _FILTERS}
        self.search = LineField(icon="search")
        self.remark = FieldRemark()
        self.menu = ViewMenu(self)
        self.order = QuietButton("", icon="sort", small=True)
        self.order.setMenu(self.menu)
        self.menu.changed.connect(self._view_chosen)
        self._build_search()
        self._build_row()
        follow_theme(self._retheme)

    @property
    def query(self) -> JobQuery:
        """What the list should show."""
        choice = self.menu.choice
        return JobQuery(self._states, self.search.text().strip(), choice.order, choice.group)

    @property
    def choice(self) -> ViewChoice:
        """How the list is shown."""
        return self.menu.choice

    def set_choice(self, choice: ViewChoice) -> None:
        """Shows what was remembered."""
        self.menu.set_choice(choice)
        self._fit()

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
        self._choose("", add=False)

    def filter_words(self) -> str:
        """What limits the list now, in words; empty when nothing does."""
        text = self.search.text().strip()
        return ", ".join([*map(status_word, self._states), *([self.tr("“{0}”").format(text)] if text else [])])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words give way in a fixed order."""
        super().resizeEvent(event)
        self._fit()

    def _make_chip(self, status: str) -> Chip:
        chip = Chip(status_word(status) if status else self.tr("All"), status=status)
        chip.setChecked(not status)
        chip.chosen.connect(lambda add: self._choose(status, add=add))
        return chip

    def _choose(self, status: str, *, add: bool) -> None:
        """Ctrl adds a state to the others, or takes it away again."""
        chosen = set(self._states) ^ {status} if add and status else {status}
        self._states = tuple(state for state in _FILTERS if state and state in chosen)
        for known, chip in self.chips.items():
            chip.setChecked(known in self._states if self._states else not known)
        self.search_now()

    def search_now(self) -> None:
        """Takes what is in the field; a wrong term is told, and the list stays as it is until it is right."""
        self._typing.stop()
        search = parse_search(self.search.text())
        said = " ".join(problem_in_words(problem).sentence() for problem in search.problems)
        set_wrong(self.search, bool(said))
        self.search.setAccessibleDescription(said)
        self.remark.tell(said)
        if not said:
            self.changed.emit()

    def _build_search(self) -> None:
        self.search.setAccessibleName(self.tr("Search the queue"))
        self.search.setToolTip(
            self.tr(
                "Search names, texts and files (Ctrl+F)\n"
                "Also: status:failed  workflow:wan  after:2026-11-01  before:today\n"
                "note:  colour:blue  workspace:film  run:night  name:lake  file:beach  #41  #50-60\n"
                "A minus before a term excludes: -status:done"
            )
        )
        self.search.textChanged.connect(self._typing.start)
        self.search.returnPressed.connect(self.left)
        for key, act in ((Qt.Key.Key_Escape, self.search.clear), (Qt.Key.Key_Down, self.left.emit)):
            shortcut = QShortcut(QKeySequence(key), self.search, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _view_chosen(self) -> None:
        self._fit()
        self.view_changed.emit()
        self.search_now()

    def _build_row(self) -> None:
        space = current_theme().space
        row = QHBoxLayout()
        row.setSpacing(space.s)
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addWidget(self.order)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(space.m, 0, space.m, 0)
        rows.setSpacing(0)
        rows.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # `_fit` makes it narrow enough
        self._line = QWidget()
        self._line.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        rows.addWidget(self._line)
        rows.addWidget(self.remark)

    def _fit(self) -> None:
        """First the order loses its word, then the search field shrinks, then the chips lose theirs.

        At last those of states that no job has go.
        """
        theme = current_theme()
        wide, narrow = theme.size.tile[0] * 2 + theme.space.xl, theme.size.tile[0]
        words = order_words(self.choice.order)
        self.order.setAccessibleName(self.tr("Order: {0}").format(words))
        self.order.setToolTip(self.tr("Order: {0}. Groups, and facts in the rows").format(words))
        short = theme.size.control * 2
        steps = ((words, wide, False), ("", narrow, False), ("", short, True), ("", 0, True))
        for at, (order_words_shown, least, without_words) in enumerate(steps):
            self.order.setText(order_words_shown)
            for status, chip in self.chips.items():
                chip.set_narrow(without_words)
                chip.setVisible(at < len(steps) - 1 or bool(not status or chip.count or chip.isChecked()))
            room = self.width() - self._needed_beside_search()
            if room >= least:
                break
        self.search.setFixedWidth(max(short, min(wide, room)))
        whole = self.tr("Search names, texts, files")
        self.search.setPlaceholderText(whole if room >= wide else self.tr("Search"))

    def _needed_beside_search(self) -> int:
        space = current_theme().space
        chips = sum(chip.sizeHint().width() + space.s for chip in self.chips.values() if not chip.isHidden())
        return chips + self.order.sizeHint().width() + space.s * 2 + space.m * 2

    def _retheme(self, theme: Theme) -> None:
        self._line.setFixedHeight(theme.size.strip)
        self._fit()
