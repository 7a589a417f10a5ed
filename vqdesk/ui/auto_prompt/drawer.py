"""The side drawer of automatic prompts: server, models, GPU, system prompts, and a box to try them."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vqdesk.domain.auto_prompt import WorkflowContext
from vqdesk.domain.errors import Problem
from vqdesk.domain.events import AppEvent
from vqdesk.domain.setting import SettingValue
from vqdesk.ui.auto_prompt.drawer_facts import ContextCard, KeptLine
from vqdesk.ui.auto_prompt.drawer_models import ModelSection
from vqdesk.ui.auto_prompt.system_prompt import SystemPromptSection
from vqdesk.ui.auto_prompt.try_it import TryBox
from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import IconButton
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Panel, ScrollPage

if TYPE_CHECKING:
    from vqdesk.runtime.desk import Desk
    from vqdesk.services.auto_prompt import LlmState  # the window starts without loading the services


class AutoPromptDrawer(Panel):
    """Reads by itself from `start` on, and looks at the server again and again while it is seen.

    `changed`: texts would be written otherwise from now on.
    """

    close_wanted = Signal()
    changed = Signal()

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__("surface.1", parent=parent)
        self._calls = calls
        self._is_looking = False
        self._state: LlmState | None = None
        self.shut = IconButton("close", self.tr("Close automatic prompts"))
        self.shut.clicked.connect(self.close_wanted)
        self.models = ModelSection()
        self.models.changed.connect(self._change)
        self.models.look_wanted.connect(self._look)
        self.prompts = SystemPromptSection(calls)
        self.context = ContextCard()
        self.try_box = TryBox(calls)
        self.kept = KeptLine(calls)
        self.remark = Label("", "small", "status.failed", wrap=True)
        self.remark.hide()
        self._build()
        self.prompts.saved.connect(self.changed)
        self.prompts.checked.connect(self._judge)
        for part in (self.prompts, self.try_box, self.kept):
            part.failed.connect(self._refuse)

    def start(self) -> None:
        """Reads what holds now. Call it whenever the drawer opens."""
        self._calls.ask(self, lambda desk: desk.settings.values(), self.models.show_values, self._refuse)
        self.prompts.start()
        self.kept.read()
        self._look()

    def show_images(self, paths: Sequence[str]) -> None:
        """Images of the workspace that a try may take; the first is proposed."""
        self.try_box.show_images(paths)

    def show_context(self, context: WorkflowContext) -> None:
        """What the workflow in front tells the model of motion prompts."""
        self.context.show_context(context)
        self.prompts.show_context(context)
        self.try_box.show_context(context)

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes the worker's events: they tell how far a try is."""
        was_busy = self.try_box.is_busy
        self.try_box.apply_events(batch)
        if was_busy and not self.try_box.is_busy:
            self.kept.read()

    def leave(self) -> None:
        """Keeps what is typed and ends a try: the drawer is not seen any more."""
        self.prompts.save_now()
        self.try_box.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Goes on looking at the server."""
        super().showEvent(event)
        self._watch()

    def _change(self, values: Mapping[str, SettingValue]) -> None:
        self._calls.ask(self, partial(_change, dict(values)), self._take_values, self._refuse)

    def _take_values(self, values: Mapping[str, SettingValue]) -> None:
        self._refuse(None)
        self.models.show_values(values)
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        self._calls.ask(self, lambda desk: desk.auto_prompt.state(), self._take_state, self._refuse)

    def _take_state(self, state: "LlmState") -> None:
        self._state = state
        self.models.show_state(state)
        self._judge()
        self._watch()

    def _judge(self) -> None:
        """Whether a try can be made."""
        problem = self._state.problem if self._state else None
        wrong = self.tr("Correct the system prompt first") if self.prompts.error else ""
        self.try_box.set_gate(problem.sentence() if problem else wrong)

    def _watch(self) -> None:
        """One question stays open while the drawer is seen; its answer is the next state that differs."""
        known = self._state
        if self._is_looking or known is None or not self.isVisible():
            return
        self._is_looking = True
        self._calls.ask(self, lambda desk: desk.auto_prompt.changed(known), self._take_change, self._stop_looking)

    def _take_change(self, state: "LlmState") -> None:
        self._is_looking = False
        self._take_state(state)

    def _stop_looking(self, problem: Problem) -> None:
        self._is_looking = False
        self._refuse(problem)

    def _refuse(self, problem: Problem | None) -> None:
        self.remark.setText(problem.sentence() if problem else "")
        self.remark.setVisible(problem is not None)

    def _build(self) -> None:
        space = current_theme().space
        head = QHBoxLayout()
        head.setContentsMargins(space.m, space.s, space.s, space.s)
        head.addWidget(Label(self.tr("Automatic prompts"), "title"), 1)
        head.addWidget(self.shut)
        self._page = QWidget()
        self._parts = QVBoxLayout(self._page)
        self._parts.setContentsMargins(space.m, 0, space.m, space.m)
        self._parts.setSpacing(space.m)
        for part in (self.remark, self.models, self.prompts, self.context, self.try_box, self.kept):
            self._parts.addWidget(part)
        self._parts.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(_Page(self._page), 1)
        self.setMinimumWidth(current_theme().size.side)


class _Page(ScrollPage):
    """Scrolls, and never cuts what is beside."""

    def minimumSizeHint(self) -> QSize:
        """As wide as its content must be."""
        size = current_theme().size
        return QSize(self.widget().minimumSizeHint().width() + size.scrollbar, size.control)


async def _change(values: dict[str, SettingValue], desk: "Desk") -> dict[str, SettingValue]:
    await desk.settings.change(values)
    return await desk.settings.values()
