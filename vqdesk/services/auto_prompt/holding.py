"""Models in the memory of a server: loaded before a stage, and out again if we loaded them."""

import logging
import time
from collections.abc import Callable

from vqdesk.domain.auto_prompt import BatchStep, LlmFailed, match_model
from vqdesk.ports import LlmFacts, LlmServer, StopSignal

_log = logging.getLogger(__name__)


class ModelHold:
    """At most one model of ours at a time. Only what we loaded is unloaded: the user may be using another."""

    def __init__(self, server: LlmServer, stop: StopSignal, told: Callable[[BatchStep], None]) -> None:
        self._server = server
        self._stop = stop
        self._told = told
        self._ours = ""
        self._ours_model = ""
        self.steps: list[BatchStep] = []

    def look(self) -> LlmFacts:
        """What is there. Raises LlmFailed."""
        return self._server.look()

    def take(self, wanted: str, context: int) -> str:
        """The id of the model that is meant, loaded where that can be asked for. Raises LlmFailed, Stopped."""
        self._stop.check()
        facts = self._server.look()
        model = match_model(wanted, [one.id for one in facts.models])
        if model == self._ours_model:
            return model
        self.release()
        entry = next(one for one in facts.models if one.id == model)
        if facts.can_load and not entry.is_loaded:
            began = self._begin("load", f"Loading {model}")
            self._ours, self._ours_model = self._server.load(model, context, self._stop), model
            self._end("load", f"Loaded {model}", began)
        return model

    def release(self) -> None:
        """Unloads what is ours; a server that is gone has unloaded by itself."""
        model, instance = self._ours_model, self._ours
        self._ours = self._ours_model = ""
        if not model:
            return
        began = self._begin("unload", f"Unloading {model}")
        try:
            self._server.unload(instance)
        except LlmFailed as error:
            _log.warning("unloading %s: %s", model, error.problem.sentence())
            self._end("unload", f"{model} could not be unloaded: {error.problem.summary}", began)
            return
        self._end("unload", f"Unloaded {model}", began)

    def _begin(self, name: str, words: str) -> float:
        self._told(BatchStep(name, words))
        return time.monotonic()

    def _end(self, name: str, words: str, began: float) -> None:
        step = BatchStep(name, words, time.monotonic() - began, is_done=True)
        self.steps.append(step)
        self._told(step)
