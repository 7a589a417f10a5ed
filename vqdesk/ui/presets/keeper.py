"""The presets that fit the workflow in front, and what is done to them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.errors import Problem
from vqdesk.domain.presets import Preset, PresetKey
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.ui.calls import Calls

if TYPE_CHECKING:
    from vqdesk.services.presets import PresetShelf


class PresetKeeper(QObject):
    """`changed` when other presets are here; `removed` carries the deleted one, `failed` a Problem."""

    changed = Signal()
    saved = Signal(object)
    removed = Signal(object)
    applied = Signal(object, object)  # Preset, the form's own values with those of the preset
    renamed = Signal(object, object)  # PresetKey before and after
    told = Signal(str)
    failed = Signal(object)

    def __init__(self, calls: Calls, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._definition: WorkflowDefinition | None = None
        self._asked = 0
        self.settings: Sequence[Preset] = ()
        self.prompts: Sequence[Preset] = ()
        self.default = ""  # label of the settings that a new form starts with

    @property
    def workflow(self) -> str:
        """Whose presets are here."""
        return self._definition.name if self._definition is not None else ""

    @property
    def category(self) -> str:
        """Whose texts are here."""
        return str(self._definition.category) if self._definition is not None else ""

    def read(self, definition: WorkflowDefinition) -> None:
        """Looks for the presets of a workflow."""
        self._definition = definition
        self._asked += 1
        asked = self._asked

        def take(shelf: "PresetShelf") -> None:
            if self._asked == asked:  # what was asked before a change would undo it here
                self.settings, self.prompts, self.default = shelf.settings, shelf.prompts, shelf.default
                self.changed.emit()

        self._calls.ask(self, lambda desk: desk.presets.shelf(definition), take, self._fail)

    def apply(self, preset: Preset, own: Mapping[str, Any]) -> None:
        """What the form holds with this preset, and with the texts that it brings along."""

        def take(values: Mapping[str, Any]) -> None:
            self.applied.emit(preset, values)

        self._calls.ask(self, lambda desk: desk.presets.apply(preset, own), take, self._fail)

    def save(self, preset: Preset, overwrite: bool = False) -> None:
        """A new preset, or new values of one that is there."""

        def take(kept: Preset) -> None:
            self.saved.emit(kept)
            self._again()

        self._calls.ask(self, lambda desk: desk.presets.save(preset, overwrite), take, self._fail)

    def rename(self, key: PresetKey, folder: str, name: str) -> None:
        """Moves a preset."""

        def take(new: PresetKey) -> None:
            self.renamed.emit(key, new)
            self._again()

        self._calls.ask(self, lambda desk: desk.presets.rename(key, folder, name), take, self._fail)

    def delete(self, key: PresetKey) -> None:
        """Can be undone by saving what `removed` carries."""

        def take(gone: Preset) -> None:
            self.removed.emit(gone)
            self._again()

        self._calls.ask(self, lambda desk: desk.presets.delete(key), take, self._fail)

    def make_default(self, label: str) -> None:
        """New forms of the workflow start with these settings; "" for none."""
        name = self.workflow
        self._calls.ask(self, lambda desk: desk.presets.set_default(name, label), self._again, self._fail)

    def export(self, path: str) -> None:
        """All presets that are here, as one file."""
        presets = [*self.settings, *self.prompts]

        def take(written: int) -> None:
            self.told.emit(self.tr("{0} presets written.").format(written))

        self._calls.ask(self, lambda desk: desk.presets.export(path, presets), take, self._fail)

    def import_from(self, path: str) -> None:
        """Presets of a file; those that are here already stay as they are."""

        def take(found: tuple[list[Preset], list[Preset]]) -> None:
            said = self.tr("{0} presets added, {1} were here already.")
            self.told.emit(said.format(len(found[0]), len(found[1])))
            self._again()

        self._calls.ask(self, lambda desk: desk.presets.import_from(path), take, self._fail)

    def _again(self, _done: object = None) -> None:
        if self._definition is not None:
            self.read(self._definition)

    def _fail(self, problem: Problem) -> None:
        self.failed.emit(problem)
