"""A prompt in flight: what the lane keeps in memory of an attempt; store and server can rebuild it."""

from dataclasses import dataclass, field

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import AttemptId, Graph, Job, Prompt, RemoteFile
from vqdesk.domain.progress import RunProgress
from vqdesk.domain.status import PromptStatus

_FRESH_S = 0.25


@dataclass(slots=True)
class Flight:
    """One attempt at a lane. `is_ending` is set once the server has let go of it."""

    job: Job
    prompt: Prompt
    attempt_id: AttemptId
    status: PromptStatus = PromptStatus.SUBMITTING
    is_posting: bool = False
    is_ending: bool = False
    has_failed: bool = False  # as the server says; its record tells why
    is_lost: bool = False  # the server does not know it (any more)
    is_doubtful: bool = False  # what became of it is not known before the server was asked
    cancel_sent: bool = False
    recall_sent: bool = False
    is_suspected: bool = False  # the user was told that something is odd with it
    overdue: Problem | None = None  # why we stop it
    reported: tuple[RemoteFile, ...] = ()  # what the server said that it wrote
    running_since: float = 0.0
    revision: int = 0
    heard_at: float = 0.0  # monotonic seconds of the last sign of life from the server
    progress: RunProgress = field(default_factory=lambda: RunProgress({}))

    def watch(self, graph: Graph) -> None:
        """Starts progress from zero for this graph."""
        self.progress = RunProgress(graph)

    def is_stale(self, now: float) -> bool:
        """Whether the wish to cancel may have come since the prompt was taken from the store."""
        return now - self.heard_at > _FRESH_S

    @property
    def is_cancel_wanted(self) -> bool:
        """Whether we asked the server to stop it, now or before a restart."""
        return self.cancel_sent or bool(self.prompt.cancel_requested_at)

    @property
    def ordinal(self) -> int:
        return self.prompt.ordinal


class Flights:
    """The attempts of one lane, by id."""

    def __init__(self) -> None:
        self._by_attempt: dict[AttemptId, Flight] = {}

    def add(self, flight: Flight) -> None:
        self._by_attempt[flight.attempt_id] = flight

    def get(self, attempt_id: AttemptId) -> Flight | None:
        return self._by_attempt.get(attempt_id)

    def drop(self, flight: Flight) -> None:
        self._by_attempt.pop(flight.attempt_id, None)

    def all(self) -> list[Flight]:
        return list(self._by_attempt.values())

    @property
    def at_server(self) -> int:
        """What feeding counts: those the server still has to run, and failures before they are understood.

        Prompts that all fail at once would else be sent faster than the lane can be paused.
        """
        return sum(not flight.is_ending or flight.has_failed for flight in self._by_attempt.values())

    def __len__(self) -> int:
        return len(self._by_attempt)
