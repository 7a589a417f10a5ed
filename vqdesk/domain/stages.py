"""Clips of N stages in one graph: every stage starts with the last frames of the one before it (R-W5).

Per added stage eight nodes: prompt text, image-to-video, two samplers, decoder, and three that pick the last
frames, drop the frames shown twice and join. Loaders, LoRAs, shifts, negative text and writer are shared.
"""

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from typing import Any, Final

from vqdesk.domain.graph import is_link, links
from vqdesk.domain.job import Graph

FIRST: Final = "_stage1"
"""End of the names of parameters that every stage has for itself."""

_ALL_FRAMES = 4096  # most that ImageFromBatch takes; it stops at the end of the batch
_START = "start_image"
_LENGTH = "length"


@dataclass(frozen=True, slots=True)
class StageRoles:
    """Node ids of the template's one stage."""

    positive: str
    i2v: str
    high: str
    low: str
    decode: str

    @property
    def nodes(self) -> tuple[str, ...]:
        return astuple(self)


@dataclass(frozen=True, slots=True)
class StagesSpec:
    """How many stages a workflow may have, and how many it has when nothing is said."""

    roles: StageRoles
    min: int = 1
    max: int = 10
    default: int = 1


@dataclass(frozen=True, slots=True)
class StagedGraph:
    """`copies` maps a node of the template to its copies, `saves` are the nodes that write single stages.

    `joints` pick the frames that the next stage starts with.
    """

    graph: Graph
    copies: Mapping[str, tuple[str, ...]]
    joints: tuple[str, ...]
    saves: tuple[str, ...]


def stage_id(node: str, stage: int) -> str:
    """Id of a node's copy: "s1_hi" → "s3_hi", "hi" → "s3_hi"."""
    return f"s{stage}_{node.removeprefix('s1_')}"


def stage_name(name: str, stage: int) -> str:
    """Name of a parameter of a stage: "positive_prompt_stage1" → "positive_prompt_stage3"."""
    return f"{name.removesuffix(FIRST)}_stage{stage}"


def stage_of(name: str) -> int:
    """The stage that a parameter's name ends with, 0 for names without one."""
    end = name.rpartition("_stage")[2] if "_stage" in name else ""
    return int(end) if end.isdecimal() and len(end) <= 3 else 0


def first_stage_name(name: str) -> str:
    """Name of the same parameter of the first stage; other names come back as they are."""
    return f"{name.rpartition('_stage')[0]}{FIRST}" if stage_of(name) else name


def build_stages(graph: Graph, spec: StagesSpec, count: int, overlap: int, save_each: bool = False) -> StagedGraph:
    """`count` stages made of the template's one; `overlap` ≥ 1 frames at each seam belong to two stages.

    The template's stage must have a start image and be followed by what writes the clip. Deterministic.
    """
    roles = spec.roles
    if count == 1:
        return StagedGraph(graph, {}, (), ())
    built = {**graph, **{node: _titled(graph[node], 1) for node in roles.nodes}}
    for stage in range(2, count + 1):
        built |= _stage(graph, roles, stage, overlap)
    head = tuple(_downstream(graph, roles.decode))
    built |= {node: _relinked(graph[node], {roles.decode: f"s{count}_cat"}) for node in head}
    copies = {node: tuple(stage_id(node, stage) for stage in range(2, count + 1)) for node in roles.nodes}
    saves: list[str] = []
    if save_each:
        for stage in range(1, count + 1):
            built |= _copied(graph, head, stage, {roles.decode: _nth(roles.decode, stage)})
            saves += [stage_id(node, stage) for node in head if "filename_prefix" in graph[node]["inputs"]]
        copies |= {node: tuple(stage_id(node, stage) for stage in range(1, count + 1)) for node in head}
    return StagedGraph(built, copies, tuple(f"s{stage}_last" for stage in range(1, count)), tuple(saves))


def new_ids(graph: Graph, spec: StagesSpec) -> set[str]:
    """Ids of all nodes that could be added to this template."""
    stages = range(1, spec.max + 1)
    ids = {stage_id(node, stage) for node in _downstream(graph, spec.roles.decode) for stage in stages}
    ids |= {stage_id(node, stage) for node in spec.roles.nodes for stage in stages if stage > 1}
    return ids | {f"s{stage}_{kind}" for kind in ("last", "tail", "cat") for stage in stages}


def _nth(node: str, stage: int) -> str:
    return node if stage == 1 else stage_id(node, stage)


def _downstream(graph: Graph, source: str) -> Iterator[str]:
    """All nodes that need `source`, in the order of the graph."""
    reached = {source}
    grown = True
    while grown:
        more = {link.node for link in links(graph) if link.source in reached} - reached
        reached |= more
        grown = bool(more)
    return (node for node in graph if node in reached and node != source)


def _stage(graph: Graph, roles: StageRoles, stage: int, overlap: int) -> Graph:
    """The eight nodes of a later stage."""
    joint, tail, joined = f"s{stage - 1}_last", f"s{stage}_tail", f"s{stage}_cat"
    before, decoded = _nth(roles.decode, stage - 1), stage_id(roles.decode, stage)
    first = graph[roles.i2v]["inputs"][_LENGTH] - overlap
    so_far = f"s{stage - 1}_cat" if stage > 2 else roles.decode
    nodes = _copied(graph, roles.nodes, stage)
    nodes[stage_id(roles.i2v, stage)]["inputs"][_START] = [joint, 0]
    nodes[joint] = _frames(before, first, overlap, f"Last frames (clip {stage - 1})")
    nodes[tail] = _frames(decoded, overlap, _ALL_FRAMES, f"New frames (clip {stage})")
    joining = {"image1": [so_far, 0], "image2": [tail, 0]}
    nodes[joined] = _node("ImageBatch", joining, f"Join (clip {stage})")
    return nodes


def _copied(graph: Graph, nodes: tuple[str, ...], stage: int, other: Mapping[str, str] | None = None) -> Graph:
    new = {**(other or {}), **{node: stage_id(node, stage) for node in nodes}}
    return {new[node]: _titled(_relinked(graph[node], new), stage) for node in nodes}


def _relinked(node: dict[str, Any], new: Mapping[str, str]) -> dict[str, Any]:
    inputs = {
        field: [new.get(value[0], value[0]), value[1]] if is_link(value) else value
        for field, value in node["inputs"].items()
    }
    return {**node, "inputs": inputs}


def _titled(node: dict[str, Any], stage: int) -> dict[str, Any]:
    title = node.get("_meta", {}).get("title") or node["class_type"]
    return {**node, "_meta": {**node.get("_meta", {}), "title": f"{title} (clip {stage})"}}


def _frames(source: str, start: int, length: int, title: str) -> dict[str, Any]:
    inputs = {"image": [source, 0], "batch_index": start, "length": length}
    return _node("ImageFromBatch", inputs, title)


def _node(class_type: str, inputs: dict[str, Any], title: str) -> dict[str, Any]:
    return {"class_type": class_type, "inputs": inputs, "_meta": {"title": title}}
