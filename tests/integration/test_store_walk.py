"""Random walks through the store: it always agrees with a plain model of DESIGN §4; nothing illegal happens."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from queue_samples import CountingClock, draft

from vqdesk.adapters.store import open_store
from vqdesk.domain.errors import Problem
from vqdesk.domain.job import AttemptId, JobId, LaneId, NewOutput, PromptId
from vqdesk.domain.status import IN_FLIGHT, TRANSITIONS, IllegalTransition, PromptStatus, is_final, job_status
from vqdesk.ports import Move

S = PromptStatus


@dataclass
class Known:
    """What must be true of a prompt."""

    job: JobId
    status: PromptStatus = S.PENDING
    attempts: int = 0
    is_cancel_wished: bool = False
    outputs: int = 0


class Walk(RuleBasedStateMachine):
    """Users and workers do things in any order; `stale` attempts belong to the past."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store = open_store(Path(self.folder.name) / "vqdesk.db", CountingClock())
        self.lane: LaneId = self.store.lanes.ensure("one", "http://one:8188", "comfyui").id
        self.known: dict[PromptId, Known] = {}
        self.newest: dict[PromptId, AttemptId] = {}
        self.stale: list[tuple[PromptId, AttemptId]] = []

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @precondition(lambda self: len(self.known) < 12)
    @rule(prompts=st.integers(1, 4))
    def submit(self, prompts: int) -> None:
        job = self.store.jobs.create(draft(count=prompts))
        for prompt in self.store.jobs.prompts(job):
            self.known[prompt.id] = Known(job)

    @rule(limit=st.integers(0, 5), paused=st.booleans())
    def claim(self, limit: int, paused: bool) -> None:
        self.store.settings.put("paused", "1" if paused else "0")
        pending = [prompt for prompt, known in self.known.items() if known.status is S.PENDING]
        claimed = self.store.prompts.claim(self.lane, limit, list(self.store.prompts.pending_needs(self.lane)))
        assert [one.prompt.id for one in claimed] == ([] if paused else pending[:limit])
        for one in claimed:
            known = self.known[one.prompt.id]
            known.status, known.attempts = S.SUBMITTING, known.attempts + 1
            if one.prompt.id in self.newest:
                self.stale.append((one.prompt.id, self.newest[one.prompt.id]))
            self.newest[one.prompt.id] = one.attempt_id

    @precondition(lambda self: self.newest)
    @rule(data=st.data(), to=st.sampled_from(sorted(set(S) - {S.SUCCEEDED})))
    def move(self, data: st.DataObject, to: PromptStatus) -> None:
        """A word from the server, sensible or not."""
        prompt = data.draw(st.sampled_from(sorted(self.newest)))
        known = self.known[prompt]
        problem = Problem("It broke.") if to is S.FAILED else None
        is_over = known.status is to or is_final(known.status) or known.status is S.PENDING
        try:
            moved = self.store.prompts.move(Move(prompt, self.newest[prompt], to, problem=problem))
        except IllegalTransition:
            assert not is_over
            assert to not in TRANSITIONS[known.status]
            return
        assert moved is not is_over
        if moved:
            assert to in TRANSITIONS[known.status]
            goes_back = to is S.PENDING
            known.status = S.CANCELED if goes_back and known.is_cancel_wished else to

    @precondition(lambda self: self.newest)
    @rule(data=st.data())
    def succeed(self, data: st.DataObject) -> None:
        prompt = data.draw(st.sampled_from(sorted(self.newest)))
        known = self.known[prompt]
        output = NewOutput("save", "a.png", f"/{prompt}.png", "image", 10, "0" * 64, 8, 8, 0.0, 1)
        done = self.store.prompts.succeed(prompt, self.newest[prompt], [output], 1.0)
        assert done is (known.status in IN_FLIGHT)
        if done:
            known.status, known.outputs = S.SUCCEEDED, 1

    @precondition(lambda self: self.stale)
    @rule(data=st.data(), to=st.sampled_from(sorted(set(S) - {S.SUCCEEDED})))
    def hear_of_the_past(self, data: st.DataObject, to: PromptStatus) -> None:
        prompt, attempt = data.draw(st.sampled_from(self.stale))
        assert not self.store.prompts.move(Move(prompt, attempt, to))
        assert not self.store.prompts.succeed(prompt, attempt, [], 1.0)

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        chosen = data.draw(st.lists(st.sampled_from(sorted(self.known)), unique=True))
        expected = []
        for prompt in chosen:
            known = self.known[prompt]
            if known.status is S.PENDING:
                known.status, known.is_cancel_wished = S.CANCELED, True
                expected.append(prompt)
            elif known.status in IN_FLIGHT and not known.is_cancel_wished:
                known.is_cancel_wished = True
                expected.append(prompt)
        assert self.store.prompts.request_cancel(chosen) == expected

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def retry(self, data: st.DataObject) -> None:
        chosen = data.draw(st.lists(st.sampled_from(sorted(self.known)), unique=True))
        expected = [prompt for prompt in chosen if self.known[prompt].status in (S.FAILED, S.CANCELED)]
        assert self.store.prompts.retry(chosen) == expected
        for prompt in expected:
            self.known[prompt].status, self.known[prompt].is_cancel_wished = S.PENDING, False

    @invariant()
    def store_and_model_agree(self) -> None:
        flying = {prompt.id for prompt in self.store.prompts.in_flight(self.lane)}
        assert flying == {prompt for prompt, known in self.known.items() if known.status in IN_FLIGHT}
        for job in self.store.jobs.rows(sorted({known.job for known in self.known.values()})):
            prompts = self.store.jobs.prompts(job.id)
            for prompt in prompts:
                known = self.known[prompt.id]
                assert (prompt.status, prompt.attempts) == (known.status, known.attempts)
                assert bool(prompt.cancel_requested_at) == known.is_cancel_wished
                assert prompt.attempt_id == self.newest.get(prompt.id)
                assert (prompt.error is not None) == (known.status is S.FAILED)
                assert bool(prompt.ended_at) == is_final(prompt.status)
            counts = {status: sum(prompt.status is status for prompt in prompts) for status in S}
            assert {status: getattr(job.counts, status) for status in S} == counts
            assert job.status is job_status(counts)
            recorded = sum(self.known[prompt.id].outputs for prompt in prompts)
            assert len(self.store.jobs.outputs(job.id)) == recorded == counts[S.SUCCEEDED]
            assert bool(job.ended_at) == is_final(job.status)


Walk.TestCase.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestWalk = Walk.TestCase
