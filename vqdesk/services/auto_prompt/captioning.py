"""Stage 1: from a picture to its caption."""

from dataclasses import dataclass
from pathlib import Path

from vqdesk.domain.auto_prompt import DuplicateGuard, LlmFailed, LlmFault, clean, same_model, version_of
from vqdesk.ports import CaptionKey, LlmAnswer, LlmQuestion
from vqdesk.services.auto_prompt.asking import Asker
from vqdesk.services.auto_prompt.options import AutoOptions, AutoTools

_INSTRUCTION = "Describe this picture."


@dataclass(frozen=True, slots=True)
class Caption:
    """`notes` are remarks in words."""

    text: str
    is_cached: bool = False
    notes: tuple[str, ...] = ()


class Captioner:
    """For one batch: it knows the captions that the batch has had."""

    def __init__(self, asker: Asker, tools: AutoTools, options: AutoOptions) -> None:
        self._asker = asker
        self._tools = tools
        self._options = options
        self._version = version_of(options.caption.system, str(options.edge), str(options.caption.max_tokens))
        self._guard = DuplicateGuard()

    def caption(self, path: Path, model: str) -> Caption:
        """Kept ones come at once. Raises InputUnusable, LlmFailed, Stopped."""
        sha256, _, _ = self._tools.files.digest(path)
        key = CaptionKey(sha256, model, self._version)
        kept = None if self._options.is_fresh else self._tools.captions.caption(key)
        if kept is not None:
            self._guard.repeats(kept, sha256, path.name)
            return Caption(kept, is_cached=True)
        made = self._ask(path, sha256, model)
        self._tools.captions.keep_caption(key, made.text)
        return made

    def _ask(self, path: Path, sha256: str, model: str) -> Caption:
        """A caption that another picture has is asked for again behind another beginning (stale prefix cache)."""
        jpeg = self._tools.pictures.jpeg(path, self._options.edge)
        answer = self._answer(jpeg, model)
        text = _text(answer, model)
        if self._guard.repeats(text, sha256, path.name):
            answer = self._answer(jpeg, model, f"Picture {sha256[:8]}:")
            text = _text(answer, model)
        same = self._guard.repeats(text, sha256, path.name)
        notes = notes_on(answer, model)
        if same:
            notes.append(f"The caption is the same as that of {same}: look at it.")
        return Caption(text, notes=tuple(notes))

    def _answer(self, jpeg: bytes, model: str, prefix: str = "") -> LlmAnswer:
        stage = self._options.caption
        question = LlmQuestion(
            model,
            stage.system,
            _INSTRUCTION,
            picture=jpeg,
            prefix=prefix,
            max_tokens=stage.max_tokens,
            temperature=stage.temperature,
            seed=self._options.variant or None,
        )
        return self._asker.ask(question, stage.context)


def notes_on(answer: LlmAnswer, model: str) -> list[str]:
    """What the user should know of an answer."""
    notes = ["It was cut by the longest answer that is allowed."] if answer.is_cut else []
    if not same_model(model, answer.model):
        notes.append(f"It was written by “{answer.model}”: the server answers for “{model}” with it.")
    return notes


def marked(text: str, is_cut: bool) -> str:
    """A text that the token limit has cut ends in “…”."""
    return f"{text}…" if text and is_cut and text[-1] not in ".!?…" else text


def _text(answer: LlmAnswer, model: str) -> str:
    text = marked(clean(answer.text), answer.is_cut)
    if not text:
        raise LlmFailed(
            LlmFault.EMPTY, f"“{model}” wrote no caption.", "Only thoughts or quotes came.", "Try again."
        )
    return text
