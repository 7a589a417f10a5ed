"""The phases of a graph as people name them: loading, sampling at high and low noise, decoding, saving."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter

from vqdesk.domain.graph import links
from vqdesk.domain.job import Graph


class PhaseKind(StrEnum):
    """What a phase does."""

    LOADING = "loading"  # models, inputs and texts: everything before the first sampler
    SAMPLING = "sampling"
    HIGH_NOISE = "high_noise"
    LOW_NOISE = "low_noise"
    DECODING = "decoding"
    WORKING = "working"
    UPSCALING = "upscaling"
    INTERPOLATING = "interpolating"
    SAVING = "saving"


_SAMPLERS = frozenset({PhaseKind.SAMPLING, PhaseKind.HIGH_NOISE, PhaseKind.LOW_NOISE})
_KINDS = (  # the first pattern that a class fits counts
    (re.compile(r"^(KSampler(?!Select)|SamplerCustom)|Sampler(Advanced)?$"), PhaseKind.SAMPLING),
    (re.compile(r"Load|^GetVideo"), PhaseKind.LOADING),
    (re.compile(r"Decode"), PhaseKind.DECODING),
    (re.compile(r"Interpolate|VFI$"), PhaseKind.INTERPOLATING),
    (re.compile(r"Upscale|^ImageScale"), PhaseKind.UPSCALING),
    (re.compile(r"^(Save|Preview|CreateVideo)|VideoCombine$"), PhaseKind.SAVING),
)
_MOVING = re.compile(r"Video")


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase. `part` numbers the clips of a video, or the passes of a picture, from 1; 0: there is only one."""

    kind: PhaseKind
    part: int = 0
    is_clip: bool = False


@dataclass(frozen=True, slots=True)
class PhasePlan:
    """Phases in the order of work, and which of them each node belongs to."""

    phases: tuple[Phase, ...] = ()
    of_node: Mapping[str, int] | None = None

    def index(self, node_id: str) -> int | None:
        """The phase of a node; None for nodes that the graph does not have."""
        return (self.of_node or {}).get(node_id)

    def seconds(self, times: Iterable[tuple[str, float]]) -> dict[Phase, float]:
        """Seconds a phase, of (node id, seconds)."""
        sums: dict[Phase, float] = {}
        for node_id, seconds in times:
            at = self.index(node_id)
            if at is not None:
                sums[self.phases[at]] = sums.get(self.phases[at], 0.0) + seconds
        return sums


def phases_of(graph: Graph) -> PhasePlan:
    """The phases of a graph; empty for one whose nodes feed one another in a circle."""
    sources: dict[str, set[str]] = {node: set() for node in graph}
    for link in links(graph):
        if link.source in graph:
            sources[link.node].add(link.source)
    try:
        order = list(TopologicalSorter(sources).static_order())
    except CycleError:
        return PhasePlan()
    return _Reading(graph, sources, order).plan()


class _Reading:
    """One look at a graph, from its inputs to its outputs and back."""

    def __init__(self, graph: Graph, sources: Mapping[str, set[str]], order: list[str]) -> None:
        self._graph = graph
        self._sources = sources
        self._order = order
        self._depth: dict[str, int] = {}
        self._sampled: dict[str, bool] = {}  # a sampler comes before it
        self._decodes: dict[str, frozenset[str]] = {}  # decoders that come before it
        self._kinds = {node: _own_kind(str(body["class_type"])) for node, body in graph.items()}
        self._look_back()

    def plan(self) -> PhasePlan:
        """Each node's phase; those without a word of their own work for the next one that has."""
        placed = self._placed()
        is_clip = any(_MOVING.search(str(body["class_type"])) for body in self._graph.values())
        many = max((part for _, part in placed.values()), default=0) > 1
        if not many:
            placed = {node: (kind, 0) for node, (kind, _) in placed.items()}
        ends: dict[tuple[PhaseKind, int], int] = {}
        for node, place in placed.items():
            if self._kinds[node] is not None or place not in ends:
                ends[place] = max(ends.get(place, 0), self._depth[node])
        keys = sorted(ends, key=lambda key: (key[0] is not PhaseKind.LOADING, ends[key], key))
        at = {key: index for index, key in enumerate(keys)}
        phases = tuple(Phase(kind, part, is_clip and part > 0) for kind, part in keys)
        return PhasePlan(phases, {node: at[place] for node, place in placed.items()})

    def _look_back(self) -> None:
        for node in self._order:
            before = self._sources[node]
            self._depth[node] = 1 + max((self._depth[one] for one in before), default=0)
            self._sampled[node] = any(self._sampled[one] or self._is_sampler(one) for one in before)
            decoded = [self._decodes[one] for one in before]
            own = [frozenset({one}) for one in before if self._kinds[one] is PhaseKind.DECODING]
            self._decodes[node] = frozenset().union(*decoded, *own)
            if self._is_sampler(node):
                self._kinds[node] = self._noise(node)

    def _placed(self) -> dict[str, tuple[PhaseKind, int]]:
        has_samplers = any(self._is_sampler(node) for node in self._graph)
        next_sampler: dict[str, tuple[PhaseKind, int]] = {}
        following: dict[str, tuple[PhaseKind, int]] = {}  # of the next node with a word of its own
        placed: dict[str, tuple[PhaseKind, int]] = {}
        for node in reversed(self._order):
            kind = self._kinds[node]
            if self._is_sampler(node):
                place = (kind or PhaseKind.SAMPLING, 1 + len(self._decodes[node]))
            elif node in next_sampler and not (self._sampled[node] and kind is PhaseKind.DECODING):
                place = next_sampler[node] if self._sampled[node] else (PhaseKind.LOADING, 0)
            elif kind is PhaseKind.DECODING and self._sampled[node]:
                place = (kind, 1 + len(self._decodes[node]))
            else:
                place = (kind, 0) if kind else (PhaseKind.WORKING, 0)
                if kind is None and has_samplers:
                    place = following.get(node, place)
            placed[node] = place
            for one in self._sources[node]:
                following[one] = place
                if self._is_sampler(node):
                    next_sampler[one] = place
                elif node in next_sampler:
                    next_sampler.setdefault(one, next_sampler[node])
        return placed

    def _is_sampler(self, node: str) -> bool:
        return self._kinds[node] in _SAMPLERS

    def _noise(self, node: str) -> PhaseKind:
        """High when it leaves noise for a later sampler, low when it goes on with what an earlier one left."""
        inputs = self._graph[node]["inputs"]
        if inputs.get("return_with_leftover_noise") == "enable":
            return PhaseKind.HIGH_NOISE
        if inputs.get("add_noise") == "disable" and self._sampled[node]:
            return PhaseKind.LOW_NOISE
        sigmas = inputs.get("sigmas")
        if isinstance(sigmas, list) and "SplitSigmas" in self._graph.get(str(sigmas[0]), {}).get("class_type", ""):
            return PhaseKind.LOW_NOISE if sigmas[1] else PhaseKind.HIGH_NOISE
        return PhaseKind.SAMPLING


def _own_kind(class_type: str) -> PhaseKind | None:
    return next((kind for pattern, kind in _KINDS if pattern.search(class_type)), None)
