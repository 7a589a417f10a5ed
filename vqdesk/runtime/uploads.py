"""Inputs on their way to a lane's server: once per content, and before their prompts' turn comes."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from vqdesk.domain.errors import EngineProtocolError, EngineUnreachable, UserError
from vqdesk.domain.job import InputFile
from vqdesk.runtime.apart import PATIENCE_S, answer_of
from vqdesk.runtime.lane_parts import LaneDesk

_AHEAD = 3


class Uploads:
    """Several may ask for the same content at once; it travels once."""

    def __init__(self, desk: LaneDesk) -> None:
        self._desk = desk
        self._under_way: dict[str, asyncio.Event] = {}
        self._refused: set[str] = set()
        self._next_ones = asyncio.Event()
        self._needs: Sequence[str] = ()

    async def run(self) -> None:
        """Sends the inputs of the next prompts ahead, for ever."""
        while True:
            await self._next_ones.wait()
            self._next_ones.clear()
            store, read = self._desk.tools.store, self._desk.tools.pools.read
            for one in await read(store.prompts.next_inputs, self._desk.lane.id, self._needs, _AHEAD):
                await self._send_ahead(one)

    def look_ahead(self, needs: Sequence[str]) -> None:
        """There is time now for the inputs of the next prompts with these needs."""
        self._needs = needs
        self._next_ones.set()

    async def name_of(self, wanted: InputFile) -> str:
        """The server's name of the input, uploaded when it has none. Raises UserError."""
        store, pools = self._desk.tools.store, self._desk.tools.pools
        while wanted.sha256 in self._under_way:
            await self._under_way[wanted.sha256].wait()
        known = await pools.read(store.lanes.remote_name, self._desk.lane.id, wanted.sha256)
        if known is not None:
            return known
        if wanted.sha256 in self._under_way:  # somebody began while the store was asked
            return await self.name_of(wanted)
        done = self._under_way[wanted.sha256] = asyncio.Event()
        try:
            return await self._upload(wanted)
        finally:
            del self._under_way[wanted.sha256]
            done.set()

    async def _upload(self, wanted: InputFile) -> str:
        desk = self._desk
        store, pools = desk.tools.store, desk.tools.pools
        asset = await pools.read(store.jobs.asset, wanted.sha256)
        source = Path(wanted.source_path)
        path = await answer_of(PATIENCE_S, source, desk.tools.files.find_input, asset, source)
        readable = wanted.source_path.replace("\\", "/").rsplit("/", 1)[-1] or path.name
        remote_name = await desk.engine.upload(path, asset, readable)
        await pools.write(store.lanes.remember_upload, desk.lane.id, wanted.sha256, remote_name)
        return remote_name

    async def _send_ahead(self, one: InputFile) -> None:
        if one.sha256 in self._refused or not self._desk.online.is_set():
            return
        try:
            await self.name_of(one)
        except (EngineUnreachable, EngineProtocolError):
            return  # the feeder finds that out too
        except UserError:  # its prompt meets the same when its turn comes, and tells the user
            self._refused.add(one.sha256)
