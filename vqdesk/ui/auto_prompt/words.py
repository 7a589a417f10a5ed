"""What the panel of auto-prompts says."""

from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from vqdesk.domain.auto_prompt import AutoBatch, AutoStage
from vqdesk.domain.spans import length_words, span_words
from vqdesk.ui.auto_prompt.pace import BatchPace
from vqdesk.ui.language import in_words
from vqdesk.ui.workspace.words import amount

DOT = " · "
_THEN = "  ›  "


def stage_words(stage: str) -> str:
    """“Captions”, “Motion prompts”."""
    return {
        AutoStage.CAPTION.value: _tr("Captions"),
        AutoStage.MOTION.value: _tr("Motion prompts"),
    }.get(stage, _tr("Captions and motion prompts"))


def server_words(kind: str, url: str, models: int) -> str:
    """“LM Studio at 127.0.0.1:1234, 3 models”."""
    where = urlsplit(url).netloc or url
    many = _tr("{0} models").format(models)
    server = in_words(kind) or _tr("Server")
    return _tr("{0} at {1}, {2}").format(server, where, _tr("1 model") if models == 1 else many)


def now_words(pace: BatchPace, is_stopping: bool) -> str:
    """What happens now: “Captions: 7 of 12”."""
    if pace.step is not None:
        step = in_words(pace.step.words)
        return _tr("Stopping: {0}").format(step) if is_stopping else step
    if is_stopping:
        return _tr("Stopping; what is written stays")
    facts = pace.facts.get(pace.stage)
    if facts is None:
        return _tr("Starting")
    return _tr("{0}: {1} of {2}").format(stage_words(pace.stage), facts.done, facts.total)


def speed_words(pace: BatchPace) -> str:
    """“5 a minute · 1 – 2 min left, then motion prompts”; empty before the first image."""
    if pace.step is not None or pace.per_minute is None:
        return ""
    rate = pace.per_minute
    said = [_tr("{0} a minute").format(f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}")]
    if pace.left is not None:
        left = _tr("{0} left").format(span_words(pace.left))
        more = pace.stage != pace.stages[-1]
        said.append(_tr("{0}, then motion prompts").format(left) if more else left)
    return DOT.join(said)


def steps_words(pace: BatchPace) -> str:
    """The steps that are done, with their times."""
    return _THEN.join(
        _tr("{0}, {1}").format(in_words(step.words).rstrip("."), length_words(max(1, round(step.seconds))))
        for step in pace.steps
    )


def end_words(batch: AutoBatch) -> str:
    """How a batch has ended; empty when everything that was asked for is there."""
    failed = len(batch.failed)
    if batch.problem is not None:
        written = sum(bool(image.texts) for image in batch.images)
        kept = _tr("What was written stays: {0}.").format(amount("image", written))
        return f"{batch.problem.summary} {kept}" if written else batch.problem.summary
    return _tr("{0} failed; the rows say why.").format(amount("image", failed)) if failed else ""


def counts_words(ready: int, written: int, failed: int, lacking: int) -> str:
    """“6 ready · 2 written · 1 failed · 5 to write”."""
    parts = (
        (ready, _tr("{0} ready")),
        (written, _tr("{0} to look at")),
        (failed, _tr("{0} failed")),
        (lacking, _tr("{0} to write")),
    )
    return DOT.join(words.format(number) for number, words in parts if number)


def _tr(text: str) -> str:
    return QCoreApplication.translate("AutoPrompt", text)
