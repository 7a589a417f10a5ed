"""What is going on with one prompt: the failure card, or picture and progress, and the tabs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vqdesk.domain.estimates import Span
from vqdesk.domain.job import Output, Prompt
from vqdesk.domain.spans import span_words
from vqdesk.domain.status import PromptStatus, is_final
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.failure import Failure, FailureCard
from vqdesk.ui.detail.focus import is_canceling, outputs_of
from vqdesk.ui.detail.live import LiveNews
from vqdesk.ui.detail.preview import PreviewPane
from vqdesk.ui.detail.progress import ProgressPane, RunTimes
from vqdesk.ui.detail.sentences import engine_name, state_line
from vqdesk.ui.detail.story_feed import StoryFeed
from vqdesk.ui.detail.tabs import DetailTabs
from vqdesk.ui.detail.timeline import WhatHappened
from vqdesk.ui.detail.words import duration_of, home_path, output_facts, seconds_between
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.thumbnails import Question, Thumbnails
from vqdesk.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from vqdesk.services.queue import JobDetail  # the window starts without loading the services
    from vqdesk.services.stories import PromptStory

_ROOMY_ROWS = 7  # heights of a job's row from which on the states stand above the tabs
_PICTURE_EDGE = 960  # long side of the large picture in its own pixels


class _Sheet(QWidget):
    """As high as its lines at the real width: least sizes count wrapped words at their narrowest."""

    def minimumSizeHint(self) -> QSize:
        """Asks for no height where the height follows from the width."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), 0) if self.hasHeightForWidth() else hint


