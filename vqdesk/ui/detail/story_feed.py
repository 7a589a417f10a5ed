"""Asks for the past of the prompt that is shown, again when the prompt changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import Prompt, PromptId
from vqdesk.ui.calls import Calls
from vqdesk.ui.paced import Paced
from vqdesk.ui.theme.source import current_theme

if TYPE_CHECKING:
    from vqdesk.services.stories import PromptStory  # the window starts without loading the services


class StoryFeed(QObject):
    """One question is under way at a time; what is not about the prompt any more is dropped."""

    arrived = Signal(object)  # PromptStory
    refused = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._wanted: tuple[PromptId, int] | None = None  # prompt and revision
        self._paced = Paced(self._ask, current_theme().duration.progress_update, self)

    def follow(self, prompt: Prompt | None) -> None:
        """Turns to a prompt, or to its news."""
        wanted = (prompt.id, prompt.revision) if prompt is not None else None
        if wanted != self._wanted:
            self._wanted = wanted
            if wanted is not None:
                self._paced.request()

    def _ask(self) -> None:
        if self._wanted is None:
            self._paced.finished()
            return
        prompt_id = self._wanted[0]
        self._calls.ask(self, lambda desk: desk.stories.story(prompt_id), self._take, self._refuse)

    def _take(self, story: "PromptStory") -> None:
        self._paced.finished()
        if self._wanted is not None and story.prompt_id == self._wanted[0]:
            self.arrived.emit(story)

    def _refuse(self, problem: Problem) -> None:
        self._paced.finished()
        if self._wanted is not None:
            self.refused.emit(problem)
