"""The tab of all prompts of a job: one row each, ids to copy, a click makes the detail be about it."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from vqdesk.domain.job import Prompt, PromptId
from vqdesk.ui.detail.focus import can_cancel, can_retry, is_canceling
from vqdesk.ui.detail.rows import AnyIndex, RowList, RowsModel
from vqdesk.ui.detail.texts import copy_text
from vqdesk.ui.detail.words import DOT, grouped
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.menus import PassingMenu
from vqdesk.ui.widgets.painting import draw_from_left, paint_focus_inside
from vqdesk.ui.widgets.status import paint_status_glyph, status_look, status_word


class PromptsTab(QWidget):
    """Shows, chooses and copies; what to do with a prompt is asked by signals."""

    chosen = Signal(object)  # PromptId
    cancel_asked = Signal(object)  # list[PromptId]
    retry_asked = Signal(object)  # list[PromptId]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        draw_from_left(self)
        self._model = RowsModel(lambda prompt: prompt.id, self._speak, self)
        self._marked: PromptId | None = None
        self.list = RowList(self.tr("Prompts"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(PromptDelegate(self.list))
        self.list.setSelectionMode(RowList.SelectionMode.ExtendedSelection)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self.list.opened.connect(self._choose)
        self.list.copy_asked.connect(self._copy_rows)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.list)

    def set_prompts(self, prompts: Sequence[Prompt]) -> None:
        """Shows these prompts."""
        self._model.set_rows(prompts)

    def show_chosen(self, prompt_id: PromptId | None) -> None:
        """Makes the row of another prompt in focus the current one, unless the user selects rows here."""
        at = self._model.position(prompt_id) if prompt_id != self._marked else -1
        if at >= 0 and len(self.list.selected_positions()) < 2:
            self._marked = prompt_id
            self.list.setCurrentIndex(self._model.index(at))

    def menu_for(self, at: int) -> QMenu:
        """The menu of the selected rows, or of the row under the pointer when it is not one of them."""
        positions = self.list.selected_positions()
        prompts = [self._model.row(row) for row in (positions if at in positions else [at])]
        menu = PassingMenu(self)
        prompt = self._model.row(at)
        menu.addAction(self.tr("Copy the local id"), lambda: copy_text(str(prompt.id)))
        copy_remote = menu.addAction(
            self.tr("Copy the ComfyUI prompt id"), lambda: copy_text(str(prompt.attempt_id))
        )
        copy_remote.setEnabled(prompt.attempt_id is not None)
        menu.addAction(self.tr("Copy the path of the source"), lambda: copy_text(prompt.source_path))
        menu.addSeparator()
        self._add_action(menu, self.tr("Cancel"), [p.id for p in prompts if can_cancel(p)], self.cancel_asked)
        self._add_action(menu, self.tr("Retry"), [p.id for p in prompts if can_retry(p)], self.retry_asked)
        return menu

    def _add_action(self, menu: QMenu, word: str, ids: list[PromptId], signal: Signal) -> None:
        text = word if len(ids) == 1 else self.tr("{word} {n} prompts").format(word=word, n=len(ids))
        menu.addAction(text, lambda: signal.emit(ids)).setEnabled(bool(ids))

    def _choose(self, at: int) -> None:
        self.chosen.emit(self._model.row(at).id)

    def _copy_rows(self) -> None:
        copy_text("\n".join(self._line(self._model.row(at)) for at in self.list.selected_positions()))

    def _line(self, prompt: Prompt) -> str:
        parts = (prompt.ordinal, status_word(prompt.status), prompt.source_path, prompt.try_number, prompt.seed)
        return "\t".join(str(part) for part in (*parts, prompt.id, prompt.attempt_id or ""))

    def _speak(self, prompt: Prompt) -> str:
        words = self.tr("Prompt {n}, {state}").format(n=prompt.ordinal, state=status_word(prompt.status))
        file = PurePath(prompt.source_path).name
        reason = prompt.error.summary if prompt.error else ""
        remote = self.tr("ComfyUI prompt id {id}").format(id=prompt.attempt_id) if prompt.attempt_id else ""
        local = self.tr("local id {id}").format(id=prompt.id)
        return ", ".join(part for part in (words, file, reason, local, remote) if part)

    def _show_menu(self, where: QPoint) -> None:
        index = self.list.indexAt(where)
        if index.isValid():
            self.menu_for(index.row()).popup(self.list.viewport().mapToGlobal(where))


class PromptDelegate(QStyledItemDelegate):
    """Draws number, shape and word, file, try and seed, ids; narrow rows leave the ids out first."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Fixed height; the view gives the width."""
        return QSize(current_theme().size.control, current_theme().size.row_prompt)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draws one row."""
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        theme = current_theme()
        prompt: Prompt = index.data(Qt.ItemDataRole.UserRole)
        rect = option.rect
        self._paint_ground(painter, option, theme)
        x = rect.x() + theme.space.s
        x = self._text(painter, QRect(x, rect.y(), theme.size.control, rect.height()), str(prompt.ordinal))
        glyph = theme.size.glyph_small
        top = rect.y() + (rect.height() - glyph) // 2
        paint_status_glyph(painter, QRect(x, top, glyph, glyph), prompt.status, theme)
        word = self.tr("Canceling …") if is_canceling(prompt) else status_word(prompt.status)
        place = QRect(x + glyph + theme.space.s, rect.y(), theme.size.button_min + theme.space.m, rect.height())
        x = self._text(painter, place, word, status_look(prompt.status).color)
        self._paint_what(painter, QRect(x, rect.y(), rect.right() - x - theme.space.s, rect.height()), prompt)

    def _paint_what(self, painter: QPainter, place: QRect, prompt: Prompt) -> None:
        theme = current_theme()
        id_width = painter.fontMetrics().horizontalAdvance("0" * 36)
        with_ids = place.width() > theme.size.form
        words = QRect(place)
        if with_ids:
            words.setWidth(place.width() - id_width - theme.space.m)
        half = words.width() // 2
        self._text(painter, QRect(words.x(), words.y(), half, words.height()), PurePath(prompt.source_path).name)
        right = QRect(words.x() + half, words.y(), words.width() - half, words.height())
        if prompt.error and not with_ids:
            self._text(painter, right, prompt.error.summary)
        else:
            self._text(painter, right, self._try_and_seed(prompt), "text.secondary")
        if with_ids:
            ids = QRect(words.right() + theme.space.m, place.y(), id_width, place.height())
            painter.setFont(theme.font("log"))
            painter.setPen(theme.color("text.secondary"))
            painter.drawText(ids, Qt.AlignmentFlag.AlignVCenter, prompt.attempt_id or "")

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("accent.tint"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.color("surface.2"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_inside(painter, option.rect, theme)

    def _text(self, painter: QPainter, place: QRect, text: str, role: str = "text.primary") -> int:
        theme = current_theme()
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color(role))
        room = place.width() - theme.space.s
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        return place.x() + place.width()

    def _try_and_seed(self, prompt: Prompt) -> str:
        parts = [self.tr("try {n}").format(n=prompt.try_number)]
        if prompt.seed is not None:
            parts.append(self.tr("seed {n}").format(n=grouped(prompt.seed)))
        if prompt.lowered:
            parts.append(prompt.lowered)
        return DOT.join(parts)
