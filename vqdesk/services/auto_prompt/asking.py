"""Questions to a server of language models, with the second try that some failures deserve."""

from vqdesk.domain.auto_prompt import RETRIED_ONCE, LlmFailed, LlmFault
from vqdesk.ports import LlmAnswer, LlmQuestion, LlmServer, StopSignal
from vqdesk.services.auto_prompt.holding import ModelHold

_PAUSE_S = 1.0


class Asker:
    """One question at a time: two at once crash some servers. The model is loaded at its first question."""

    def __init__(self, server: LlmServer, hold: ModelHold, stop: StopSignal, pause_s: float = _PAUSE_S) -> None:
        self._server = server
        self._hold = hold
        self._stop = stop
        self._pause_s = pause_s

    def ask(self, question: LlmQuestion, context: int) -> LlmAnswer:
        """Raises LlmFailed of the last try, Stopped."""
        self._hold.take(question.model, context)
        try:
            return self._server.ask(question, self._stop)
        except LlmFailed as error:
            if error.fault not in RETRIED_ONCE:
                raise
            self._stop.wait(self._pause_s)
            if error.fault is LlmFault.NOT_LOADED:
                self._hold.lost()
                self._hold.take(question.model, context)
        return self._server.ask(question, self._stop)
