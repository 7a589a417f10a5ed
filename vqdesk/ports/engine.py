"""One ComfyUI-speaking server, and what it says of itself."""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import CancelOutcome, EngineEvent, Found
from vqdesk.domain.job import Asset, AttemptId, Graph, RemoteFile

T = TypeVar("T")

NodeCatalog = Mapping[str, Mapping[str, Any]]
"""`GET /object_info`: class name -> its description."""


class ServerCatalog(dict[str, Mapping[str, Any]]):
    """The catalogue of a server whose version is known, like "0.3.64"."""

    def __init__(self, classes: Mapping[str, Mapping[str, Any]], version: str) -> None:
        super().__init__(classes)
        self.version = version


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where an engine answers, with a path when it is behind a proxy ("https://host/comfy").

    `token` goes into the header X-VQDesk-Token when it is not empty; `headers` are the proxy's own.
    """

    url: str
    token: str = ""
    headers: tuple[tuple[str, str], ...] = ()


class EndpointSource(Protocol):
    """Asked before every (re)connect, in a worker thread; may start the built-in engine's process first."""

    def __call__(self) -> Endpoint:
        """Raises EngineUnreachable when there is nothing to connect to."""
        ...


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What a server says of itself. Bytes for memory; `queue_remaining` counts waiting and running prompts.

    `input_folder` is an absolute path on the server's computer; "" when it does not say.
    """

    version: str
    device: str = ""
    vram_total: int = 0
    vram_free: int = 0
    queue_remaining: int = 0
    is_builtin: bool = False
    input_folder: str = ""

    @property
    def card_bytes(self) -> int:
        """Memory of the graphics card; 0 where the processor does the work."""
        return 0 if self.device.lower().startswith("cpu") else self.vram_total


@dataclass(frozen=True, slots=True)
class Accepted:
    """Reply to a submit. `dropped` names the outputs that the server left out, each with its reason."""

    number: float
    dropped: tuple[Problem, ...] = field(default=())


class Engine(Protocol):
    """One ComfyUI-speaking server (DESIGN §7). Every call may raise EngineUnreachable or EngineProtocolError."""

    async def probe(self) -> EngineInfo:
        """Version, device, memory and queue length."""
        ...

    async def catalog(self, *, fresh: bool = False) -> NodeCatalog:
        """All node classes; kept in memory per connection unless a fresh one is asked for."""
        ...

    async def upload(self, path: Path, asset: Asset, readable_name: str) -> str:
        """Sends a file and returns the name that a loader node takes ("vqdesk/<16 hex>/name.png").

        Raises EngineRejected when the server does not take it (too large).
        """
        ...

    async def submit(self, attempt_id: AttemptId, graph: Graph, *, front: bool = False) -> Accepted:
        """Queues a graph under our id. Raises EngineRejected with node and reason in words."""
        ...

    async def find(self, attempt_ids: Sequence[AttemptId]) -> dict[AttemptId, Found]:
        """What the server knows of each attempt, from its queue and history."""
        ...

    async def leftovers(self, attempt_id: AttemptId, graph: Graph) -> tuple[RemoteFile, ...]:
        """Files of an attempt that `find` calls unknown, under its own prefix; empty unless all are there."""
        ...

    async def cancel(self, attempt_id: AttemptId) -> CancelOutcome:
        """Takes an attempt back."""
        ...

    async def withdraw(self, attempt_ids: Sequence[AttemptId]) -> set[AttemptId]:
        """Takes those that wait out of the server's queue and returns them; what has begun is left alone."""
        ...

    async def free_memory(self) -> None:
        """Unloads models and drops results that the server keeps for reuse, once nothing runs there."""
        ...

    async def fetch(self, file: RemoteFile, keep: Callable[[Iterator[bytes]], T]) -> T:
        """What `keep` makes of the bytes of an output, of which it gets chunks of at most 1 MiB, in a thread.

        Raises NotFound when the server no longer has it, and what `keep` raises. When the transfer breaks, or the
        engine is closed, the next chunk raises EngineUnreachable.
        """
        ...

    def events(self) -> AsyncIterator[EngineEvent]:
        """Connects, reconnects for ever with backoff, and yields what happens; ends at `close`."""
        ...

    def reconnect(self) -> None:
        """Ends the pause before the next attempt to connect, if there is one."""
        ...

    async def close(self) -> None:
        """Closes the socket and the connections; the server keeps its queue."""
        ...
