"""The tab of finished files: pictures of them, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import Output, Prompt
from vqdesk.ui.detail.opening import open_file, open_folder_of
from vqdesk.ui.detail.rows import AnyIndex, RowList, RowsModel
from vqdesk.ui.detail.texts import copy_text
from vqdesk.ui.detail.words import duration_of, file_size, output_facts
from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.thumbnails import Thumbnails, paint_cover
from vqdesk.ui.widgets.empty_state import EmptyState
from vqdesk.ui.widgets.menus import PassingMenu
from vqdesk.ui.widgets.painting import Box, paint_box, paint_focus_inside

_SCRIM = 0.72


@dataclass(frozen=True, slots=True)
class OutputRow:
    """One file and the prompt that made it."""

    output: Output
    prompt: Prompt | None
    says_try: bool = True

    @property
    def path(self) -> str:
        return self.output.path

    @property
    def name(self) -> str:
        """Input and try; without an input the name of the file."""
        if self.prompt is None or not self.prompt.source_path:
            return PurePath(self.output.path).name
        name = PurePath(self.prompt.source_path).stem
        words = QCoreApplication.translate("Detail", "{name}, try {n}")
        return words.format(name=name, n=self.prompt.try_number) if self.says_try else name


class OutputsTab(QWidget):
    """Enter or a double click plays a file; its menu opens the folder or copies the path."""

    failed = Signal(object)  # Problem
    reuse_asked = Signal(str)  # path

    def __init__(self, pictures: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._model = RowsModel(lambda row: row.output.id, self._speak, self)
        self.list = RowList(self.tr("Outputs"))
        self._empty = EmptyState(
            "film", self.tr("No output yet"), self.tr("Finished files of this job appear here.")
        )
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.list)
        self._build_list()
        pictures.arrived.connect(self._repaint_path)

    def set_outputs(self, outputs: Sequence[Output], prompts: Sequence[Prompt]) -> None:
        """Shows these files; the prompts give them their names."""
        by_id = {prompt.id: prompt for prompt in prompts}
        newest_first = sorted(outputs, key=lambda output: output.id, reverse=True)
        tries = any(prompt.try_number > 1 for prompt in prompts)
        self._model.set_rows([OutputRow(output, by_id.get(output.prompt_id), tries) for output in newest_first])
        self._pages.setCurrentWidget(self.list if outputs else self._empty)

    def _build_list(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(OutputDelegate(self._pictures, self.list))
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.opened.connect(self._play)
        self.list.copy_asked.connect(self._copy_paths)

    def _speak(self, row: OutputRow) -> str:
        return f"{row.name}\n{row.path}\n{output_facts(row.output)}"

    def _play(self, at: int) -> None:
        self._tell(open_file(self._model.row(at).path))

    def _open_folder(self, at: int) -> None:
        self._tell(open_folder_of(self._model.row(at).path))

    def _tell(self, problem: Problem | None) -> None:
        if problem is not None:
            self.failed.emit(problem)

    def _copy_paths(self) -> None:
        copy_text("\n".join(self._model.row(at).path for at in self.list.selected_positions()))

    def menu_for(self, at: int) -> QMenu:
        """The menu of one file."""
        menu = PassingMenu(self)
        menu.addAction(self.tr("Play in the system player"), lambda: self._play(at))
        menu.addAction(self.tr("Open the folder"), lambda: self._open_folder(at))
        menu.addAction(self.tr("Copy the path"), lambda: copy_text(self._model.row(at).path))
        menu.addSeparator()
        menu.addAction(self.tr("Reuse these settings"), lambda: self.reuse_asked.emit(self._model.row(at).path))
        return menu

    def _show_menu(self, where: QPoint) -> None:
        index = self.list.indexAt(where)
        if index.isValid():
            self.menu_for(index.row()).popup(self.list.viewport().mapToGlobal(where))

    def _repaint_path(self, path: object) -> None:
        self._model.touch(lambda row: row.path == path)


class OutputDelegate(QStyledItemDelegate):
    """Draws a tile: picture with the length of the clip, name, size."""

    def __init__(self, pictures: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Wide picture, two lines, gap."""
        theme = current_theme()
        picture = self._picture_size(theme)
        height = picture.height() + 2 * theme.size.tile_name + theme.space.s
        return QSize(picture.width() + theme.space.s, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draws one tile."""
        theme = current_theme()
        row: OutputRow = index.data(Qt.ItemDataRole.UserRole)
        picture = QRect(option.rect.topLeft(), self._picture_size(theme))
        self._paint_picture(painter, picture, row, theme)
        if option.state & QStyle.StateFlag.State_Selected:
            paint_focus_inside(painter, picture, theme)
        line = QRect(picture.x(), picture.bottom() + 1, picture.width(), theme.size.tile_name)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text.primary"))
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(theme.color("text.secondary"))
        line.translate(0, line.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, file_size(row.output.bytes))

    def _paint_picture(self, painter: QPainter, place: QRect, row: OutputRow, theme: Theme) -> None:
        paint_box(painter, place, Box("surface.3", None, theme.radius.control), theme)
        path, edge = row.path, 2 * place.width()
        pixmap = self._pictures.picture(path, lambda desk: desk.thumbnail(path, edge))
        if pixmap is not None and not pixmap.isNull():
            paint_cover(painter, place, pixmap, theme)
        elif pixmap is not None:
            middle = QRect(QPoint(0, 0), theme.size.icon_size)
            middle.moveCenter(place.center())
            paint_icon(painter, middle, "warning", "text.secondary", theme)
        self._paint_duration(painter, place, duration_of(row.output), theme)

    def _paint_duration(self, painter: QPainter, place: QRect, text: str, theme: Theme) -> None:
        if not text:
            return
        font = theme.font("caption")
        width = QFontMetrics(font).horizontalAdvance(text) + theme.space.s
        height = theme.size.badge
        box = QRect(
            place.right() - width - theme.space.xs, place.bottom() - height - theme.space.xs, width, height
        )
        painter.save()
        painter.setOpacity(_SCRIM)
        paint_box(painter, box, Box("overlay.fill", None, theme.radius.control), theme)
        painter.restore()
        painter.setFont(font)
        painter.setPen(theme.color("overlay.on"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _picture_size(self, theme: Theme) -> QSize:
        height = theme.size.tile[1]
        return QSize(height * 16 // 9, height)
