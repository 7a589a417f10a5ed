"""The door from the prompt table to auto-prompts, which are loaded and built when their mode is first chosen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.events import AppEvent
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.domain.workspace import WorkspaceState
from vqdesk.ui.calls import Calls
from vqdesk.ui.thumbnails import Thumbnails
from vqdesk.ui.workspace.prompts.parts import TableParts

if TYPE_CHECKING:
    from vqdesk.ui.auto_prompt.panel import AutoPanel


class AutoPart(QObject):
    """`panel` is None until it is wanted. `edited` carries fields of the workspace's state."""

    built = Signal()
    edited = Signal(object)

    def __init__(self, calls: Calls, parts: TableParts, thumbnails: Thumbnails, owner: QWidget) -> None:
        super().__init__(owner)
        self._calls = calls
        self._parts = parts
        self._thumbnails = thumbnails
        self.above = QVBoxLayout()
        self.below = QVBoxLayout()
        self.panel: AutoPanel | None = None

    @property
    def is_busy(self) -> bool:
        """Whether texts are being written for this workspace."""
        return self.panel is not None and self.panel.work.run.is_running

    def show_state(self, definition: WorkflowDefinition, state: WorkspaceState) -> None:
        """Shows the panel for what the workspace holds."""
        if self.panel is None:
            from vqdesk.ui.auto_prompt.panel import AutoPanel  # the window starts without it

            self.panel = AutoPanel(self._calls, self._parts, self._thumbnails)
            self.panel.edited.connect(self.edited)
            self.above.addWidget(self.panel)
            self.below.addWidget(self.panel.variants)
            self.built.emit()
        self.panel.show_state(definition, state)
        self.panel.show()

    def hide(self) -> None:
        """Another mode is shown; what is being written goes on."""
        self._parts.model.show_auto(None)
        if self.panel is not None:
            self.panel.hide()
            self.panel.variants.hide()

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes what the worker tells."""
        if self.panel is not None:
            self.panel.apply_events(batch)

    def stop(self) -> None:
        """The workspace is closed."""
        if self.panel is not None:
            self.panel.work.run.stop()
