"""Always visible: what a click makes, and the button that makes it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vqdesk.ui.estimates.words import outlook_text, resource_tip, resource_warning
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.buttons import Button, PrimaryButton
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.status import StatusGlyph
from vqdesk.ui.widgets.surfaces import Panel
from vqdesk.ui.workspace.words import Sentence

if TYPE_CHECKING:
    from vqdesk.services.estimates import Outlook  # the window starts without loading the services


class Footer(Panel):
    """64 px: the sentence and the primary button. `submitted` only while the button is open."""

    submitted = Signal()
    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface.2", "top", parent)
        self._factors = Label("")
        self._result = Label("", "strong")
        self._second = ElidedLabel("", "small", "text.secondary", elide="parts")
        self._why = Label("", "small", "text.secondary", wrap=True)
        self._warning = Label("", "small", "status.paused")
        self._tick = StatusGlyph("done")
        self._is_busy = False
        self._is_confirmed = False
        self._outlook: Outlook | None = None
        self._reason: str | None = None
        self._sentence = Sentence("", "")
        self.button = PrimaryButton(self.tr("Add to queue"))
        self.button.set_hint(self.tr("Ctrl ↵"))
        self.button.clicked.connect(self.submit)
        self.stop = Button(self.tr("Stop"), icon="stop")
        self.stop.setToolTip(self.tr("Stop copying; nothing is queued"))
        self.stop.clicked.connect(self.stop_asked)
        follow_theme(self._retheme)
        self._build_row()
        self._warning.hide()
        self.stop.hide()

    @property
    def sentence(self) -> str:
        """The first line as it is read."""
        return f"{self._factors.text()} {self._result.text()}".strip()

    @property
    def second_line(self) -> str:
        """The line below."""
        return self._second.text() or self._why.text()

    def show_sentence(self, sentence: Sentence, blocked: str | None) -> None:
        """Shows the consequence; `blocked` says why nothing can be added now."""
        self._factors.setText(sentence.factors)
        self._result.setText(sentence.result)
        self._sentence = sentence
        self._reason = blocked
        self._is_confirmed = False
        self._say_consequence()
        self._update_button()

    def show_outlook(self, said: "Outlook | None") -> None:
        """Shows time and disk need of what the sentence says; None when there is nothing to say."""
        self._outlook = said
        if not self._is_busy and not self._is_confirmed:
            self._say_consequence()

    def set_busy(self, is_busy: bool) -> None:
        """While busy nothing is added twice. The button stays open: a closed one would lose the keyboard."""
        self._is_busy = is_busy
        self.stop.hide()
        if is_busy:
            self._say(self.tr("Adding …"))

    def show_copying(self, done: int, total: int) -> None:
        """How many inputs have been copied; it can be stopped."""
        self._say(self.tr("Copying {0} of {1} …").format(done, total))
        self.stop.show()

    def confirm(self, text: str) -> None:
        """Says what was added, until the next change of the form."""
        self._say(text)
        self._is_confirmed = True
        self._tick.show()

    def submit(self) -> None:
        """What the button and Ctrl+Enter do."""
        if self.button.isEnabled() and not self._is_busy:
            self.submitted.emit()

    def set_narrow(self, is_narrow: bool) -> None:
        """Leaves the shortcut out and takes less padding."""
        self.button.set_hint("" if is_narrow else self.tr("Ctrl ↵"))
        space, size = current_theme().space, current_theme().size
        side = size.panel_padding_narrow if is_narrow else space.l
        self.layout().setContentsMargins(side, 0, side, 0)

    def _say_consequence(self) -> None:
        said = self._outlook if self._sentence.result else None
        if self._reason is not None or said is None:
            self._say("" if self._reason else self._sentence.second, why=self._reason or "")
        else:
            self._say(outlook_text(said), resource_warning(said))
            self._warning.setToolTip(resource_tip(said))

    def _say(self, text: str, warning: str = "", why: str = "") -> None:
        """Shows a line that may lose its end, or `why` nothing can be added, which keeps all its words."""
        for label, words in ((self._warning, warning), (self._why, why), (self._second, text)):
            label.setText(words)
            label.setVisible(bool(words))
        self._tick.hide()
        self.setAccessibleName(f"{self.sentence}. {text or why} {warning}".strip())

    def _update_button(self) -> None:
        self.button.set_blocked(self._reason)
        self.button.setToolTip(self._reason or self.tr("Add to queue (Ctrl+Enter)"))

    def _retheme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.size.footer)

    def _build_row(self) -> None:
        space = current_theme().space
        first = QHBoxLayout()
        first.setSpacing(space.xs)
        first.addWidget(self._factors)
        first.addWidget(self._result)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(space.xs)
        second.addWidget(self._tick)
        second.addWidget(self._warning)
        second.addWidget(self._second, 1)
        second.addWidget(self._why, 1)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addLayout(first)
        lines.addLayout(second)
        lines.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(space.l, 0, space.l, 0)
        row.setSpacing(space.m)
        row.addLayout(lines, 1)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._tick.hide()
