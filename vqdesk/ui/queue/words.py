"""What the lines of the list say: the words of a job, of a prompt and of the counting line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

from vqdesk.domain.estimates import JobForecast, Span
from vqdesk.domain.events import PromptProgressed
from vqdesk.domain.job import Job, Prompt
from vqdesk.domain.spans import span_words
from vqdesk.domain.status import IN_FLIGHT, PromptStatus
from vqdesk.ui.detail.phase_words import phase_row
from vqdesk.ui.detail.words import DOT, clock, grouped, seconds_between, span, time_of_day
from vqdesk.ui.estimates.words import left_text, running_times, waiting_times
from vqdesk.ui.language import in_words
from vqdesk.ui.widgets.cancellation import cancellation_words
from vqdesk.ui.widgets.status import status_word

_WORDS = 8


@dataclass(frozen=True, slots=True)
class WorkflowName:
    """Title of a workflow and what it takes: image, video or nothing ("")."""

    title: str
    input_kind: str


@dataclass(frozen=True, slots=True)
class LineWords:
    """The texts of a line and how it is drawn. Empty texts are not drawn; `bar` None draws no bar."""

    status: str  # a word of the status set
    number: str
    name: str
    what: str
    state: str
    detail: str = ""
    time: str = ""
    time_detail: str = ""
    bar: float | None = None
    what_short: str = ""  # `what` without the size of the frames
    time_short: str = ""  # `time` without its words, for narrow places
    colour: str = ""  # the user's mark
    note: str = ""


@dataclass(frozen=True, slots=True)
class JobNews:
    """What is known of a job beyond its row: part done 0 to 1, its forecast, its place among the waiting."""

    fraction: float = 0.0
    forecast: JobForecast | None = None
    rank: int = 0  # 0 when unknown
    facts: Sequence[str] = ("workflow", "size", "amount")  # which of view_choice.FACTS the line shows


@dataclass(frozen=True, slots=True)
class PromptNews:
    """What is known of a prompt beyond its row. `left` is all of its time before it starts."""

    progress: PromptProgressed | None = None
    left: Span | None = None


def job_words(job: Job, workflow: WorkflowName, news: JobNews) -> LineWords:
    """A job's line."""
    counts, status = job.counts, _shown_status(job)
    taken = seconds_between(job.started_at, job.ended_at)
    state, detail, time, time_detail = status_word(status), "", "", ""
    if status == "running":
        state, detail = _running(job), in_words(job.reason)  # no room in the line: for tool tip and screen reader
        time, time_detail = running_times(news.forecast, clock(taken) if taken else "")
    elif status == "failed":
        state = _tr("Failed {0} of {1}").format(counts.failed, counts.total)
        detail = in_words(job.reason)
    elif status in ("pending", "held"):
        state = state if status == "held" or job.awaits else _waiting(news.rank)
        detail = DOT.join(part for part in (job.awaits, prompts_text(counts.total), *_order_notes(job)) if part)
        held = status == "held"
        time, time_detail = ("–", _tr("not in the queue time")) if held else waiting_times(news.forecast)
    else:
        detail = _tr("{0} of {1}").format(counts.succeeded, counts.total)
        time = _tr("took {0}").format(span(taken)) if taken else ""
        time_detail = _tr("ended {0}").format(time_of_day(job.ended_at)) if job.ended_at else ""
    bar = news.fraction if status == "running" else None
    done = news.forecast.done if news.forecast else None
    return LineWords(
        status=status,
        number=f"#{job.number}",
        name=job.name,
        what=what_text(job, workflow, news.facts),
        state=state,
        detail=detail,
        time=time,
        time_detail=time_detail,
        bar=bar,
        time_short=span_words(done) if bar is not None and done else "",
        what_short=what_text(job, workflow, [fact for fact in news.facts if fact != "size"]),
        colour=job.colour,
        note=job.note,
    )


def prompt_words(prompt: Prompt, job: Job | None, news: PromptNews) -> LineWords:
    """A prompt's line."""
    parts = [_tr("try {0}").format(prompt.try_number)] if job is None or job.tries > 1 else []
    if prompt.seed is not None:
        parts.append(_tr("seed {0}").format(grouped(prompt.seed)))
    if prompt.lowered:
        parts.append(prompt.lowered)
    running = prompt.status in (PromptStatus.RUNNING, PromptStatus.SUBMITTING)
    state, detail = status_word(prompt.status), ""
    if prompt.cancel_requested_at and prompt.status in IN_FLIGHT:
        state = _tr("Canceling …")
    elif prompt.status is PromptStatus.QUEUED:
        detail = _tr("at the engine")
    elif prompt.status is PromptStatus.FAILED and prompt.error is not None:
        detail = prompt.error.summary
    elif running and news.progress is not None:
        detail = _phase_words(news.progress)
    else:
        detail = cancellation_words(prompt)
    bar = (news.progress.fraction if news.progress else 0.0) if running else None
    return LineWords(
        status=prompt.status,
        number=str(prompt.ordinal),
        name=PurePath(prompt.source_path).name or _tr("prompt {0}").format(prompt.ordinal),
        what=DOT.join(parts),
        state=state,
        detail=detail,
        time=_prompt_time(prompt, news.left),
        time_short=span_words(news.left) if prompt.status is PromptStatus.RUNNING and news.left else "",
        bar=bar,
    )


def hidden_text(job: Job | None, hidden: Mapping[PromptStatus, int]) -> str:
    """“7 done, 15 waiting”: the prompts of an open job that have no line."""
    amount = _tr("{0} {1}")
    words = [amount.format(number, status_word(status).lower()) for status, number in hidden.items() if number]
    return ", ".join(words) or (prompts_text(job.counts.total) if job else "")


