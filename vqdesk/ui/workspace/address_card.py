"""Where ComfyUI answers: the address, whether somebody is there, and the button that takes it."""

from time import monotonic

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from vqdesk.domain.errors import Problem
from vqdesk.ports import EngineInfo
from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, LinkButton
from vqdesk.ui.widgets.empty_state import IconView
from vqdesk.ui.widgets.fields import LabeledField, LineField
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.status import StatusGlyph
from vqdesk.ui.widgets.surfaces import Card, row_of

_USUAL_ADDRESS = "http://127.0.0.1:8188"
_TICK_MS = 1000


class AddressCard(Card):
    """`chosen` when a server at the address answered and is used from now on."""

    chosen = Signal()

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._calls = calls
        self._silent_since: float | None = None
        self._clock = QTimer(self, interval=_TICK_MS)
        self._clock.timeout.connect(self._say_silence)
        self.address = LineField(_USUAL_ADDRESS)
        self.address.setAcceptDrops(False)
        self.field = LabeledField(self.tr("Address"), self.address)
        self._glyph = StatusGlyph("absent")
        self._state = Label("", "small", wrap=True)
        self.look_button = LinkButton(self.tr("Look again"))
        self.use_button = Button(self.tr("Set ComfyUI address"))
        self._build()
        self.address.textEdited.connect(self._forget_answer)
        self.address.returnPressed.connect(self.use)
        self.look_button.clicked.connect(self.look_again)
        self.use_button.clicked.connect(self.use)
        calls.bug.connect(lambda _: self._set_busy(False))

    @property
    def state_text(self) -> str:
        """What is known about the address."""
        return self._state.text()

    def look_again(self) -> None:
        """Asks whether a server answers at the address."""
        url = self.address.text()
        self._show("absent", self.tr("Looking …"))
        self._calls.ask(
            self,
            lambda desk: desk.test_address(url),
            lambda found: self._found(url, found),
            lambda problem: self._silent(url, problem),
        )

    def use(self) -> None:
        """Takes the address if a server answers there."""
        url = self.address.text()
        self._set_busy(True)
        self._show("absent", self.tr("Asking {0} …").format(url))
        self._calls.ask(self, lambda desk: desk.use_comfyui(url), self._taken, self._refused)

    def _found(self, url: str, found: EngineInfo) -> None:
        if url != self.address.text():
            return
        name = self.tr("The built-in engine") if found.is_builtin else "ComfyUI"
        self._show("connected", self.tr("{0} {1} answers there.").format(name, found.version))
        self.use_button.setText(self.tr("Use this ComfyUI"))

    def _silent(self, url: str, problem: Problem) -> None:
        if url != self.address.text():
            return
        self._show("absent", "")
        self._state.setToolTip(problem.sentence())
        self._silent_since = monotonic()
        self._say_silence()
        self._clock.start()

    def _say_silence(self) -> None:
        if self._silent_since is not None:
            seconds = int(monotonic() - self._silent_since)
            ago = self.tr("{0} s").format(seconds) if seconds < 60 else self.tr("{0} min").format(seconds // 60)
            self._state.setText(self.tr("No answer there, tried {0} ago.").format(ago))

    def _taken(self, _found: EngineInfo) -> None:
        self._set_busy(False)
        self._clock.stop()
        self.chosen.emit()

    def _refused(self, problem: Problem) -> None:
        self._set_busy(False)
        self._show("absent", self.tr("Not set."))
        self.field.set_error(problem.sentence())

    def _forget_answer(self) -> None:
        self._show("absent", self.tr("Not asked yet."))

    def _show(self, status: str, text: str) -> None:
        self._clock.stop()
        self._silent_since = None
        self.use_button.setText(self.tr("Set ComfyUI address"))
        self.field.set_error(None)
        self._glyph.set_status(status)
        self._state.setText(text)
        self._state.setToolTip("")

    def _set_busy(self, is_busy: bool) -> None:
        self.use_button.set_blocked(self.tr("The address is being tried.") if is_busy else None)

    def _build(self) -> None:
        self.rows.addLayout(row_of(IconView("plug"), Label("ComfyUI", "title"), None))
        for text in (
            self.tr("WAN 2.2 and every workflow you have"),
            self.tr("On this computer or in your network"),
        ):
            self.rows.addLayout(row_of(IconView("check", "status.done"), Label(text, wrap=True)))
        self.rows.addSpacing(current_theme().space.xs)
        self.rows.addWidget(self.field)
        line = row_of(self._glyph, self._state, self.look_button)
        line.setStretch(1, 1)
        self.rows.addLayout(line)
        self.rows.addStretch(1)
        self.rows.addWidget(self.use_button)
