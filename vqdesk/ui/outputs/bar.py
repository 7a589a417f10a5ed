"""What the gallery shows: kinds, job, workflow, search, order."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QVBoxLayout, QWidget

from vqdesk.ports import OutputChoices, OutputCounts, OutputQuery
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.buttons import QuietButton
from vqdesk.ui.widgets.chips import Chip
from vqdesk.ui.widgets.fields import ComboBox, LineField
from vqdesk.ui.widgets.surfaces import Panel

_TYPING_PAUSE_MS = 150
_KINDS = ("", "video", "image", "starred")
_ORDERS = ("newest", "oldest", "rating", "largest", "name")


class GalleryBar(Panel):
    """Makes the query; `changed` after every choice, while typing after a short pause."""

    changed = Signal()
    left = Signal()  # Enter in the search field: to the tiles

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface.1", "bottom", parent)
        self._kind = ""
        self._order = _ORDERS[0]
        self._is_split: bool | None = None  # until it is arranged
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._typing.timeout.connect(self.changed)
        self.chips = {kind: self._make_chip(kind) for kind in _KINDS}
        self.job = ComboBox(self.tr("Job"))
        self.workflow = ComboBox(self.tr("Workflow"))
        self.search = LineField(icon="search")
        self.order = QuietButton("", icon="sort", small=True)
        self._build_search()
        self._build_order()
        self._build_row()
        self.show_choices(OutputChoices())
        follow_theme(self._retheme)

    @property
    def query(self) -> OutputQuery:
        """What the gallery should show."""
        return OutputQuery(
            kind=self._kind if self._kind != "starred" else "",
            starred=self._kind == "starred",
            job_id=self.job.currentData(),
            workflow=self.workflow.currentData() or "",
            text=self.search.text().strip(),
            order=self._order,
        )

    def show_counts(self, counts: OutputCounts) -> None:
        """Numbers of outputs by kind."""
        numbers = {"": counts.all, "video": counts.videos, "image": counts.images, "starred": counts.starred}
        for kind, chip in self.chips.items():
            chip.set_count(numbers[kind])
        self._fit()

    def show_choices(self, choices: OutputChoices) -> None:
        """Jobs and workflows that there are; what is chosen stays while it is there."""
        jobs = [(job_id, f"#{int(job_id)} {name}") for job_id, name in choices.jobs]
        self._fill(self.job, [(None, self.tr("Any job")), *jobs])
        workflows = [(name, name) for name in choices.workflows]
        self._fill(self.workflow, [("", self.tr("Any workflow")), *workflows])

    def show_all(self) -> None:
        """Takes every limit away."""
        for part in (self.search, self.job, self.workflow):
            blocker = QSignalBlocker(part)
            if isinstance(part, LineField):
                part.clear()
            else:
                part.setCurrentIndex(0)
            blocker.unblock()
        self._choose("")

    def choose_job(self, job_id: object) -> None:
        """Narrows it down to one job."""
        self.job.choose(job_id)

    @property
    def is_limited(self) -> bool:
        """Whether something may be hidden."""
        query = self.query
        return bool(self._kind or query.job_id or query.workflow or query.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words give way to the fields."""
        super().resizeEvent(event)
        self._fit()

    def _fill(self, combo: ComboBox, choices: list[tuple[object, str]]) -> None:
        chosen = combo.currentData()
        blocker = QSignalBlocker(combo)
        combo.clear()
        combo.add_choices(choices)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        blocker.unblock()

    def _make_chip(self, kind: str) -> Chip:
        words = {
            "": self.tr("All"),
            "video": self.tr("Videos"),
            "image": self.tr("Images"),
            "starred": self.tr("Starred"),
        }
        chip = Chip(words[kind], count=0)
        chip.setChecked(kind == self._kind)
        chip.chosen.connect(lambda _add: self._choose(kind))
        return chip

    def _choose(self, kind: str) -> None:
        self._kind = kind
        for known, chip in self.chips.items():
            chip.setChecked(known == kind)
        self._typing.stop()
        self.changed.emit()

    def _build_search(self) -> None:
        self.search.setAccessibleName(self.tr("Search the outputs"))
        self.search.setPlaceholderText(self.tr("Search outputs and texts"))
        self.search.setToolTip(
            self.tr("Texts, files, seeds, tags; also seed:884, tag:lake, rating:4+, workflow:wan, #41 (Ctrl+F)")
        )
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
        rows = QVBoxLayout(self)
        rows.setContentsMargins(space.l, 0, space.l, 0)
        rows.setSpacing(space.s)
        rows.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._lines = (QHBoxLayout(), QHBoxLayout())
        for line in self._lines:
            line.setSpacing(space.s)
            rows.addLayout(line)
        for combo in (self.job, self.workflow):
            combo.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self._arrange(split=False)

    def _arrange(self, *, split: bool) -> None:
        """All in one line, or the chips in a line of their own."""
        if split == self._is_split:
            return
        self._is_split = split
        for line in self._lines:
            while line.count():
                line.takeAt(0)
        first, second = self._lines[0], self._lines[split]
        for chip in self.chips.values():
            first.addWidget(chip)
        if split:
            first.addStretch(1)
        for combo in (self.job, self.workflow):
            second.addWidget(combo)
        second.addStretch(1)
        second.addWidget(self.search, 8)
        second.addWidget(self.order)

    def _fit(self) -> None:
        theme = current_theme()
        is_wide = self.width() >= theme.size.pages_below + theme.size.tile[0]
        words = _order_words(self._order)
        self.order.setText(words if is_wide else "")
        self.order.setAccessibleName(self.tr("Order: {0}").format(words))
        self.order.setToolTip(self.tr("Order: {0}").format(words))
        beside = 2 * theme.size.field_padding + theme.size.icon + theme.space.m
        for combo in (self.job, self.workflow):
            needed = combo.fontMetrics().horizontalAdvance(combo.itemText(0)) + beside
            combo.setFixedWidth(max(needed, theme.size.tile[0] * 3 // 2) if is_wide else needed)
        self.search.setMaximumWidth(theme.size.tile[0] * 3)
        self._arrange(split=self._needed() > self.width())
        self.setFixedHeight((1 + self._is_split) * theme.size.strip + theme.space.s)

    def _needed(self) -> int:
        theme = current_theme()
        parts = [part.sizeHint().width() for part in (*self.chips.values(), self.order)]
        fixed = self.job.maximumWidth() + self.workflow.maximumWidth() + theme.size.tile[0]
        return sum(parts) + fixed + (len(parts) + 2) * theme.space.s + 2 * theme.space.l

    def _retheme(self, _theme: Theme) -> None:
        self._fit()


def _order_words(order: str) -> str:
    words = {
        "newest": QCoreApplication.translate("GalleryBar", "Newest first"),
        "oldest": QCoreApplication.translate("GalleryBar", "Oldest first"),
        "rating": QCoreApplication.translate("GalleryBar", "Best first"),
        "largest": QCoreApplication.translate("GalleryBar", "Largest first"),
        "name": QCoreApplication.translate("GalleryBar", "By input"),
    }
    return words[order]
