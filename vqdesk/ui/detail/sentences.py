"""What the detail says about a job and its prompt in words."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from vqdesk.domain.estimates import JobForecast
from vqdesk.domain.job import Job, Prompt
from vqdesk.domain.status import PromptStatus
from vqdesk.ui.detail.focus import can_cancel, can_retry, is_canceling, outputs_of
from vqdesk.ui.detail.header import Heading
from vqdesk.ui.detail.words import DOT, grouped, seconds_between, span, time_of_day
from vqdesk.ui.estimates.words import done_text
from vqdesk.ui.language import in_words
from vqdesk.ui.widgets.cancellation import cancellation_words
from vqdesk.ui.widgets.status import status_word

if TYPE_CHECKING:
    from vqdesk.services.queue import JobDetail  # the window starts without loading the services

S = PromptStatus


def heading_of(
    detail: "JobDetail", focus: Prompt | None, said: JobForecast | None = None, *, is_pinned: bool
) -> Heading:
    """The head for a prompt of a job; a failed one leads with the numbers of the whole job."""
    job = detail.job
    if focus is None:
        return Heading(job.status, job.number, job.name, prompts(0))
    failed = focus.status is S.FAILED
    return Heading(
        status=job.status if failed else focus.status,
        number=job.number,
        name=job.name,
        facts=failure_facts(job, len(detail.outputs)) if failed else prompt_facts(focus, job, said),
        cancel_word=_cancel_word(focus),
        cancel_blocked=_say("The engine was asked to stop it") if is_canceling(focus) else None,
        retry_word=_say("Retry") if can_retry(focus) and not failed else "",
        has_outputs=bool(detail.outputs),
        local_id=str(focus.id),
        remote_id=focus.attempt_id or "",
        source_path=focus.source_path,
        is_pinned=is_pinned,
    )


def prompt_facts(prompt: Prompt, job: Job, said: JobForecast | None = None) -> str:
    """prompt 8 of 24 · lake_boats.jpg · try 2 · seed 884 121 307 · job done 00:20 – 00:30."""
    parts = [
        _say("prompt {n} of {total}").format(n=prompt.ordinal, total=job.counts.total),
        PurePath(prompt.source_path).name,
        _say("try {n}").format(n=prompt.try_number) if job.tries > 1 else "",
        _say("seed {n}").format(n=grouped(prompt.seed)) if prompt.seed is not None else "",
        _say("job {done}").format(done=done_text(said.done)) if said and said.done else "",
        _of_run(job),
    ]
    return DOT.join(part for part in parts if part)


def failure_facts(job: Job, outputs: int) -> str:
    """2 of 10 prompts failed · 8 outputs kept · ended 22:39."""
    parts = [
        _say("{n} of {total} prompts failed").format(n=job.counts.failed, total=job.counts.total),
        kept(outputs) if outputs else "",
        _say("ended {time}").format(time=time_of_day(job.ended_at)) if job.ended_at else "",
        _of_run(job),
    ]
    return DOT.join(part for part in parts if part)


def state_line(prompt: Prompt, detail: "JobDetail", pause_reason: str | None) -> tuple[str, str, str]:
    """Status for colour and shape, headline and sentence of a prompt without live progress.

    `pause_reason` is None while the queue runs, else why it is paused ("" for “by you”).
    """
    status = prompt.status
    if is_canceling(prompt):
        asked = span(seconds_between(prompt.cancel_requested_at, ""))
        return (
            status,
            _say("Canceling …"),
            _say("asked {engine}, {time}").format(engine=engine_name(detail) or _say("the engine"), time=asked),
        )
    if status is S.PENDING and detail.job.held:
        return "held", _say("Held"), _say("this job waits until it is released")
    if status is S.PENDING and pause_reason is not None:
        return "paused", _say("Paused"), pause_reason or _say("nothing new starts until you press Resume")
    if status is S.PENDING and detail.job.awaits:
        return status, status_word(status), detail.job.awaits
    if status is S.CANCELED:
        what = kept(len(outputs_of(prompt, detail.outputs)))
        return status, status_word(status), _with_cancellation(prompt, what)
    if status is S.SUCCEEDED:
        done = _done(prompt, len(outputs_of(prompt, detail.outputs)))
        return status, status_word(status), _with_cancellation(prompt, done)
    sentences = {
        S.PENDING: _say("in the queue of VQDesk, {n} of {total}"),
        S.SUBMITTING: _say("being sent to {engine}"),
        S.QUEUED: _say("already at {engine}"),
        S.RUNNING: _say("at {engine}"),
    }
    sentence = sentences.get(status, "")
    words = {
        "n": prompt.ordinal,
        "total": len(detail.prompts),
        "engine": engine_name(detail) or _say("the engine"),
    }
    return status, status_word(status), sentence.format(**words)


def _with_cancellation(prompt: Prompt, sentence: str) -> str:
    return DOT.join(part for part in (cancellation_words(prompt), sentence) if part)


def prompts(count: int) -> str:
    """1 prompt, 24 prompts."""
    return _say("1 prompt") if count == 1 else _say("{n} prompts").format(n=count)


def kept(outputs: int) -> str:
    """What remains after a cancel or a failure."""
    if outputs == 0:
        return _say("no output kept")
    return _say("1 output kept") if outputs == 1 else _say("{n} outputs kept").format(n=outputs)


def _done(prompt: Prompt, outputs: int) -> str:
    verified = _say("1 output verified") if outputs == 1 else _say("{n} outputs verified").format(n=outputs)
    parts = [
        _say("took {time}").format(time=span(seconds_between(prompt.started_at, prompt.ended_at))),
        _say("ended {time}").format(time=time_of_day(prompt.ended_at)),
        verified,
    ]
    return DOT.join(parts if prompt.started_at and prompt.ended_at else parts[2:])


def engine_name(detail: "JobDetail") -> str:
    """The engine that the job runs at; empty when several may."""
    names: Sequence[str] = tuple(detail.lane_names.values())
    if detail.job.lane_pin in detail.lane_names:
        return in_words(detail.lane_names[detail.job.lane_pin])
    return in_words(names[0]) if len(names) == 1 else ""


def _of_run(job: Job) -> str:
    return _say("run “{name}”").format(name=job.run) if job.run else ""


def _cancel_word(prompt: Prompt) -> str:
    if is_canceling(prompt):
        return _say("Canceling …")
    return _say("Cancel prompt") if can_cancel(prompt) else ""


def _say(text: str) -> str:
    return QCoreApplication.translate("Detail", text)
