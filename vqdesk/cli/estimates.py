"""Estimates for the command line: time left and disk need, in words and as parts of JSON documents."""

from datetime import datetime
from typing import Any

from vqdesk.domain.estimates import Forecast, JobForecast, Span, Why, card_gb, is_above_all
from vqdesk.domain.spans import finish_words, size_words, span_words
from vqdesk.runtime.app import App
from vqdesk.services.estimates import LiveLanes, Outlook

_WHY = {
    Why.UNKNOWN: "no estimate yet",
    Why.HELD: "held",
    Why.PAUSED: "after the queue goes on",
    Why.OFFLINE: "after the engine returns",
    Why.NO_LANE: "no engine can run it",
    Why.BEHIND: "start not known yet",
}


def foreseen(app: App) -> Forecast:
    """The forecast of the queue as the store knows it: without live progress, every engine taken as reachable."""
    estimates = app.services.estimates
    return estimates.foresee(estimates.facts(LiveLanes()))


def span_document(span: Span | None) -> list[float] | None:
    """[low, high] in seconds."""
    return None if span is None else [round(span.low_s, 1), round(span.high_s, 1)]


def outlook_document(said: Outlook) -> dict[str, Any]:
    """`estimate` of `submit --json`: `work_s` of the job alone, `done_s` from now, bytes on the disk.

    `vram_gb` is what it wants, `card_gb` the smallest usual card with so much, `card_bytes` what the lane has.
    """
    return {
        "prompts": said.prompts,
        "work_s": span_document(said.work),
        "done_s": span_document(said.done),
        "reason": _WHY.get(said.why),
        "bytes": said.bytes,
        "free_bytes": said.free_bytes,
        "vram_gb": None if said.vram_gb is None else round(said.vram_gb, 1),
        "card_gb": None if said.vram_gb is None else card_gb(said.vram_gb),
        "card_bytes": said.card_bytes or None,
    }


def outlook_words(said: Outlook) -> str:
    """“24 prompts · about 1 h 40 – 2 h 10 · done 00:20 – 00:50 · about 1.2 GB”, with a warning for the disk."""
    parts = ["1 prompt" if said.prompts == 1 else f"{said.prompts} prompts"]
    if said.work is None:
        parts.append("no estimate yet")
    else:
        parts.append(f"about {span_words(said.work)}")
        parts.append(_done(said.done) if said.done else _WHY.get(said.why, ""))
    if said.bytes is not None:
        parts.append(f"about {size_words(said.bytes)}")
    if said.vram_gb is not None:
        parts.append(_card(said.vram_gb))
    line = " · ".join(part for part in parts if part)
    if said.is_too_large:
        line += f"\nWarning: the disk has only {size_words(said.free_bytes)} free."
    if said.is_card_too_small:
        line += f"\nWarning: the card has {size_words(said.card_bytes)}. It may be slow, or not enough."
    return line


def _card(wanted_gb: float) -> str:
    size = card_gb(wanted_gb)
    return (
        f"estimated for a card above {size} GB" if is_above_all(wanted_gb) else f"estimated for a {size} GB card"
    )


def left_words(said: JobForecast | None) -> str:
    """“1 h 06 – 1 h 16 left, done 00:20 – 00:30”; the reason when there is no time; empty for ended jobs."""
    if said is None:
        return ""
    if said.done is not None:
        return f"{span_words(said.done)} left, {_done(said.done)}"
    work = f"about {span_words(said.work)}, " if said.work else ""
    return work + _WHY.get(said.why, "")


def queue_words(said: Forecast) -> str:
    """The whole queue in a line; empty when there is nothing to say."""
    if said.queue is None:
        return ""
    line = f"Queue: {span_words(said.queue)} left, {_done(said.queue)}"
    return f"{line}; {said.unknown} prompts have no estimate yet" if said.unknown else line


def _done(span: Span) -> str:
    return f"done {finish_words(span, datetime.now())}"
