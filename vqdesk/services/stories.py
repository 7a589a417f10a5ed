"""What happened to a prompt: every attempt with its states and nodes, and how long its phases should take."""

from collections.abc import Mapping
from dataclasses import dataclass

from vqdesk.domain.attempts import Attempt, Stop, stops
from vqdesk.domain.job import PromptId
from vqdesk.domain.phases import Phase, phases_of
from vqdesk.domain.progress import node_title
from vqdesk.ports import Store


@dataclass(frozen=True, slots=True)
class NodeBar:
    """A node of an attempt and the seconds that it took."""

    node_id: str
    title: str
    seconds: float


@dataclass(frozen=True, slots=True)
class AttemptStory:
    """One attempt. `nodes` are in the order of work."""

    attempt: Attempt
    lane: str
    stops: tuple[Stop, ...]
    nodes: tuple[NodeBar, ...]


@dataclass(frozen=True, slots=True)
class PromptStory:
    """All attempts, oldest first. `expected`: seconds a phase, from the last success of the same workflow."""

    prompt_id: PromptId
    attempts: tuple[AttemptStory, ...]
    expected: Mapping[Phase, float]


class StoryService:
    """Blocking: call it in a pool."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def story(self, prompt_id: PromptId) -> PromptStory:
        """Raises NotFound."""
        store = self._store
        prompt = store.prompts.get(prompt_id)
        job, graph = store.jobs.get(prompt.job_id), store.jobs.graph(prompt.job_id).graph
        lanes = {lane.id: lane.name for lane in store.lanes.all()}
        attempts = store.attempts.of_prompt(prompt_id)
        told = tuple(
            AttemptStory(
                one,
                lanes.get(one.lane_id, ""),
                tuple(stops(one, job.created_at)),
                tuple(NodeBar(node.node_id, node_title(graph, node.node_id), node.seconds) for node in one.nodes),
            )
            for one in attempts
        )
        newest = store.attempts.newest_nodes(job.workflow_hash)
        expected = phases_of(graph).seconds((node.node_id, node.seconds) for node in newest)
        return PromptStory(prompt_id, told, expected)
