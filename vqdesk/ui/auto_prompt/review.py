"""Looking through written texts with the keyboard: one large image, its texts beside it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPixmap, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vqdesk.domain.auto_rows import CAPTION, NOTHING, shown_text
from vqdesk.domain.prompt_modes import AutoState
from vqdesk.ui.auto_prompt.variants import VariantStrip
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, PrimaryButton
from vqdesk.ui.widgets.fields import LabeledField
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.painting import Box, paint_box
from vqdesk.ui.widgets.surfaces import ScrollPage, row_of
from vqdesk.ui.widgets.text_area import TextArea
from vqdesk.ui.workspace.prompts.auto_cells import AutoCells

if TYPE_CHECKING:
    from vqdesk.ui.auto_prompt.panel import AutoPanel

_EDGE = 1600  # px of the picture's long side
_PART = 0.9  # of the window
_CAPTION_LINES = 4
_TEXT_LINES = 8


class ReviewDialog(QDialog):
    """What is typed is taken when the next image is shown, and at the end. Esc ends."""

    def __init__(self, panel: "AutoPanel", card: str) -> None:
        super().__init__(panel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Review texts"))
        self._panel = panel
        self._parts, self._work, self._thumbnails = panel.parts, panel.work, panel.thumbnails
        self.card = card
        self._shown: dict[str, str] = {}
        self.picture = LargePicture()
        self.title = ElidedLabel("", "title", elide="middle")
        self.state = Label("", "small", "text.secondary", wrap=True)
        self.areas: dict[str, TextArea] = {}
        self.variants = VariantStrip()
        self.before = Button(self.tr("Previous"), icon="chevron-left")
        self.after = Button(self.tr("Next"), icon="chevron-right")
        self.again = Button(self.tr("Write again"), icon="refresh")
        self.approve = PrimaryButton(self.tr("Approve"), icon="check")
        self._build()
        self._connect()
        self._show()
        self.picture.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """To another image; the ends are ends."""
        cards = self._parts.model.cards
        at = cards.index(self.card) + by if self.card in cards else 0
        if 0 <= at < len(cards):
            self._take_texts()
            self.card = cards[at]
            self._show()

    def approve_this(self) -> None:
        """The texts count from now on; the next image that waits for it is shown."""
        self._take_texts()
        self._work.apply([self.card])
        cards = list(self._parts.model.cards)
        at = cards.index(self.card) if self.card in cards else 0
        waiting = [card for card in (*cards[at + 1 :], *cards[:at]) if card in self._work.unapplied]
        if waiting:
            self.card = waiting[0]
        self._show()

    def done(self, result: int) -> None:
        """Nothing that was typed is lost."""
        self._take_texts()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys while no text is being edited."""
        act = self._keys().get(Qt.Key(event.key()))
        if act is None or event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            super().keyPressEvent(event)
        else:
            act()

    def _keys(self) -> dict[Qt.Key, Callable[[], object]]:
        return {
            Qt.Key.Key_Right: lambda: self.step(1),
            Qt.Key.Key_Left: lambda: self.step(-1),
            Qt.Key.Key_Return: self.approve_this,
            Qt.Key.Key_Enter: self.approve_this,
            Qt.Key.Key_E: lambda: next(iter(list(self.areas.values())[1:])).setFocus(),
            Qt.Key.Key_R: self.again.click,
            Qt.Key.Key_1: lambda: self._choose(0),
            Qt.Key.Key_2: lambda: self._choose(1),
            Qt.Key.Key_3: lambda: self._choose(2),
            Qt.Key.Key_4: lambda: self._choose(3),
        }

    def _choose(self, at: int) -> None:
        if at < len(self._parts.edits.auto.get(self.card, NOTHING).drafts):
            self._take_texts()
            self._work.choose(self.card, at)

    def _write_again(self) -> None:
        self._take_texts()
        self._panel.write_one_again(self.card)

    def _take_texts(self) -> None:
        cells = [
            (self.card, name, area.text().strip() or None)
            for name, area in self.areas.items()
            if area.text() != self._shown.get(name, "")
        ]
        self._shown = {name: area.text() for name, area in self.areas.items()}
        if cells:
            self._parts.edits.set_cells(cells, self.tr("edit"))

    def _show(self) -> None:
        """Everything of the image in front; what is being typed stays."""
        cards, edits = self._parts.model.cards, self._parts.edits
        at = cards.index(self.card) if self.card in cards else -1
        name = self.card.replace("\\", "/").rpartition("/")[2]
        self.title.setText(self.tr("{0} of {1}: {2}").format(at + 1, len(cards), name))
        for key, area in self.areas.items():
            text = shown_text(edits.rows, edits.auto, self.card, key)
            if area.text() == self._shown.get(key, "") and text != area.text():
                area.set_text(text)
                self._shown[key] = text
        cells = AutoCells(edits.rows, edits.auto, self._work.names, self._work.notes())
        said = " ".join((cells.words(self.card).replace("\n", ", "), cells.tip(self.card))).strip()
        self.state.setText(said)
        self.variants.show_row(self.card, name, edits.auto.get(self.card, NOTHING), self._work.names)
        nothing = self.tr("There is no text to approve")
        can = cells.state(self.card) in (AutoState.WRITTEN, AutoState.READY)
        self.approve.set_blocked(None if can else nothing)
        self.again.set_blocked(self._panel.can_write())
        self.before.set_blocked(None if at > 0 else self.tr("This is the first image"))
        self.after.set_blocked(None if at + 1 < len(cards) else self.tr("This is the last image"))
        self._show_picture()

    def _show_picture(self, _key: object = None) -> None:
        path = self.card
        picture = self._thumbnails.picture(
            (path, _EDGE), lambda desk: desk.media.thumbnail(path, _EDGE, first_frame=True)
        )
        self.picture.show_picture(picture)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.approve.clicked.connect(self.approve_this)
        self.again.clicked.connect(self._write_again)
        self._panel.gate.changed.connect(self._show)
        self.variants.chosen.connect(lambda _card, at: self._choose(at))
        self._parts.edits.changed.connect(self._show)
        self._work.changed.connect(self._show)
        self._thumbnails.arrived.connect(self._show_picture)
        for keys, act in (("Alt+Right", lambda: self.step(1)), ("Alt+Left", lambda: self.step(-1))):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        for area in self.areas.values():
            area.submitted.connect(self.approve_this)
        self.before.setToolTip(self.tr("Left, or Alt+Left while editing"))
        self.after.setToolTip(self.tr("Right, or Alt+Right while editing"))
        self.approve.setToolTip(self.tr("Enter, or Ctrl+Enter while editing"))
        self.again.setToolTip(self.tr("R; another motion prompt in the place of this one"))

    def _build(self) -> None:
        space = current_theme().space
        beside = QWidget()
        texts = QVBoxLayout(beside)
        texts.setContentsMargins(0, 0, space.s, 0)
        texts.setSpacing(space.m)
        for column in self._parts.model.parameters:
            if column.name == CAPTION or column.name in self._work.names:
                lines = _CAPTION_LINES if column.name == CAPTION else _TEXT_LINES
                area = self.areas[column.name] = TextArea(column.label, max_lines=lines)
                texts.addWidget(LabeledField(column.label, area))
        texts.addWidget(self.variants)
        texts.addStretch(1)
        keys = Label(self.tr("Left and Right: other images · Enter: approve · E: edit · 1, 2: variants"), "small")
        side = QVBoxLayout()
        side.setSpacing(space.s)
        for part in (self.title, self.state):
            side.addWidget(part)
        side.addWidget(ScrollPage(beside), 1)
        columns = QHBoxLayout()
        columns.setSpacing(space.l)
        columns.addWidget(self.picture, 3)
        columns.addLayout(side, 2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(space.l, space.l, space.l, space.m)
        rows.setSpacing(space.m)
        rows.addLayout(columns, 1)
        rows.addLayout(row_of(self.before, self.after, keys, None, self.again, self.approve))
        self.resize(self.parentWidget().window().size() * _PART)


class LargePicture(QWidget):
    """The whole picture, as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Image"))

    @property
    def has_picture(self) -> bool:
        """Whether it has come."""
        return not self._pixmap.isNull()

    def show_picture(self, pixmap: QPixmap | None) -> None:
        """Shows it; None while it is on its way."""
        self._pixmap = pixmap or QPixmap()
        self.update()

    def sizeHint(self) -> QSize:
        """Takes what it gets."""
        return QSize(*current_theme().size.window_min)

    def minimumSizeHint(self) -> QSize:
        """Still good enough to judge a picture."""
        side = current_theme().size.row_job * 4
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the picture on the darkest surface."""
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_box(painter, self.rect(), Box("surface.0", None, theme.radius.card), theme)
        if not self._pixmap.isNull():
            size = self._pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
            painter.drawPixmap(left, top, size.width(), size.height(), self._pixmap)
