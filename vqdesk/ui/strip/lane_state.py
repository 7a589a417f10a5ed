"""One engine in the strip: shape and words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vqdesk.domain.estimates import Span
from vqdesk.domain.events import LaneChanged
from vqdesk.domain.job import Lane
from vqdesk.ui.estimates.words import DOT, left_text
from vqdesk.ui.language import in_words
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.status import StatusGlyph

if TYPE_CHECKING:
    from vqdesk.runtime.desks.lanes import LaneRow  # the window starts without loading the services


class LaneState(QWidget):
    """A dot while the engine answers, a dotted ring while it does not, two bars where nothing new is sent.

    Names stay, versions give way.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._version = ""
        self._tip = ""
        self._left = ""
        self._glyph = StatusGlyph("absent")
        self._words = Label(name, "button", "text.secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space.s)
        row.addWidget(self._glyph)
        row.addWidget(self._words)

    @property
    def words(self) -> str:
        """What is readable."""
        return self._words.text()

    def show_lane(self, lane: Lane) -> None:
        """A lane whose state is not known yet."""
        self._name = in_words(lane.name)
        self._say("absent", _tr("{0} starting").format(self._name), "text.secondary")

    def show_state(self, event: LaneChanged, *, narrow: bool) -> None:
        """What a lane said last."""
        self._name, self._version = in_words(event.name), event.version
        if event.state == "online" and event.problem is not None:
            self._say("offline", _tr("{0} stands still").format(self._name), "text.primary")
            self._tell(event.problem.sentence())
        elif event.state == "online":
            with_version = event.version and event.kind != "builtin" and not narrow
            words = f"{self._name} {event.version}" if with_version else self._name
            self._say("connected", words, "text.primary")
            self._tell(_tr("{0} {1}, connected").format(self._name, event.version))
        elif event.state == "offline":
            self._say("offline", _tr("{0} offline").format(self._name), "text.primary")
            self._tell(event.problem.sentence() if event.problem else "")
        else:
            self._say("absent", _tr("{0} connecting").format(self._name), "text.secondary")

    def show_given_up(self, row: "LaneRow", said: LaneChanged | None) -> None:
        """A lane that is drained or removed, with what it said last."""
        self._name = in_words(row.lane.name)
        if row.lane.state == "leaving":
            words, tip = _tr("{0} being removed"), _tr("It is removed when what runs there has ended.")
        elif row.is_busy:
            words, tip = (
                _tr("{0} being drained"),
                _tr("Nothing new is sent there; what runs ends, then it is empty."),
            )
        else:
            words, tip = _tr("{0} drained"), _tr("Nothing is sent there until you use it again.")
        self._say("paused", words.format(self._name), "text.primary")
        self._tell(" ".join((tip, said.problem.sentence() if said and said.problem else "")).rstrip())

    def show_left(self, left: Span | None) -> None:
        """How long it will be busy; None while nobody knows."""
        self._left = left_text(left) if left is not None and left.high_s >= 1 else ""
        self._tell(self._tip)

    def show_none(self) -> None:
        """No engine was chosen yet."""
        self._say("absent", _tr("No engine yet"), "text.secondary")
        self._tell(_tr("Choose one at the left: the built-in engine, or a ComfyUI."))

    def _tell(self, tip: str) -> None:
        self._tip = tip
        self.setToolTip(DOT.join(part for part in (tip, self._left) if part))

    def _say(self, status: str, words: str, color: str) -> None:
        self._glyph.set_status(status)
        self._words.setText(words)
        self._words.set_color(color)
        self.setAccessibleName(words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("LaneState", text)
