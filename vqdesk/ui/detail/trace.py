"""What a running prompt has done so far, node by node, as the progress events told. Free of Qt."""

from dataclasses import dataclass, replace

from vqdesk.domain.events import PromptProgressed


@dataclass(frozen=True, slots=True)
class NodeRow:
    """One node in the order of execution. `began_s` and `seconds` count from the start of the prompt."""

    title: str
    step: int
    steps: int
    began_s: float
    seconds: float
    is_running: bool


class ProgressTrace:
    """Grows with every event; a node that was never reported is not in it."""

    def __init__(self) -> None:
        self._rows: list[NodeRow] = []
        self.newest: PromptProgressed | None = None

    def note(self, event: PromptProgressed) -> None:
        """Takes the next event of the same prompt; a clock that starts over means a new attempt."""
        if self.newest is not None and event.elapsed_s < self.newest.elapsed_s:
            self._rows.clear()
        self.newest = event
        if not event.node_title:
            return
        last = self._rows[-1] if self._rows else None
        if last is None or last.title != event.node_title:
            if last is not None:
                ended = replace(last, step=last.steps, is_running=False)
                self._rows[-1] = replace(ended, seconds=event.elapsed_s - last.began_s)
            last = NodeRow(event.node_title, 0, 0, event.elapsed_s, 0.0, is_running=True)
            self._rows.append(last)
        seconds = event.elapsed_s - last.began_s
        self._rows[-1] = replace(last, step=event.step, steps=event.steps, seconds=seconds)

    def rows(self, newest: int, elapsed_s: float) -> list[NodeRow]:
        """The last `newest` nodes, oldest first; the running one has run until `elapsed_s`."""
        if not self._rows:
            return []
        last = self._rows[-1]
        running = replace(last, seconds=max(last.seconds, elapsed_s - last.began_s))
        return [*self._rows[:-1], running][-newest:]
