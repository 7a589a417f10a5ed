"""The notification centre: what happened, newest first; a line leads to its job."""

from datetime import datetime

from PySide6.QtCore import QLocale, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from vqdesk.domain.notifications import Notice, NoticeKind
from vqdesk.ui.notifications.book import NoticeBook
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.buttons import QuietButton
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.painting import Box, draw_from_left, paint_box
from vqdesk.ui.widgets.row_list import Row, RowList
from vqdesk.ui.widgets.status import paint_status_glyph
from vqdesk.ui.widgets.surfaces import row_of

_NOTICE_ROLE = Qt.ItemDataRole.UserRole + 1
_GLYPHS = {
    NoticeKind.FAILED: "failed",
    NoticeKind.ENDED: "done",
    NoticeKind.OFFLINE: "offline",
    NoticeKind.RECOVERED: "connected",
    NoticeKind.WARNED: "paused",
}
_ROWS_SHOWN = 10


class NoticePanel(QFrame):
    """Opens below its bell. `job_wanted` carries the number of a job's row in the store."""

    job_wanted = Signal(int)

    def __init__(self, book: NoticeBook, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        draw_from_left(self)
        self._book = book
        self.rows = RowList(self)
        self.view = QListView()
        self.clear = QuietButton(self.tr("Clear"), small=True)
        self._nothing = Label(
            self.tr("Failures, ends and warnings are kept here."), "small", "text.secondary", wrap=True
        )
        self._build_list()
        self.clear.clicked.connect(book.clear)
        book.changed.connect(self._fill)
        self._fill()

    def open_below(self, anchor: QWidget) -> None:
        """Shows the list with its right edge at the anchor's; what is in it counts as read."""
        self._fill()
        theme = current_theme()
        width = min(theme.size.form_min, anchor.window().width() - 2 * theme.space.m)
        count = self.rows.rowCount()
        self.view.setFixedHeight(min(_ROWS_SHOWN, max(1, count)) * theme.size.row_job)
        self.setFixedWidth(width)
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(anchor.width() - width, anchor.height() + theme.space.xs))
        self.move(corner)
        self.show()
        self.view.setFocus(Qt.FocusReason.PopupFocusReason)
        self._book.read_all()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the box."""
        theme = current_theme()
        paint_box(QPainter(self), self.rect(), Box("surface.3", "line.control", theme.radius.card), theme)

    def _fill(self) -> None:
        self.rows.show([_row_of(notice) for notice in self._book.notices])
        has_any = self.rows.rowCount() > 0
        self.view.setVisible(has_any)
        self._nothing.setVisible(not has_any)
        self.clear.set_blocked(None if has_any else self.tr("There is nothing to clear"))

    def _take(self, index: QModelIndex) -> None:
        notice = index.data(_NOTICE_ROLE)
        if isinstance(notice, Notice) and notice.job:
            self.hide()
            self.job_wanted.emit(notice.job)

    def _build_list(self) -> None:
        view, space = self.view, current_theme().space
        view.setObjectName("searchList")
        view.setModel(self.rows)
        view.setItemDelegate(_Delegate(view))
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setAccessibleName(self.tr("Notifications"))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.clicked.connect(self._take)
        view.activated.connect(self._take)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(space.s, space.s, space.s, space.s)
        rows.setSpacing(space.s)
        rows.addLayout(row_of(Label(self.tr("Notifications"), "strong"), None, self.clear))
        rows.addWidget(view)
        rows.addWidget(self._nothing)


def _row_of(notice: Notice) -> Row:
    spoken = ", ".join(part for part in (notice.title, notice.text, moment_words(notice.at)) if part)
    tip = "\n".join(part for part in (notice.title, notice.text) if part)
    roles = Qt.ItemDataRole
    return Row(notice.title, {_NOTICE_ROLE: notice, roles.ToolTipRole: tip, roles.AccessibleTextRole: spoken})


class _Delegate(QStyledItemDelegate):
    """Shape, title and time; the text below."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(0, current_theme().size.row_job)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        theme, view = current_theme(), self.parent()
        notice = index.data(_NOTICE_ROLE)
        if isinstance(view, QListView) and view.currentIndex() == index:
            paint_box(painter, option.rect, Box("accent.tint", None, theme.radius.control), theme)
        inner = option.rect.adjusted(theme.space.s, theme.space.xs, -theme.space.s, -theme.space.xs)
        px = theme.size.glyph_small
        paint_status_glyph(
            painter, QRect(inner.x(), inner.y() + theme.space.xs, px, px), _GLYPHS[notice.kind], theme
        )
        inner.setLeft(inner.left() + px + theme.space.s)
        _paint_words(painter, inner, notice, theme)


def moment_words(at: str) -> str:
    """A stored time as it is read here: the day too when it was not today."""
    moment = datetime.fromisoformat(at).astimezone() if at else None
    if moment is None:
        return ""
    clock = QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
    if moment.date() == datetime.now().date():
        return clock
    return f"{QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)} {clock}"


def _paint_words(painter: QPainter, rect: QRect, notice: Notice, theme: Theme) -> None:
    line = theme.line_height("body")
    first = QRect(rect.x(), rect.y(), rect.width(), line)
    painter.setFont(theme.font("small"))
    painter.setPen(theme.color("text.secondary"))
    time = moment_words(notice.at)
    painter.drawText(first, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, time)
    first.setRight(first.right() - painter.fontMetrics().horizontalAdvance(time) - theme.space.s)
    second = QRect(rect.x(), rect.y() + line, rect.width(), line)
    elide = Qt.TextElideMode.ElideRight
    painter.drawText(
        second, Qt.AlignmentFlag.AlignVCenter, painter.fontMetrics().elidedText(notice.text, elide, second.width())
    )
    painter.setFont(theme.font("body" if notice.is_read else "strong"))
    painter.setPen(theme.color("text.primary"))
    painter.drawText(
        first, Qt.AlignmentFlag.AlignVCenter, painter.fontMetrics().elidedText(notice.title, elide, first.width())
    )
