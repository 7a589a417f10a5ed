"""Both stages on one image, with the models and system prompts that hold now."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.auto_prompt import (
    AutoBatch,
    AutoImage,
    AutoRunTold,
    AutoStage,
    BatchStep,
    ImageNext,
    WorkflowContext,
)
from vqdesk.domain.errors import Problem
from vqdesk.domain.events import AppEvent
from vqdesk.ui.auto_prompt.try_it_picture import TryPicture
from vqdesk.ui.auto_prompt.try_it_result import TryResult
from vqdesk.ui.calls import Calls
from vqdesk.ui.language import in_words
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, IconButton
from vqdesk.ui.widgets.fields import ComboBox
from vqdesk.ui.widgets.file_dialogs import ask_for_file
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Card, row_of

if TYPE_CHECKING:
    from vqdesk.runtime.desk import Desk

_KINDS = "(*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif)"
_MOST_NAMED = 200
_TICK_MS = 1000


class TryBox(Card):
    """A try asks for everything anew; with `motion` the caption of the last try is taken again."""

    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._calls = calls
        self._context = WorkflowContext()
        self._number = 0  # of the batch; 0 while none runs
        self._early: list[AutoRunTold] = []
        self._is_starting = False
        self._captions: dict[str, str] = {}
        self._gate = ""
        self._words = ""
        self._began = QElapsedTimer()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._say)
        self.picture = TryPicture(calls)
        self.image = ComboBox(self.tr("Image to try with"))
        self.other = IconButton("folder", self.tr("Choose another image…"))
        self.both = Button(self.tr("Try both stages"), icon="wand")
        self.motion = Button(self.tr("Motion only"))
        self.stop = Button(self.tr("Stop"))
        self.line = Label("", "small", "text.secondary", wrap=True)
        self.result = TryResult()
        self._build()
        self._connect()
        self._allow()

    @property
    def path(self) -> str:
        """The chosen image; "" for none."""
        return str(self.image.currentData() or "")

    @property
    def is_busy(self) -> bool:
        """Whether a try runs."""
        return self._is_starting or bool(self._number)

    def show_images(self, paths: Sequence[str]) -> None:
        """The images to choose from; the chosen one stays."""
        chosen = self.path
        listed = list(dict.fromkeys([*paths[:_MOST_NAMED], *([chosen] if chosen else [])]))
        self.image.clear()
        self.image.add_choices([(path, PurePath(path).name) for path in listed])
        self.image.setCurrentIndex(max(0, self.image.findData(chosen)) if listed else -1)
        self._choose()

    def show_context(self, context: WorkflowContext) -> None:
        """Clips and moments that are written for."""
        self._context = context

    def set_gate(self, reason: str) -> None:
        """Why nothing can be tried now; "" when it can."""
        self._gate = reason
        self._allow()

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes what is told of the try."""
        for event in batch:
            if not isinstance(event, AutoRunTold):
                continue
            if self._is_starting:
                self._early.append(event)
            elif event.run == self._number:
                self._take(event.what)

    def start(self, stage: AutoStage) -> None:
        """Asks for the texts of the chosen image."""
        path = self.path
        captions = {path: self._captions[path]} if stage is AutoStage.MOTION else {}
        self.result.clear()
        self._is_starting = True
        self._words = self.tr("Starting")
        self._began.start()
        self._tick.start()
        self._say()
        self._allow()
        asked = partial(_start, path, stage, self._context, captions)
        self._calls.ask(self, asked, self._started, self._refuse)

    def end(self) -> None:
        """Stops a try that runs."""
        if self._number:
            self._stop()

    def _started(self, number: int) -> None:
        self._number, self._is_starting = number, False
        early, self._early = self._early, []
        self.apply_events(early)

    def _refuse(self, problem: Problem) -> None:
        self._end()
        self.result.show_problem(problem)

    def _take(self, what: BatchStep | ImageNext | AutoImage | AutoBatch) -> None:
        match what:
            case BatchStep():
                self._words = in_words(what.words)
                if what.is_done and what.seconds:
                    self.result.add_step(what)
            case ImageNext():
                is_first = what.stage == AutoStage.CAPTION
                self._words = self.tr("Looking at the image") if is_first else self.tr("Writing how it moves")
            case AutoImage():
                if what.caption:
                    self._captions[what.path] = what.caption
                self.result.show_image(what)
            case AutoBatch():
                self._finish(what)
                return
        self._say()

    def _finish(self, batch: AutoBatch) -> None:
        self._end()
        if batch.problem:
            self.result.show_problem(batch.problem)
        else:
            self.result.show_models(batch)

    def _end(self) -> None:
        self._number, self._is_starting, self._words = 0, False, ""
        self._tick.stop()
        self._say()
        self._allow()

    def _say(self) -> None:
        seconds = self._began.elapsed() // 1000 if self._words else 0
        self.line.setText(self.tr("{0} … {1} s").format(self._words, seconds) if self._words else "")
        self.line.setVisible(bool(self._words))

    def _allow(self) -> None:
        reason = self._gate or ("" if self.path else self.tr("Choose an image first"))
        reason = self.tr("A try runs already") if self.is_busy else reason
        self.both.set_blocked(reason or None)
        uncaptioned = "" if self.path in self._captions else self.tr("Try both stages first: it needs a caption")
        self.motion.set_blocked(reason or uncaptioned or None)
        self.stop.setVisible(self.is_busy)

    def _choose(self) -> None:
        self.picture.show_path(self.path)
        self.image.setToolTip(self.path)
        self._allow()

    def _ask(self) -> None:
        kinds = f"{self.tr('Images')} {_KINDS}"
        ask_for_file(self, self.tr("Choose an image to try with"), kinds, self.take_image)

    def take_image(self, path: str) -> None:
        """Takes an image that is not in the workspace."""
        if self.image.findData(path) < 0:
            self.image.add_choices([(path, PurePath(path).name)])
        self.image.choose(path)
        self._choose()

    def _stop(self) -> None:
        number = self._number
        self._words = self.tr("Stopping")
        self._say()
        self._calls.ask(self, lambda desk: desk.auto_prompt.stop(number), failed=self.failed.emit)

    def _connect(self) -> None:
        self.image.activated.connect(lambda _at: self._choose())
        self.other.clicked.connect(self._ask)
        self.both.clicked.connect(lambda: self.start(AutoStage.BOTH))
        self.motion.clicked.connect(lambda: self.start(AutoStage.MOTION))
        self.stop.clicked.connect(self._stop)

    def _build(self) -> None:
        self.both.setToolTip(self.tr("Caption this image and write how it moves, anew"))
        self.motion.setToolTip(self.tr("Write from the caption of the last try; no image is read"))
        self.stop.setToolTip(self.tr("Ends the request at the server"))
        self.stop.hide()
        self.line.hide()
        choice = row_of(self.picture, self.image, self.other)
        choice.setStretch(1, 1)
        self.rows.addWidget(Label(self.tr("Try it on one image"), "label_strong"))
        self.rows.addLayout(choice)
        self.rows.addLayout(row_of(self.both, self.motion, self.stop, None))
        below = QVBoxLayout()
        below.setSpacing(current_theme().space.s)
        for part in (self.line, self.result):
            below.addWidget(part)
        self.rows.addLayout(below)


async def _start(
    path: str, stage: AutoStage, context: WorkflowContext, captions: Mapping[str, str], desk: "Desk"
) -> int:
    from vqdesk.services.auto_prompt import AutoOverrides, BatchRequest  # loaded by the worker when it is asked

    return await desk.auto_prompt.start(
        BatchRequest([path], stage, context, captions), AutoOverrides(is_fresh=True)
    )
