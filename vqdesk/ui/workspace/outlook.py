"""What the click would cost: asked a moment after every change of the form, shown in the footer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from vqdesk.domain.errors import Problem
from vqdesk.domain.estimates import Load
from vqdesk.domain.fanout import count
from vqdesk.domain.prompt_plan import prompt_plan
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.domain.workspace import WorkspaceState
from vqdesk.ui.calls import Calls
from vqdesk.ui.workspace.footer import Footer
from vqdesk.ui.workspace.lane_choice import chosen_lane
from vqdesk.ui.workspace.media_model import MediaItem
from vqdesk.ui.workspace.readiness import used_tries

if TYPE_CHECKING:
    from vqdesk.services.estimates import Outlook

_AFTER_MS = 150
_LOOKED_AT = 100


@dataclass(frozen=True, slots=True)
class _Wanted:
    workflow: str
    params: dict[str, Any]
    prompts: int
    given: Load


class OutlookLine(QObject):
    """An answer that a later question has overtaken is not shown."""

    def __init__(self, calls: Calls, footer: Footer, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._footer = footer
        self._wanted: _Wanted | None = None
        self._asked = 0
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self._ask)

    def look(
        self, definition: WorkflowDefinition | None, state: WorkspaceState, items: Sequence[MediaItem]
    ) -> None:
        """The form holds this now."""
        wanted = None if definition is None else _wanted(definition, state, items)
        if wanted != self._wanted:
            self._wanted = wanted
            self.look_again()

    def look_again(self) -> None:
        """The queue before it is another one."""
        self._timer.start()

    def _ask(self) -> None:
        self._asked += 1
        number, wanted = self._asked, self._wanted
        if wanted is None or wanted.prompts < 1:
            self._footer.show_outlook(None)
            return

        def take(said: "Outlook | None") -> None:
            if number == self._asked:
                self._footer.show_outlook(said)

        def fail(_problem: Problem) -> None:  # the form itself says what is wrong with it
            take(None)

        from vqdesk.services.estimates import Wish  # loads pydantic, which the first paint must not wait for

        lane_id = chosen_lane(wanted.params)
        wish = Wish(wanted.workflow, wanted.params, wanted.prompts, wanted.given, lane_id)
        self._calls.ask(self, lambda desk: desk.estimates.outlook(wish), take, fail)


def _wanted(definition: WorkflowDefinition, state: WorkspaceState, items: Sequence[MediaItem]) -> _Wanted:
    tries = used_tries(definition, state)
    variations = len(prompt_plan(definition, state).variations) if state.crosses else 0
    made = count(definition, len(state.inputs), tries if isinstance(tries, int) else 1, variations)
    return _Wanted(definition.name, dict(state.own_values), made.prompts, _typical(items))


def _typical(items: Sequence[MediaItem]) -> Load:
    """The size of the file in the middle of the first ones."""
    facts = [item.facts for item in items[:_LOOKED_AT] if item.facts is not None]
    loads = sorted((Load(one.width, one.height, one.frames) for one in facts), key=lambda load: load.volume)
    return loads[len(loads) // 2] if loads else Load()
