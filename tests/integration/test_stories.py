"""What an attempt ran and went through is still known after a restart."""

from headless import engine_process, headless
from queue_samples import draft, new_lane, opened

from vqdesk.domain.attempts import stops
from vqdesk.domain.node_times import NodeTime
from vqdesk.domain.phases import Phase, PhaseKind
from vqdesk.domain.status import PromptStatus as S
from vqdesk.ports import Move
from vqdesk.services.stories import StoryService


def test_states_and_nodes_of_each_attempt_are_kept(tmp_path) -> None:
    path = tmp_path / "vqdesk.db"
    with opened(path) as store:
        lane, job = new_lane(store), store.jobs.create(draft())
        (claimed,) = store.prompts.claim(lane, 1, list(store.prompts.pending_needs(lane)))
        prompt, first = claimed.prompt.id, claimed.attempt_id
        for to in (S.QUEUED, S.RUNNING):
            store.prompts.move(Move(prompt, first, to))
        nodes = (NodeTime("tint", 0.0, 1.25), NodeTime("save", 1.25, 0.5))
        store.prompts.move(Move(prompt, first, S.FAILED, outcome="failed", nodes=nodes))
        added = store.jobs.get(job).created_at
        store.prompts.retry([prompt])
        store.prompts.claim(lane, 1, list(store.prompts.pending_needs(lane)))
    with opened(path) as store:
        one, two = store.attempts.of_prompt(prompt)
        assert one.nodes == nodes
        assert [stop.state for stop in stops(one, added)] == [
            S.PENDING,
            S.SUBMITTING,
            S.QUEUED,
            S.RUNNING,
            S.FAILED,
        ]
        assert stops(one, added)[0].at == added
        assert [stop.state for stop in stops(two, added)] == [S.PENDING, S.SUBMITTING]
        assert stops(two, added)[0].at > one.ended_at  # it waited since the user retried it


def test_a_finished_prompt_tells_its_nodes_and_what_the_next_will_take(home) -> None:
    with engine_process(home), headless(home) as desk:
        job = desk.submit(1, seconds=0.3)
        desk.finish(job)
        (prompt,) = desk.prompts(job)
        story = StoryService(desk.app.services.store).story(prompt.id)
        assert desk.ask(lambda asked: asked.stories.story(prompt.id)) == story
    (attempt,) = story.attempts
    assert [stop.state for stop in attempt.stops][-2:] == [S.RUNNING, S.SUCCEEDED]
    assert attempt.lane
    seconds = {bar.node_id: bar.seconds for bar in attempt.nodes}
    assert seconds["nap"] >= 0.25
    assert story.expected[Phase(PhaseKind.WORKING)] >= 0.25
