"""What the night says."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from vqdesk.domain.events import LaneRest
from vqdesk.domain.policies.after_queue import AfterQueue


def wish_text(wish: AfterQueue) -> str:
    """The entry of the menu."""
    return {
        AfterQueue.NOTHING: _tr("Do nothing"),
        AfterQueue.FREE: _tr("Free the GPU’s memory"),
        AfterQueue.COMMAND: _tr("Run a command…"),
        AfterQueue.SUSPEND: _tr("Suspend the computer"),
        AfterQueue.SHUT_DOWN: _tr("Shut the computer down"),
    }[wish]


def short_wish(wish: AfterQueue) -> str:
    """In the strip, short."""
    return {
        AfterQueue.NOTHING: "",
        AfterQueue.FREE: _tr("Then free memory"),
        AfterQueue.COMMAND: _tr("Then run command"),
        AfterQueue.SUSPEND: _tr("Then suspend"),
        AfterQueue.SHUT_DOWN: _tr("Then shut down"),
    }[wish]


def countdown_text(wish: AfterQueue, seconds: int) -> str:
    """The banner's first line."""
    words = {
        AfterQueue.COMMAND: _tr("The queue is done. Your command runs in {0}."),
        AfterQueue.SUSPEND: _tr("The queue is done. The computer is suspended in {0}."),
        AfterQueue.SHUT_DOWN: _tr("The queue is done. The computer shuts down in {0}."),
    }
    return words.get(wish, _tr("The queue is done.")).format(_seconds(seconds))


def rest_texts(rest: LaneRest) -> tuple[str, str, str]:
    """First line, second line and button of a resting lane's banner."""
    if rest.reason == "failures" and rest.problem is not None:
        second = f"{rest.problem.cause} {rest.problem.remedy}"
        return rest.problem.summary, second, _tr("Resume this lane")
    until = _moment(rest.until)
    if rest.reason == "later":
        text = _tr("{0} starts at {1}").format(rest.name, until)
        return text, _tr("Its prompts wait until then."), _tr("Start now")
    text = _tr("{0} rests until {1}").format(rest.name, until)
    return text, _tr("Quiet hours: what runs goes on to its end, nothing new is started."), ""


def quit_texts(running: int, waiting: int, wish: AfterQueue) -> tuple[str, str]:
    """Question and explanation before quitting while prompts run."""
    question = _tr("1 prompt is running. Quit?") if running == 1 else _tr("{0} prompts are running. Quit?")
    parts = [_tr("The server finishes what runs; VQDesk collects it at its next start.")]
    if waiting:
        words = _tr("1 prompt waits until then.") if waiting == 1 else _tr("{0} prompts wait until then.")
        parts.append(words.format(QLocale().toString(waiting)))
    if wish is not AfterQueue.NOTHING:
        parts.append(_tr("What was to happen after the queue does not happen."))
    return question.format(QLocale().toString(running)), " ".join(parts)


def _seconds(seconds: int) -> str:
    return _tr("{0} s").format(seconds) if seconds < 120 else _tr("{0} min").format(round(seconds / 60))


def _moment(text: str) -> str:
    """The time of day, with the date when it is another day."""
    moment = datetime.fromisoformat(text)
    clock = f"{moment:%H:%M}"
    if moment.date() == datetime.now().date():
        return clock
    return f"{QLocale().dayName(moment.isoweekday(), QLocale.FormatType.ShortFormat)} {clock}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Night", text)
