"""The rows of a work list: phases of a run, nodes as they run, nodes by their length. Free of widgets."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from vqdesk.domain.estimates import Span
from vqdesk.domain.phases import Phase
from vqdesk.domain.progress import PhaseNow
from vqdesk.ui.detail.phase_words import phase_row
from vqdesk.ui.detail.trace import NodeRow
from vqdesk.ui.detail.words import clock, span
from vqdesk.ui.detail.work_list import MOST_ROWS, WorkRow
from vqdesk.ui.language import in_words
from vqdesk.ui.widgets.progress import Phase as BarPart

if TYPE_CHECKING:
    from vqdesk.services.stories import NodeBar  # the window starts without loading the services


def phase_rows(phases: Sequence[PhaseNow], expected: Mapping[Phase, float], since_s: float) -> list[WorkRow]:
    """All phases; `expected` seconds for the whole of each, `since_s` since the phases were told."""
    return [_phase_row(one, expected.get(one.phase, 0.0), since_s) for one in phases]


def bar_parts(phases: Sequence[PhaseNow], expected: Mapping[Phase, float]) -> list[BarPart]:
    """Parts as wide as they should last; by rule of thumb where the past does not know all of them."""
    knows = all(one.phase in expected for one in phases)
    return [BarPart(expected[one.phase] if knows else one.weight, one.fraction) for one in phases]


def scaled(expected: Mapping[Phase, float], elapsed_s: float, left: Span | None) -> Mapping[Phase, float]:
    """The seconds of the past, stretched to what this run should take as a whole."""
    total = sum(expected.values())
    if left is None or not total:
        return expected
    stretch = (elapsed_s + (left.low_s + left.high_s) / 2) / total
    return {phase: seconds * stretch for phase, seconds in expected.items()}


def node_rows(rows: Sequence[NodeRow]) -> list[WorkRow]:
    """Nodes as they run."""
    return [
        WorkRow(
            in_words(row.title),
            "running" if row.is_running else "done",
            clock(row.seconds),
            f"{row.step} / {row.steps}" if row.steps > 1 else "",
            row.step / row.steps if row.is_running and row.steps > 1 else None,
        )
        for row in rows
    ]


def chart_rows(nodes: "Sequence[NodeBar]") -> list[WorkRow]:
    """The longest nodes of an attempt, longest first, with bars to compare them; the last row has all others."""
    ordered = sorted(nodes, key=lambda node: -node.seconds)
    room = MOST_ROWS if len(ordered) <= MOST_ROWS else MOST_ROWS - 1
    longest = max((node.seconds for node in ordered), default=0.0) or 1.0
    rows = [
        WorkRow(in_words(one.title), "done", span(one.seconds), bar=one.seconds / longest)
        for one in ordered[:room]
    ]
    rest = ordered[room:]
    if rest:
        seconds = sum(node.seconds for node in rest)
        rows.append(WorkRow(_say("{0} others").format(len(rest)), "done", span(seconds), bar=seconds / longest))
    return rows


def _phase_row(now: PhaseNow, expected_s: float, since_s: float) -> WorkRow:
    title, steps = phase_row(now.phase), f"{now.step} / {now.steps}" if now.steps > 1 else ""
    about = _say("about {0}").format(clock(expected_s)) if expected_s >= 1 else ""
    if now.is_running:
        so_far = clock(now.seconds + since_s)
        time = _say("{0} of {1}").format(so_far, about) if about else so_far
        return WorkRow(title, "running", time, steps, now.fraction if now.steps > 1 else None)
    if now.fraction >= 1:
        return WorkRow(title, "done", clock(now.seconds) if now.seconds else "–", steps)
    return WorkRow(title, "waiting", about)


def _say(text: str) -> str:
    return QCoreApplication.translate("Detail", text)
