"""Auto-prompts of a workspace: what can be written, how far it is, and what becomes of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from vqdesk.domain.auto_prompt import AutoStage, workflow_context
from vqdesk.domain.auto_rows import NOTHING
from vqdesk.domain.events import AppEvent
from vqdesk.domain.prompt_modes import AutoState
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.domain.workspace import WorkspaceState
from vqdesk.ui.auto_prompt import words
from vqdesk.ui.auto_prompt.bar import AutoBar
from vqdesk.ui.auto_prompt.gate import LlmGate
from vqdesk.ui.auto_prompt.menus import AutoMenus
from vqdesk.ui.auto_prompt.overwriting import ask_overwrite
from vqdesk.ui.auto_prompt.run_card import RunCard
from vqdesk.ui.auto_prompt.said import AutoSaid
from vqdesk.ui.auto_prompt.variants import VariantStrip
from vqdesk.ui.auto_prompt.work import AutoWork
from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.thumbnails import Thumbnails
from vqdesk.ui.widgets.buttons import QuietButton
from vqdesk.ui.widgets.labels import ElidedLabel
from vqdesk.ui.widgets.status import StatusGlyph
from vqdesk.ui.widgets.surfaces import row_of
from vqdesk.ui.workspace.note_line import NoteLine
from vqdesk.ui.workspace.prompts.auto_cells import AutoCells
from vqdesk.ui.workspace.prompts.parts import TableParts
from vqdesk.ui.workspace.words import amount

if TYPE_CHECKING:
    from vqdesk.ui.auto_prompt.side import DrawerSide

_TOTALS_MS = 250
"""What is counted over all rows changes no sooner while results come in."""


class AutoPanel(QWidget):
    """Above the table; `variants` belongs below it. `edited` carries fields of the workspace's state."""

    edited = Signal(object)

    def __init__(self, calls: Calls, parts: TableParts, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._calls = calls
        self.parts = parts
        self.thumbnails = thumbnails
        self.work = AutoWork(calls, parts.edits, lambda: parts.model.cards, self)
        self.gate = LlmGate(calls, self)
        self.note = NoteLine()
        self.said = AutoSaid(self.note, parts.edits.stack, self)
        self.menus = AutoMenus(self, parts)
        self.bar = AutoBar(self.menus.fill_again)
        self.trouble = NoteLine()
        self.card = RunCard()
        self.variants = VariantStrip()
        self.side: DrawerSide | None = None
        self._pause = QTimer(self, singleShot=True, interval=_TOTALS_MS)
        self._pause.timeout.connect(self._show_totals)
        self._glyph = StatusGlyph("waiting")
        self._server = ElidedLabel("", "small", "text.secondary")
        self.settings = QuietButton(self.tr("Models and prompts"), icon="sliders", small=True)
        self.settings.setToolTip(self.tr("Server, models, and what they are told"))
        self._build()
        self._connect()

    @property
    def server(self) -> str:
        """Which server answers."""
        return self._server.text()

    def show_state(self, definition: WorkflowDefinition, state: WorkspaceState) -> None:
        """The workflow says what the texts must know."""
        self.work.context = workflow_context(definition, state.own_values)
        if self.side is not None and self.side.is_open:
            self.side.drawer.show_context(self.work.context)
        self.bar.later.setChecked(state.writes_later)
        self.refresh()

    def refresh(self) -> None:
        """Shows rows, buttons and progress as they are now."""
        edits, work = self.parts.edits, self.work
        self.parts.model.show_auto(AutoCells(edits.rows, edits.auto, work.names, work.notes()))
        self.card.show_run(work.run)
        self.trouble.setVisible(self.gate.problem is not None and not work.run.is_running)
        self._show_variants()
        if work.run.is_running and self._pause.isActive():
            return
        self._show_totals()
        if work.run.is_running:
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on it matters whether a server answers."""
        super().showEvent(event)
        self.gate.open()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self.gate.close()
        if self.side is not None:
            self.side.close()

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes what the worker tells."""
        self.work.run.apply_events(batch)
        if self.side is not None:
            self.side.apply_events(batch)

    # ---- what the user does -------------------------------------------------------------------------

    def write_again(self, stage: AutoStage, cards: Sequence[str]) -> None:
        """Asks first where texts of the user would go."""
        own = self.work.protected(stage, cards)
        rest = [card for card in cards if card not in own]
        if not own:
            self.work.write_again(stage, cards)
            return
        ask_overwrite(
            QApplication.activeModalWidget() or self,
            len(own),
            len(rest),
            lambda: self.work.write_again(stage, cards, own),
            lambda: self.work.write_again(stage, rest),
        )

    def write_one_again(self, card: str) -> None:
        """Its motion prompt, and its caption too where there is none."""
        reason = self.can_write()
        if reason is not None:
            self.note.tell(reason, warns=True)
            return
        self.write_again(AutoStage.MOTION if card in self.work.captions else AutoStage.BOTH, [card])

    def apply(self, cards: Sequence[str]) -> None:
        """Drafts count from now on."""
        self.said.step(self.tr("{0} with texts applied.").format(amount("image", self.work.apply(cards))))

    def clear(self, cards: Sequence[str]) -> None:
        """Takes captions and texts away."""
        self.said.step(self.tr("{0} cleared.").format(amount("image", self.work.clear(cards))))

    def open_review(self, card: str) -> None:
        """One image after the other, from this one or the selected one on."""
        from vqdesk.ui.auto_prompt.review import ReviewDialog  # built when it is first wanted

        ReviewDialog(self, card).open()

    def open_settings(self) -> None:
        """Server, models and system prompts, with a box to try them."""
        from vqdesk.ui.auto_prompt.side import DrawerSide  # built when it is first wanted

        if self.side is None:
            self.side = DrawerSide(self._calls, self, self.settings)
            self.side.drawer.changed.connect(self.gate.look)
        chosen = self.parts.table.chosen_cards
        others = [card for card in self.parts.model.cards if card not in chosen]
        self.side.open([*chosen, *others], self.work.context)

    def can_write(self) -> str | None:
        """Why nothing can be written now, or None."""
        if self.work.run.is_running:
            return self.tr("Texts are being written; stop that first")
        if self.gate.problem is not None:
            return self.gate.problem.sentence()
        return None if self.gate.is_free else self.tr("Looking for the server of language models")

    # ---- what follows -------------------------------------------------------------------------------

    def _current(self) -> str:
        rows = self.parts.table.chosen_rows
        cards = self.parts.model.cards
        return cards[rows[0]] if rows and rows[0] < len(cards) else cards[0] if cards else ""

    def _show_totals(self) -> None:
        self._say_counts()
        self._show_buttons()

    def _say_counts(self) -> None:
        cards = self.parts.model.cards
        states = [self.work.state(card) for card in cards]
        failed = sum(card in self.work.problems for card in cards)
        ready, written = states.count(AutoState.READY), states.count(AutoState.WRITTEN)
        lacking = max(0, len(cards) - ready - written - failed)
        self.parts.tools.say(words.counts_words(ready, written, failed, lacking))

    def _show_buttons(self) -> None:
        bar, work = self.bar, self.work
        closed = self.can_write() or (None if self.parts.model.cards else self.tr("There is no image yet"))
        all_there = (
            (bar.captions, AutoStage.CAPTION, self.tr("Every image has a caption")),
            (bar.motion, AutoStage.MOTION, self.tr("No image has a caption and lacks a text")),
            (bar.both, AutoStage.BOTH, self.tr("Every image has a text")),
        )
        for button, stage, nothing in all_there:
            button.set_blocked(closed or (None if work.lacking(stage) else nothing))
        bar.again.set_blocked(closed)
        bar.apply.set_blocked(None if work.unapplied else self.tr("No written text waits to be applied"))
        has_any = any(work.has_any(card) for card in self.parts.model.cards)
        bar.clear.set_blocked(None if has_any else self.tr("There is nothing to clear"))
        bar.review.set_blocked(None if self.parts.model.cards else self.tr("There is no image yet"))

    def _show_variants(self) -> None:
        card = self._current()
        row = self.parts.edits.auto.get(card, NOTHING)
        name = card.replace("\\", "/").rpartition("/")[2]
        self.variants.show_row(card, name, row, self.work.names)

    def _show_gate(self) -> None:
        problem, state = self.gate.problem, self.gate.state
        self._glyph.set_status("offline" if problem else "connected" if state else "waiting")
        self.trouble.tell(problem.sentence() if problem else "", button=self.tr("Look again"), warns=True)
        if problem is not None:
            self._server.setText(self.tr("No server of language models"))
        elif state is not None:
            self._server.setText(words.server_words(state.facts.kind, state.url, len(state.facts.models)))
        self.refresh()

    def _connect(self) -> None:
        table, bar = self.parts.table, self.bar
        self.gate.changed.connect(self._show_gate)
        self.trouble.acted.connect(self.gate.look)
        self.work.changed.connect(self.refresh)
        self.work.run.ended.connect(self.said.end)
        self.work.run.failed.connect(self.said.problem)
        self.card.stop_asked.connect(self.work.run.stop)
        self.variants.chosen.connect(self.work.choose)
        bar.later.clicked.connect(lambda on: self.edited.emit({"writes_later": on}))
        self.settings.clicked.connect(self.open_settings)
        bar.write_asked.connect(self.work.write)
        bar.apply_asked.connect(lambda: self.apply(self.parts.model.cards))
        bar.clear_asked.connect(lambda: self.clear(self.parts.model.cards))
        bar.review_asked.connect(lambda: self.open_review(self._current()))
        table.again_asked.connect(self.write_one_again)
        table.selectionModel().selectionChanged.connect(lambda *_: self._show_variants())

    def _build(self) -> None:
        line = row_of(self._glyph, self._server, None, self.settings)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.s)
        for part in (self.trouble, self.bar, self.card, self.note):
            rows.addWidget(part)
        rows.insertLayout(0, line)
