"""Both stages over many images (R-A2, R-A3). Blocking, without Qt.

All of stage 1 comes before stage 2, so that a GPU swaps models once. Every result is kept before the next image:
a crash or a stop at image 37 keeps 36, and the next run asks only for the rest.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from vqdesk.domain.auto_prompt import (
    ENDS_BATCH,
    AutoBatch,
    AutoImage,
    AutoStage,
    BatchStep,
    LlmFailed,
    WorkflowContext,
)
from vqdesk.domain.errors import Problem, Stopped, UserError
from vqdesk.ports import LlmServer, StopSignal
from vqdesk.services.auto_prompt.asking import Asker
from vqdesk.services.auto_prompt.captioning import Captioner
from vqdesk.services.auto_prompt.holding import ModelHold
from vqdesk.services.auto_prompt.motion import MotionWriter
from vqdesk.services.auto_prompt.options import AutoOptions, AutoTools

Callback = Callable[[str, str, int, int], None]
"""(stage, path, i, total): image i of total, counted from 1, is next in this stage."""


_NO_CAPTION = Problem(
    "There is no motion prompt without a caption.",
    "The image has not been described yet.",
    "Caption it first (stage “caption” or “both”).",
)


@dataclass(frozen=True, slots=True)
class Listeners:
    """`saved` gets every image as soon as a stage has done with it; `stepped` what else takes time."""

    saved: Callable[[AutoImage], None] = lambda _: None
    stepped: Callable[[BatchStep], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """`captions` by path are given ones: with them no picture is read."""

    paths: Sequence[str]
    stage: AutoStage = AutoStage.BOTH
    context: WorkflowContext = field(default_factory=WorkflowContext)
    captions: Mapping[str, str] = field(default_factory=dict)


class _Ended(Exception):
    """The rest of the batch would fail the same way."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.summary)
        self.problem = problem


class AutoPromptGenerator:
    """For one batch, or for single calls."""

    def __init__(
        self, server: LlmServer, tools: AutoTools, options: AutoOptions, stop: StopSignal | None = None
    ) -> None:
        self._options = options
        self._stop = stop or StopSignal()
        self._stepped: Callable[[BatchStep], None] = lambda _: None
        self._hold = ModelHold(server, self._stop, lambda step: self._stepped(step))
        asker = Asker(server, self._hold, self._stop)
        self._captioner = Captioner(asker, tools, options)
        self._writer = MotionWriter(asker, tools, options)

    def caption_image(self, path: str) -> str:
        """The caption of one image. Raises InputUnusable, LlmFailed, Stopped."""
        try:
            return self._captioner.caption(Path(path), self._model(AutoStage.CAPTION)).text
        finally:
            self._hold.release()

    def caption_to_motion(self, caption: str, context: WorkflowContext) -> tuple[str, ...]:
        """One motion prompt a clip. Raises LlmFailed, Stopped."""
        try:
            return self._writer.write(caption, context, self._model(AutoStage.MOTION)).texts
        finally:
            self._hold.release()

    def generate_batch(
        self, request: BatchRequest, callback: Callback | None = None, listeners: Listeners | None = None
    ) -> AutoBatch:
        """Failures of single images are in the results; what ends the batch, or a stop, is its `problem`."""
        listeners = listeners or Listeners()
        self._stepped = listeners.stepped
        began, first_step = time.monotonic(), len(self._hold.steps)
        images = {path: _begun(path, request) for path in request.paths}
        models, problem = dict.fromkeys(AutoStage.BOTH.stages, ""), None
        try:
            for stage in request.stage.stages:
                models[stage] = self._model(stage)
                for image in self._run(stage, models[stage], images, request, callback):
                    images[image.path] = image
                    listeners.saved(image)
        except (_Ended, LlmFailed, Stopped) as error:
            problem = error.problem
        finally:
            self._hold.release()
        return AutoBatch(
            tuple(images.values()),
            models[AutoStage.CAPTION],
            models[AutoStage.MOTION],
            time.monotonic() - began,
            tuple(self._hold.steps[first_step:]),
            problem,
        )

    def _run(
        self,
        stage: AutoStage,
        model: str,
        images: Mapping[str, AutoImage],
        request: BatchRequest,
        callback: Callback | None,
    ) -> Iterator[AutoImage]:
        """One stage over all images that are ready for it."""
        todo = [one for one in images.values() if one.problem is None and _is_due(one, stage)]
        for number, image in enumerate(todo, 1):
            self._stop.check()
            if callback:
                callback(stage.value, image.path, number, len(todo))
            began = time.monotonic()
            try:
                done = self._one(stage, model, image, request.context)
            except Stopped:
                raise
            except UserError as error:
                if isinstance(error, LlmFailed) and error.fault in ENDS_BATCH:
                    raise _Ended(error.problem) from error
                done = replace(image, problem=error.problem)
            seconds = time.monotonic() - began
            timed = {"caption_s": seconds} if stage is AutoStage.CAPTION else {"motion_s": seconds}
            yield replace(done, **timed)  # type: ignore[arg-type]

    def _one(self, stage: AutoStage, model: str, image: AutoImage, context: WorkflowContext) -> AutoImage:
        if stage is AutoStage.CAPTION:
            made = self._captioner.caption(Path(image.path), model)
            return replace(image, caption=made.text, is_cached=made.is_cached, notes=made.notes)
        written = self._writer.write(image.caption, context, model)
        return replace(image, texts=written.texts, notes=(*image.notes, *written.notes))

    def _model(self, stage: AutoStage) -> str:
        options = self._options.caption if stage is AutoStage.CAPTION else self._options.motion
        return self._hold.named(options.model)


def _begun(path: str, request: BatchRequest) -> AutoImage:
    caption = request.captions.get(path, "")
    needs_one = request.stage is AutoStage.MOTION and not caption
    return AutoImage(path, caption, problem=_NO_CAPTION if needs_one else None)


def _is_due(image: AutoImage, stage: AutoStage) -> bool:
    return not image.caption if stage is AutoStage.CAPTION else bool(image.caption)
