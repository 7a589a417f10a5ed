"""One engine that shares the queue: how it is, what is there, and what can be done with it."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.job import LaneId
from vqdesk.ports import EngineInfo
from vqdesk.runtime.desks.lanes import LaneRow
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, QuietButton
from vqdesk.ui.widgets.fields import LineField, NumberField, set_wrong
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.status import StatusGlyph
from vqdesk.ui.widgets.surfaces import row_of

_LEAST, _MOST = 2, 100


def _size(count: int) -> str:
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


class EngineLine(QWidget):
    """Tells wishes; shows what it is given. Fields that have the keyboard keep what is typed."""

    renamed = Signal(int, str)
    limited = Signal(int, int)
    test_wanted = Signal(int)
    drain_wanted = Signal(int, bool)  # False: use it again
    remove_wanted = Signal(int)

    def __init__(self, row: LaneRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self._glyph = StatusGlyph("absent")
        self.name = LineField(row.lane.name)
        self.address = ElidedLabel("", "small", "text.secondary", elide="middle")
        self.state = Label("", "small", "text.secondary", wrap=True)
        self.answer = Label("", "small", "text.secondary", wrap=True)
        self.answer.hide()
        self.limit = NumberField(row.lane.max_depth)
        self.limit.set_range(_LEAST, _MOST)
        self.test = QuietButton(self.tr("Test"), small=True)
        self.drain = Button("", small=True)
        self.remove = Button(self.tr("Remove"), small=True)
        self._build()
        self._connect()
        self.show_row(row)

    @property
    def lane_id(self) -> LaneId:
        """Whose line it is."""
        return self._row.lane.id

    def show_row(self, row: LaneRow) -> None:
        """Takes news of the engine."""
        self._row = row
        lane = row.lane
        if not self.name.hasFocus():
            self.name.setText(lane.name)
            set_wrong(self.name, False)
        if not self.limit.hasFocus():
            self.limit.set_value(lane.max_depth)
        self.address.setText(lane.url or self.tr("on this computer"))
        glyph, state = self._state()
        self._glyph.set_status(glyph)
        self.state.setText(" · ".join((state, self._load())))
        self.state.setToolTip(row.status.problem.sentence() if row.status and row.status.problem else "")
        is_used = not row.is_given_up
        self.drain.setText(self.tr("Drain") if is_used else self.tr("Use again"))
        self.drain.setToolTip(
            self.tr("Send nothing new there; what runs ends, what waits there comes back")
            if is_used
            else self.tr("Send prompts there again")
        )
        self.remove.setVisible(lane.state != "leaving")
        self._name_controls()

    def show_answer(self, found: EngineInfo) -> None:
        """What a test has found."""
        memory = self.tr("{0} of {1} free").format(_size(found.vram_free), _size(found.vram_total))
        parts = (found.version, found.device, memory if found.vram_total else "")
        self._say("text.secondary", self.tr("Answers: {0}").format(" · ".join(part for part in parts if part)))

    def show_failure(self, sentence: str) -> None:
        """Why something did not work."""
        self._say("status.failed", sentence)

    def _say(self, color: str, sentence: str) -> None:
        self.test.set_blocked(None)
        self.answer.set_color(color)
        self.answer.setText(sentence)
        self.answer.show()

    def _state(self) -> tuple[str, str]:
        status, lane = self._row.status, self._row.lane
        if lane.state == "leaving":
            return "paused", self.tr("Is removed when it is empty")
        if lane.state == "draining":
            return "paused", self.tr("Drained") if not self._row.is_busy else self.tr("Being drained")
        if status is None or status.state == "connecting":
            return "absent", self.tr("Connecting")
        if status.state == "offline":
            return "offline", self.tr("Does not answer")
        return "connected", self.tr("Connected, {0}").format(status.version) if status.version else self.tr(
            "Connected"
        )

    def _load(self) -> str:
        if not self._row.is_busy:
            return self.tr("nothing there")
        load = self._row.load
        return self.tr("{0} running, {1} waiting there").format(load.running, load.waiting)

    def _name_controls(self) -> None:
        name = self._row.lane.name
        self.name.setAccessibleName(self.tr("Name of {0}").format(name))
        self.limit.setAccessibleName(self.tr("Most prompts at {0}").format(name))
        for button in (self.test, self.drain, self.remove):
            button.setAccessibleName(f"{button.text()} {name}")

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._rename)
        self.limit.editingFinished.connect(self._limit)
        self.limit.value_changed.connect(lambda _: None if self.limit.hasFocus() else self._limit())
        self.test.clicked.connect(lambda: self.test_wanted.emit(self.lane_id))
        self.drain.clicked.connect(lambda: self.drain_wanted.emit(self.lane_id, not self._row.is_given_up))
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self.lane_id))

    def _rename(self) -> None:
        wanted = " ".join(self.name.text().split())
        if wanted and wanted != self._row.lane.name:
            self.renamed.emit(self.lane_id, wanted)
        else:
            self.name.setText(self._row.lane.name)

    def _limit(self) -> None:
        value = self.limit.value
        is_right = value is not None and _LEAST <= value <= _MOST
        set_wrong(self.limit, not is_right)
        if is_right and int(value) != self._row.lane.max_depth:
            self.limited.emit(self.lane_id, int(value))

    def _build(self) -> None:
        space = current_theme().space
        self.limit.set_suffix(self.tr("prompts"))
        self.limit.setToolTip(self.tr("So many prompts are sent there ahead at most"))
        self.test.setToolTip(self.tr("Ask for version, device and memory"))
        self.remove.setToolTip(self.tr("Stop using it; what runs there ends first"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, space.s, 0, space.s)
        rows.setSpacing(space.s)
        head = row_of(self._glyph, self.name, self.address)
        head.setStretch(1, 2)
        head.setStretch(2, 3)
        rows.addLayout(head)
        rows.addWidget(self.state)
        at_most = Label(self.tr("At most"), "small", "text.secondary")
        rows.addLayout(row_of(at_most, self.limit, None, self.test, self.drain, self.remove))
        rows.addWidget(self.answer)
