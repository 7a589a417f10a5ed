"""Files on their way into the workspace: looked at by the worker a batch at a time."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vqdesk.domain.errors import Problem
from vqdesk.ui.calls import Calls
from vqdesk.ui.workspace.media_model import MediaItem, MediaModel

if TYPE_CHECKING:
    from vqdesk.services.candidates import Candidate, Candidates

_BATCH = 48
_SILENT_MS = 200  # what is faster needs no words


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was left out, and why."""

    path: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of one drop. `truncated` files were beyond the limit of a folder."""

    added: int = 0
    twice: int = 0
    refused: tuple[Refusal, ...] = ()
    truncated: int = 0


class IntakeQueue(QObject):
    """Adds what can be used to the model. `progressed` counts paths; `finished` carries an Intake."""

    progressed = Signal(int, int)
    finished = Signal(object)

    def __init__(self, calls: Calls, model: MediaModel, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._model = model
        self._waiting: deque[tuple[str, str]] = deque()
        self._total = 0
        self._is_asking = False
        self._result = Intake()
        self._wanted_kind = ""
        self._silence = QTimer(self, singleShot=True, interval=_SILENT_MS)
        self._silence.timeout.connect(self._say_progress)
        calls.bug.connect(self._give_up)

    @property
    def is_busy(self) -> bool:
        """Whether files are still being looked at before they are added."""
        return self._is_asking or bool(self._waiting)

    def add(self, paths: Sequence[str], kind: str) -> None:
        """Takes files and folders; `kind` is image or video."""
        if not self._waiting and not self._is_asking:
            self._result = Intake()
            self._total = 0
            self._silence.start()
        self._waiting.extend((path, kind) for path in paths)
        self._total += len(paths)
        self._ask_next()

    def judge_again(self, kind: str) -> None:
        """Looks at what is in the model: after a restart, and when another kind is wanted."""
        self._wanted_kind = kind
        paths = self._model.paths
        for start in range(0, len(paths), _BATCH):
            part = paths[start : start + _BATCH]
            self._calls.ask(
                self,
                lambda desk, part=part: desk.look_at(part, kind),
                lambda found: self._judged(found, kind),
            )

    def _ask_next(self) -> None:
        if self._is_asking or not self._waiting:
            return
        kind = self._waiting[0][1]
        batch: list[str] = []
        while self._waiting and self._waiting[0][1] == kind and len(batch) < _BATCH:
            batch.append(self._waiting.popleft()[0])
        self._is_asking = True
        self._calls.ask(self, lambda desk: desk.look_at(batch, kind), self._take, self._fail)

    def _take(self, found: "Candidates") -> None:
        self._is_asking = False
        twice = self._model.add(MediaItem(candidate.path) for candidate in found.accepted)
        before = self._result
        self._result = Intake(
            added=before.added + len(found.accepted) - twice,
            twice=before.twice + twice,
            refused=(*before.refused, *(_refusal(candidate) for candidate in found.refused)),
            truncated=before.truncated + found.truncated,
        )
        if self._waiting:
            self._say_progress()
            self._ask_next()
        else:
            self._finish()

    def _fail(self, problem: Problem) -> None:
        self._is_asking = False
        self._waiting.clear()
        self._result = Intake(refused=(Refusal("", problem),))
        self._finish()

    def _judged(self, found: "Candidates", kind: str) -> None:
        if kind != self._wanted_kind:
            return
        verdicts: dict[str, Problem | None] = {candidate.path: None for candidate in found.accepted}
        self._model.judge(verdicts | {candidate.path: candidate.problem for candidate in found.refused})

    def _give_up(self) -> None:
        if self._is_asking:
            self._is_asking = False
            self._waiting.clear()
            self._finish()

    def _say_progress(self) -> None:
        if not self._silence.isActive():
            self.progressed.emit(self._total - len(self._waiting), self._total)

    def _finish(self) -> None:
        self._silence.stop()
        self.finished.emit(self._result)


def _refusal(candidate: "Candidate") -> Refusal:
    return Refusal(candidate.path, candidate.problem or Problem(""))
