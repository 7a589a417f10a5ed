"""What the window asks about finished files."""

from collections.abc import Sequence
from pathlib import Path

from vqdesk.domain.events import JobsChanged
from vqdesk.domain.outputs import GalleryOutput
from vqdesk.ports import OutputChoices, OutputListing, OutputQuery, Playback
from vqdesk.runtime.apart import apart
from vqdesk.runtime.playing import Playing
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.sounding import Sounding
from vqdesk.runtime.worker import Worker
from vqdesk.services.outputs import OutputFacts, OutputService


class OutputDesk:
    """All methods raise UserError with words for the user."""

    def __init__(self, outputs: OutputService, playback: Playback, pools: Pools, worker: Worker) -> None:
        self._outputs = outputs
        self._playback = playback
        self._pools = pools
        self._worker = worker

    async def listing(self, query: OutputQuery) -> OutputListing:
        return await self._pools.read(self._outputs.listing, query)

    async def rows(self, ids: Sequence[int]) -> list[GalleryOutput]:
        return await self._pools.read(self._outputs.rows, ids)

    async def choices(self) -> OutputChoices:
        return await self._pools.read(self._outputs.choices)

    async def facts(self, output_id: int) -> OutputFacts:
        """What made it; reads its head."""
        return await apart(self._outputs.facts, output_id)

    async def rate(self, ids: Sequence[int], rating: int) -> list[GalleryOutput]:
        """The rows as they are now; so do the next three."""
        await self._pools.write(self._outputs.rate, ids, rating)
        return await self.rows(ids)

    async def set_favourite(self, ids: Sequence[int], favourite: bool) -> list[GalleryOutput]:
        await self._pools.write(self._outputs.set_favourite, ids, favourite)
        return await self.rows(ids)

    async def add_tag(self, ids: Sequence[int], tag: str) -> list[GalleryOutput]:
        await self._pools.write(self._outputs.add_tag, ids, tag)
        return await self.rows(ids)

    async def remove_tag(self, ids: Sequence[int], tag: str) -> list[GalleryOutput]:
        await self._pools.write(self._outputs.remove_tag, ids, tag)
        return await self.rows(ids)

    async def throw_away(self, ids: Sequence[int]) -> tuple[int, ...]:
        """Those that are in the trash now. Raises OutputUnwritable when it took none of them."""
        thrown = await apart(self._outputs.throw_away, ids)
        await self._tell(thrown.ids)
        if thrown.refused is not None and not thrown.ids:
            raise thrown.refused
        return thrown.ids

    async def bring_back(self, ids: Sequence[int]) -> list[int]:
        back = await apart(self._outputs.bring_back, ids)
        await self._tell(back)
        return back

    async def last_frame(self, output_id: int) -> str:
        """A picture to go on from."""
        return str(await apart(self._outputs.last_frame, output_id))

    async def play(self, path: str, edge: int) -> Playing:
        """A clip that plays; whoever asks closes it."""
        return Playing(await apart(self._playback.open, Path(path), edge))

    async def listen(self, path: str) -> Sounding | None:
        """What a clip sounds like; None for one without sound. Whoever asks closes it."""
        track = await apart(self._playback.open_sound, Path(path))
        return None if track is None else Sounding(track)

    async def _tell(self, ids: Sequence[int]) -> None:
        for job_id in {row.job_id for row in await self.rows(ids)}:
            self._worker.post(JobsChanged(job_id))
