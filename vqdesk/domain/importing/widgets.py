"""From `widgets_values`, which is a list without names, to named inputs.

Names come, best first: from `widgets_values_named`, which newer windows write beside the list; from the server's
catalogue; from the inputs that the node itself lists. Where the list does not fit the catalogue, because the file
is of another version, values and inputs are aligned by what fits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from vqdesk.domain.importing.classes import MISFIT, InputSpec
from vqdesk.domain.importing.document import UiNode

CONTROL_WORDS: Final = ("fixed", "increment", "decrement", "randomize")
_WINDOW_ONLY: Final = frozenset(
    {"control_after_generate", "upload", "videopreview", "audioUI", "audio_ui", "preview"}
)
BUTTONS: Final = ("image", "video", "audio")
"""What the window saves for a button that uploads a file."""

_MAX_ALIGNED: Final = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """Named values, and those for which nothing tells an input."""

    values: dict[str, Any]
    rest: tuple[Any, ...] = field(default=())

    @property
    def unnamed(self) -> tuple[Any, ...]:
        """`rest` without what only the window needs: its buttons and the words after seeds."""
        return tuple(value for value in self.rest if value not in (None, "", *CONTROL_WORDS, *BUTTONS))


def read_values(node: UiNode, specs: Sequence[InputSpec] | None) -> Reading:
    """The values of a node's own fields; `specs` is None for a class that the catalogue does not know."""
    if isinstance(node.values, dict):
        return Reading(_without_window_parts(node.values, specs))
    values = node.values if isinstance(node.values, list) else []
    if values and len(node.named) == len(values):
        return Reading(_without_window_parts(dict(zip(node.named, values, strict=True)), specs))
    listed = _by_listed_inputs(node, values)
    if specs is None:
        if listed or not node.named:
            return listed or Reading({}, tuple(values))
        return Reading(_without_window_parts(node.named, specs))
    return _best([_by_order(values, specs), *([listed] if listed else [])], values, specs)


def _without_window_parts(values: Mapping[str, Any], specs: Sequence[InputSpec] | None) -> dict[str, Any]:
    """A name with "#" is the second field of one name; only the window has those."""
    known = {spec.name for spec in specs or ()}
    return {
        name: value
        for name, value in values.items()
        if name in known or not (name in _WINDOW_ONLY or value is None or "#" in name)
    }


def _by_order(values: Sequence[Any], specs: Sequence[InputSpec]) -> Reading:
    """Values given out in the catalogue's order, with the fields that only the window has passed over."""
    named: dict[str, Any] = {}
    waiting = [spec for spec in reversed(specs) if spec.is_widget]
    at = 0
    while waiting and at < len(values):
        spec = waiting.pop()
        named[spec.name] = values[at]
        waiting += reversed([one for one in spec.chosen_inputs(values[at]) if one.is_widget])
        at += 1
        if at < len(values) and spec.has_control and values[at] in CONTROL_WORDS:
            at += 1
    return Reading(named, tuple(values[at:]))


def _by_listed_inputs(node: UiNode, values: Sequence[Any]) -> Reading | None:
    """Values given to the fields that the node lists among its inputs; None unless those explain every value."""
    names = [slot.widget for slot in node.inputs if slot.widget]
    rest = list(values)
    named: dict[str, Any] = {}
    for name in names:
        if not rest:
            return None
        named[name] = rest.pop(0)
        if rest and name.rpartition(".")[2] in ("seed", "noise_seed") and rest[0] in CONTROL_WORDS:
            rest.pop(0)
    return None if rest or not names else Reading(named)


def _best(readings: list[Reading], values: Sequence[Any], specs: Sequence[InputSpec]) -> Reading:
    """The reading with the fewest values that cannot be right; aligned by fit when none is without."""
    fits = {spec.name: spec for spec in specs}

    def misfits(reading: Reading) -> int:
        pairs = ((fits.get(name), value) for name, value in reading.values.items())
        return sum(spec is not None and spec.fit(value) == MISFIT for spec, value in pairs)

    if (
        misfits(readings[0])
        and len(values) <= _MAX_ALIGNED
        and not any(s.chosen_inputs(s.default()) for s in specs)
    ):
        readings = [*readings, _aligned(values, [spec for spec in specs if spec.is_widget])]
    return min(readings, key=misfits)


def _aligned(values: Sequence[Any], specs: Sequence[InputSpec]) -> Reading:
    """The order-keeping assignment of values to fields that fits best (longest common subsequence by fit)."""
    rows, columns = len(values), len(specs)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            here = specs[column].fit(values[row])
            taken = here + best[row + 1][column + 1] if here else -1
            best[row][column] = max(taken, best[row + 1][column], best[row][column + 1])
    named: dict[str, Any] = {}
    unnamed = list(values)
    row = column = 0
    while row < rows and column < columns:
        here = specs[column].fit(values[row])
        if here and best[row][column] == here + best[row + 1][column + 1]:
            named[specs[column].name] = values[row]
            unnamed.remove(values[row])
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return Reading(named, tuple(unnamed))
