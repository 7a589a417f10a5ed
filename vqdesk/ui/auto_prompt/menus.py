"""The menus of auto-prompts: what can be written again, and what can be done with rows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from vqdesk.domain.auto_prompt import AutoStage
from vqdesk.ui.auto_prompt.words import stage_words
from vqdesk.ui.widgets.menus import PassingMenu
from vqdesk.ui.workspace.prompts.parts import TableParts
from vqdesk.ui.workspace.words import amount

if TYPE_CHECKING:
    from vqdesk.ui.auto_prompt.panel import AutoPanel


class AutoMenus(QObject):
    """Made anew each time they open."""

    def __init__(self, panel: "AutoPanel", parts: TableParts) -> None:
        super().__init__(panel)
        self._panel = panel
        self._parts = parts
        parts.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        parts.table.customContextMenuRequested.connect(self._open)

    def fill_again(self, menu: QMenu) -> None:
        """For the selected images, and for all."""
        chosen = self._parts.table.chosen_cards
        if chosen:
            self._add_stages(menu.addMenu(self.tr("Selected: {0}").format(amount("image", len(chosen)))), chosen)
        self._add_stages(menu.addMenu(self.tr("All images")), self._parts.model.cards)

    def fill_row(self, menu: QMenu) -> None:
        """For the selected images."""
        panel, chosen = self._panel, self._parts.table.chosen_cards
        again = menu.addMenu(self.tr("Write again"))
        self._add_stages(again, chosen)
        again.setEnabled(panel.can_write() is None)
        menu.addSeparator()
        for text, act in (
            (self.tr("Apply"), lambda: panel.apply(chosen)),
            (self.tr("Clear"), lambda: panel.clear(chosen)),
            (self.tr("Review from here"), lambda: panel.open_review(chosen[0])),
        ):
            menu.addAction(text).triggered.connect(act)

    def _add_stages(self, menu: QMenu, cards: Sequence[str]) -> None:
        panel = self._panel
        for stage in (AutoStage.CAPTION, AutoStage.MOTION, AutoStage.BOTH):
            action = menu.addAction(stage_words(stage))
            action.triggered.connect(lambda _=False, wanted=stage: panel.write_again(wanted, cards))
        menu.addSeparator()
        another = menu.addAction(self.tr("Another variant beside it"))
        another.triggered.connect(lambda: panel.work.write_variants(cards))
        another.setEnabled(any(card in panel.work.captions for card in cards))

    def _open(self, at: QPoint) -> None:
        if self._panel.isVisible() and self._parts.table.chosen_cards:
            menu = PassingMenu(self._parts.table)
            self.fill_row(menu)
            menu.exec(self._parts.table.viewport().mapToGlobal(at))
