"""What listeners hear of the whole queue: totals, jobs that nobody can run, jobs that run together."""

from collections.abc import Mapping

from vqdesk.domain.events import QueueChanged
from vqdesk.domain.feeding import together_words
from vqdesk.domain.job import JobId, LaneId
from vqdesk.runtime.lane import LaneRunner
from vqdesk.runtime.lane_parts import LaneTools
from vqdesk.services.queue import RECALL

_NAMED_AT_MOST = 3
_Stuck = Mapping[str, tuple[JobId, frozenset[str]]]


async def tell_totals(tools: LaneTools, runners: Mapping[LaneId, LaneRunner]) -> None:
    """Posts the state of the queue."""
    store, read = tools.store, tools.pools.read
    counts = await read(store.jobs.counts)
    paused = await read(store.settings.get, "paused") == "1"
    stuck = await _stuck(tools, runners)
    together = [one for one in await read(store.order.together) if one.jobs > 1]
    tools.hub.post(
        QueueChanged(
            paused,
            counts.prompts_running,
            counts.prompts_waiting,
            _stuck_words(stuck),
            frozenset(stuck),
            " · ".join(together_words(one.jobs, one.share) for one in together),
            await read(store.settings.get, RECALL) == "1",
        )
    )


async def _stuck(tools: LaneTools, runners: Mapping[LaneId, LaneRunner]) -> _Stuck:
    """Waiting needs that no lane can meet: key -> (a job, the classes and models that the best lane lacks).

    Empty while a lane is away: it may be the one that can.
    """
    pending: dict[str, JobId] = {}
    for lane_id in runners:
        pending |= await tools.pools.read(tools.store.prompts.pending_needs, lane_id)
    stuck = {}
    for needs, job_id in pending.items():
        missing = [runner.missing_for(needs) for runner in runners.values()]
        lacking = [names for names in missing if names]
        if len(lacking) == len(missing):
            stuck[needs] = (job_id, min(lacking, key=len))
    return stuck


def _stuck_words(stuck: _Stuck) -> str:
    if not stuck:
        return ""
    job_id, missing = min(stuck.values(), key=lambda one: one[0])
    names = sorted(missing)
    more = f" and {len(names) - _NAMED_AT_MOST} more" if len(names) > _NAMED_AT_MOST else ""
    return f"Job {job_id} waits: no connected engine has {', '.join(names[:_NAMED_AT_MOST])}{more}."
