"""Graphs in ComfyUI's API format: links, checks, patches, and the graph that one attempt submits."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any, NamedTuple

from vqdesk.domain.job import AttemptId, Graph, JobGraph, Prompt


class Link(NamedTuple):
    """Input `field` of `node` takes output `slot` of `source`."""

    node: str
    field: str
    source: str
    slot: int


def split_binding(binding: str) -> tuple[str, str]:
    """Node id and input name of "node.input"; only input names may hold further dots ("format.codec")."""
    node, _, field = binding.partition(".")
    return node, field


def is_link(value: Any) -> bool:
    """True for ["node id", slot], the form in which ComfyUI writes a connection."""
    return isinstance(value, list) and len(value) == 2 and isinstance(value[0], str) and type(value[1]) is int


def _numbered_links(graph: Graph) -> Iterator[tuple[str, str]]:
    """Connections that name their node by a number: the server takes them for connections and then fails."""
    for node_id, node in graph.items():
        for field, value in node["inputs"].items():
            if isinstance(value, list) and len(value) == 2 and type(value[0]) is int and type(value[1]) is int:
                told = f"Input “{field}” names node {value[0]} by a number; ids are text."
                yield node_id, f'{told} Write ["{value[0]}", {value[1]}].'


def links(graph: Graph) -> Iterator[Link]:
    """All connections of a graph."""
    for node_id, node in graph.items():
        for field, value in node["inputs"].items():
            if is_link(value):
                yield Link(node_id, field, value[0], value[1])


def classes_of(graph: Graph) -> frozenset[str]:
    """The node classes that a server must know to run the graph."""
    return frozenset(node["class_type"] for node in graph.values())


def has_binding(graph: Graph, binding: str) -> bool:
    """Whether the graph has this node with this input."""
    node, field = split_binding(binding)
    return node in graph and field in graph[node]["inputs"]


def bound_value(graph: Graph, binding: str) -> Any:
    """The value at "node.input". Raises KeyError where there is none."""
    node, field = split_binding(binding)
    return graph[node]["inputs"][field]


def structure_faults(graph: Graph) -> list[tuple[str, str]]:
    """(node id, sentence) for every link to nowhere, and for a circle of links."""
    faults = [
        (link.node, f"Input “{link.field}” takes its value from node “{link.source}”, which is not in the graph.")
        for link in links(graph)
        if link.source not in graph
    ]
    faults += _numbered_links(graph)
    order: TopologicalSorter[str] = TopologicalSorter()
    for link in links(graph):
        order.add(link.node, link.source)
    try:
        order.prepare()
    except CycleError as error:
        ring = error.args[1]
        faults.append((ring[0], f"The nodes {' → '.join(reversed(ring))} feed one another in a circle."))
    return faults


def workflow_hash(graph: Graph) -> str:
    """Hex digest that is equal for equal graphs, whatever the order of their keys; titles do not count."""
    bare = {node_id: [node["class_type"], node["inputs"]] for node_id, node in graph.items()}
    return hashlib.sha256(json.dumps(bare, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def with_patch(graph: Graph, patch: Mapping[str, Any]) -> Graph:
    """A graph with "node.input" → value written in; shares all nodes that do not change with the old one."""
    changed = dict(graph)
    fresh: dict[str, dict[str, Any]] = {}
    for binding, value in patch.items():
        node_id, field = split_binding(binding)
        inputs = fresh.get(node_id)
        if inputs is None:
            node = graph[node_id]
            inputs = fresh[node_id] = dict(node["inputs"])
            changed[node_id] = {**node, "inputs": inputs}
        inputs[field] = value
    return changed


def render(job_graph: JobGraph, prompt: Prompt, attempt_id: AttemptId, remote_name: str) -> Graph:
    """The graph of one attempt: its input file, its own values, and file prefixes that carry the attempt's id.

    The prefix makes files of an attempt findable at a server that has forgotten its history (DESIGN §1).
    """
    patch = dict(prompt.patch)
    if job_graph.input_binding:
        patch[job_graph.input_binding] = remote_name
    for node_id in job_graph.save_nodes:
        patch[f"{node_id}.filename_prefix"] = f"vqdesk/{attempt_id}/{node_id}"
    return with_patch(job_graph.graph, patch)
