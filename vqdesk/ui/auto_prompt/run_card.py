"""How far the running batch is: what happens, how fast, how long, and Stop."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vqdesk.ui.auto_prompt import words
from vqdesk.ui.auto_prompt.run import AutoRun
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.progress import ProgressBar
from vqdesk.ui.widgets.surfaces import Card, row_of


class RunCard(Card):
    """Seen while a batch runs."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._now = Label("", "strong", wrap=True)
        self._speed = Label("", "small", "text.secondary", wrap=True)
        self._steps = Label("", "small", "text.secondary", wrap=True)
        self._bar = ProgressBar(self.tr("Auto-prompts"), detail=True)
        self.stop = Button(self.tr("Stop"), icon="stop", small=True)
        self.stop.setToolTip(self.tr("Ends it soon; what is written stays"))
        self.stop.clicked.connect(self.stop_asked)
        head = row_of(self._now, self.stop)
        head.setStretch(0, 1)
        self.rows.addLayout(head)
        for part in (self._bar, self._speed, self._steps):
            self.rows.addWidget(part)
        self.hide()

    @property
    def said(self) -> str:
        """What happens, and how fast."""
        return words.DOT.join(part for part in (self._now.text(), self._speed.text()) if part)

    def show_run(self, run: AutoRun) -> None:
        """Shows how far it is; hidden when there is none."""
        pace = run.pace
        self.setVisible(pace is not None)
        if pace is None:
            return
        self._now.setText(words.now_words(pace, run.is_stopping))
        for label, text in ((self._speed, words.speed_words(pace)), (self._steps, words.steps_words(pace))):
            label.setText(text)
            label.setVisible(bool(text))
        self._bar.set_fraction(pace.fraction)
        self.stop.set_blocked(self.tr("It is stopping") if run.is_stopping else None)
