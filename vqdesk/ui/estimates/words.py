"""Estimates in sentences: of jobs, prompts, the queue, and of what a click would add."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from vqdesk.domain.estimates import Forecast, JobForecast, Span, Why, card_gb, is_above_all
from vqdesk.domain.spans import finish_words, size_words, span_words, start_words

if TYPE_CHECKING:
    from vqdesk.services.estimates import Outlook  # the window starts without loading the services

DOT = " · "


def left_text(span: Span) -> str:
    """“1 h 06 – 1 h 16 left”."""
    return _say("{0} left").format(span_words(span))


def done_text(span: Span) -> str:
    """“done 00:20 – 00:30”."""
    return _say("done {0}").format(finish_words(span, datetime.now()))


def running_times(said: JobForecast | None, so_far: str) -> tuple[str, str]:
    """The two lines of a running job: time left and finish, else the time so far and why nobody knows more."""
    if said is None or said.done is None:
        return so_far, (_reason(said.why) if said else "") or _say("no estimate yet")
    return left_text(said.done), done_text(said.done)


def waiting_times(said: JobForecast | None) -> tuple[str, str]:
    """The two lines of a waiting job: how long by itself, and when it starts."""
    if said is None or said.work is None:
        outside = said is not None and said.why in (Why.OFFLINE, Why.NO_LANE)
        return "–", _reason(said.why if said is not None and outside else Why.UNKNOWN)
    if said.starts is None:
        return span_words(said.work), _reason(said.why)
    return span_words(said.work), _starts(said.starts)


def queue_text(said: Forecast) -> str:
    """“Queue done 01:55 – 02:20”; empty when there is nothing to say."""
    if said.queue is None:
        away = said.why is Why.OFFLINE
        return _say("Queue done after the engine returns") if away else ""
    if said.why is Why.PAUSED:
        return _say("Running {0}").format(done_text(said.queue))
    if said.unknown:
        first = finish_words(Span(said.queue.low_s, said.queue.low_s), datetime.now())
        return _say("Queue done after {0}").format(first)
    return _say("Queue {0}").format(done_text(said.queue))


def queue_tip(said: Forecast) -> str:
    """What stands behind the strip's words."""
    if said.queue is None:
        return ""
    parts = [left_text(said.queue)]
    if said.unknown:
        one = said.unknown == 1
        parts.append(
            _say("1 prompt has no estimate yet")
            if one
            else _say("{0} prompts have no estimate yet").format(said.unknown)
        )
    parts.append(_say("what is held or paused is not counted"))
    return ", ".join(parts)


def outlook_text(said: "Outlook") -> str:
    """“about 1 h 40 – 2 h 10 · done 00:20 – 00:50 · about 1.2 GB · estimated for a 16 GB card”"""
    parts = []
    if said.work is not None:
        parts.append(_say("about {0}").format(span_words(said.work)))
        behind = _say("finish not known yet") if said.why is Why.BEHIND else _reason(said.why)
        parts.append(done_text(said.done) if said.done is not None else behind)
    else:
        parts.append(_say("no estimate yet"))
    if said.bytes is not None and not said.is_too_large:
        parts.append(_say("about {0}").format(size_words(said.bytes)))
    if said.vram_gb is not None and not said.is_card_too_small:
        parts.append(_card(said.vram_gb))
    return DOT.join(part for part in parts if part)


def disk_warning(said: "Outlook") -> str:
    """“needs about 12 GB, the disk has 3.1 GB”; empty when there is room."""
    if not said.is_too_large or said.bytes is None:
        return ""
    needed, free = size_words(said.bytes), size_words(said.free_bytes)
    return _say("needs about {0}, the disk has {1} free").format(needed, free)


def resource_warning(said: "Outlook") -> str:
    """What the disk or else the graphics card has too little of; empty when there is room."""
    if (disk := disk_warning(said)) or not said.is_card_too_small or said.vram_gb is None:
        return disk
    wanted, there = f"{said.vram_gb:.0f} GB", size_words(said.card_bytes)
    return _say("estimated {0} VRAM, the card has {1}").format(wanted, there)


def resource_tip(said: "Outlook") -> str:
    """What stands behind the words about the card; empty where there are none."""
    if said.vram_gb is None:
        return ""
    return _say(
        "An estimate of what the largest model and the sampling take. With less, ComfyUI is slower, or fails."
    )


def _card(wanted_gb: float) -> str:
    size = card_gb(wanted_gb)
    if is_above_all(wanted_gb):
        return _say("estimated for a card above {0} GB").format(size)
    return _say("estimated for a {0} GB card").format(size)


def _starts(span: Span) -> str:
    if span.high_s < 1:
        return _say("starts now")
    return _say("starts about {0}").format(start_words(span, datetime.now()))


def _reason(why: Why) -> str:
    return {
        Why.UNKNOWN: _say("no estimate yet"),
        Why.HELD: _say("not in the queue time"),
        Why.PAUSED: _say("after Resume"),
        Why.OFFLINE: _say("after the engine returns"),
        Why.NO_LANE: _say("no engine can run it"),
        Why.BEHIND: _say("start not known yet"),
    }.get(why, "")


def _say(text: str) -> str:
    return QCoreApplication.translate("Estimates", text)
