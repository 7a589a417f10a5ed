"""A batch of the worker's events, sorted by what the queue does with them. Free of Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import (
    AppEvent,
    JobsChanged,
    LaneChanged,
    PromptChanged,
    PromptProgressed,
    QueueChanged,
    StoreChanged,
    WorkerFailed,
)
from vqdesk.domain.job import JobId


@dataclass(slots=True)
class QueueNews:
    """`everything` means that another process wrote; `jobs` have other rows."""

    everything: bool = False
    jobs: set[JobId] = field(default_factory=set)
    prompts: list[PromptChanged] = field(default_factory=list)
    progress: list[PromptProgressed] = field(default_factory=list)
    lanes: list[LaneChanged] = field(default_factory=list)
    queue: list[QueueChanged] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def sort_events(batch: Sequence[AppEvent]) -> QueueNews:
    """Previews and logs are not the queue's."""
    news = QueueNews()
    for event in batch:
        match event:
            case JobsChanged():
                news.jobs.add(event.job_id)
            case PromptChanged():
                news.jobs.add(event.job_id)
                news.prompts.append(event)
            case PromptProgressed():
                news.progress.append(event)
            case LaneChanged():
                news.lanes.append(event)
            case QueueChanged():
                news.queue.append(event)
            case WorkerFailed():
                news.problems.append(event.problem)
            case StoreChanged():
                news.everything = True
    return news
