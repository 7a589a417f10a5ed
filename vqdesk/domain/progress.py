"""How far a graph has run: node by node, weighted by how long such nodes usually take."""

from vqdesk.domain.job import Graph

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


class RunProgress:
    """Follows one run of a graph. The fraction never goes back."""

    def __init__(self, graph: Graph) -> None:
        self._weights = {node: _weight(str(body["class_type"])) for node, body in graph.items()}
        self._titles = {node: _title(body) for node, body in graph.items()}
        self._total = sum(self._weights.values()) or 1.0
        self._started: dict[str, float] = {}
        self._fraction = 0.0
        self.node_id = ""
        self.step = 0
        self.steps = 0

    @property
    def node_title(self) -> str:
        return self._titles.get(self.node_id, self.node_id)

    @property
    def fraction(self) -> float:
        """0…1 over the whole graph."""
        return self._fraction

    def node_started(self, node_id: str) -> None:
        """The server names the node it runs now; the ones before it are done."""
        for node in self._started:
            self._started[node] = 1.0
        self._started.setdefault(node_id, 0.0)
        self.node_id, self.step, self.steps = node_id, 0, 0
        self._update()

    def node_progressed(self, node_id: str, value: float, maximum: float) -> None:
        """`value` of `maximum` steps of a node."""
        self._started[node_id] = min(value / maximum, 1.0) if maximum > 0 else 0.0
        self.node_id, self.step, self.steps = node_id, int(value), int(maximum)
        self._update()

    def _update(self) -> None:
        done = sum(self._weights.get(node, 0.0) * share for node, share in self._started.items())
        self._fraction = max(self._fraction, min(done / self._total, 1.0))


def _weight(class_type: str) -> float:
    return next((weight for prefix, weight in _WEIGHTS if class_type.startswith(prefix)), _OTHER_WEIGHT)


def _title(body: dict[str, object]) -> str:
    meta = body.get("_meta")
    title = meta.get("title") if isinstance(meta, dict) else None
    return str(title or body["class_type"])
