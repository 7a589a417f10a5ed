"""Trying the draft on one file: a job of one prompt through the real queue, nothing is saved."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import AppEvent
from vqdesk.domain.job import Job
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.panel import DetailPanel
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.empty_state import EmptyState
from vqdesk.ui.widgets.file_dialogs import ask_for_file
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.surfaces import row_of
from vqdesk.ui.workspace.problem_card import ProblemCard


class TrialTab(QWidget):
    """`wanted` carries the input's path, "" for a workflow without input."""

    wanted = Signal(str)

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._kind = ""
        self._path = ""
        self._samples: list[str] = []
        self._is_busy = False
        self._job: Job | None = None
        self._file = ElidedLabel("", "body", elide="middle")
        self._what = Label("", "label", "text.secondary")
        self.choose = Button(self.tr("Choose…"), icon="folder", small=True)
        self.start = Button(self.tr("Try it"), icon="play", small=True)
        self.problem = ProblemCard()
        self.detail = DetailPanel(calls)
        self._empty = EmptyState("play", self.tr("No trial yet"))
        self.choose.clicked.connect(self._ask_file)
        self.start.clicked.connect(self.run)
        self._build_rows()

    @property
    def job(self) -> Job | None:
        """The newest trial."""
        return self._job

    def begin(self, kind: str) -> None:
        """For another file: `kind` is image, video, or "" for a workflow without input."""
        self._kind, self._path, self._job = kind, "", None
        self.problem.hide()
        self.detail.show_job(None)
        self._show()
        if kind == "image" and not self._samples:
            self._calls.ask(self, lambda desk: desk.sample_photos(), self._take_samples)

    def use(self, path: str) -> None:
        """Takes another input."""
        self._path = path
        self._show()

    def run(self) -> None:
        """Wishes one prompt of the draft as it is now."""
        if self.start.isEnabled() and not self._is_busy:
            self._set_busy(True)
            self.problem.hide()
            self.wanted.emit(self._input())

    def show_job(self, job: Job) -> None:
        """Follows the job that a trial became."""
        self._set_busy(False)
        self._job = job
        self.detail.show_job(job.id)
        self._show()

    def refuse(self, problem: Problem) -> None:
        """Says why there is no trial."""
        self._set_busy(False)
        self.problem.tell(problem)

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes news of the worker."""
        if self._job is not None:
            self.detail.apply_events(batch)

    def _take_samples(self, paths: list[str]) -> None:
        self._samples = paths
        self._show()

    def _input(self) -> str:
        if not self._kind:
            return ""
        return self._path or (self._samples[0] if self._kind == "image" and self._samples else "")

    def _set_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.start.setText(self.tr("Adding …") if is_busy else self._word())

    def _word(self) -> str:
        return self.tr("Try it again") if self._job else self.tr("Try it")

    def _show(self) -> None:
        path = self._input()
        self.choose.setVisible(bool(self._kind))
        self._what.setText(self._question())
        shown = PurePath(path).name if path else ""
        is_sample = bool(path) and not self._path
        self._file.setText(self.tr("{0}, a sample photo").format(shown) if is_sample else shown)
        self.start.set_blocked(self.tr("Choose a file first.") if self._kind and not path else None)
        self.start.setText(self._word())
        self._empty.setVisible(self._job is None)
        self.detail.setVisible(self._job is not None)
        self._empty.set_words(
            self.tr("No trial yet"),
            self.tr("One prompt runs with the values of the form as it is now. Nothing is saved."),
        )

    def _question(self) -> str:
        if not self._kind:
            return self.tr("It takes no file.")
        return self.tr("On this video") if self._kind == "video" else self.tr("On this image")

    def _ask_file(self) -> None:
        ask_for_file(self, self.tr("Choose a file for the trial"), "", self.use)

    def _build_rows(self) -> None:
        space = current_theme().space
        head = row_of(self._what, self._file, self.choose, self.start)
        head.setStretch(1, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.s)
        rows.addLayout(head)
        rows.addWidget(self.problem)
        rows.addWidget(self._empty, 1)
        rows.addWidget(self.detail, 1)
        self.detail.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
