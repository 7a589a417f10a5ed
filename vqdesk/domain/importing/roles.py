"""What the nodes of a graph are for, read from its wiring: texts, files that come in, files that go out, seeds."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, pairwise
from typing import Final

from vqdesk.domain.graph import is_link
from vqdesk.domain.importing.classes import InputSpec
from vqdesk.domain.importing.view import GraphView, Place

PREFIX_FIELD: Final = "filename_prefix"
SEED_FIELDS: Final = frozenset({"seed", "noise_seed"})

_PICTURES: Final = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff")
_CLIPS: Final = (".mp4", ".mov", ".webm", ".mkv", ".avi", ".gif")
_FILE_FIELDS: Final = frozenset({"image", "video", "file"})
_TEXT_FIELDS: Final = frozenset(
    {"text", "prompt", "positive_prompt", "negative_prompt", "caption", "text_g", "text_l"}
)
_STARTS: Final = ("start", "first")
_ASIDES: Final = ("end_", "last", "mask", "ref", "control", "style", "image2", "image3", "image_2", "audio")
_LOOKED_AHEAD: Final = 100
_MAX_STAGES: Final = 50
_VIDEO_FIELDS: Final = frozenset({"fps", "frame_rate"})


class MediaRole(StrEnum):
    """What a file is for."""

    IMAGE = "image"
    VIDEO = "video"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class MediaInput:
    """An input that names an uploaded file. `rank`: 0 for a first frame, 1 for what is not told, 2 for asides."""

    place: Place
    role: MediaRole
    rank: int


@dataclass(frozen=True, slots=True)
class Texts:
    """Places of texts in the order of their stages; `is_chain`: each stage goes on from the one before."""

    positive: tuple[Place, ...]
    negative: tuple[Place, ...]
    is_chain: bool = False


def saving_nodes(view: GraphView) -> list[str]:
    """Nodes that write files under a prefix, in the order of the graph; previews only when nothing else saves."""
    found = []
    for node_id, node in view.graph.items():
        entry = view.catalog.get(node["class_type"])
        has_prefix = PREFIX_FIELD in node["inputs"] or view.spec(Place(node_id, PREFIX_FIELD)) is not None
        if has_prefix and (entry is None or entry.get("output_node")):
            found.append(node_id)
    kept = [node_id for node_id in found if view.graph[node_id]["inputs"].get("save_output") is not False]
    return kept or found


def media_inputs(view: GraphView) -> list[MediaInput]:
    """Inputs that take uploaded files, the one that a batch most likely varies first."""
    found = []
    for node_id in view.graph:
        for place in view.constants(node_id):
            role = _media_role(view, place)
            if role:
                found.append(MediaInput(place, role, _media_rank(view, node_id)))
    return sorted(found, key=lambda one: (one.role is MediaRole.OTHER, one.rank))


def _media_role(view: GraphView, place: Place) -> MediaRole | None:
    spec, value = view.spec(place), view.value(place)
    if not isinstance(value, str):
        return None
    if spec and spec.upload_kind:
        return MediaRole(spec.upload_kind) if spec.upload_kind in ("image", "video") else MediaRole.OTHER
    if view.knows(place.node) or place.field not in _FILE_FIELDS:
        return None
    name = value.lower().removesuffix(" [output]").removesuffix(" [input]")
    if name.endswith(_CLIPS):
        return MediaRole.VIDEO
    return MediaRole.IMAGE if name.endswith(_PICTURES) else None


def _media_rank(view: GraphView, node_id: str) -> int:
    """By the first input on its way whose name tells what the file is for."""
    for place in islice(view.downstream(node_id), _LOOKED_AHEAD):
        if any(word in place.field for word in _STARTS):
            return 0
        if any(word in place.field for word in _ASIDES):
            return 2
    return 1


def seeds(view: GraphView) -> list[Place]:
    """All seeds, each once; those that a node of its own holds stand there."""
    found: dict[Place, None] = {}
    for node_id, node in view.graph.items():
        for field in node["inputs"]:
            place = Place(node_id, field)
            if field.rpartition(".")[2] not in SEED_FIELDS:
                continue
            origin = view.origin(place)
            if origin and type(view.value(origin)) is int:
                found[origin] = None
    return list(found)


def makes_video(view: GraphView, outputs: list[str]) -> bool:
    """Whether a saved file is a clip: it takes a video, or frames with a rate."""
    for node_id in outputs:
        fields = view.graph[node_id]["inputs"]
        if "video" in fields or not _VIDEO_FIELDS.isdisjoint(fields):
            return True
    return False


def texts(view: GraphView) -> Texts:
    """Texts by what their conditioning ends at; of those that no sampler tells, the negative ones by name."""
    reached: dict[str, dict[Place, str]] = {"positive": {}, "negative": {}}
    seen: dict[str, set[Place]] = {"positive": set(), "negative": set()}
    for node_id in sorted(view.graph, key=lambda one: -view.ranks[one]):  # the last first: each input is met once
        for side, field in _ends_of(view, node_id):
            for place in _texts_behind(view, Place(node_id, field), seen[side]):
                reached[side].setdefault(place, node_id)
    positive = dict(sorted(reached["positive"].items(), key=lambda one: view.ranks[one[1]]))
    negative = reached["negative"]
    for place in _free_texts(view):
        if place not in positive and place not in negative:
            (negative if "negative" in place.field else positive)[place] = place.node
    only_negative = tuple(place for place in negative if place not in positive)
    return Texts(tuple(positive), only_negative, _is_chain(view, list(positive.values())))


def _ends_of(view: GraphView, node_id: str) -> Iterator[tuple[str, str]]:
    """(side, input) of a node that takes conditionings for what they are."""
    inputs = view.graph[node_id]["inputs"]
    if "positive" in inputs or "negative" in inputs:
        yield "positive", "positive"
        yield "negative", "negative"
    elif "GUIDER" in (view.catalog.get(view.graph[node_id]["class_type"], {}).get("output") or ()):
        yield "positive", "conditioning"


def _texts_behind(view: GraphView, start: Place, seen: set[Place]) -> list[Place]:
    """The texts that a conditioning input comes from; past nodes with both sides only on the same side."""
    found: dict[Place, None] = {}
    waiting = [start]
    while waiting:
        at = waiting.pop()
        link = view.value(at)
        if not is_link(link) or at in seen:
            continue
        seen.add(at)
        here = _text_places(view, link[0])
        found |= dict.fromkeys(here)
        if not here:
            waiting += [Place(link[0], one) for one in _conditioning_fields(view, link[0], link[1])]
    return list(found)


def _conditioning_fields(view: GraphView, node_id: str, slot: int) -> list[str]:
    inputs = view.graph[node_id]["inputs"]
    if "positive" in inputs and "negative" in inputs:
        return [["positive", "negative"][slot]] if slot < 2 else []
    return [
        name
        for name in reversed(inputs)
        if "cond" in name or name == "positive" or _has_type(view.spec(Place(node_id, name)), "CONDITIONING")
    ]


def _has_type(spec: InputSpec | None, kind: str) -> bool:
    return spec is not None and kind in spec.type.split(",")


def _text_places(view: GraphView, node_id: str) -> list[Place]:
    """The texts of a node that encodes them, followed to where they are written."""
    found: dict[Place, None] = {}
    for field in view.graph[node_id]["inputs"]:
        place = Place(node_id, field)
        if field.rpartition(".")[2] in _TEXT_FIELDS:
            found |= dict.fromkeys(_written(view, place))
    return list(found)


def _written(view: GraphView, place: Place) -> list[Place]:
    """Where a text is written: here, in a node that only holds it, or in those that are joined to it."""
    origin = view.origin(place)
    if origin:
        return [origin] if isinstance(view.value(origin), str) else []
    link = view.value(place)
    if not is_link(link):
        return []
    return [one for one in view.constants(link[0]) if is_long_text(view.spec(one))]


def _free_texts(view: GraphView) -> Iterator[Place]:
    """Long texts under usual names that no conditioning led to, as nodes of online services have them."""
    for node_id in view.graph:
        for place in view.constants(node_id):
            is_text = isinstance(view.value(place), str) and place.field.rpartition(".")[2] in _TEXT_FIELDS
            if is_text and (is_long_text(view.spec(place)) or not view.knows(node_id)):
                yield place


def is_long_text(spec: InputSpec | None) -> bool:
    """Whether an input is a text of several lines."""
    return spec is not None and spec.type == "STRING" and bool(spec.options.get("multiline"))


def _is_chain(view: GraphView, ends: list[str]) -> bool:
    """Whether each of these nodes needs the one before it."""
    different = list(dict.fromkeys(ends))
    if not 2 <= len(different) <= _MAX_STAGES or len(different) != len(ends):
        return False
    return all(before in view.upstream([after]) for before, after in pairwise(different))
