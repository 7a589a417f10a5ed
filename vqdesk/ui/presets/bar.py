"""The settings presets of the workflow: pick one, see whether the form differs, keep what the form holds."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.presets import Preset, PresetKey, PresetKind, differing
from vqdesk.domain.prompt_plan import is_prompt_text
from vqdesk.domain.shaping import STAGES, shaped
from vqdesk.domain.workflow import WorkflowDefinition, effective_values
from vqdesk.domain.workspace import WorkspaceState
from vqdesk.ui.calls import Calls
from vqdesk.ui.presets.keeper import PresetKeeper
from vqdesk.ui.presets.renaming import rename_preset
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, IconButton
from vqdesk.ui.widgets.file_dialogs import ask_for_file, ask_for_place
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.menus import PassingMenu
from vqdesk.ui.widgets.search_combo import SearchCombo
from vqdesk.ui.widgets.search_row import DETAIL_ROLE, SECTION_ROLE
from vqdesk.ui.widgets.surfaces import row_of
from vqdesk.ui.workspace.note_line import NoteLine


class PresetBar(QWidget):
    """`values_wanted` carries what goes into the form. Hidden menus stand behind “more”."""

    values_wanted = Signal(object)  # Mapping[str, Any]

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keeper = PresetKeeper(calls, self)
        self._definition: WorkflowDefinition | None = None
        self._own: Mapping[str, Any] = {}
        self._values: Mapping[str, Any] = {}
        self._chosen: Preset | None = None
        self._gone: Preset | None = None
        self._is_fresh = False
        self.combo = SearchCombo(self.tr("Preset"))
        self._differs = Label("", "small", "status.paused")
        self.save = Button(self.tr("Save as…"), small=True)
        self.more = IconButton("more", self.tr("More about presets"), small=True)
        self.note = NoteLine()
        self._connect()
        label = Label(self.tr("Preset"), "label", "text.secondary")
        label.setBuddy(self.combo)
        row = row_of(label, self.combo, self._differs, self.save, self.more)
        row.setStretch(1, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.xs)
        rows.addLayout(row)
        rows.addWidget(self.note)

    @property
    def difference(self) -> str:
        """What differs from the preset, in words; "" for nothing."""
        return self._differs.text()

    def show_state(self, definition: WorkflowDefinition, state: WorkspaceState) -> None:
        """What the form holds now."""
        made = shaped(definition, state.own_values)
        self._own = state.own_values
        self._values = {**effective_values(made, state.own_values), STAGES: made.shape.stages}
        if self._definition is None or definition.name != self._definition.name:
            self._is_fresh = definition.name not in state.values
            self._chosen = None
            self._definition = definition
            self.keeper.read(definition)
        self._definition = definition
        self._say()

    def make_menu(self) -> QMenu:
        """What can be done with the chosen preset, and with all."""
        menu, chosen = PassingMenu(self), self._chosen
        if chosen is not None:
            overwriting = menu.addAction(self.tr("Save to “{0}”").format(chosen.label), self._overwrite)
            overwriting.setEnabled(chosen.problem is None)  # nobody knows which parameters it had
            menu.addAction(self.tr("Rename…"), self._rename)
            is_default = chosen.label == self.keeper.default
            words = self.tr("New forms start with it")
            start = menu.addAction(words, lambda: self.keeper.make_default("" if is_default else chosen.label))
            start.setCheckable(True)
            start.setChecked(is_default)
            menu.addAction(self.tr("Delete"), lambda: self.keeper.delete(chosen.key))
            menu.addSeparator()
        menu.addAction(self.tr("Export…"), self._export)
        menu.addAction(self.tr("Import…"), self._import)
        return menu

    def keep(self, label: tuple[str, str], *, texts: bool, only_changed: bool) -> None:
        """Saves what the form holds under (folder, name)."""
        self.keeper.save(self._made(label, self._content(texts, only_changed)))

    # ---- what the user does -------------------------------------------------------------------------

    def _choose(self) -> None:
        label = self.combo.currentData()
        preset = next((one for one in self.keeper.settings if one.label == label), None)
        self._chosen = preset
        if preset is not None:
            self.keeper.apply(preset, self._own)
        self._say()

    def _ask_name(self) -> None:
        taken = [one.label for one in self.keeper.settings]
        texts = [one.label for one in self.keeper.prompts]
        words = self.tr("Save a preset"), self.tr("Save preset")
        from vqdesk.ui.presets.dialog import SettingsDialog  # loaded when it is wanted

        dialog = SettingsDialog(*words, self, taken=taken, prompts=texts)

        def save() -> None:
            values = self._content(dialog.texts.isChecked(), dialog.changed.isChecked())
            link = f"{self.keeper.category}:{dialog.linked}" if dialog.linked else ""
            preset = self._made((dialog.folder, dialog.name.text()), values)
            self.keeper.save(replace(preset, link=link), overwrite=dialog.overwrites)

        dialog.accepted.connect(save)
        dialog.open()

    def _rename(self) -> None:
        if self._chosen is not None:
            rename_preset(self.keeper, self._chosen, self.keeper.settings, self)

    def _overwrite(self) -> None:
        """With the parameters that it had."""
        if self._chosen is not None:
            values = {name: self._values[name] for name in self._chosen.values if name in self._values}
            self.keeper.save(replace(self._chosen, values=values), overwrite=True)

    def _export(self) -> None:
        kinds = [self.tr("Presets (*.json)")]
        ask_for_place(self, self.tr("Export presets"), kinds, self.keeper.export, "presets.json")

    def _import(self) -> None:
        kind = self.tr("Presets (*.json)")
        ask_for_file(self, self.tr("Import presets"), kind, self.keeper.import_from)

    def _open_menu(self) -> None:
        self.make_menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _undo(self) -> None:
        if self._gone is not None:
            self.keeper.save(self._gone)
            self._gone = None
            self.note.tell("")

    # ---- what follows -------------------------------------------------------------------------------

    def _made(self, label: tuple[str, str], values: Mapping[str, Any]) -> Preset:
        return Preset(PresetKey(PresetKind.SETTINGS, self.keeper.workflow, *label), values)

    def _content(self, texts: bool, only_changed: bool) -> dict[str, Any]:
        if self._definition is None:
            return {}
        parameters = {one.name: one for one in shaped(self._definition, self._own).parameters}
        return {
            name: value
            for name, value in self._values.items()
            if name in parameters
            and (texts or not is_prompt_text(parameters[name]))
            and (not only_changed or value != parameters[name].default)
        }

    def _fill(self) -> None:
        labels = [one.label for one in self.keeper.settings]
        self.combo.clear()
        self.combo.add_choices([("", self.tr("none")), *((label, label.rpartition("/")[2]) for label in labels)])
        for at, one in enumerate(self.keeper.settings, 1):
            self.combo.setItemData(at, one.key.folder, SECTION_ROLE)
            if one.label == self.keeper.default:
                self.combo.setItemData(at, self.tr("new forms start with it"), DETAIL_ROLE)
            if one.problem is not None:
                self.combo.setItemData(at, self.tr("damaged"), DETAIL_ROLE)
        chosen = self._chosen.key if self._chosen else None
        self._chosen = next((one for one in self.keeper.settings if one.key == chosen), None)
        self._start_fresh()
        self._say()

    def _start_fresh(self) -> None:
        """A form that nobody has touched takes the settings that new forms start with."""
        default = next((one for one in self.keeper.settings if one.label == self.keeper.default), None)
        if self._is_fresh and default is not None and not self._own:
            self._chosen = default
            self.keeper.apply(default, self._own)
        self._is_fresh = False

    def _say(self) -> None:
        self.combo.choose(self._chosen.label if self._chosen is not None else "")
        other = differing(self._chosen, self._values) if self._chosen is not None else ()
        one = self.tr("1 differs")
        self._differs.setText(
            (one if len(other) == 1 else self.tr("{0} differ").format(len(other))) if other else ""
        )
        self._differs.setToolTip(self._said_difference(other))

    def _said_difference(self, names: tuple[str, ...]) -> str:
        if self._chosen is None or self._definition is None:
            return ""
        labels = {one.name: one.label for one in shaped(self._definition, self._own).parameters}
        line = self.tr("{0}: {1}, in the preset {2}")
        kept = self._chosen.values
        return "\n".join(line.format(labels.get(one, one), self._values.get(one), kept[one]) for one in names)

    def _take_saved(self, preset: Preset) -> None:
        if preset.key.kind is PresetKind.SETTINGS:
            self._chosen = preset
        self.note.tell(self.tr("Preset “{0}” saved.").format(preset.label))

    def _take_removed(self, preset: Preset) -> None:
        self._gone = preset if preset.problem is None else None
        said = self.tr("Preset “{0}” deleted.").format(preset.label)
        self.note.tell(said, button=self.tr("Undo") if self._gone else "")

    def _take_renamed(self, old: PresetKey, new: PresetKey) -> None:
        if self._chosen is not None and self._chosen.key == old:
            self._chosen = replace(self._chosen, key=new)
        self.note.tell(self.tr("The preset is called “{0}” now.").format(Preset(new).label))

    def _take_applied(self, preset: Preset, values: Mapping[str, Any]) -> None:
        """Says whose texts came along."""
        self.values_wanted.emit(values)
        _, _, linked = preset.link.partition(":")
        found = next((one for one in self.keeper.prompts if one.label == linked), None)
        if found is not None and found.problem is not None:
            self._tell(found.problem)
            return
        is_lost = found is None
        brought = self.tr("Preset “{0}” brought the texts of “{1}”.").format(preset.label, linked)
        lost = self.tr("The texts “{0}” of this preset are not here any more.").format(linked)
        self.note.tell("" if not linked else lost if is_lost else brought, warns=bool(linked) and is_lost)

    def _tell(self, problem: Problem) -> None:
        details = " ".join(part for part in (problem.cause, problem.remedy) if part)
        self.note.tell(problem.summary, details=details, warns=True)

    def _connect(self) -> None:
        self.combo.activated.connect(lambda _: self._choose())
        self.save.clicked.connect(self._ask_name)
        self.more.clicked.connect(self._open_menu)
        self.note.acted.connect(self._undo)
        self.keeper.changed.connect(self._fill)
        self.keeper.saved.connect(self._take_saved)
        self.keeper.removed.connect(self._take_removed)
        self.keeper.renamed.connect(self._take_renamed)
        self.keeper.applied.connect(self._take_applied)
        self.keeper.told.connect(self.note.tell)
        self.keeper.failed.connect(self._tell)
