"""What the user is told of while looking elsewhere, and when not to disturb."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from vqdesk.domain.policies.rest import quiet_until

MOST_KEPT = 200


class NoticeKind(StrEnum):
    """What happened. Failures come first in everything."""

    FAILED = "failed"
    ENDED = "ended"
    OFFLINE = "offline"
    RECOVERED = "recovered"
    WARNED = "warned"


@dataclass(frozen=True, slots=True)
class Notice:
    """One line of the notification centre. `at` is UTC ISO-8601; `job` is 0 where no job is meant."""

    at: str
    kind: NoticeKind
    title: str
    text: str = ""
    job: int = 0
    is_read: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """Which notices may leave the window, and how. Quiet hours are local "HH:MM", empty for none."""

    on_failure: bool = True
    on_end: bool = True
    sound: bool = False
    quiet_from: str = ""
    quiet_to: str = ""
    webhook: str = ""

    def may_disturb(self, kind: NoticeKind, now: datetime) -> bool:
        """Whether the desktop shows it at this local time; the centre keeps it in any case."""
        wanted = self.on_end if kind is NoticeKind.ENDED else self.on_failure
        return wanted and kind is not NoticeKind.RECOVERED and not self.is_quiet(now)

    def is_quiet(self, now: datetime) -> bool:
        """Whether this local time is within the quiet hours."""
        return quiet_until(self.quiet_from, self.quiet_to, now) is not None


def notices_text(notices: list[Notice]) -> str:
    """For the settings: the newest ones, newest first."""
    return json.dumps([asdict(one) for one in notices[:MOST_KEPT]], ensure_ascii=False)


def read_notices(text: str) -> list[Notice]:
    """Reads what `notices_text` wrote; whatever makes no sense is left out."""
    try:
        raw = json.loads(text or "[]")
    except ValueError:
        return []
    found = []
    for one in raw if isinstance(raw, list) else []:
        try:
            words = {key: str(one[key]) for key in ("at", "title", "text")}
            kind, is_read = NoticeKind(one["kind"]), bool(one["is_read"])
            found.append(Notice(kind=kind, job=int(one["job"]), is_read=is_read, **words))
        except (KeyError, TypeError, ValueError):
            continue
    return found[:MOST_KEPT]
