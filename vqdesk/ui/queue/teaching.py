"""What an empty queue says: three steps and three promises."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.thumbnails import paint_cover
from vqdesk.ui.widgets.empty_state import IconView
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.painting import Box, paint_bar, paint_box, paint_pill
from vqdesk.ui.widgets.status import paint_status_glyph
from vqdesk.ui.widgets.surfaces import Card, Edge, Panel

_PICTURES = 3
_EDGE = 256  # px of the long side asked for
_EXAMPLE = 0.5  # of the bar in the drawing


class TeachingPage(QScrollArea):
    """Shown while there is no job at all; scrolls where the window is low."""

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._asked = False
        self.pictures = _PicturesDrawing()
        self.row = _RowDrawing(self.tr("Running 3 of 6"))
        sheet = QWidget()
        self.setWidget(sheet)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        space = current_theme().space
        middle = QHBoxLayout()
        middle.setContentsMargins(space.m, space.m, space.m, space.m)
        middle.addStretch(1)
        middle.addWidget(self._block(), 100)
        middle.addStretch(1)
        page = QVBoxLayout(sheet)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head())
        page.addLayout(middle, 1)

    def fetch_samples(self) -> None:
        """Fetches the pictures of the first step, once; without them the places stay blank."""
        if not self._asked:
            self._asked = True
            self._calls.ask(self, lambda desk: desk.sample_photos(), self._take_paths)

    def _take_paths(self, paths: list[str]) -> None:
        for path in paths[:_PICTURES]:
            self._calls.ask(self, lambda desk, wanted=path: desk.thumbnail(wanted, _EDGE), self._take_picture)

    def _take_picture(self, data: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(data)
        self.pictures.add(picture)
        self.row.show_picture(picture)

    def _block(self) -> QWidget:
        space = current_theme().space
        block = QWidget()
        block.setMaximumWidth(current_theme().size.window_min[0] - space.xl)
        rows = QVBoxLayout(block)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.s)
        rows.addStretch(1)
        rows.addWidget(Label(self.tr("Your jobs will wait here"), "title"))
        intro = self.tr(
            "Three steps, then you can leave: the queue works through the night and tells what happened."
        )
        rows.addWidget(Label(intro, "body", "text.secondary", wrap=True))
        rows.addSpacing(space.m)
        rows.addLayout(self._steps())
        rows.addSpacing(space.xl)
        rows.addLayout(self._promises())
        rows.addStretch(1)
        return block

    def _head(self) -> QWidget:
        head = _Head("surface.1", "bottom")
        theme = current_theme()
        row = QHBoxLayout(head)
        row.setContentsMargins(theme.space.l, 0, theme.space.l, 0)
        row.addWidget(Label(self.tr("Queue"), "strong"))
        row.addStretch(1)
        return head

    def _steps(self) -> QHBoxLayout:
        steps = QHBoxLayout()
        steps.setSpacing(current_theme().space.l)
        texts = (
            (
                self.pictures,
                self.tr("Add images"),
                self.tr("One photo or a whole folder. VQDesk keeps its own copies."),
            ),
            (
                _FormDrawing(self.tr("Workflow"), self.tr("What happens to the photos")),
                self.tr("Say what happens"),
                self.tr("Pick a workflow; its text and values count for all images."),
            ),
            (
                self.row,
                self.tr("Add to queue"),
                self.tr("You see the number of prompts before you click."),
            ),
        )
        for number, (drawing, title, text) in enumerate(texts, 1):
            steps.addWidget(_StepCard(number, drawing, (title, text)), 1)
        return steps

    def _promises(self) -> QGridLayout:
        grid = QGridLayout()
        space = current_theme().space
        grid.setHorizontalSpacing(space.m)
        grid.setVerticalSpacing(space.m)
        grid.setColumnStretch(1, 1)
        texts = (
            (
                "drive",
                self.tr("Nothing is lost"),
                self.tr(
                    "After a crash or power cut the queue goes on where it was; finished work is never done twice."
                ),
            ),
            (
                "warning",
                self.tr("Failures explain themselves"),
                self.tr("Each says what went wrong, why, and what to do next."),
            ),
            (
                "pause",
                self.tr("Your computer stays yours"),
                self.tr("Pause at any time: what runs is finished, nothing new starts."),
            ),
        )
        for row, (icon, title, text) in enumerate(texts):
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Label(title, "strong", wrap=True))
            words.addWidget(Label(text, "small", "text.secondary", wrap=True))
            grid.addWidget(IconView(icon), row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addLayout(words, row, 1)
        return grid


class _StepCard(Card):
    def __init__(self, number: int, drawing: QWidget, words: tuple[str, str]) -> None:
        super().__init__()
        title, text = words
        space = current_theme().space
        self.rows.addWidget(drawing, 0, Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout()
        line.setSpacing(space.m - space.xs)
        line.addWidget(_NumberDot(number), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(space.xs)
        texts.addWidget(Label(title, "strong", wrap=True))
        texts.addWidget(Label(text, "small", "text.secondary", wrap=True))
        texts.addStretch(1)
        line.addLayout(texts, 1)
        self.rows.addLayout(line, 1)


class _NumberDot(QWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        side = current_theme().size.control_small
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the number in a disc."""
        theme = current_theme()
        painter = QPainter(self)
        paint_pill(painter, self.rect(), theme.color("surface.3"))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("text.primary"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


class _Drawing(QWidget):
    """A picture of a part of the window; decoration."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        size = current_theme().size
        return QSize(size.tile[0], size.tile[1] + size.row_job)

    def place(self, width: int, height: int) -> QRect:
        """A box of that size at most, in the middle."""
        box = QRect(0, 0, min(width, self.width()), min(height, self.height()))
        box.moveCenter(self.rect().center())
        return box


class _PicturesDrawing(_Drawing):
    def __init__(self) -> None:
        super().__init__()
        self._pictures: list[QPixmap] = []

    def add(self, picture: QPixmap) -> None:
        """Shows one of the sample photos; the first three are kept."""
        if len(self._pictures) < _PICTURES:
            self._pictures.append(picture)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws three pictures beside each other."""
        theme = current_theme()
        tile_width, tile_height = theme.size.tile
        gap = theme.space.xs
        box = self.place((tile_width + gap) * _PICTURES, tile_height)
        width = (box.width() - gap * (_PICTURES - 1)) // _PICTURES
        painter = QPainter(self)
        for at in range(_PICTURES):
            picture = self._pictures[at] if at < len(self._pictures) else None
            rect = QRect(box.x() + at * (width + gap), box.y(), width, min(box.height(), width * 3 // 4))
            paint_cover(painter, rect, picture, theme)


class _FormDrawing(_Drawing):
    def __init__(self, label: str, text: str) -> None:
        super().__init__()
        self._label = label
        self._text = text

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws a field with its label."""
        theme = current_theme()
        painter = QPainter(self)
        box = self.place(theme.size.tile[0] * 2, theme.size.tile[1])
        label = box.adjusted(0, 0, 0, -theme.size.control - theme.space.xs)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("text.secondary"))
        painter.drawText(label, Qt.AlignmentFlag.AlignBottom, self._label)
        field = QRect(box.left(), label.bottom() + theme.space.xs, box.width(), theme.size.control)
        paint_box(painter, field, Box("field", "line.control", theme.radius.control), theme)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text.primary"))
        inner = field.adjusted(theme.size.field_padding, 0, -theme.size.field_padding, 0)
        words = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)


class _RowDrawing(_Drawing):
    def __init__(self, state: str) -> None:
        super().__init__()
        self._state = state
        self._picture: QPixmap | None = None

    def show_picture(self, picture: QPixmap) -> None:
        """Shows one of the sample photos."""
        self._picture = self._picture or picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws a running job."""
        theme = current_theme()
        painter = QPainter(self)
        box = self.place(theme.size.tile[0] * 2 + theme.size.row_job, theme.size.row_job)
        paint_box(painter, box, Box("surface.1", "line.normal", theme.radius.control), theme)
        width, height = theme.size.thumb_row
        thumb = QRect(box.left() + theme.space.s, box.center().y() - height // 2, width, height)
        left, glyph = box.left() + theme.space.s, theme.size.glyph_small
        words_end = glyph + theme.space.s * 2 + QFontMetrics(theme.font("button")).horizontalAdvance(self._state)
        if thumb.right() + theme.space.m + words_end <= box.right():
            paint_cover(painter, thumb, self._picture, theme)
            left = thumb.right() + theme.space.m
        first = box.adjusted(0, theme.space.xs, 0, -box.height() // 2)
        square = QRect(left, first.center().y() - glyph // 2, glyph, glyph)
        paint_status_glyph(painter, square, "running", theme)
        painter.setFont(theme.font("button"))
        painter.setPen(theme.color("status.running"))
        words = QRect(square.right() + theme.space.s, first.y(), box.right() - square.right(), first.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._state)
        bar = QRect(left, box.bottom() - theme.space.m, box.right() - left - theme.space.m, theme.size.progress)
        paint_bar(painter, bar, _EXAMPLE, "status.running", theme)


class _Head(Panel):
    """As high as the bar that stands here when there are jobs."""

    def __init__(self, role: str, edge: Edge) -> None:
        super().__init__(role, edge)
        follow_theme(self._retheme)

    def _retheme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.size.strip)
