"""Jobs that wait for their texts: written job by job, as soon as a server of language models is there."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from vqdesk.domain.auto_prompt import AutoBatch, AutoImage, AutoRunTold, BatchStep, awaiting_words
from vqdesk.domain.errors import Problem
from vqdesk.domain.events import AppEvent, JobsChanged, StoreChanged
from vqdesk.domain.settings import LLM_CAPTION_MODEL, LLM_GPU, LLM_MOTION_MODEL, LLM_TOKEN, LLM_URL
from vqdesk.ports import AwaitedTexts
from vqdesk.runtime.faults import log_end, problem_of
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.services import Services
from vqdesk.runtime.worker import Worker

if TYPE_CHECKING:
    from vqdesk.runtime.desks.auto_prompt import AutoPromptDesk  # loaded with the first job that waits
    from vqdesk.services.auto_prompt import AutoOverrides, BatchRequest

_log = logging.getLogger(__name__)
_LOOK_S = 1.0
_STIR_S = 0.1  # changes come by the hundred while prompts run
_AGAIN_S = 600.0
_WATCHED = (LLM_URL, LLM_TOKEN, LLM_CAPTION_MODEL, LLM_MOTION_MODEL, LLM_GPU)
Told = BatchStep | AutoImage | AutoBatch


class AwaitedTextWriter:
    """In the worker's loop, only where the queue runs."""

    def __init__(
        self, services: Services, pools: Pools, worker: Worker, desk: Callable[[], "AutoPromptDesk"]
    ) -> None:
        self._store = services.store
        self._services = services
        self._pools = pools
        self._worker = worker
        self._desk = desk
        self._stirred = asyncio.Event()
        self._told: asyncio.Queue[tuple[int, Told]] = asyncio.Queue()

    async def run(self) -> None:
        """Until cancelled; a bug is told and ends only this."""
        self._worker.listen(self._hear)
        while True:
            self._stirred.clear()
            job = await self._pools.write(self._store.texts.next)
            if job is None:
                await self._stirred.wait()
                await asyncio.sleep(_STIR_S)
                continue
            known: object = None
            try:
                known = await self._circumstances()
                problem = await self._write(job)
            except Exception as error:  # noqa: BLE001  top of a task
                log_end(_log, "awaited texts", error)
                summary = "Its texts could not be written, by a fault of VQDesk."
                problem = problem_of(error, summary, "If it goes on, send the log file.")
            if problem is not None:
                await self._rest(job, problem, known)

    def _hear(self, event: AppEvent) -> None:
        if isinstance(event, AutoRunTold) and isinstance(event.what, Told):
            self._told.put_nowait((event.run, event.what))
        elif isinstance(event, JobsChanged | StoreChanged):
            self._stirred.set()

    async def _write(self, job: AwaitedTexts) -> Problem | None:
        """One batch; each text is the job's as soon as it is there. What ended it early, unless the user did."""
        found = {str(await self._pools.read(self._services.staged_path, one.sha256)): one for one in job.inputs}
        request, overrides = _request(job, {path: one.source_path for path, one in found.items()})
        number = await self._desk().start(request, overrides)
        watch = asyncio.create_task(self._stop_with_the_job(job, number))
        written = job.total - len(found)
        try:
            async for what in self._of_batch(number):
                if isinstance(what, BatchStep):
                    if what.name == "away":
                        await self._say(job, awaiting_words(written, job.total, what.words))
                    elif what.is_done and what.seconds:
                        await self._note(job, what)
                elif isinstance(what, AutoImage):
                    written += await self._take(job, found[what.path].sha256, what)
                    await self._say(job, awaiting_words(written, job.total))
                elif not watch.done():
                    return what.problem
            return None
        finally:
            watch.cancel()
            await self._desk().stop(number)

    async def _of_batch(self, number: int) -> AsyncIterator[Told]:
        while True:
            run, what = await self._told.get()
            if run == number:
                yield what
                if isinstance(what, AutoBatch):
                    return

    async def _take(self, job: AwaitedTexts, sha256: str, image: AutoImage) -> int:
        """Keeps what there is of an image; 1 when that ends its waiting."""
        texts = self._store.texts
        if image.problem is not None:
            changed = await self._pools.write(texts.fail, job.job_id, sha256, image.problem)
        elif image.texts:
            patch = job.wish.patch(image.texts)
            changed = await self._pools.write(texts.write, job.job_id, sha256, patch, " ".join(image.notes))
        else:
            return 0
        if changed:
            await self._tell(job)
        return 1

    async def _note(self, job: AwaitedTexts, step: BatchStep) -> None:
        """Each step with its time in the job's log."""
        words = f"{step.words} ({step.seconds:.1f} s)."
        await self._pools.write(self._store.log.add, job.job_id, "info", words)

    async def _say(self, job: AwaitedTexts, words: str) -> None:
        if await self._pools.write(self._store.texts.say, job.job_id, words):
            await self._tell(job)

    async def _tell(self, job: AwaitedTexts) -> None:
        self._worker.post(JobsChanged(job.job_id))
        await self._worker.refresh()

    async def _stop_with_the_job(self, job: AwaitedTexts, number: int) -> None:
        """A job that is canceled, held or sent without texts needs no batch any more."""
        while await self._pools.read(self._store.texts.waits, job.job_id):
            await asyncio.sleep(_LOOK_S)
        await self._desk().stop(number)

    async def _rest(self, job: AwaitedTexts, problem: Problem, known: object) -> None:
        """What would fail again is not asked again soon, unless something has changed."""
        await self._say(job, awaiting_words(0, job.total, problem.sentence()))
        with suppress(TimeoutError):
            async with asyncio.timeout(_AGAIN_S):
                while await self._pools.read(self._store.texts.waits, job.job_id):
                    await asyncio.sleep(_LOOK_S)
                    if await self._circumstances() != known:
                        return

    async def _circumstances(self) -> object:
        """What the settings say, and which models there are; loading them changes nothing."""
        get = self._services.settings.get
        settings = await self._pools.read(lambda: [get(one) for one in _WATCHED])
        state = await self._desk().state()
        return settings, [one.id for one in state.facts.models], state.problem is None


def _request(job: AwaitedTexts, sources: dict[str, str]) -> tuple["BatchRequest", "AutoOverrides"]:
    """A batch over our own copies, whatever has become of the user's files."""
    from vqdesk.services.auto_prompt import AutoOverrides, BatchRequest  # loaded with the first job that waits

    wish = job.wish
    given = {path: wish.captions[source] for path, source in sources.items() if source in wish.captions}
    overrides = AutoOverrides(
        caption_model=wish.caption_model,
        motion_model=wish.motion_model,
        system=wish.system,
        caption_system=wish.caption_system,
    )
    return BatchRequest(list(sources), context=wish.context, captions=given), overrides
