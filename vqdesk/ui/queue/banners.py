"""Banners on top of the queue: a fault, lanes that do not answer or stand still, paused, no fitting engine."""

from PySide6.QtCore import QLocale, QTime, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import LaneChanged, QueueChanged
from vqdesk.domain.job import Lane, LaneId
from vqdesk.ui.language import in_words
from vqdesk.ui.queue.words import prompts_text
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.banner import Banner
from vqdesk.ui.widgets.tab_order import set_tab_order_by_layout

_SECOND_MS = 1_000


class QueueBanners(QWidget):
    """Takes no room while there is nothing to say."""

    resume_wanted = Signal()
    reconnect_wanted = Signal(object)  # LaneId

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = Banner(self)
        self.paused = Banner(self)
        self.stuck = Banner(self)
        self.lanes: dict[LaneId, Banner] = {}
        self._offline: dict[LaneId, tuple[LaneChanged, int]] = {}  # and the seconds until the next attempt
        self._away_since: dict[LaneId, QTime] = {}
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
            self.stuck.tell(
                "offline", in_words(event.reason), self.tr("Use an engine that has it, or cancel the job.")
            )
        else:
            self.stuck.hide()
        if event.paused:
            self.paused.tell("paused", self.tr("Paused"), self._pause_words(event), self.tr("Resume"))
        else:
            self.paused.hide()
        self._settle()

    def apply_lane(self, event: LaneChanged) -> None:
        """A lane that does not answer, or answers and stands still, has a banner until it goes on."""
        if event.state == "offline":
            self._offline[event.lane_id] = (event, round(event.retry_in_s))
            self._away_since.setdefault(event.lane_id, QTime.currentTime())
            self._tell_offline(event.lane_id)
        elif event.state == "online":
            self._offline.pop(event.lane_id, None)
            self._away_since.pop(event.lane_id, None)
            if event.problem is None:
                self._forget(event.lane_id)
            else:
                self._tell_silent(event, event.problem)
        self._settle()

    def keep_only(self, lanes: list[Lane]) -> None:
        """Lanes that are not used any more need no banner."""
        for lane_id in self.lanes.keys() - {lane.id for lane in lanes}:
            self._forget(lane_id)
        self._settle()

    def _pause_words(self, event: QueueChanged) -> str:
        waiting = self.tr("{0} waiting").format(prompts_text(event.waiting))
        if not event.running:
            return waiting
        if event.takes_back:
            return self.tr("{0} · what runs is stopped and put back").format(waiting)
        return self.tr("{0} · what runs goes on to its end").format(waiting)

    def _close_problem(self) -> None:
        if self._details:
            QGuiApplication.clipboard().setText(self._details)
        self.clear_problem()

    def _banner(self, lane_id: LaneId) -> Banner:
        if lane_id not in self.lanes:
            banner = self.lanes[lane_id] = Banner(self)
            banner.acted.connect(lambda: self._try_now(lane_id))
            self._rows.addWidget(banner)
            set_tab_order_by_layout(self)
        return self.lanes[lane_id]

    def _try_now(self, lane_id: LaneId) -> None:
        """The countdown is over; the worker tells how it went."""
        if lane_id in self._offline:
            self._offline[lane_id] = (self._offline[lane_id][0], 0)
            self._tell_offline(lane_id)
            self.reconnect_wanted.emit(lane_id)

    def _forget(self, lane_id: LaneId) -> None:
        self._offline.pop(lane_id, None)
        self._away_since.pop(lane_id, None)
        banner = self.lanes.pop(lane_id, None)
        if banner is not None:
            self._rows.removeWidget(banner)
            banner.hide()
            banner.deleteLater()

    def _tell_offline(self, lane_id: LaneId) -> None:
        event, seconds = self._offline[lane_id]
        again = self.tr("Trying again in {0} s.").format(seconds) if seconds > 0 else self.tr("Trying again now …")
        cause = event.problem.cause if event.problem else ""
        since = QLocale().toString(self._away_since[lane_id], QLocale.FormatType.ShortFormat)
        banner = self._banner(lane_id)
        banner.tell(
            "offline",
            self.tr("{0} has not answered since {1}").format(event.name, since),
            " ".join(part for part in (again, cause) if part),
            self.tr("Try now") if seconds > 0 else "",
        )
        banner.setToolTip(event.problem.sentence() if event.problem else "")

    def _tell_silent(self, event: LaneChanged, problem: Problem) -> None:
        """It is connected, so there is nothing to try: the user must look after the server."""
        banner = self._banner(event.lane_id)
        banner.tell("offline", problem.summary, problem.remedy)
        banner.setToolTip(problem.sentence())

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
