"""What is asked of language models for the rows of a table, and where the answers go."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.auto_prompt import AutoImage, AutoStage, WorkflowContext
from vqdesk.domain.auto_rows import (
    CAPTION,
    NOTHING,
    AutoRow,
    applied,
    auto_state,
    captions_of,
    chosen,
    own_texts,
    received,
    unapplied,
)
from vqdesk.domain.errors import Problem
from vqdesk.domain.prompt_modes import AutoState
from vqdesk.domain.prompt_rows import Row, with_cells
from vqdesk.services.auto_prompt import AutoOverrides, BatchRequest
from vqdesk.ui.auto_prompt.run import AutoRun
from vqdesk.ui.calls import Calls
from vqdesk.ui.language import in_words
from vqdesk.ui.workspace.prompts.auto_cells import RowNote
from vqdesk.ui.workspace.prompts.edits import RowEdits


class AutoWork(QObject):
    """`changed` whenever rows stand otherwise. Texts of the user give way only where that is agreed."""

    changed = Signal()

    def __init__(self, calls: Calls, edits: RowEdits, cards: Callable[[], Sequence[str]], parent: QObject) -> None:
        super().__init__(parent)
        self._edits = edits
        self._cards = cards
        self.context = WorkflowContext()
        self.problems: dict[str, Problem] = {}
        self._remarks: dict[str, str] = {}
        self._request = BatchRequest(())
        self._agreed: dict[
            str, Row
        ] = {}  # inputs whose texts may be replaced, with what the user has agreed to lose
        self._is_variant = False
        self.run = AutoRun(calls, self)
        self.run.saved.connect(self._receive)
        self.run.changed.connect(self.changed)

    @property
    def names(self) -> tuple[str, ...]:
        """The parameters that take the texts."""
        return self.context.parameters

    def state(self, card: str) -> AutoState:
        """How far an input is."""
        return auto_state(self._edits.rows, self._edits.auto, card, self.names)

    def has_any(self, card: str) -> bool:
        """Whether an input has a caption or a text."""
        own = self._edits.rows.get(card, {})
        return card in self._edits.auto or any(name in own for name in (CAPTION, *self.names))

    def lacking(self, stage: AutoStage) -> list[str]:
        """The inputs for which this stage has something to write."""
        captioned = self.captions
        if stage is AutoStage.CAPTION:
            return [card for card in self._cards() if card not in captioned]
        textless = [card for card in self._cards() if self.state(card) in (AutoState.EMPTY, AutoState.CAPTIONED)]
        return textless if stage is AutoStage.BOTH else [card for card in textless if card in captioned]

    @property
    def captions(self) -> dict[str, str]:
        """Of all inputs that have one."""
        return captions_of(self._edits.rows, self._edits.auto, self._cards())

    @property
    def unapplied(self) -> list[str]:
        """The inputs with a written text that does not count yet."""
        return unapplied(self._edits.rows, self._edits.auto, self._cards(), self.names)

    def protected(self, stage: AutoStage, cards: Sequence[str]) -> list[str]:
        """Those with texts of the user that the stage would replace."""
        written = {
            AutoStage.CAPTION: (CAPTION,),
            AutoStage.MOTION: self.names,
            AutoStage.BOTH: (CAPTION, *self.names),
        }
        return own_texts(self._edits.rows, cards, written[stage])

    # ---- what is asked for --------------------------------------------------------------------------

    def write(self, stage: AutoStage) -> None:
        """What is lacking; kept texts come at once."""
        self._start(BatchRequest(self.lacking(stage), stage, self.context, self.captions), AutoOverrides())

    def write_again(self, stage: AutoStage, cards: Sequence[str], overwrite: Sequence[str] = ()) -> None:
        """Other texts in the place of those that are there."""
        known = self.captions if stage is AutoStage.MOTION else {}
        request = BatchRequest([card for card in cards if card in known or not known], stage, self.context, known)
        self._start(request, AutoOverrides(is_fresh=True), overwrite)

    def write_variants(self, cards: Sequence[str]) -> None:
        """Further drafts beside those that are there."""
        known = self.captions
        drafts = max((len(self._edits.auto.get(card, NOTHING).drafts) for card in cards), default=0)
        request = BatchRequest([card for card in cards if card in known], AutoStage.MOTION, self.context, known)
        self._start(request, AutoOverrides(variant=max(1, drafts)))

    def apply(self, cards: Sequence[str]) -> int:
        """Drafts count from now on; how many inputs that were. One step to undo."""
        taken = [card for card in self.unapplied if card in cards]
        self._edits.take(applied(self._edits.rows, self._edits.auto, taken, self.names), self.tr("apply"))
        return len(taken)

    def clear(self, cards: Sequence[str]) -> int:
        """No captions, no drafts, no texts; how many inputs that were. One step to undo."""
        rows, auto = self._edits.rows, self._edits.auto
        taken = [
            card
            for card in cards
            if card in auto or any(name in rows.get(card, {}) for name in (CAPTION, *self.names))
        ]
        self._edits.clear(taken, [CAPTION, *self.names])
        for card in taken:
            self.problems.pop(card, None)
            self._remarks.pop(card, None)
        return len(taken)

    def choose(self, card: str, at: int) -> None:
        """Shows another draft, and uses it where one was used before."""
        rows, auto = chosen(self._edits.rows, self._edits.auto, card, at)
        self._edits.take(rows, self.tr("choose a text"), auto)

    def notes(self) -> dict[str, RowNote]:
        """What happens to rows, or happened to them."""
        notes = {card: RowNote(more=said) for card, said in self._remarks.items()}
        for card, problem in self.problems.items():
            short = " ".join(part for part in (problem.summary, problem.remedy) if part)
            notes[card] = RowNote("failed", self.tr("Failed"), problem.sentence(), short)
        for card in self.run.left:
            notes[card] = RowNote("waiting", self.tr("In line"))
        pace = self.run.pace
        if pace is not None and pace.path:
            is_motion = pace.stage == AutoStage.MOTION
            notes[pace.path] = RowNote("running", self.tr("Writing") if is_motion else self.tr("Looking"))
        return notes

    # ---- what comes back ----------------------------------------------------------------------------

    def _start(self, request: BatchRequest, overrides: AutoOverrides, overwrite: Sequence[str] = ()) -> None:
        if self.run.is_running or not request.paths:
            return
        self._request, self._is_variant = request, overrides.variant > 0
        self._agreed = {card: self._edits.rows.get(card, {}) for card in overwrite}
        for card in request.paths:
            self.problems.pop(card, None)
            self._remarks.pop(card, None)
        self.run.start(request, overrides)

    def _receive(self, images: Sequence[AutoImage]) -> None:
        """Drafts come without a step to undo; what replaces a text of the user is one."""
        here = set(self._cards())
        drafts: dict[str, AutoRow] = {}
        replacing: list[AutoImage] = []
        for image in images:
            if image.path not in here:
                continue
            self._note(image)
            if self._may_replace(image):
                replacing.append(image)
            else:
                drafts[image.path] = self._with(drafts.get(image.path) or self._row(image.path), image)
        if drafts:
            self._edits.receive(drafts)
        for image in replacing:
            self._replace(image)

    def _note(self, image: AutoImage) -> None:
        if image.problem is not None:
            self.problems[image.path] = image.problem
        if image.notes:
            self._remarks[image.path] = " ".join(map(in_words, image.notes))

    def _may_replace(self, image: AutoImage) -> bool:
        """The user has agreed, and has not written anything else since."""
        rows = self._edits.rows
        return image.path in self._agreed and rows.get(image.path, {}) == self._agreed[image.path]

    def _replace(self, image: AutoImage) -> None:
        rows, auto = self._edits.rows, self._edits.auto
        gone = [name for name, _ in zip(self._request.context.parameters, image.texts, strict=False)]
        if self._request.stage is not AutoStage.MOTION and image.caption:
            gone.append(CAPTION)
        fewer = with_cells(rows, [(image.path, name, None) for name in gone])
        written = {**auto, image.path: self._with(self._row(image.path), image)}
        self._edits.take(fewer, self.tr("new texts"), written)
        self._agreed[image.path] = self._edits.rows.get(image.path, {})

    def _row(self, card: str) -> AutoRow:
        return self._edits.auto.get(card, NOTHING)

    def _with(self, row: AutoRow, image: AutoImage) -> AutoRow:
        texts = dict(zip(self._request.context.parameters, image.texts, strict=False))
        given = self._request.captions.get(image.path)
        caption = "" if image.caption == given else image.caption
        return received(row, caption, texts, is_variant=self._is_variant)
