"""What is known of one prompt besides what was asked for: seed, attempt, engine, ids, and its times in order."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from vqdesk.domain.job import Prompt
from vqdesk.domain.status import is_final
from vqdesk.ui.detail.sentences import engine_name
from vqdesk.ui.detail.timeline import stories_text
from vqdesk.ui.detail.words import grouped, seconds_between, span, time_of_day

if TYPE_CHECKING:
    from vqdesk.services.queue import JobDetail  # the window starts without loading the services
    from vqdesk.services.stories import PromptStory

_ARROW = "  →  "


def prompt_facts(
    detail: "JobDetail", prompt: Prompt | None, story: "PromptStory | None" = None
) -> list[tuple[str, str]]:
    """Label and value, to read and to copy; nothing that is not known."""
    if prompt is None:
        return []
    pairs = [
        (_say("Prompt"), _say("{n} of {m}").format(n=prompt.ordinal, m=len(detail.prompts))),
        (_say("Seed"), "" if prompt.seed is None else grouped(prompt.seed)),
        (_say("Times"), timeline(detail, prompt)),
        (_say("Attempt"), str(prompt.attempts) if prompt.attempts else ""),
        (_say("Engine"), engine_name(detail)),
        (_say("Local id"), str(prompt.id)),
        (_say("ComfyUI prompt id"), prompt.attempt_id or ""),
        (_say("Made smaller"), prompt.lowered),
    ]
    if story is not None and story.prompt_id == prompt.id:
        pairs += [(_say("Attempt {0}").format(n), text) for n, text in stories_text(story.attempts)]
    return [(label, value) for label, value in pairs if value]


def timeline(detail: "JobDetail", prompt: Prompt) -> str:
    """The states that it went through: Added 22:28  →  Started 22:31 (waited 3 min)  →  Done 22:39."""
    added = detail.job.created_at
    parts = [_say("Added {0}").format(time_of_day(added))] if added else []
    if prompt.started_at:
        waited = span(seconds_between(added, prompt.started_at)) if added else ""
        began = _say("Started {0}").format(time_of_day(prompt.started_at))
        parts.append(f"{began} ({_say('waited {0}').format(waited)})" if waited else began)
    if prompt.ended_at and is_final(prompt.status):
        words = {"succeeded": _say("Done {0}"), "failed": _say("Failed {0}"), "canceled": _say("Canceled {0}")}
        ended = words[prompt.status.value].format(time_of_day(prompt.ended_at))
        took = span(seconds_between(prompt.started_at, prompt.ended_at)) if prompt.started_at else ""
        parts.append(f"{ended} ({_say('took {0}').format(took)})" if took else ended)
    return _ARROW.join(parts)


def _say(text: str) -> str:
    return QCoreApplication.translate("Detail", text)
