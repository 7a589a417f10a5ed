"""Questions to a server of language models, with the second try that some failures deserve."""

from vqdesk.domain.auto_prompt import RETRIED_ONCE, LlmFailed, LlmFault
from vqdesk.ports import LlmAnswer, LlmQuestion, LlmServer, StopSignal

_PAUSE_S = 1.0


class Asker:
    """One question at a time: two at once crash some servers."""

    def __init__(self, server: LlmServer, stop: StopSignal, pause_s: float = _PAUSE_S) -> None:
        self._server = server
        self._stop = stop
        self._pause_s = pause_s

    def ask(self, question: LlmQuestion, context: int) -> LlmAnswer:
        """Raises LlmFailed of the last try, Stopped."""
        try:
            return self._server.ask(question, self._stop)
        except LlmFailed as error:
            if error.fault not in RETRIED_ONCE:
                raise
            self._stop.wait(self._pause_s)
            if error.fault is LlmFault.NOT_LOADED and self._server.look().can_load:
                self._server.load(question.model, context, self._stop)
        return self._server.ask(question, self._stop)
