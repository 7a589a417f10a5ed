"""Links of the pack “Anything Everywhere” (cg-use-everywhere), which no file draws.

Facts (the pack's own window code): a broadcaster sends what it is connected to into every free input of the same
type; titles of nodes and names of inputs can be restricted by regular expressions; the highest priority wins, and
between equals nobody does. Newer versions write the result into `extra.ue_links` when the file is saved.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from vqdesk.domain.importing.document import BYPASSED, MUTED, Slot, UiDocument, UiGraph, UiNode, Wire
from vqdesk.domain.importing.notes import ImportNote, NoteKind

SEED: Final = "Seed Everywhere"
_REGEX: Final = "Anything Everywhere?"
_PROMPTS: Final = "Prompts Everywhere"
_PRIORITIES: Final = {"Anything Everywhere": 2, "Anything Everywhere3": 0, _PROMPTS: 5, _REGEX: 10, SEED: 5}
BROADCASTERS: Final = frozenset(_PRIORITIES)
"""Classes that exist for the window; a server needs none of them once their links are drawn."""

_PROMPT_NAMES: Final = (r"(^prompt|^positive)", r"neg")
_RESTRICTIONS: Final = ("group_restricted", "color_restricted", "group_regex")
_MAX_PATTERN: Final = 200
_RISKY: Final = re.compile(r"[*+}]\)?[*+{]|\\\d|\(\?[=!<]")  # may take for ever on a name
_RESTRICTED = "It sends by groups or colours of the window, or by patterns; its links were not drawn."
_AMBIGUOUS = "Several “Everywhere” nodes send to its input “{}”, and none wins; it was left open."


@dataclass(frozen=True, slots=True)
class _Broadcast:
    """Sends output `slot` of `source` into free inputs of `type`; patterns "" take all."""

    source: str
    slot: int
    type: str
    priority: float
    title: str = ""
    input: str = ""


def with_broadcasts(document: UiDocument) -> tuple[UiDocument, tuple[ImportNote, ...]]:
    """Draws the links of broadcasters: as the file lists them, else by the pack's rules."""
    notes: list[ImportNote] = []
    if document.broadcasts:
        root = _linked(document.root, document.broadcasts)
    else:
        root, notes = _by_rules(document.root)
    definitions = {}
    for name, inner in document.definitions.items():
        definitions[name], more = _by_rules(inner)
        notes += more
    return replace(document, root=root, definitions=definitions), tuple(notes)


def _linked(graph: UiGraph, wanted: Iterable[Wire]) -> UiGraph:
    """The graph with these wires, where both ends are there and the input is free."""
    nodes, wires = dict(graph.nodes), dict(graph.wires)
    for n, wire in enumerate(wanted):
        target = nodes.get(wire.target)
        if target is None or wire.source not in nodes or wire.target_slot >= len(target.inputs):
            continue
        slot = target.inputs[wire.target_slot]
        if slot.link is not None and slot.link in graph.wires:
            continue
        key = f"everywhere {n}"
        wires[key] = wire
        changed = (*target.inputs[: wire.target_slot], replace(slot, link=key))
        nodes[wire.target] = replace(target, inputs=(*changed, *target.inputs[wire.target_slot + 1 :]))
    return replace(graph, nodes=nodes, wires=wires)


def _by_rules(graph: UiGraph) -> tuple[UiGraph, list[ImportNote]]:
    senders = [node for node in graph.nodes.values() if node.type in BROADCASTERS and _is_live(node)]
    if not senders:
        return graph, []
    notes: list[ImportNote] = []
    sent: list[_Broadcast] = []
    for node in senders:
        found = _broadcasts(graph, node)
        if found is None:
            notes.append(_note(node, _RESTRICTED))
        sent += found or ()
    wires = []
    for node in graph.nodes.values():
        for place, slot in _free_inputs(graph, node):
            matches = [one for one in sent if _matches(one, node, slot)]
            best = max((one.priority for one in matches), default=0.0)
            winners = [one for one in matches if one.priority == best]
            if len(winners) == 1:
                wires.append(Wire(winners[0].source, winners[0].slot, node.id, place))
            elif winners:
                notes.append(_note(node, _AMBIGUOUS.format(slot.name)))
    return _linked(graph, wires), notes


def _note(node: UiNode, text: str) -> ImportNote:
    return ImportNote(NoteKind.BROKEN_WIRING, text, node.id, node.type, node.title, node.pack)


def _is_live(node: UiNode) -> bool:
    return node.mode not in (MUTED, BYPASSED)


def _broadcasts(graph: UiGraph, node: UiNode) -> list[_Broadcast] | None:
    """What a broadcaster sends; None when that depends on what only the window knows."""
    settings = _settings(node)
    title, field = _patterns(node, settings)
    restricted = any(settings[key] for key in settings if key in _RESTRICTIONS or "invert" in key)
    if restricted or not (_is_pattern(title) and _is_pattern(field)):
        return None
    boost = settings.get("priority_boost")
    priority = _PRIORITIES[node.type] + (boost if isinstance(boost, int | float) else 0)
    if node.type == SEED:
        return [_Broadcast(node.id, 0, "INT", priority, title, field or "seed")]
    found = []
    for n, slot in enumerate(node.inputs):
        wire = graph.wires.get(slot.link) if slot.link is not None else None
        source = graph.nodes.get(wire.source) if wire else None
        if wire and source and wire.source_slot < len(source.outputs) and not slot.widget:
            pattern = _PROMPT_NAMES[n] if node.type == _PROMPTS and n < 2 else field
            kind = source.outputs[wire.source_slot].type
            found.append(_Broadcast(source.id, wire.source_slot, kind, priority, title, pattern))
    return found


def _settings(node: UiNode) -> Mapping[str, Any]:
    """Newer versions keep all in `ue_properties`, older ones beside the other properties."""
    newer = node.properties.get("ue_properties")
    return newer if isinstance(newer, Mapping) else node.properties


def _patterns(node: UiNode, settings: Mapping[str, Any]) -> tuple[str, str]:
    """The patterns for titles and inputs; older versions of the “?” node keep them as its values."""
    told = [settings.get("title_regex"), settings.get("input_regex")]
    if node.type == _REGEX and isinstance(node.values, list):
        told = [own or value for own, value in zip(told, [*node.values, "", ""], strict=False)]
    return str(told[0] or ""), str(told[1] or "")


def _is_pattern(text: str) -> bool:
    if len(text) > _MAX_PATTERN or text.startswith("+") or _RISKY.search(text):
        return False
    try:
        re.compile(text)
    except re.error:
        return False
    return True


def _free_inputs(graph: UiGraph, node: UiNode) -> Iterator[tuple[int, Slot]]:
    """Inputs without a connection. Fields count only where the pack was told so: others have a value."""
    if node.type in BROADCASTERS or not _is_live(node) or node.properties.get("rejects_ue_links"):
        return
    told = _settings(node).get("widget_ue_connectable") or node.properties.get("widget_ue_connectable")
    fields = told if isinstance(told, Mapping) else {}
    for place, slot in enumerate(node.inputs):
        is_free = slot.link is None or slot.link not in graph.wires
        if is_free and slot.name and (not slot.widget or fields.get(slot.widget)):
            yield place, slot


def _matches(one: _Broadcast, node: UiNode, slot: Slot) -> bool:
    if one.source == node.id or one.type != slot.type:
        return False
    by_title = not one.title or re.search(one.title, node.title[:_MAX_PATTERN])
    return bool(by_title and (not one.input or re.search(one.input, (slot.label or slot.name)[:_MAX_PATTERN])))
