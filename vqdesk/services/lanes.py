"""Choosing who renders: the built-in engine or a ComfyUI at an address."""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from vqdesk.domain.errors import EngineProtocolError, EngineUnreachable, NotFound, ParameterInvalid, UserError
from vqdesk.domain.job import Lane, LaneId
from vqdesk.ports import Endpoint, Engine, EngineInfo, NodeCatalog, Secrets, Store

_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
BUILTIN = "builtin"
COMFYUI = "comfyui"
ENABLED, DRAINING, LEAVING, REMOVED = "enabled", "draining", "leaving", "removed"
"""States of a lane. Leaving: removed as soon as nothing of ours is there."""
LEAST_DEPTH, MOST_DEPTH = 2, 100
_LONGEST_NAME = 60
DEFAULT_COMFYUI_URL = "http://127.0.0.1:8188"


@dataclass(frozen=True, slots=True)
class Seen:
    """A server that answers: what it says of itself, and its node classes."""

    info: EngineInfo
    catalog: NodeCatalog


class LaneService:
    """`connect` makes a client for an endpoint and `engine_of` for a lane; both are closed after use here."""

    def __init__(
        self,
        store: Store,
        secrets: Secrets,
        connect: Callable[[Endpoint], Engine],
        engine_of: Callable[[Lane], Engine],
    ) -> None:
        self._store = store
        self._secrets = secrets
        self._connect = connect
        self._engine_of = engine_of

    def use_builtin(self) -> Lane:
        """The built-in engine's lane, added when there is none."""
        return self._store.lanes.ensure("Built-in engine", "", BUILTIN)

    def use_comfyui(self, url: str) -> Lane:
        """The lane of a ComfyUI, added when there is none. Raises EngineUnreachable for an unusable address."""
        return self._store.lanes.ensure("ComfyUI", normal_url(url), COMFYUI)

    def chosen(self, text: str) -> Lane:
        """The lane of `--engine`: "builtin" or an address, made when there is none. Raises EngineUnreachable."""
        return self.use_builtin() if text == BUILTIN else self.use_comfyui(text)

    def use_header(self, lane: Lane, text: str) -> None:
        """Sends "Name: value" with every request to the lane's server, for a proxy before it; "" takes it away.

        It is kept as a secret. Raises ParameterInvalid, OutputUnwritable.
        """
        name, sign, value = (part.strip() for part in text.partition(":"))
        if text.strip() and not (sign and value and _HEADER_NAME.fullmatch(name) and value.isprintable()):
            raise ParameterInvalid(
                "header",
                "This is no HTTP header.",
                "It needs a name, a colon and a value.",
                "Write “Name: value”.",
            )
        self._secrets.put(f"header.{lane.id}", f"{name}: {value}" if name else "")

    def find(self, text: str) -> Lane:
        """The lane with this name or number. Raises NotFound."""
        lanes = self._store.lanes.all()
        wanted = text.strip()
        for lane in lanes:
            if wanted.casefold() == lane.name.casefold() or wanted == str(lane.id):
                return lane
        known = ", ".join(lane.name for lane in lanes)
        raise NotFound(
            f"There is no engine “{wanted}”.",
            f"VQDesk knows {known}." if known else "None is set up.",
            "`vqdesk lanes` lists them, `vqdesk lanes add ADDRESS` adds one.",
        )

    def rename(self, lane_id: LaneId, name: str) -> None:
        """Raises ParameterInvalid for a name that is empty, too long or taken."""
        wanted = " ".join(name.split())
        taken = any(
            lane.name.casefold() == wanted.casefold() for lane in self._store.lanes.all() if lane.id != lane_id
        )
        if not wanted or taken or len(wanted) > _LONGEST_NAME:
            cause = "Another engine has it." if taken else f"It needs 1 to {_LONGEST_NAME} letters."
            raise ParameterInvalid(
                "name", f"“{wanted}” cannot be an engine's name.", cause, "Choose another name."
            )
        self._store.lanes.rename(lane_id, wanted)

    def set_max_depth(self, lane_id: LaneId, prompts: int) -> None:
        """At most so many prompts are at the server. Raises ParameterInvalid."""
        if not LEAST_DEPTH <= prompts <= MOST_DEPTH:
            raise ParameterInvalid(
                "max_depth",
                f"{prompts} prompts at a server are not possible.",
                f"It takes {LEAST_DEPTH} to {MOST_DEPTH}: one that runs and one that waits, or more.",
                "Choose a number between them.",
            )
        self._store.lanes.set_max_depth(lane_id, prompts)

    def drain(self, lane_id: LaneId) -> None:
        """Nothing new goes there; what waits there comes back, what runs ends."""
        self._store.lanes.set_state(lane_id, DRAINING)

    def resume(self, lane_id: LaneId) -> None:
        """Takes prompts again."""
        self._store.lanes.set_state(lane_id, ENABLED)

    def remove(self, lane_id: LaneId) -> bool:
        """Whether it is gone now; else the worker empties it first: what runs ends, what waits comes back."""
        is_empty = not self._store.prompts.in_flight(lane_id)
        self._store.lanes.set_state(lane_id, REMOVED if is_empty else LEAVING)
        return is_empty

    async def test_lane(self, lane: Lane) -> EngineInfo:
        """Asks a lane's server. Raises EngineUnreachable, EngineProtocolError."""
        engine = self._engine_of(lane)
        try:
            return await engine.probe()
        finally:
            await engine.close()

    async def catalogs(self, lanes: Sequence[Lane]) -> dict[LaneId, NodeCatalog | UserError]:
        """What each lane's server can do, or why it cannot be asked."""
        answers = await asyncio.gather(*(self._catalog(lane) for lane in lanes))
        return {lane.id: answer for lane, answer in zip(lanes, answers, strict=True)}

    async def seen(self, lanes: Sequence[Lane]) -> dict[LaneId, Seen | UserError]:
        """What each lane's server says of itself and can do, or why it cannot be asked."""
        answers = await asyncio.gather(*(self._seen(lane) for lane in lanes))
        return {lane.id: answer for lane, answer in zip(lanes, answers, strict=True)}

    async def builtin_catalog(self) -> NodeCatalog:
        """What the built-in engine can do, whether a lane uses it or not. Raises EngineUnreachable."""
        answer = await self._catalog(Lane(LaneId(0), "Built-in engine", "", BUILTIN, "enabled", 0))
        if isinstance(answer, UserError):
            raise answer
        return answer

    async def test(self, url: str) -> EngineInfo:
        """Asks a server for its version. Raises EngineUnreachable, EngineProtocolError."""
        engine = self._connect(Endpoint(normal_url(url)))
        try:
            return await engine.probe()
        finally:
            await engine.close()

    async def _seen(self, lane: Lane) -> Seen | UserError:
        engine = self._engine_of(lane)
        try:
            return Seen(await engine.probe(), await engine.catalog())
        except (EngineUnreachable, EngineProtocolError) as error:
            return error
        finally:
            await engine.close()

    async def _catalog(self, lane: Lane) -> NodeCatalog | UserError:
        engine = self._engine_of(lane)
        try:
            return await engine.catalog()
        except (EngineUnreachable, EngineProtocolError) as error:
            return error
        finally:
            await engine.close()


def headers_of(secrets: Secrets, lane: Lane) -> tuple[tuple[str, str], ...]:
    """What `use_header` has stored for a lane."""
    name, sign, value = secrets.get(f"header.{lane.id}").partition(": ")
    return ((name, value),) if sign else ()


def normal_url(text: str) -> str:
    """The address as scheme://host:port. A bare host gets http and ComfyUI's port 8188."""
    address = text.strip().rstrip("/")
    if "://" not in address:
        address = f"http://{address}"
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        parts, port = None, None
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        raise EngineUnreachable(
            f"“{text.strip()}” is not an address of a ComfyUI.",
            "It needs a host, for example 127.0.0.1, and usually the port 8188.",
            f"Type it like {DEFAULT_COMFYUI_URL}.",
        )
    if port is None and parts.scheme == "http":
        port = 8188
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}:{port}{parts.path}" if port else f"{parts.scheme}://{host}{parts.path}"
