"""How the prompt texts are given: one for all, or a table with a row for every image."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.auto_rows import CAPTION, CAPTION_COLUMN
from vqdesk.domain.errors import Problem
from vqdesk.domain.parameters import Parameter
from vqdesk.domain.presets import Preset
from vqdesk.domain.prompt_lists import Pairing
from vqdesk.domain.prompt_modes import PromptMode
from vqdesk.domain.prompt_plan import (
    PromptPlan,
    is_prompt_text,
    may_differ,
    other_columns,
    shown_columns,
    text_columns,
    written_names,
)
from vqdesk.domain.shaping import shaped
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.domain.workspace import WorkspaceState
from vqdesk.ui.calls import Calls
from vqdesk.ui.language import in_words
from vqdesk.ui.presets.keeper import PresetKeeper
from vqdesk.ui.presets.prompt_button import PromptPresetButton
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.thumbnails import Thumbnails
from vqdesk.ui.widgets.choice import FittedChoice
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.workspace import words
from vqdesk.ui.workspace.media_section import MediaSection
from vqdesk.ui.workspace.note_line import NoteLine
from vqdesk.ui.workspace.prompts.auto_part import AutoPart
from vqdesk.ui.workspace.prompts.edits import RowEdits
from vqdesk.ui.workspace.prompts.files import PromptFiles
from vqdesk.ui.workspace.prompts.find_bar import FindBar
from vqdesk.ui.workspace.prompts.head import PromptHead
from vqdesk.ui.workspace.prompts.in_step import InStep
from vqdesk.ui.workspace.prompts.model import PromptTableModel
from vqdesk.ui.workspace.prompts.parts import TableParts
from vqdesk.ui.workspace.prompts.surround import SurroundDialog
from vqdesk.ui.workspace.prompts.table import PromptTable
from vqdesk.ui.workspace.prompts.tools import TableTools


class PromptSection(QWidget):
    """`edited` carries fields of the workspace's state that the user changed."""

    edited = Signal(object)  # Mapping[str, object]
    texts_wanted = Signal(object)  # Mapping[str, str], for the form

    def __init__(self, calls: Calls, media: MediaSection, thumbnails: Thumbnails, keeper: PresetKeeper) -> None:
        super().__init__()
        self._media = media
        self._form_texts: Mapping[str, str] = {}
        self._heading = Label(self.tr("Prompts"), "strong")
        self.choice = FittedChoice(self._mode_words(), self.tr("Prompts"), small=True)
        self.model = PromptTableModel(media.model, self)
        self.edits = RowEdits(self)
        self.files = PromptFiles(calls, self)
        self.tools = TableTools()
        self.find = FindBar()
        self.table = PromptTable(self.model, thumbnails)
        self.note = NoteLine()
        parts = TableParts(self.model, self.edits, self.table, self.tools)
        self.auto = AutoPart(calls, parts, thumbnails, self)
        self.presets = PromptPresetButton(keeper, self._kept_texts)
        self._below = Label("", "small", "text.secondary", wrap=True)
        self._step = InStep(media.grid, self.table)
        self._build()
        self._connect()

    def show_state(self, definition: WorkflowDefinition, state: WorkspaceState, plan: PromptPlan) -> None:
        """Shows what the workspace holds."""
        made = shaped(definition, state.own_values)
        has_texts = bool(text_columns(made))
        differs = may_differ(made)
        is_table = differs and state.prompt_mode is not PromptMode.ONE
        self.setVisible(has_texts or differs)
        self._heading.setText(self.tr("Prompts") if has_texts else self.tr("Values"))
        self.choice.setVisible(differs)
        no_texts = self.tr("Texts are written from images, for workflows that take a text")
        self.choice.set_blocked(PromptMode.AUTO, None if written_names(made) else no_texts)
        self.presets.setVisible(has_texts)
        self._form_texts = {
            one.name: str(state.own_values.get(one.name, one.default)) for one in text_columns(made)
        }
        self.choice.set_value(state.prompt_mode)
        for part in (self.tools, self.table, self._below):
            part.setVisible(is_table)
        is_auto = is_table and state.prompt_mode is PromptMode.AUTO and bool(written_names(made))
        self.edits.show_rows(state.rows, state.auto, is_auto)
        if not is_auto:
            self.auto.hide()
        if not is_table:
            self.find.hide()
            return
        shown = shown_columns(made, state.columns)
        caption = (replace(CAPTION_COLUMN, label=self.tr("Caption")),) if is_auto else ()
        self.model.show_columns((*caption, *shown), state.own_values)
        self.model.show_rows(state.rows, plan.wrong)
        texts = text_columns(made)
        self.tools.show_columns(other_columns(made), [one.name for one in shown if one not in texts])
        self.tools.crosses.setVisible(has_texts)
        self.tools.crosses.setChecked(state.crosses)
        self._say(state, plan, shown)
        if is_auto:
            self.auto.show_state(definition, state)

    def set_compact(self, compact: bool) -> None:
        """Fewer rows in small windows."""
        self.table.set_compact(compact)

    def act(self, name: str) -> None:
        """What a key or the menu asks for."""
        actions = {
            "copy": self._copy,
            "paste": self._paste,
            "undo": self.edits.stack.undo,
            "redo": self.edits.stack.redo,
            "clear": self._clear,
            "fill": self._fill_down,
            "find": self.find.open,
            "surround": self._surround,
            "beside": lambda: self.files.pick_up(self.model.cards, self._texts()),
            "read": self._read,
            "write": self._write,
        }
        actions[name]()

    # ---- what the user does -------------------------------------------------------------------------

    def _cards(self) -> Sequence[str]:
        """The selected inputs; all of them where at most one cell is selected."""
        chosen = self.table.chosen_cards
        return chosen if len(chosen) > 1 else self.model.cards

    def _texts(self) -> list[Parameter]:
        columns = self.model.parameters
        return [column for column in columns if is_prompt_text(column) and column.name != CAPTION]

    def _names(self) -> list[str]:
        """The selected columns with texts, else all of them."""
        chosen = [column.name for column in self.table.chosen_columns if is_prompt_text(column)]
        return chosen or [column.name for column in self._texts()]

    def _fill_down(self) -> None:
        """The first selected row into the others; of one row alone, what stands above it."""
        rows, names = self.table.chosen_rows, [column.name for column in self.table.chosen_columns]
        if len(rows) == 1 and rows[0] > 0:
            rows = [rows[0] - 1, rows[0]]
        cards = [self.model.item_at(row).path for row in rows]
        self.edits.fill_down(cards, names, self.model.form)

    def _copy(self) -> None:
        text = self.edits.copied(self.table.chosen_cards, self.table.chosen_columns, self.model.form)
        if text:
            QGuiApplication.clipboard().setText(text)

    def _paste(self) -> None:
        """From the first selected cell on; files go to the grid."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or data.hasUrls() or not data.hasText():
            self._media.arrivals.paste()
            return
        rows, columns = self.table.chosen_rows, list(self.table.chosen_columns)
        start = rows[0] if rows else 0
        first = self.model.parameters.index(columns[0]) if columns else 0
        is_one = "\t" not in data.text() and "\n" not in data.text().rstrip("\n")
        many = len(rows) * len(columns) > 1
        cards = self.table.chosen_cards if is_one and many else self.model.cards[start:]
        over = columns if is_one and many else self.model.parameters[first:]
        if is_one and not many:
            cards, over = cards[:1], over[:1]
        lost = self.edits.paste(data.text(), cards, over)
        if lost:
            self.note.tell(self.tr("{0} cells of the clipboard found no place here.").format(lost), warns=True)

    def _kept_texts(self) -> Mapping[str, str]:
        """Of the selected row, else of the form."""
        rows = self.table.chosen_rows if self.table.isVisible() else []
        own = self.edits.rows.get(self.model.item_at(rows[0]).path, {}) if rows else {}
        return {name: str(own.get(name, text)) for name, text in self._form_texts.items()}

    def _take_preset(self, preset: Preset) -> None:
        """Into the selected rows, else into the form."""
        texts = {name: text for name, text in preset.values.items() if name in self._form_texts}
        cards = self.table.chosen_cards if self.table.isVisible() else []
        if cards:
            cells = [(card, name, text) for card in cards for name, text in texts.items()]
            self.edits.set_cells(cells, self.tr("preset"))
        else:
            self.texts_wanted.emit(texts)

    def _clear(self) -> None:
        self.edits.clear(self.table.chosen_cards, [column.name for column in self.table.chosen_columns])

    def _replace(self, find: str, by: str, match_case: bool) -> None:
        self.find.say(self.edits.replace(self._cards(), self._names(), find, by, match_case))

    def _surround(self) -> None:
        dialog = SurroundDialog(self)
        cards, names = self._cards(), self._names()
        dialog.accepted.connect(lambda: self.edits.surround(cards, names, self.model.form, dialog.around))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read(self) -> None:
        self.files.ask_for_list(lambda path: self.files.read(path, self.model.cards, self.model.parameters))

    def _write(self) -> None:
        def write(path: str) -> None:
            self.files.write(path, self.model.cards, self.model.parameters, self.edits.rows)

        self.files.ask_for_place(write)

    def _take(self, pairing: Pairing, source: str) -> None:
        self.edits.merge(pairing.rows, self.tr("read texts"))
        taken = words.amount(self._media.kind, len(pairing.rows))
        said = self.tr("{0} got values from {1}.").format(taken, source)
        nothing = self.tr("No values for these images in {0}.").format(source)
        self.note.tell(
            said if pairing.rows else nothing,
            details="\n".join(map(in_words, pairing.notes)),
            warns=bool(pairing.notes),
        )

    def _tell(self, problem: Problem) -> None:
        self.note.tell(problem.summary, details=" ".join((problem.cause, problem.remedy)), warns=True)

    # ---- what follows -------------------------------------------------------------------------------

    def _say(self, state: WorkspaceState, plan: PromptPlan, shown: Sequence[Parameter]) -> None:
        names = {column.name for column in shown}
        own = sum(1 for card in state.inputs if names & state.rows.get(card, {}).keys())
        said = self.tr("Own: {0} of {1}").format(own, len(state.inputs))
        if state.crosses:
            said = self.tr("{0} different texts").format(len(plan.variations))
        self.tools.say(said)
        if state.prompt_mode is PromptMode.AUTO:
            self._below.setText(self.tr("Written texts count once they are applied. Faint ones are the form's."))
            return
        self._below.setText(
            self.tr("Every text of the table is run with every image. The texts below are not used.")
            if state.crosses
            else self.tr("Where a cell is faint, what the form says below counts.")
        )

    def _mode_words(self) -> list[tuple[str, str]]:
        return [
            (PromptMode.ONE, self.tr("One for all")),
            (PromptMode.EACH, self.tr("Per image")),
            (PromptMode.AUTO, self.tr("Auto")),
        ]

    def _connect(self) -> None:
        self.auto.edited.connect(self.edited)
        self.choice.changed.connect(lambda value: self._change(prompt_mode=PromptMode(value)))
        self.tools.crossing_chosen.connect(lambda on: self._change(crosses=on))
        self.tools.columns_chosen.connect(lambda names: self._change(columns=tuple(names)))
        self.presets.chosen.connect(self._take_preset)
        self.tools.asked.connect(self.act)
        self.table.asked.connect(self.act)
        self.model.edited.connect(lambda *cell: self.edits.set_cells([cell], self.tr("edit")))
        self.edits.changed.connect(lambda: self._change(rows=self.edits.rows, auto=self.edits.auto))
        self.find.replace_asked.connect(self._replace)
        self.find.closed.connect(self.table.setFocus)
        self.files.found.connect(self._take)
        self.files.failed.connect(self._tell)
        self.files.written.connect(lambda name: self.note.tell(self.tr("Written to {0}.").format(name)))

    def _change(self, **fields: Any) -> None:
        changed: Mapping[str, Any] = fields
        self.edited.emit(changed)

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.s)
        rows.addWidget(PromptHead(self._heading, self.presets, self.choice))
        rows.addLayout(self.auto.above)
        for part in (self.tools, self.find, self.table):
            rows.addWidget(part)
        rows.addLayout(self.auto.below)
        for part in (self.note, self._below):
            rows.addWidget(part)