def what_text(job: Job, workflow: WorkflowName, facts: Sequence[str]) -> str:
    """“Camera move · 1280×720 · 12 images × 2 tries”; `facts` are those of view_choice."""
    say: Mapping[str, Callable[[], str]] = {
        "workflow": lambda: workflow.title,
        "size": lambda: _size(job),
        "amount": lambda: _amount(job, workflow.input_kind),
        "words": lambda: _first_words(job),
        "workspace": lambda: job.workspace_title,
        "run": lambda: job.run,
        "added": lambda: _tr("added {0}").format(day_and_time(job.created_at)),
        "priority": lambda: _tr("priority {0}").format(job.priority) if job.priority else "",
        "note": lambda: " ".join(job.note.split()),
    }
    return DOT.join(filter(None, (say[fact]() for fact in facts)))


def group_name(head: str, group: str = "day") -> str:
    """A day in the user's language, today and yesterday by their names; a title as it is."""
    if not head:
        return _tr("Without a run") if group == "run" else _tr("Without a workspace")
    day = QDate.fromString(head, Qt.DateFormat.ISODate)
    if group != "day" or not day.isValid():
        return head
    names = {0: _tr("Today"), 1: _tr("Yesterday")}
    return names.get(day.daysTo(QDate.currentDate())) or QLocale().toString(day, QLocale.FormatType.LongFormat)


def day_and_time(stamp: str) -> str:
    """A stored time as day and hour of here."""
    moment = QDateTime.fromString(stamp, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def jobs_text(number: int) -> str:
    """“1 job”, “24 jobs”."""
    return _tr("1 job") if number == 1 else _tr("{0} jobs").format(grouped(number))


def spoken_line(words: LineWords) -> str:
    """One sentence for a screen reader."""
    number = words.number.replace("#", _tr("Job ") if words.number.startswith("#") else "")
    done = "" if words.bar is None else percent(words.bar)
    marked = _tr("marked {0}").format(words.colour) if words.colour else ""
    noted = _tr("note: {0}").format(words.note) if words.note and words.note not in words.what else ""
    said = (
        *(number, words.name, words.what, words.state, done),
        *(words.detail, words.time, words.time_detail, marked, noted),
    )
    return ", ".join(part for part in said if part not in ("", "–"))


def prompts_text(number: int) -> str:
    """“1 prompt”, “24 prompts”."""
    return _tr("1 prompt") if number == 1 else _tr("{0} prompts").format(grouped(number))


def percent(fraction: float) -> str:
    """0 to 1 as “32 %”."""
    return _tr("{0} %").format(int(fraction * 100))


def _size(job: Job) -> str:
    width, height = job.params.get("width"), job.params.get("height")
    return f"{width}×{height}" if width and height else ""


def _first_words(job: Job) -> str:
    """Of the first text in the order of the form: that is what the picture shall become."""
    texts = (value for value in job.params.values() if isinstance(value, str) and " " in value)
    return " ".join(next(texts, "").split()[:_WORDS])


def _amount(job: Job, input_kind: str) -> str:
    tries = max(1, job.tries)
    inputs = job.counts.total // tries
    if not input_kind and job.counts.total != tries:  # its workflow is gone
        return prompts_text(job.counts.total)
    if not input_kind:
        return _tr("1 try") if tries == 1 else _tr("{0} tries").format(tries)
    one, many = (_tr("1 clip"), _tr("{0} clips")) if input_kind == "video" else (_tr("1 image"), _tr("{0} images"))
    text = one if inputs == 1 else many.format(grouped(inputs))
    return text if tries == 1 else _tr("{0} × {1} tries").format(text, tries)


def _running(job: Job) -> str:
    counts = job.counts
    if job.is_canceling:
        return _tr("Canceling …")
    state = _tr("Running {0} of {1}").format(min(counts.ended + 1, counts.total), counts.total)
    return state + _tr(" · {0} failed").format(counts.failed) if counts.failed else state


def _prompt_time(prompt: Prompt, left: Span | None) -> str:
    taken = seconds_between(prompt.started_at, prompt.ended_at)
    if prompt.status is PromptStatus.RUNNING:
        return left_text(left) if left else clock(taken)
    if prompt.status in IN_FLIGHT:
        return span_words(left) if left else ""
    return span(taken) if taken else ""


def _phase_words(progress: PromptProgressed) -> str:
    """“Clip 2 · low noise 3/4”."""
    running = next((one for one in progress.phases if one.is_running), None)
    if running is None:
        return ""
    steps = f" {running.step}/{running.steps}" if running.steps > 1 else ""
    return phase_row(running.phase) + steps


def _order_notes(job: Job) -> tuple[str, str]:
    """Why it is not next, and what follows it."""
    lets = _tr("lets {0} with loaded models go first").format(job.overtaken) if job.overtaken else ""
    return lets, _tr("the queue pauses after it") if job.stop_after else ""


def _shown_status(job: Job) -> str:
    return "held" if job.held and job.status is PromptStatus.PENDING else job.status


def _waiting(rank: int) -> str:
    places = (
        _tr("Waiting, next"),
        _tr("Waiting, 2nd"),
        _tr("Waiting, 3rd"),
        _tr("Waiting, 4th"),
        _tr("Waiting, 5th"),
    )
    return places[rank - 1] if 0 < rank <= len(places) else status_word("waiting")


def _tr(text: str) -> str:
    return QCoreApplication.translate("QueueWords", text)
