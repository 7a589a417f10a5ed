"""Jobs that the tests of the detail look at."""

from fake_desk import NOW, FakeDesk, make_job, make_prompt

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import AttemptId, Counts, JobId, LaneId, LogEntry, Output, Prompt
from vqdesk.domain.status import PromptStatus
from vqdesk.services.queue import JobDetail

S = PromptStatus
ATTEMPT = AttemptId("7c1e0f52-9a4b-4d0e-8f63-2be1a05d7c94")
OUT_OF_MEMORY = Problem(
    "The graphics card ran out of memory",
    "ComfyUI asked for 3.4 GB more.",
    "Choose a smaller size, then retry.",
    "27",
    "VAEDecode",
)


def put_job(desk: FakeDesk, number: int, prompts: list[Prompt], outputs: tuple[Output, ...] = ()) -> JobId:
    """Gives the desk a job with these prompts; its state follows from theirs as far as tests need."""
    states = [prompt.status for prompt in prompts]
    order = (S.RUNNING, S.QUEUED, S.PENDING, S.FAILED, S.CANCELED, S.SUCCEEDED)
    status = next(state for state in order if state in states)
    counts = Counts(**{state.value: states.count(state) for state in states})
    job = make_job(
        number,
        counts,
        name="Lake at dusk",
        status=S.RUNNING if status is S.QUEUED else status,
        ended_at=NOW if status in (S.FAILED, S.CANCELED, S.SUCCEEDED) else "",
    )
    lanes = {LaneId(1): "Built-in engine"}
    values = (("Move", "push in"), ("Strength", "1.2"))
    desk.details[number] = JobDetail(job, tuple(prompts), outputs, "Camera move", values, lanes)
    return job.id


def make_output(prompt: Prompt, path: str = "/out/lake.mp4", number: int = 1) -> Output:
    """A clip of 3 s."""
    return Output(number, prompt.id, ATTEMPT, "9", path, "video", 1_234_567, 1280, 720, 24.0, 72)


def done(number: int = 1, job_number: int = 41) -> Prompt:
    """A prompt that took a minute."""
    start = "2026-01-02T19:59:00.000Z"
    return make_prompt(number, job_number, status=S.SUCCEEDED, started_at=start, ended_at=NOW)


def running(number: int = 1) -> Prompt:
    """A prompt that runs."""
    return make_prompt(number, status=S.RUNNING, attempt_id=ATTEMPT)


def failed(number: int = 1) -> Prompt:
    """A prompt that ran out of memory."""
    return make_prompt(number, status=S.FAILED, error=OUT_OF_MEMORY, attempt_id=ATTEMPT)


def log_entries(first: int, last: int, kind: str = "info") -> list[LogEntry]:
    """Lines with the ids from first to last."""
    return [LogEntry(n, JobId(41), NOW, kind, f"line {n}") for n in range(first, last + 1)]
