"""What the user does with the places of jobs: run next, hold, move, priority, stop after."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.job import JobId
from vqdesk.domain.status import PromptStatus
from vqdesk.ui.calls import Calls
from vqdesk.ui.queue.line_source import LineSource
from vqdesk.ui.queue.row_actions import RowAction
from vqdesk.ui.queue.undo import QueueUndo
from vqdesk.ui.queue.words import jobs_text

if TYPE_CHECKING:
    from vqdesk.ports import Place
    from vqdesk.runtime.desk import Desk, Question  # the window starts without loading the services

_FAR = 500  # lines that are looked at to find a neighbour


class OrderCommands(QObject):
    """Every change of places can be undone."""

    failed = Signal(object)  # Problem

    def __init__(
        self, calls: Calls, source: LineSource, ids: Callable[[], Sequence[JobId]], undo: QueueUndo
    ) -> None:
        super().__init__(undo)
        self._calls = calls
        self._source = source
        self._ids = ids
        self._undo = undo

    def run(self, action: RowAction, jobs: Sequence[JobId]) -> bool:
        """Whether the action is one of these."""
        act = self._acts().get(action)
        if act is not None:
            act(jobs)
        return act is not None

    def can_move(self, job_id: JobId) -> bool:
        """Whether the job waits: what runs or has ended has no place to change."""
        job = self._source.job(job_id)
        return job is not None and job.status is PromptStatus.PENDING

    def move_before(self, jobs: Sequence[JobId], target: JobId | None) -> None:
        """Drops jobs in front of the first waiting one from `target` on; None is the end."""
        ids = self._ids()
        start = ids.index(target) if target is not None and target in ids else len(ids)
        following = (one for one in ids[start : start + _FAR] if one not in jobs and self.can_move(one))
        before = next(following, None)
        self._place(jobs, lambda desk: desk.order.move(jobs, before), self.tr("Moved {0}"))

    def _acts(self) -> dict[RowAction, Callable[[Sequence[JobId]], None]]:
        return {
            RowAction.NEXT: self._run_next,
            RowAction.END: lambda jobs: self.move_before(jobs, None),
            RowAction.UP: self._move_up,
            RowAction.DOWN: self._move_down,
            RowAction.EARLIER: lambda jobs: self._change_priority(jobs, 1),
            RowAction.LATER: lambda jobs: self._change_priority(jobs, -1),
            RowAction.HOLD: lambda jobs: self._ask(lambda desk: desk.order.hold(jobs)),
            RowAction.RELEASE: lambda jobs: self._ask(lambda desk: desk.order.release(jobs)),
            RowAction.TOGGLE_HOLD: self._toggle_hold,
            RowAction.STOP_AFTER: lambda jobs: self._ask(lambda desk: desk.order.stop_after(jobs)),
            RowAction.GO_ON_AFTER: lambda jobs: self._ask(lambda desk: desk.order.stop_after(jobs, False)),
            RowAction.TOGGLE_STOP: self._toggle_stop,
            RowAction.GO_WITHOUT: lambda jobs: self._ask(lambda desk: desk.auto_prompt.go_without(jobs)),
        }

    def _run_next(self, jobs: Sequence[JobId]) -> None:
        self._place(jobs, lambda desk: desk.order.run_next(jobs), self.tr("Put {0} first"))

    def _move_up(self, jobs: Sequence[JobId]) -> None:
        """Before the waiting job above the first of them."""
        ids = self._ids()
        at = min((ids.index(job) for job in jobs if job in ids), default=0)
        above = next((one for one in reversed(ids[max(0, at - _FAR) : at]) if self.can_move(one)), None)
        if above is not None:
            self._place(jobs, lambda desk: desk.order.move(jobs, above), self.tr("Moved {0}"))

    def _move_down(self, jobs: Sequence[JobId]) -> None:
        """Behind the waiting job below the last of them."""
        ids = self._ids()
        at = max((ids.index(job) for job in jobs if job in ids), default=len(ids))
        below = [one for one in ids[at + 1 : at + 1 + _FAR] if self.can_move(one)][:2]
        if below:
            before = below[1] if len(below) > 1 else None
            self._place(jobs, lambda desk: desk.order.move(jobs, before), self.tr("Moved {0}"))

    def _change_priority(self, jobs: Sequence[JobId], step: int) -> None:
        known = [job for job in map(self._source.job, jobs) if job is not None]
        if known:
            level = known[0].priority + step
            words = self.tr("Gave {0} priority {1}").format("{0}", level)
            self._place(jobs, lambda desk: desk.order.set_priority(jobs, level), words)

    def _toggle_hold(self, jobs: Sequence[JobId]) -> None:
        all_held = all(job is not None and job.held for job in map(self._source.job, jobs))
        self.run(RowAction.RELEASE if all_held else RowAction.HOLD, jobs)

    def _toggle_stop(self, jobs: Sequence[JobId]) -> None:
        all_stop = all(job is not None and job.stop_after for job in map(self._source.job, jobs))
        self.run(RowAction.GO_ON_AFTER if all_stop else RowAction.STOP_AFTER, jobs)

    def _place(self, jobs: Sequence[JobId], change: "Question", words: str) -> None:
        async def moved(desk: "Desk") -> "tuple[list[Place], int]":
            places = await desk.editing.places(jobs)
            return places, await change(desk)

        def tell(answer: "tuple[list[Place], int]") -> None:
            places, number = answer
            if number:
                self._undo.did(words.format(jobs_text(number)), lambda desk: desk.editing.put_back(places))

        self._calls.ask(self, moved, tell, self.failed.emit)

    def _ask(self, question: "Question") -> None:
        self._calls.ask(self, question, failed=self.failed.emit)
