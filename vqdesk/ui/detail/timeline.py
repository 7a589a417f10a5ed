"""What happened to a prompt: the states of each attempt, in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from vqdesk.domain.status import PromptStatus
from vqdesk.ui.detail.words import span, time_with_seconds
from vqdesk.ui.language import in_words
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.choice import Segmented
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.painting import draw_from_left, painter_from_left
from vqdesk.ui.widgets.status import paint_status_glyph, status_look, status_word
from vqdesk.ui.widgets.surfaces import row_of

if TYPE_CHECKING:
    from vqdesk.domain.attempts import Stop
    from vqdesk.services.stories import AttemptStory, PromptStory  # the window starts without the services

_MOST_ATTEMPTS = 5  # that a choice has room for: the newest


class WhatHappened(QWidget):
    """A line of states for the newest attempt, and a choice of the others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._story: PromptStory | None = None
        self._chosen = 0
        self._about = ElidedLabel("", "small", "text.secondary")
        self._choice: Segmented | None = None
        self.line = StopLine()
        self._head = row_of(Label(self.tr("What happened"), "label"), self._about)
        self._head.setStretch(1, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.s)
        rows.addLayout(self._head)
        rows.addWidget(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_story(self, story: "PromptStory") -> None:
        """Shows the past of a prompt; a chosen attempt stays chosen while the prompt stays."""
        is_new = self._story is None or story.prompt_id != self._story.prompt_id
        more = self._story is not None and len(story.attempts) != len(self._story.attempts)
        self._story = story
        if is_new or more:
            self._chosen = len(story.attempts)
            self._offer_attempts(story)
        self._show_attempt()

    def _offer_attempts(self, story: "PromptStory") -> None:
        if self._choice is not None:
            self._choice.hide()
            self._choice.deleteLater()
            self._choice = None
        numbers = [one.attempt.n for one in story.attempts][-_MOST_ATTEMPTS:]
        if len(numbers) > 1:
            parts = [(str(n), self.tr("Attempt {n}").format(n=n)) for n in numbers]
            self._choice = Segmented(parts, self.tr("Attempt"), small=True)
            self._choice.set_value(str(numbers[-1]))
            self._choice.changed.connect(self._choose)
            self._head.addWidget(self._choice)

    def _choose(self, number: str) -> None:
        self._chosen = int(number)
        self._show_attempt()

    def _show_attempt(self) -> None:
        attempts = self._story.attempts if self._story else ()
        shown = next((one for one in attempts if one.attempt.n == self._chosen), None)
        if shown is None:
            return
        place = self.tr("attempt {n} of {m}").format(n=shown.attempt.n, m=attempts[-1].attempt.n)
        reason = shown.attempt.problem.summary if shown.attempt.problem else ""
        self._about.setText(" · ".join(part for part in (place, in_words(shown.lane), reason) if part))
        self.line.show_attempt(shown)


class StopLine(QWidget):
    """Shape, word and time of each state, and between two how long the first one lasted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        draw_from_left(self)
        self._shown: AttemptStory | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("States of the attempt"))

    def show_attempt(self, shown: "AttemptStory") -> None:
        """Shows another attempt, or news of the same one."""
        if shown != self._shown:
            self._shown = shown
            self.setAccessibleDescription(", ".join(self.sentences()))
            self.setToolTip("\n".join(self.sentences()))
            self.update()

    def sentences(self) -> list[str]:
        """Each state with its time and length: “Running 22:25:02, 3 min 42 s”."""
        return [
            f"{one.word} {one.at}" + ("" if one.seconds is None else f", {span(one.seconds)}")
            for one in _told(self._shown.stops if self._shown else ())
        ]

    def sizeHint(self) -> QSize:
        """Three lines, any width."""
        theme = current_theme()
        return QSize(theme.size.control * 6, theme.size.row_log * 2 + theme.line_height("small"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws one column a state."""
        told = _told(self._shown.stops if self._shown else ())
        theme = current_theme()
        painter = painter_from_left(self)
        for at, (one, place) in enumerate(zip(told, self._columns([one.word for one in told]), strict=True)):
            if one.seconds is not None:
                _paint_way(painter, place, span(one.seconds))
            px = theme.size.glyph_small
            top = place.y() + (theme.size.row_log - px) // 2
            paint_status_glyph(painter, QRect(place.x(), top, px, px), one.shape, theme)
            color = status_look(one.shape).color if at == len(told) - 1 else "text.primary"
            _paint_words(painter, place, (one.word, "strong", color), 1)
            _paint_words(painter, place, (one.at, "small", "text.secondary"), 2)

    def _columns(self, words: Sequence[str]) -> list[QRect]:
        """The last column needs no way to another one, but room for its word."""
        count = len(words)
        if not count:
            return []
        theme = current_theme()
        word = QFontMetrics(theme.font("strong")).horizontalAdvance(words[-1])
        last = min(self.width() // count, max(word, theme.size.button_min) + theme.size.control)
        each = (self.width() - last) // max(count - 1, 1)
        return [
            QRect(at * each, 0, last if at == count - 1 else each - theme.space.s, self.height())
            for at in range(count)
        ]


def _paint_way(painter: QPainter, place: QRect, length: str) -> None:
    """The line to the next state, with the time in its middle where there is room."""
    theme = current_theme()
    line = QRect(place.x() + theme.size.glyph_small + theme.space.s, place.y(), 0, theme.size.row_log)
    line.setRight(place.right())
    painter.setFont(theme.font("small"))
    needed = painter.fontMetrics().horizontalAdvance(length)
    fits = needed + 2 * theme.space.m <= line.width()
    if fits:
        painter.setPen(theme.color("text.secondary"))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, length)
    painter.setPen(theme.color("line.control"))
    gap = (needed + theme.space.m) // 2 if fits else 0
    middle = line.center()
    painter.drawLine(QPoint(line.left(), middle.y()), QPoint(middle.x() - gap, middle.y()))
    painter.drawLine(QPoint(middle.x() + gap, middle.y()), QPoint(line.right(), middle.y()))


@dataclass(frozen=True, slots=True)
class _Told:
    """A state in words."""

    shape: str  # of the status set
    word: str
    at: str
    seconds: float | None


def _told(stops: "Sequence[Stop]") -> list[_Told]:
    """Each state in words; one that leads back to the queue says so, and a date is said once."""
    words = {
        PromptStatus.PENDING: _say("Waiting"),
        PromptStatus.SUBMITTING: _say("Sent"),
        PromptStatus.QUEUED: _say("Queued"),
    }
    told, before = [], ""
    for stop in stops:
        word = words.get(stop.state) or status_word(stop.state)
        if before and stop.state is PromptStatus.PENDING:
            word = _say("Back in the queue")
        shape = "waiting" if stop.state is PromptStatus.SUBMITTING else stop.state.value
        told.append(_Told(shape, word, time_with_seconds(stop.at, before), stop.seconds))
        before = stop.at
    return told


def _paint_words(painter: QPainter, place: QRect, words: tuple[str, str, str], row: int) -> None:
    text, role, color = words
    theme: Theme = current_theme()
    line = QRect(place.x(), place.y() + row * theme.size.row_log, place.width(), theme.size.row_log)
    painter.setFont(theme.font(role))
    painter.setPen(theme.color(color))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


def stories_text(attempts: Sequence["AttemptStory"]) -> list[tuple[str, str]]:
    """Attempt by attempt as a line of text, to read and to copy."""
    lines = []
    for one in attempts:
        states = "  →  ".join(f"{stop.word} {stop.at}" for stop in _told(one.stops))
        lines.append((str(one.attempt.n), " · ".join(part for part in (in_words(one.lane), states) if part)))
    return lines


def _say(text: str) -> str:
    return QCoreApplication.translate("Detail", text)
