"""Banners of the night: the countdown, resting lanes, a full disk, odd prompts, what the computer did not do."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.events import AppEvent, LaneRest, NightChanged, Suspected
from vqdesk.domain.job import JobId, LaneId, PromptId
from vqdesk.domain.policies.after_queue import AfterQueue
from vqdesk.ui.calls import Calls
from vqdesk.ui.night.words import countdown_text, rest_texts
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.banner import Banner


class NightBanners(QWidget):
    """Takes no room while there is nothing to say."""

    prompt_wanted = Signal(object, object)  # JobId, PromptId
    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._suspect: Suspected | None = None
        self.countdown, self.disk = Banner(self), Banner(self)
        self.refused, self.suspected = Banner(self), Banner(self)
        self.rests: dict[LaneId, tuple[LaneRest, Banner]] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(current_theme().space.s)
        for banner in (self.countdown, self.disk, self.refused, self.suspected):
            self._rows.addWidget(banner)
        self.countdown.acted.connect(self._stop)
        self.refused.acted.connect(self._forget_refusal)
        self.suspected.acted.connect(self._look_at_suspect)
        self._settle()

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes what happened in the worker."""
        for event in batch:
            if isinstance(event, NightChanged):
                self._apply(event)
            elif isinstance(event, Suspected):
                self._apply_suspect(event)

    def _apply(self, event: NightChanged) -> None:
        if event.countdown_s is None:
            self.countdown.hide()
        else:
            text = countdown_text(AfterQueue(event.after_queue), event.countdown_s)
            self.countdown.tell("paused", text, self.tr("New work stops it too."), self.tr("Stop"))
        if event.disk is None:
            self.disk.hide()
        else:
            self.disk.tell("paused", event.disk.summary, f"{event.disk.cause} {event.disk.remedy}")
        if event.problem is None:
            self.refused.hide()
        else:
            second = f"{event.problem.cause} {event.problem.remedy}"
            self.refused.tell("failed", event.problem.summary, second, self.tr("Close"))
        self._apply_rests(event.rests)
        self._settle()

    def _apply_rests(self, rests: Sequence[LaneRest]) -> None:
        for lane_id in self.rests.keys() - {rest.lane_id for rest in rests}:
            _, banner = self.rests.pop(lane_id)
            self._rows.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        for rest in rests:
            if rest.lane_id not in self.rests:
                banner = Banner(self)
                banner.acted.connect(lambda lane_id=rest.lane_id: self._wake(lane_id))
                self._rows.addWidget(banner)
            else:
                banner = self.rests[rest.lane_id][1]
            self.rests[rest.lane_id] = (rest, banner)
            banner.tell("failed" if rest.reason == "failures" else "paused", *rest_texts(rest))

    def _apply_suspect(self, event: Suspected) -> None:
        self._suspect = event
        text = self.tr("#{0}, prompt {1}: {2}").format(event.job_id, event.ordinal, event.problem.summary)
        second = f"{event.problem.cause} {event.problem.remedy}"
        self.suspected.tell("paused", text, second, self.tr("Show it"))
        self._settle()

    def _wake(self, lane_id: LaneId) -> None:
        rest, _ = self.rests[lane_id]
        if rest.reason == "failures":
            self._calls.ask(self, lambda desk: desk.night.resume_lane(lane_id), failed=self.failed.emit)
        else:
            self._calls.ask(self, lambda desk: desk.night.start_now(lane_id), failed=self.failed.emit)

    def _stop(self) -> None:
        self._calls.ask(self, lambda desk: desk.night.stop_countdown(), failed=self.failed.emit)

    def _forget_refusal(self) -> None:
        self._calls.ask(self, lambda desk: desk.night.forget_problem(), failed=self.failed.emit)

    def _look_at_suspect(self) -> None:
        self.suspected.hide()
        self._settle()
        if self._suspect is not None:
            job_id: JobId = self._suspect.job_id
            prompt_id: PromptId = self._suspect.prompt_id
            self.prompt_wanted.emit(job_id, prompt_id)

    def _settle(self) -> None:
        """Margins only while a banner shows."""
        space = current_theme().space
        shown = any(not banner.isHidden() for banner in self.findChildren(Banner))
        self._rows.setContentsMargins(*((space.m, space.s, space.m, space.s) if shown else (0, 0, 0, 0)))
        self.setVisible(shown)
