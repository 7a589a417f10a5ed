"""ComfyUI's own console, where it offers it: `/internal/logs` and socket messages of the type "logs".

Recorded from ComfyUI 0.3.64: entries {"t": local time, "m": what was written}, pieces of lines or many at once;
the last 300 are kept. The routes are meant for ComfyUI's own page, so whatever goes wrong means: not offered.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

from vqdesk.adapters.comfy.http import Call, HttpClient, json_of
from vqdesk.domain.errors import UserError
from vqdesk.domain.server_log import ConsoleLine

_COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_REMEMBERED = 1000  # more than the server keeps: what came once is known again after a reconnect
_LONGEST = 10_000
_TIMEOUT_S = 3.0


class ConsoleLines:
    """Makes lines of the pieces that a console was written in; a piece that is sent twice counts once."""

    def __init__(self) -> None:
        self._begun = ""
        self._recent: deque[tuple[str, str]] = deque(maxlen=_REMEMBERED)
        self._known: set[tuple[str, str]] = set()

    def take(self, entries: Any) -> tuple[ConsoleLine, ...]:
        """The lines that are whole now; of a progress bar only its last state."""
        return tuple(line for entry in entries or () for line in self._line(entry))

    def _line(self, entry: Any) -> Iterator[ConsoleLine]:
        match entry:
            case {"t": str(at), "m": str(piece)} if (at, piece) not in self._known:
                self._remember((at, piece))
                *whole, self._begun = (self._begun + piece).split("\n")
                self._begun = self._begun[-_LONGEST:]
                for text in whole:
                    if shown := _shown(text):
                        yield ConsoleLine(at, shown)

    def _remember(self, piece: tuple[str, str]) -> None:
        if len(self._recent) == _REMEMBERED:
            self._known.discard(self._recent[0])
        self._recent.append(piece)
        self._known.add(piece)


def _shown(text: str) -> str:
    """What a console would show of a line: after a carriage return it is written anew."""
    last: str = _COLOURS.sub("", text.rstrip("\r")).rsplit("\r", 1)[-1]
    return last.rstrip()[:_LONGEST]


def open_log(http: HttpClient, client_id: str) -> Sequence[Any]:
    """Asks for what will be written, then for what was; needs an open socket of this id. Empty: not offered."""
    try:
        wish = {"clientId": client_id, "enabled": True}
        subscribed = http.send(Call("PATCH", "/internal/logs/subscribe", body=wish, timeout_s=_TIMEOUT_S))
        if subscribed.status != 200:
            return ()
        kept = json_of(http.send(Call("GET", "/internal/logs/raw", timeout_s=_TIMEOUT_S)))
    except UserError:
        return ()
    match kept:
        case {"entries": list(entries)}:
            return entries
    return ()
