"""How far a graph has run: node by node, weighted by how long such nodes usually take."""

from dataclasses import dataclass
from functools import cached_property

from vqdesk.domain.job import Graph
from vqdesk.domain.node_times import NodeClock, NodeTime
from vqdesk.domain.phases import Phase, PhasePlan, phases_of

_WEIGHTS = (  # prefix of the class -> share; the first that fits counts
    ("KSampler", 40.0),
    ("SamplerCustom", 40.0),
    ("VQCameraMove", 1.0),  # its frames are made while the clip is written
    ("VQSleep", 12.0),
    ("SaveVideo", 8.0),
    ("VAEDecode", 8.0),
    ("ImageUpscaleWithModel", 20.0),
    ("UNETLoader", 6.0),
    ("CLIPLoader", 3.0),
)
_OTHER_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class PhaseNow:
    """A phase of a run. `weight` is its share of the work by rule of thumb, `seconds` what it took so far."""

    phase: Phase
    weight: float
    fraction: float = 0.0
    seconds: float = 0.0
    step: int = 0
    steps: int = 0
    is_running: bool = False


class RunProgress:
    """Follows one run of a graph. The fraction never goes back. Times are seconds of any one clock."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._weights = {node: _weight(str(body["class_type"])) for node, body in graph.items()}
        self._total = sum(self._weights.values()) or 1.0
        self._started: dict[str, float] = {}
        self._fraction = 0.0
        self._clock = NodeClock()
        self._first_step = (0.0, 0.0)  # value and time of the running node's first report
        self._newest_step = (0.0, 0.0)
        self._phase_steps: dict[int, tuple[int, int]] = {}
        self.node_id = ""
        self.step = 0
        self.steps = 0

    @property
    def node_title(self) -> str:
        return node_title(self._graph, self.node_id)

    @property
    def fraction(self) -> float:
        """0…1 over the whole graph."""
        return self._fraction

    @property
    def rate(self) -> float:
        """Steps a second of the running node since its first one, which often loads a model; 0 while unknown."""
        (first, since), (newest, now) = self._first_step, self._newest_step
        return (newest - first) / (now - since) if newest > first and now > since else 0.0

    @property
    def node_times(self) -> tuple[NodeTime, ...]:
        """Every node that has ended."""
        return self._clock.times()

    def node_started(self, node_id: str, now_s: float = 0.0) -> None:
        """The server names the node it runs now; the ones before it are done."""
        for node in self._started:
            self._started[node] = 1.0
        self._started.setdefault(node_id, 0.0)
        self._clock.started(node_id, now_s)
        self._take_step(node_id, 0.0, 0.0)
        self._first_step = self._newest_step = (0.0, 0.0)
        self._update()

    def node_progressed(self, node_id: str, value: float, maximum: float, now_s: float = 0.0) -> None:
        """`value` of `maximum` steps of a node."""
        self._started[node_id] = min(value / maximum, 1.0) if maximum > 0 else 0.0
        is_first = node_id != self.node_id or not self._first_step[1] or value < self._newest_step[0]
        self._newest_step = (value, now_s)
        if is_first:
            self._first_step = self._newest_step
        self._take_step(node_id, value, maximum)
        self._update()

    def ended(self, now_s: float) -> None:
        """The server has let go of the run."""
        self._clock.ended(now_s)

    def phases(self, now_s: float) -> tuple[PhaseNow, ...]:
        """Every phase as it is now; nothing for a run of one phase, which its node says better."""
        plan = self._plan
        if len(plan.phases) < 2:
            return ()
        running = plan.index(self.node_id)
        return tuple(self._phase_now(at, running, now_s) for at in range(len(plan.phases)))

    def _phase_now(self, at: int, running: int | None, now_s: float) -> PhaseNow:
        nodes = self._nodes_by_phase[at]
        weight = sum(self._weights[node] for node in nodes)
        done = sum(self._weights[node] * self._started.get(node, 0.0) for node in nodes)
        is_past = running is not None and at < running  # what was cached is never named
        return PhaseNow(
            self._plan.phases[at],
            weight,
            1.0 if is_past else min(done / weight, 1.0),
            sum(self._clock.seconds(node, now_s) for node in nodes),
            *self._phase_steps.get(at, (0, 0)),
            at == running,
        )

    @cached_property
    def _plan(self) -> PhasePlan:
        return phases_of(self._graph)

    @cached_property
    def _nodes_by_phase(self) -> tuple[tuple[str, ...], ...]:
        nodes: list[list[str]] = [[] for _ in self._plan.phases]
        for node in self._graph:
            at = self._plan.index(node)
            if at is not None:
                nodes[at].append(node)
        return tuple(map(tuple, nodes))

    def _take_step(self, node_id: str, value: float, maximum: float) -> None:
        self.node_id, self.step, self.steps = node_id, int(value), int(maximum)
        at = self._plan.index(node_id) if self.steps > 1 else None
        if at is not None:
            self._phase_steps[at] = (self.step, self.steps)

    def _update(self) -> None:
        done = sum(self._weights.get(node, 0.0) * share for node, share in self._started.items())
        self._fraction = max(self._fraction, min(done / self._total, 1.0))


def node_title(graph: Graph, node_id: str) -> str:
    """What a node is called: by its author, else by its class; nodes that the graph does not have by their id."""
    body = graph.get(node_id)
    if body is None:
        return node_id
    meta = body.get("_meta")
    title = meta.get("title") if isinstance(meta, dict) else None
    return str(title or body["class_type"])


def _weight(class_type: str) -> float:
    return next((weight for prefix, weight in _WEIGHTS if class_type.startswith(prefix)), _OTHER_WEIGHT)
