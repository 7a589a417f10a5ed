"""Files on their way into the grid: found in folders, then looked at by the worker a batch at a time."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from vqdesk.domain.errors import Problem
from vqdesk.ui.calls import Calls
from vqdesk.ui.workspace.media_model import MediaItem, MediaModel

if TYPE_CHECKING:
    from vqdesk.services.candidates import Candidate, Candidates, Expansion

_BATCH = 48
_SILENT_MS = 200  # what is faster needs no words


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was left out, and why."""

    path: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of one drop. `truncated` files were beyond the limit of a folder, `unseen` ones not looked at."""

    added: int = 0
    twice: int = 0
    refused: tuple[Refusal, ...] = ()
    truncated: int = 0
    unseen: int = 0

    def __add__(self, other: "Intake") -> "Intake":
        return Intake(
            self.added + other.added,
            self.twice + other.twice,
            (*self.refused, *other.refused),
            self.truncated + other.truncated,
            self.unseen + other.unseen,
        )


class IntakeQueue(QObject):
    """Adds what can be used to the model. `progressed` counts files; `finished` carries an Intake."""

    progressed = Signal(int, int)
    finished = Signal(object)

    def __init__(self, calls: Calls, model: MediaModel, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._model = model
        self._drops: deque[tuple[Sequence[str], str]] = deque()  # paths as given, and the wanted kind
        self._waiting: deque[tuple[str, str]] = deque()  # files, and the wanted kind
        self._again: deque[tuple[str, str]] = deque()  # of the model
        self._total = 0
        self._is_asking = self._is_adding = False
        self._forgotten = 0  # how often; an answer to what was asked before it is not wanted any more
        self._result = Intake()
        self._wanted_kind = ""
        self._silence = QTimer(self, singleShot=True, interval=_SILENT_MS)
        self._silence.timeout.connect(self._say_progress)
        calls.bug.connect(self._give_up)

    @property
    def is_busy(self) -> bool:
        """Whether files are still being looked at before they are added."""
        return self._is_adding

    def add(self, paths: Sequence[str], kind: str) -> None:
        """Takes files and folders; `kind` is image or video."""
        if not self._is_adding:
            self._is_adding = True
            self._result = Intake()
            self._total = 0
            self._silence.start()
        self._drops.append((tuple(paths), kind))
        self._ask_next()

    def stop(self) -> None:
        """Leaves out what has not been looked at yet."""
        if self._is_adding:
            self._result += Intake(unseen=len(self._waiting))
            self._drops.clear()
            self._waiting.clear()

    def forget(self) -> None:
        """Takes in nothing of what is on its way, not even what is being looked at."""
        self._forgotten += 1
        for some in (self._drops, self._waiting, self._again):
            some.clear()
        self._result, self._total = Intake(), 0

    def judge_again(self, kind: str) -> None:
        """Looks at what is in the model: after a restart, and when another kind is wanted."""
        self._wanted_kind = kind
        self._again = deque((path, kind) for path in self._model.paths)
        self._ask_next()

    def _ask_next(self) -> None:
        if self._is_asking:
            return
        if self._waiting:
            batch, kind = _batch_of(self._waiting)
            self._ask(lambda desk: desk.media.look_at(batch, kind), self._take)
        elif self._drops:
            paths, kind = self._drops.popleft()
            self._ask(lambda desk: desk.media.expand(paths, kind), lambda found: self._unfold(found, kind))
        elif self._is_adding:
            self._finish()
        elif self._again:
            batch, kind = _batch_of(self._again)
            self._ask(lambda desk: desk.media.look_at(batch, kind), lambda found: self._judged(found, kind))

    def _ask(self, question: object, then: Callable[[Any], None]) -> None:
        self._is_asking = True
        wish = self._forgotten

        def if_wanted(take: Callable[[Any], None], answer: Any) -> None:
            if wish == self._forgotten:
                take(answer)
            else:
                self._go_on()

        self._calls.ask(
            self, question, lambda found: if_wanted(then, found), lambda problem: if_wanted(self._fail, problem)
        )

    def _unfold(self, found: "Expansion", kind: str) -> None:
        self._waiting.extend((path, kind) for path in found.files)
        self._total += len(found.files)
        self._result += Intake(refused=_refusals(found.refused), truncated=found.truncated)
        self._go_on()

    def _take(self, found: "Candidates") -> None:
        twice = self._model.add(map(_item, found.accepted))
        self._result += Intake(len(found.accepted) - twice, twice, _refusals(found.refused))
        if found.is_late and not found.accepted:  # a dead network folder: the others would take as long each
            self.stop()
        self._go_on()

    def _go_on(self) -> None:
        self._is_asking = False
        if self._waiting:
            self._say_progress()
        self._ask_next()

    def _fail(self, problem: Problem) -> None:
        self._result += Intake(refused=(Refusal("", problem),))
        self.stop()
        self._again.clear()
        self._is_asking = False
        self._ask_next()

    def _judged(self, found: "Candidates", kind: str) -> None:
        if kind == self._wanted_kind:
            self._model.settle(map(_item, (*found.accepted, *found.refused)))
        if found.is_late:
            self._again.clear()
        self._is_asking = False
        self._ask_next()

    def _give_up(self) -> None:
        self._is_asking = False
        self._again.clear()
        if self._is_adding:
            self.stop()
            self._finish()

    def _say_progress(self) -> None:
        if self._is_adding and not self._silence.isActive():
            self.progressed.emit(self._total - len(self._waiting), self._total)

    def _finish(self) -> None:
        self._silence.stop()
        self._is_adding = False
        self.finished.emit(self._result)
        self._ask_next()


def _batch_of(waiting: "deque[tuple[str, str]]") -> tuple[list[str], str]:
    """The next files of one kind."""
    kind = waiting[0][1]
    batch: list[str] = []
    while waiting and waiting[0][1] == kind and len(batch) < _BATCH:
        batch.append(waiting.popleft()[0])
    return batch, kind


def _item(candidate: "Candidate") -> MediaItem:
    return MediaItem(candidate.path, candidate.problem, candidate.facts, candidate.fingerprint)


def _refusals(candidates: "Sequence[Candidate]") -> tuple[Refusal, ...]:
    return tuple(Refusal(one.path, one.problem or Problem("")) for one in candidates)