class DetailBody(QScrollArea):
    """Scrolls as a whole where there is too little room for everything."""

    play_asked = Signal(object)  # Output

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = Thumbnails(calls, self)
        self._detail: JobDetail | None = None
        self._focus: Prompt | None = None
        self._output: Output | None = None
        self._live = LiveNews()
        self._story: PromptStory | None = None  # of the prompt in focus
        self._said: tuple[str | None, Span | None] = (None, None)  # why the queue rests, what is left
        self.stories = StoryFeed(calls, self)
        self.notice = Banner()
        self.failure = FailureCard()
        self.preview = PreviewPane()
        self.progress = ProgressPane()
        self.happened = WhatHappened()
        self.tabs = DetailTabs(calls)
        self._build_rows()
        self.preview.play_asked.connect(lambda: self.play_asked.emit(self._output))
        self._pictures.arrived.connect(self._picture_arrived)
        self.notice.acted.connect(self.notice.hide)
        self.failure.node_asked.connect(self._show_node)
        self.tabs.bar.used.connect(self._show_tabs)
        self.stories.arrived.connect(self._take_story)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the picture above the words where both have no room beside each other."""
        super().resizeEvent(event)
        size = current_theme().size
        self.failure.set_narrow(self.viewport().width() < size.form + 2 * size.row_job)
        needed = self.preview.minimumSizeHint().width() + self.tabs.minimumSizeHint().width()
        narrow = self.viewport().width() < needed + 3 * current_theme().space.l
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(direction)
        self._show_past()

    def show_prompt(self, detail: "JobDetail", focus: Prompt | None, live: LiveNews) -> None:
        """Shows a prompt, or news of the same one."""
        if focus is None or self._focus is None or focus.id != self._focus.id:
            self.preview.picture.show_words("")
            self._story = None
        self._detail, self._focus, self._live = detail, focus, live
        self.tabs.show_detail(detail, focus)
        failed = focus is not None and focus.status is PromptStatus.FAILED
        if failed:
            every = tuple(prompt for prompt in detail.prompts if prompt.status is PromptStatus.FAILED)
            self.failure.show_failure(Failure(focus, len(detail.prompts), every, engine_name(detail)))
        self.failure.setVisible(failed)
        self.preview.setVisible(focus is not None and not failed)
        self.progress.setVisible(focus is not None and not failed)
        self._show_past()
        self.stories.follow(focus)
        if focus is not None and not failed:
            self.show_picture()

    def _show_node(self, node_id: str) -> None:
        self.tabs.show_node(node_id)
        self._show_tabs()

    def _show_tabs(self) -> None:
        """Scrolls to what a tab shows, once the page has its height."""
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.tabs, 0, 0))

    def _take_story(self, story: "PromptStory") -> None:
        if self._focus is not None and story.prompt_id == self._focus.id:
            self._story = story
            self.tabs.show_story(story)
            self.happened.show_story(story)
            self._show_past()
            self.show_numbers(*self._said)

    def _show_past(self) -> None:
        """The line of states of what has ended, or was tried before; where it is low, of failures only."""
        focus, story = self._focus, self._story
        if focus is None or story is None or not story.attempts:
            self.happened.hide()
            return
        has_room = self.viewport().height() >= _ROOMY_ROWS * current_theme().size.row_job
        wanted = is_final(focus.status) or len(story.attempts) > 1
        self.happened.setVisible(wanted and (has_room or focus.status is PromptStatus.FAILED))

    def makers(self) -> list[Callable[[], object]]:
        """What makes the first prompt appear sooner, piece by piece: pages, and a first painting of each part."""
        parts = (self.tabs.bar, self.preview, self.progress, self.happened, self.failure)
        return [*self.tabs.makers(), *(part.grab for part in parts)]

    def show_numbers(self, pause_reason: str | None, left: Span | None = None) -> None:
        """Shows how far the prompt is, or what it waits for."""
        self._said = (pause_reason, left)
        detail, focus = self._detail, self._focus
        if detail is None or focus is None or focus.status is PromptStatus.FAILED:
            return
        trace = self._live.trace(focus.id)
        if focus.status is PromptStatus.RUNNING and not is_canceling(focus):
            reported = trace.newest.elapsed_s if trace.newest else 0.0
            elapsed = seconds_between(focus.started_at, "") if focus.started_at else reported
            expected = self._story.expected if self._story else {}
            self.progress.show_progress(trace, RunTimes(elapsed, left, expected))
        else:
            time = self.tr("about {0}").format(span_words(left)) if left and not is_final(focus.status) else ""
            newest = self._story.attempts[-1] if self._story and self._story.attempts else None
            nodes = newest.nodes if newest and is_final(focus.status) else ()
            self.progress.show_state(*state_line(focus, detail, pause_reason), time, nodes)

    def show_picture(self) -> None:
        """Shows the newest preview of a running prompt, else its first output, else its input."""
        detail, focus = self._detail, self._focus
        if detail is None or focus is None:
            return
        outputs = outputs_of(focus, detail.outputs)
        self._output = outputs[0] if outputs else None
        preview = self._live.preview(focus.id) if focus.status is PromptStatus.RUNNING else b""
        if preview:
            self.preview.picture.show_live(preview)
            self._offer_input(focus)
        elif self._output is not None:
            self._show_output(self._output)
        else:
            self._offer_input(focus)
            self._show_input(focus)

    def _show_output(self, output: Output) -> None:
        self.preview.set_caption(home_path(output.path), output_facts(output))
        self.preview.picture.offer_play(self.tr("Play") if duration_of(output) else self.tr("Open"))
        self._show_still("output", output.path, lambda desk: desk.thumbnail(output.path, _PICTURE_EDGE))

    def _show_input(self, focus: Prompt) -> None:
        if focus.asset:
            asset = focus.asset
            self._show_still("input", asset, lambda desk: desk.asset_thumbnail(asset, _PICTURE_EDGE))
        else:
            self.preview.picture.show_words(self.tr("The preview appears here while the prompt runs"))

    def _offer_input(self, focus: Prompt) -> None:
        origin = home_path(focus.source_path)
        self.preview.set_caption(self.tr("{path}, own copy kept").format(path=origin) if origin else "", "")
        self.preview.picture.offer_play("")

    def _show_still(self, kind: str, name: str, question: Question) -> None:
        pixmap = self._pictures.picture((kind, name), question)
        if pixmap is None:
            return  # what is shown of this prompt stays until the new picture is here
        if pixmap.isNull():
            self.preview.picture.show_words(self.tr("No picture can be made of this file"))
        else:
            self.preview.picture.show_picture(pixmap, self.tr("Output") if kind == "output" else self.tr("Input"))

    def _picture_arrived(self, key: object) -> None:
        wanted = (
            {("output", self._output.path)} if self._output else {("input", self._focus and self._focus.asset)}
        )
        if key in wanted:
            self.show_picture()

    def _build_rows(self) -> None:
        theme = current_theme()
        right = QVBoxLayout()
        right.setSpacing(theme.space.s)
        right.addWidget(self.progress)
        right.addWidget(self.happened)
        right.addWidget(self.tabs, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(theme.space.l)
        self._halves.addWidget(self.preview, 1)
        self._halves.addLayout(right, 1)
        content = _Sheet()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(theme.space.l, theme.space.m, theme.space.l, theme.space.m)
        rows.setSpacing(theme.space.m)
        rows.addWidget(self.notice)
        rows.addWidget(self.failure)
        rows.addLayout(self._halves, 1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
