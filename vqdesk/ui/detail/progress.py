"""How far a prompt is: its phases, the node at work and its steps; or, in words, what it waits for or took."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from vqdesk.domain.estimates import Span
from vqdesk.domain.events import PromptProgressed
from vqdesk.domain.phases import Phase
from vqdesk.ui.detail.phase_words import phase_title, rate_text, steps_text
from vqdesk.ui.detail.trace import ProgressTrace
from vqdesk.ui.detail.words import DOT, clock
from vqdesk.ui.detail.work_list import MOST_ROWS, WorkList
from vqdesk.ui.detail.work_rows import bar_parts, chart_rows, node_rows, phase_rows, scaled
from vqdesk.ui.estimates.words import left_text
from vqdesk.ui.language import in_words
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.progress import PhaseBar, ProgressBar
from vqdesk.ui.widgets.status import StatusGlyph, status_look
from vqdesk.ui.widgets.surfaces import row_of

if TYPE_CHECKING:
    from vqdesk.services.stories import NodeBar  # the window starts without loading the services


@dataclass(frozen=True, slots=True)
class RunTimes:
    """Times of a prompt that runs: seconds since its start, what is left, seconds a phase in the past."""

    elapsed_s: float
    left: Span | None = None
    expected: Mapping[Phase, float] = field(default_factory=dict)


class ProgressPane(QWidget):
    """One of two looks: live progress, or a state with a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = StatusGlyph("waiting")
        self._title = Label("", "title")
        self._second = ElidedLabel("", "small", "text.secondary")
        self._time = Label("", "strong")
        self._bar = ProgressBar(self.tr("Progress of the prompt"), detail=True)
        self._phases = PhaseBar(self.tr("Progress of the prompt"))
        self.work = WorkList(self.tr("Parts of the work"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.s)
        head = row_of(self._glyph, self._title, self._second, self._time)
        head.setStretch(2, 1)
        rows.addLayout(head)
        rows.addWidget(self._bar)
        rows.addWidget(self._phases)
        rows.addWidget(self.work)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_state(
        self, status: str, headline: str, sentence: str, time: str = "", nodes: "Sequence[NodeBar]" = ()
    ) -> None:
        """Shows a state that has no live progress; `nodes` are compared by what they took."""
        self._glyph.set_status(status)
        self._glyph.show()
        self._title.setText(headline)
        self._title.set_color(status_look(status).color)
        self._second.setText(sentence)
        self._time.setText(time)
        self._bar.hide()
        self._phases.hide()
        self.work.set_rows(chart_rows(nodes))
        self.work.setVisible(bool(nodes))

    def show_progress(self, trace: ProgressTrace, times: RunTimes) -> None:
        """Shows what the engine is doing."""
        newest = trace.newest
        self._glyph.hide()
        self._title.set_color("text.primary")
        self._title.setText(_headline(newest) if newest else self.tr("Starting"))
        self._second.setText(_second_words(newest) if newest else "")
        so_far = self.tr("{time} so far").format(time=clock(times.elapsed_s))
        self._time.setText(left_text(times.left) if times.left else so_far)
        self._time.setToolTip(so_far if times.left else "")
        fraction = newest.fraction if newest else 0.0
        self._bar.set_fraction(fraction)
        phases = newest.phases if newest else ()
        self._bar.setVisible(not phases)
        self._phases.setVisible(bool(phases))
        if newest and phases:
            expected = scaled(times.expected, times.elapsed_s, times.left)
            self._phases.set_phases(bar_parts(phases, expected))
            self._phases.setAccessibleDescription(f"{fraction:.0%}")
            self.work.set_rows(phase_rows(phases, expected, _since(newest, times.elapsed_s)))
        else:
            self.work.set_rows(node_rows(trace.rows(MOST_ROWS, times.elapsed_s)))
        self.work.show()


def _since(newest: PromptProgressed, elapsed_s: float) -> float:
    """Seconds since the news; 0 where its clock is not known, as for a prompt that ran on without us."""
    return max(elapsed_s - newest.elapsed_s, 0.0) if newest.elapsed_s else 0.0


def _headline(newest: PromptProgressed) -> str:
    running = next((one for one in newest.phases if one.is_running), None)
    return phase_title(running.phase) if running else in_words(newest.node_title)


def _second_words(newest: PromptProgressed) -> str:
    """“step 3 of 4 · 1.2 it/s · KSampler”; the node only where the headline is a phase."""
    node = in_words(newest.node_title) if newest.phases else ""
    return DOT.join(part for part in (steps_text(newest.step, newest.steps), rate_text(newest.rate), node) if part)
