"""Banners on top of the queue: the worker's fault, lanes that do not answer, paused, no engine at all."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import LaneChanged, QueueChanged
from vqdesk.domain.job import Lane, LaneId
from vqdesk.ui.queue.words import prompts_text
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.banner import Banner

_SECOND_MS = 1_000


class QueueBanners(QWidget):
    """Takes no room while there is nothing to say."""

    resume_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = Banner(self)
        self.paused = Banner(self)
        self.stuck = Banner(self)
        self.lanes: dict[LaneId, Banner] = {}
        self._offline: dict[LaneId, tuple[LaneChanged, int]] = {}  # and the seconds until the next attempt
        self._details = ""
        self._seconds = QTimer(self, interval=_SECOND_MS)
        self._seconds.timeout.connect(self._count_down)
        self.problem.acted.connect(self._close_problem)
        self.paused.acted.connect(self.resume_wanted)
        self._rows = QVBoxLayout(self)
        space = current_theme().space
        self._rows.setSpacing(space.s)
        self._margins = (space.m, space.s, space.m, space.s)
        self._rows.addWidget(self.problem)
        self._rows.addWidget(self.paused)
        self._rows.addWidget(self.stuck)
        self._settle()

    def show_problem(self, problem: Problem) -> None:
        """Says what failed until it is closed or another failure comes."""
        self._details = problem.details
        second = " ".join(part for part in (problem.cause, problem.remedy) if part)
        self.problem.setToolTip(second)
        self.problem.tell(
            "failed", problem.summary, second, self.tr("Copy details") if self._details else self.tr("Close")
        )
        self._settle()

    def clear_problem(self) -> None:
        """Takes the failure away."""
        self.problem.hide()
        self._settle()

    def apply_queue(self, event: QueueChanged) -> None:
        """Paused or not; jobs that no engine can run."""
        if event.reason:
            self.stuck.tell("offline", event.reason, self.tr("Use an engine that has it, or cancel the job."))
        else:
            self.stuck.hide()
        if event.paused:
            waiting = prompts_text(event.waiting)
            second = self.tr("{0} waiting · what runs goes on to its end").format(waiting)
            self.paused.tell("paused", self.tr("Paused"), second, self.tr("Resume"))
        else:
            self.paused.hide()
        self._settle()

    def apply_lane(self, event: LaneChanged) -> None:
        """A lane that does not answer has a banner until it does."""
        if event.state == "offline":
            self._offline[event.lane_id] = (event, round(event.retry_in_s))
            if event.lane_id not in self.lanes:
                self.lanes[event.lane_id] = Banner(self)
                self._rows.addWidget(self.lanes[event.lane_id])
            self._tell_offline(event.lane_id)
        elif event.state != "connecting":
            self._forget(event.lane_id)
        self._settle()

    def keep_only(self, lanes: list[Lane]) -> None:
        """Lanes that are not used any more need no banner."""
        for lane_id in self.lanes.keys() - {lane.id for lane in lanes}:
            self._forget(lane_id)
        self._settle()

    def _close_problem(self) -> None:
        if self._details:
            QGuiApplication.clipboard().setText(self._details)
        self.clear_problem()

    def _forget(self, lane_id: LaneId) -> None:
        self._offline.pop(lane_id, None)
        banner = self.lanes.pop(lane_id, None)
        if banner is not None:
            self._rows.removeWidget(banner)
            banner.hide()
            banner.deleteLater()

    def _tell_offline(self, lane_id: LaneId) -> None:
        event, seconds = self._offline[lane_id]
        again = self.tr("trying again in {0} s").format(seconds) if seconds > 0 else self.tr("trying again now")
        cause = event.problem.cause if event.problem else ""
        second = " ".join((cause, again[0].upper() + again[1:])) if cause else again
        self.lanes[lane_id].tell("offline", self.tr("{0} does not answer").format(event.name), second)
        self.lanes[lane_id].setToolTip(event.problem.sentence() if event.problem else "")

    def _count_down(self) -> None:
        for lane_id, (event, seconds) in list(self._offline.items()):
            self._offline[lane_id] = (event, max(0, seconds - 1))
            self._tell_offline(lane_id)

    def _settle(self) -> None:
        if self._offline:
            self._seconds.start()
        else:
            self._seconds.stop()
        anything = bool(self.lanes) or any(not one.isHidden() for one in (self.problem, self.paused, self.stuck))
        self._rows.setContentsMargins(*(self._margins if anything else (0, 0, 0, 0)))
        self.setVisible(anything)
