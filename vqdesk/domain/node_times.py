"""How long each node of a run took, as its events tell. Pure: the caller knows what time it is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NodeTime:
    """A node that has run; both in seconds, `began_s` after the first one."""

    node_id: str
    began_s: float
    seconds: float


class NodeClock:
    """Follows one run: a server runs one node at a time and names each as it begins."""

    def __init__(self) -> None:
        self._began: dict[str, float] = {}
        self._seconds: dict[str, float] = {}
        self._running = ""
        self._since = 0.0
        self._first: float | None = None

    def started(self, node_id: str, now_s: float) -> None:
        """This node runs from now on, any clock's seconds; the one before has ended."""
        self.ended(now_s)
        if self._first is None:
            self._first = now_s
        self._running, self._since = node_id, now_s
        self._began.setdefault(node_id, now_s - self._first)

    def ended(self, now_s: float) -> None:
        """No node runs any more."""
        if self._running:
            self._seconds[self._running] = self.seconds(self._running, now_s)
            self._running = ""

    def has_ended(self, node_id: str) -> bool:
        """Whether the node has run and another one followed."""
        return node_id in self._began and node_id != self._running

    def seconds(self, node_id: str, now_s: float) -> float:
        """How long a node has run so far."""
        going_on = max(now_s - self._since, 0.0) if node_id == self._running else 0.0
        return self._seconds.get(node_id, 0.0) + going_on

    def times(self) -> tuple[NodeTime, ...]:
        """Every node that has ended, in the order of work."""
        return tuple(NodeTime(node, self._began[node], seconds) for node, seconds in self._seconds.items())
