"""Models in the memory of a server: loaded before a stage, and out again if we loaded them."""

import logging
import time
from collections.abc import Callable

from vqdesk.domain.auto_prompt import BatchStep, LlmFailed, match_model
from vqdesk.ports import LlmServer, StopSignal

_log = logging.getLogger(__name__)


class ModelHold:
    """At most one model of ours at a time. Only what we loaded is unloaded: the user may be using another."""

    def __init__(self, server: LlmServer, stop: StopSignal, told: Callable[[BatchStep], None]) -> None:
        self._server = server
        self._stop = stop
        self._told = told
        self._ours = ""
        self._ours_model = ""
        self._ready = ""
        self.steps: list[BatchStep] = []

    def named(self, wanted: str) -> str:
        """The id of the model that is meant. Raises LlmFailed."""
        return match_model(wanted, [one.id for one in self._server.look().models])

    def take(self, model: str, context: int) -> None:
        """Sees to it that the model is in memory, where that can be asked for. Raises LlmFailed, Stopped."""
        if model == self._ready:
            return
        self._stop.check()
        self.release()
        facts = self._server.look()
        is_loaded = any(one.id == model and one.is_loaded for one in facts.models)
        if facts.can_load and not is_loaded:
            began = self._begin("load", f"Loading {model}")
            self._ours, self._ours_model = self._server.load(model, context, self._stop), model
            self._end("load", f"Loaded {model}", began)
        self._ready = model

    def lost(self) -> None:
        """The server has dropped what was ready."""
        self._ready = self._ours = self._ours_model = ""

    def release(self) -> None:
        """Unloads what is ours; a server that is gone has unloaded by itself."""
        model, instance = self._ours_model, self._ours
        self.lost()
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
        _log.info("%s (%.1f s)", words, step.seconds)
        self.steps.append(step)
        self._told(step)
