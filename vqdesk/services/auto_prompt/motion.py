"""Stage 2: from a caption to a motion prompt for every clip. Never touches a picture."""

from dataclasses import dataclass

from vqdesk.domain.auto_prompt import (
    ClipTexts,
    LlmFailed,
    LlmFault,
    WorkflowContext,
    clean,
    filled,
    read_clips,
    schema_for,
    version_of,
)
from vqdesk.ports import LlmAnswer, LlmQuestion
from vqdesk.services.auto_prompt.asking import Asker
from vqdesk.services.auto_prompt.captioning import marked, notes_on
from vqdesk.services.auto_prompt.options import AutoOptions, AutoTools

_MOST_TOKENS = 8192


@dataclass(frozen=True, slots=True)
class Motion:
    """One text a clip; `notes` are remarks in words."""

    texts: tuple[str, ...]
    notes: tuple[str, ...] = ()


class MotionWriter:
    """Writes for any workflow."""

    def __init__(self, asker: Asker, tools: AutoTools, options: AutoOptions) -> None:
        self._asker = asker
        self._kept = tools.captions
        self._options = options

    def write(self, caption: str, context: WorkflowContext, model: str) -> Motion:
        """Kept ones come at once. Raises LlmFailed, Stopped."""
        template = self._options.motion.system if context.clips == 1 else self._options.clips_system
        system, request = filled(template, context.facts()), _request(caption, context)
        version = version_of(system, request, str(self._options.variant))
        kept = None if self._options.is_fresh else self._kept.motion(version, model)
        if kept is not None:
            return Motion(kept)
        is_single = context.clips == 1
        made = self._single(system, request, model) if is_single else self._clips(system, request, context, model)
        self._kept.keep_motion(version, model, made.texts)
        return made

    def _single(self, system: str, request: str, model: str) -> Motion:
        answer = self._answer(system, request, model)
        text = marked(clean(answer.text), answer.is_cut)
        if not text:
            cause = "Only thoughts or quotes came."
            raise LlmFailed(LlmFault.EMPTY, f"“{model}” wrote no motion prompt.", cause, "Try again.")
        return Motion((text,), tuple(notes_on(answer, model)))

    def _clips(self, system: str, request: str, context: WorkflowContext, model: str) -> Motion:
        """An answer that cannot be read is asked for once more, with plainer words."""
        answer = self._answer(system, request, model, context.clips)
        try:
            read = read_clips(answer.text, context.clips)
        except ValueError:
            again = f"{request}\n\nShort texts. JSON only, exactly {context.clips} texts in “clips”."
            answer = self._answer(system, again, model, context.clips)
            read = _read(answer, context.clips, model)
        notes = notes_on(answer, model)
        if read.repair:
            notes.append(f"The answer was put right: {read.repair}.")
        texts = (*read.texts[:-1], marked(read.texts[-1], answer.is_cut))
        return Motion(texts, tuple(notes))

    def _answer(self, system: str, request: str, model: str, clips: int = 1) -> LlmAnswer:
        stage = self._options.motion
        question = LlmQuestion(
            model,
            system,
            request,
            schema=schema_for(clips) if clips > 1 else None,
            max_tokens=min(stage.max_tokens * clips, _MOST_TOKENS),
            temperature=stage.temperature,
            seed=self._options.variant or None,
        )
        return self._asker.ask(question, stage.context)


def _request(caption: str, context: WorkflowContext) -> str:
    """What is said of the picture and the clips, whatever the system prompt says."""
    facts = [f"Description of the picture:\n{caption}"]
    if context.markers:
        each = "Each clip" if context.clips > 1 else "The clip"
        facts.append(
            f"{each} lasts {context.seconds:.1f} s ({context.frames} frames at {context.fps:g} fps). "
            f"Moments: {', '.join(context.markers)}."
        )
    if context.clips > 1:
        facts.append(f'Write {context.clips} prompts, one a clip, as JSON: {{"clips": [{context.clips} texts]}}.')
    return "\n\n".join(facts)


def _read(answer: LlmAnswer, clips: int, model: str) -> ClipTexts:
    try:
        return read_clips(answer.text, clips)
    except ValueError as error:
        raise LlmFailed(
            LlmFault.REFUSED,
            f"“{model}” did not write {clips} motion prompts.",
            f"{error} It was asked twice.",
            "Choose a larger model, or write the texts yourself.",
            answer.text[:4000],
        ) from error
