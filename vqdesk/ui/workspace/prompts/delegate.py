"""Draws the cells of the prompt table, and makes their editors."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from vqdesk.domain.parameters import Parameter
from vqdesk.domain.prompt_plan import is_prompt_text
from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.thumbnails import Thumbnails, paint_cover
from vqdesk.ui.widgets.fields import ComboBox, LineField
from vqdesk.ui.widgets.painting import Box, paint_box, paint_focus_inside
from vqdesk.ui.widgets.status import paint_status_glyph
from vqdesk.ui.workspace.media_delegate import EDGE
from vqdesk.ui.workspace.media_model import MediaItem
from vqdesk.ui.workspace.prompts.cell_editor import TextCellEditor
from vqdesk.ui.workspace.prompts.lines import lines_of, paint_lines
from vqdesk.ui.workspace.prompts.model import PICTURE, CellRole, shown_cell

Index = QModelIndex | QPersistentModelIndex
_FILLED = "filled"


class CellDelegate(QStyledItemDelegate):
    """Own texts are bright, those of the form faint; a cell that is wrong says why.

    `again_asked` carries the input whose arrow was clicked.
    """

    again_asked = Signal(str)

    def __init__(self, thumbnails: Thumbnails, parent: QObject) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The same height for all."""
        return QSize(0, current_theme().size.row_table)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill, content, line below, and the ring of the current cell."""
        theme, rect = current_theme(), QRect(option.rect)
        painter.save()
        painter.setClipRect(rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent.tint"))
        elif index.data(CellRole.WRONG):
            painter.fillRect(rect, theme.color("tint.failed"))
        inner = rect.adjusted(theme.space.s, theme.space.s, -theme.space.s, -theme.space.s)
        if index.column() == PICTURE:
            self._paint_picture(painter, inner, index, theme)
        elif index.data(CellRole.PARAMETER) is None:
            self._paint_state(painter, inner, index, theme)
        else:
            self._paint_value(painter, inner, index, theme)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), theme.size.line, theme.color("line.normal"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_inside(painter, rect.adjusted(0, 0, 0, -theme.size.line), theme)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the arrow below the state."""
        if isinstance(event, QMouseEvent) and _clicks_again(event, option, index):
            self.again_asked.emit(index.data(CellRole.ITEM).path)
            return True
        return super().editorEvent(event, model, option, index)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The arrow has a name of its own."""
        if index.data(CellRole.HAS_AGAIN) and _again_rect(option.rect).contains(event.pos()):
            QToolTip.showText(event.globalPos(), self.tr("Write this one again"), view)
            return True
        return super().helpEvent(event, view, option, index)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Several lines for texts, a list for choices, else one line."""
        parameter: Parameter = index.data(CellRole.PARAMETER)
        editor = self._make_editor(parameter, parent)
        editor.setAccessibleName(f"{index.data(CellRole.ITEM).name}, {parameter.label}")
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The cell's own value, the whole of it selected where it is short.

        Once only: what is being typed stays when the cell gets something else meanwhile.
        """
        if editor.property(_FILLED):
            return
        editor.setProperty(_FILLED, True)
        own = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, TextCellEditor):
            editor.setPlainText(own)
            editor.setPlaceholderText(index.data(Qt.ItemDataRole.DisplayRole))
            editor.moveCursor(QTextCursor.MoveOperation.End)
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.DisplayRole))))
        elif isinstance(editor, QLineEdit):
            editor.setText(own)
            editor.setPlaceholderText(index.data(Qt.ItemDataRole.DisplayRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Gives the model what was written."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, TextCellEditor | QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Over the whole cell; what has one line stands in its middle."""
        rect = QRect(option.rect).adjusted(0, 0, 0, -current_theme().size.line)
        if not isinstance(editor, TextCellEditor):
            height = current_theme().size.control
            rect = QRect(rect.x(), rect.center().y() - height // 2, rect.width(), height)
        editor.setGeometry(rect)

    def _make_editor(self, parameter: Parameter, parent: QWidget) -> QWidget:
        if is_prompt_text(parameter):
            area = TextCellEditor(parent)
            area.done.connect(lambda hint: self._end(area, hint))
            return area
        if parameter.choices:
            combo = ComboBox(parameter.label, parent)
            for choice in parameter.choices:
                combo.addItem(choice.label, shown_cell(choice.value))
            return combo
        return LineField(parent=parent)

    def _end(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)

    def _paint_picture(self, painter: QPainter, inner: QRect, index: Index, theme: Theme) -> None:
        item: MediaItem = index.data(CellRole.ITEM)
        name = QRect(inner.x(), inner.bottom() - theme.size.tile_name + 1, inner.width(), theme.size.tile_name)
        picture = QRect(inner.x(), inner.y(), inner.width(), inner.height() - theme.size.tile_name)
        pixmap = self._thumbnails.picture(
            (item.path, EDGE), lambda desk: desk.media.thumbnail(item.path, EDGE, first_frame=True)
        )
        paint_cover(painter, picture, pixmap, theme)
        self._paint_number(painter, picture, index.row() + 1, theme)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text.secondary"))
        shown = QFontMetrics(painter.font()).elidedText(item.name, Qt.TextElideMode.ElideMiddle, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_number(self, painter: QPainter, picture: QRect, number: int, theme: Theme) -> None:
        font = theme.font("caption")
        width = max(theme.size.badge, QFontMetrics(font).horizontalAdvance(str(number)) + theme.space.s)
        badge = QRect(picture.x() + theme.space.xs, picture.y() + theme.space.xs, width, theme.size.badge)
        paint_box(painter, badge, Box("overlay.fill", None, theme.radius.control), theme)
        painter.setFont(font)
        painter.setPen(theme.color("overlay.on"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(number))

    def _paint_value(self, painter: QPainter, inner: QRect, index: Index, theme: Theme) -> None:
        wrong, shown = index.data(CellRole.WRONG), index.data(Qt.ItemDataRole.DisplayRole)
        role = "text.primary" if index.data(CellRole.IS_OWN) else "text.secondary"
        font, height = theme.font("small"), theme.line_height("small")
        room = inner.height() // height
        painter.setFont(font)
        said = lines_of(wrong, font, inner.width(), room - 1 if shown else room) if wrong else []
        painter.setPen(theme.color(role))
        texts = lines_of(shown, font, inner.width(), room - len(said)) if shown else []
        paint_lines(painter, inner, texts, height)
        painter.setPen(theme.color("status.failed"))
        paint_lines(painter, inner.adjusted(0, len(texts) * height, 0, 0), said, height)

    def _paint_state(self, painter: QPainter, inner: QRect, index: Index, theme: Theme) -> None:
        word, _, more = index.data().partition("\n")
        status = index.data(CellRole.GLYPH)
        px = theme.size.glyph_small
        line = QRect(inner.x(), inner.y(), inner.width(), theme.line_height("small"))
        paint_status_glyph(painter, QRect(line.x(), line.center().y() - px // 2, px, px), status, theme)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("status.failed" if status == "failed" else "text.secondary"))
        beside = line.adjusted(px + theme.space.xs, 0, 0, 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, word)
        painter.setPen(theme.color("text.secondary"))
        below = beside.translated(0, line.height())
        paint_lines(painter, below.adjusted(0, 0, theme.space.s, 0), more.split("\n"), line.height())
        if index.data(CellRole.HAS_AGAIN):
            pad = theme.space.s
            square = _again_rect(inner.adjusted(-pad, -pad, pad, pad))
            paint_icon(painter, square, "refresh", "text.secondary", theme)


def _clicks_again(event: QMouseEvent, option: QStyleOptionViewItem, index: Index) -> bool:
    is_click = event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton
    is_there = _again_rect(option.rect).contains(event.position().toPoint())
    return is_click and is_there and bool(index.data(CellRole.HAS_AGAIN))


def _again_rect(cell: QRect) -> QRect:
    """At the lower left of a state, below its word."""
    size, space = current_theme().size, current_theme().space
    left = cell.x() + space.s + size.glyph_small + space.xs
    return QRect(left, cell.bottom() - space.s - size.icon, size.icon, size.icon)
