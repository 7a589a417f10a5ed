"""Paints the lines of the list."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vqdesk.domain.job import Job
from vqdesk.ui.queue.line_source import LineSource
from vqdesk.ui.queue.lines import GroupKey, LineKey, MoreKey, PromptKey, is_job
from vqdesk.ui.queue.model import QueueModel
from vqdesk.ui.queue.row_actions import RowAction, RowButton, paint_row_button, row_buttons
from vqdesk.ui.queue.row_layout import Columns, columns
from vqdesk.ui.queue.row_pen import RowPen, between
from vqdesk.ui.queue.words import LineWords, percent
from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.thumbnails import Thumbnails, paint_cover
from vqdesk.ui.widgets.painting import paint_focus_inside
from vqdesk.ui.widgets.status import status_look

_EDGE = 128  # px of the long side asked for: the row's picture on a screen with double density


@dataclass(slots=True)
class Pointer:
    """The button under the pointer, and the one that is held."""

    hovered: tuple[LineKey, RowAction] | None = None
    pressed: tuple[LineKey, RowAction] | None = None
    ring: bool = False  # the keyboard was used last


class LineDelegate(QStyledItemDelegate):
    """Draws jobs (48 px), prompts and counting lines (32 px); `buttons` says where clicks count."""

    def __init__(self, source: LineSource, thumbnails: Thumbnails, pointer: Pointer, parent: QObject) -> None:
        super().__init__(parent)
        self._source = source
        self._thumbnails = thumbnails
        self._pointer = pointer

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height depends on the kind of line only; the view sets it."""
        return QSize(option.rect.width(), current_theme().size.row_job)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draws one line."""
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        theme = current_theme()
        key = _key(index)
        places = columns(option.rect, theme)
        self._paint_ground(painter, option, places, theme, is_head=isinstance(key, GroupKey))
        if isinstance(key, GroupKey):
            self._paint_group(painter, option, places, key)
            return
        if isinstance(key, MoreKey):
            self._paint_more(painter, option.rect, places, key)
            return
        words = self._source.words(key)
        if isinstance(key, PromptKey):
            self._paint_prompt(painter, option.rect, places, (key, words))
        else:
            job = self._source.job(key)
            self._paint_fold(painter, places, open_=key in self._source.open_jobs, theme=theme)
            self._paint_job(painter, option, places, (job, words))

    def buttons(self, option: QStyleOptionViewItem, key: LineKey) -> list[RowButton]:
        """The buttons of a line as it is drawn now."""
        theme = current_theme()
        places = columns(option.rect, theme)
        if isinstance(key, GroupKey):
            return [RowButton(RowAction.MORE, places.more, icon="more")]
        job = self._source.job(key) if is_job(key) else None
        if job is None:
            return []
        roomy = not places.time_from_right
        return row_buttons(job, places, theme, active=_is_active(option, roomy), roomy=roomy)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, places: Columns, theme: Theme, *, is_head: bool
    ) -> None:
        rect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, theme.color("accent.tint"))
            bar = QRect(rect.left(), rect.top(), theme.size.selection_bar, rect.height())
            painter.fillRect(bar, theme.color("accent.text"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("surface.2"))
        elif is_head:
            painter.fillRect(rect, theme.color("surface.0"))
        if not selected:
            left = rect.left() if is_head else places.text
            line = QRect(left, rect.bottom(), rect.right() - left + 1, theme.size.line)
            painter.fillRect(line, theme.color("line.normal"))
        if self._pointer.ring and option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_inside(painter, rect, theme)

    def _paint_fold(self, painter: QPainter, places: Columns, *, open_: bool, theme: Theme) -> None:
        name = "chevron-down" if open_ else "chevron-right"
        paint_icon(painter, places.chevron, name, "text.secondary", theme)

    def _paint_job(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        places: Columns,
        row: tuple[Job | None, LineWords | None],
    ) -> None:
        job, words = row
        theme = current_theme()
        width, height = theme.size.thumb_row
        top = option.rect.top() + (option.rect.height() - height) // 2
        thumb = QRect(places.thumb_right - width, top, width, height)
        if job is None or words is None:
            paint_cover(painter, thumb, None, theme)
            return
        self._paint_thumb(painter, thumb, job)
        if words.colour:
            mark = QRect(option.rect.left(), option.rect.top(), theme.size.selection_bar, option.rect.height())
            painter.fillRect(mark.translated(theme.size.selection_bar, 0), theme.color(f"label.{words.colour}"))
        first, second = _two_lines(option.rect, theme)
        pen = RowPen(painter, theme)
        x = pen.text(between(first, places.text, places.text_end), (words.number, "body", "text.secondary"))
        x = pen.text(between(first, x + theme.space.s, places.text_end), (words.name, "strong", "text.primary"))
        if words.note:
            self._paint_note_sign(painter, between(first, x + theme.space.s, places.text_end))
        room = between(second, places.text, places.text_end)
        what = words.what if pen.width(words.what, "small") <= room.width() else words.what_short
        pen.text(room, (what, "small", "text.secondary"))
        buttons = self.buttons(option, job.id)
        left = min(button.rect.left() for button in buttons)
        self._paint_state(pen, (first, second), places, words, left)
        self._paint_buttons(painter, job.id, buttons)

    def _paint_buttons(self, painter: QPainter, key: LineKey, buttons: Sequence[RowButton]) -> None:
        for button in buttons:
            place = (key, button.action)
            hovered, pressed = self._pointer.hovered == place, self._pointer.pressed == place
            paint_row_button(painter, button, current_theme(), hovered=hovered, pressed=pressed)

    def _paint_thumb(self, painter: QPainter, rect: QRect, job: Job) -> None:
        theme = current_theme()
        if job.last_output and job.first_asset:
            half = rect.width() // 2
            paint_cover(painter, rect.adjusted(0, 0, -half - 1, 0), self._picture(job.first_asset), theme)
            paint_cover(painter, rect.adjusted(half + 1, 0, 0, 0), self._output(job.last_output), theme)
            return
        if job.last_output:
            paint_cover(painter, rect, self._output(job.last_output), theme)
            return
        if not job.first_asset:
            paint_cover(painter, rect, None, theme)
            icon = QRect(0, 0, theme.size.icon, theme.size.icon)
            icon.moveCenter(rect.center())
            paint_icon(painter, icon, "film", "text.secondary", theme)
            return
        paint_cover(painter, rect, self._picture(job.first_asset), theme)

    def _paint_state(
        self, pen: RowPen, lines: tuple[QRect, QRect], places: Columns, words: LineWords, buttons_left: int
    ) -> None:
        first, second = lines
        theme = pen.theme
        pen.glyph(first, places.status, words.status)
        color = "text.secondary" if words.status == "pending" else status_look(words.status).color
        room = buttons_left - theme.space.m
        failed = words.status == "failed"
        end = room if failed else min(places.words_end, room)
        pen.text(between(first, places.words, end), (words.state, "button", color))
        if words.bar is not None:
            done = (percent(words.bar), "body", "text.secondary")
            if pen.width(words.state, "button") + pen.width(*done[:2]) + theme.space.s <= end - places.words:
                pen.text(between(first, places.words, end), done, right=True)
            pen.bar(QRect(places.words, second.center().y(), end - places.words, theme.size.progress), words.bar)
        else:
            reason = "text.primary" if failed else "text.secondary"
            pen.text(between(second, places.words, end), (words.detail, "small", reason))
        if not failed:
            self._paint_time(pen, lines, places, words, room)

    def _paint_time(
        self, pen: RowPen, lines: tuple[QRect, QRect], places: Columns, words: LineWords, room: int
    ) -> None:
        """Buttons of the line hide a time that stands at the right."""
        right = places.time_from_right
        if right and room < places.time_end - pen.theme.space.m:
            return
        first, second = (between(line, places.time, places.time_end if right else room) for line in lines)
        pen.text(first, (_time_in(pen, first, words, "strong"), "strong", "text.primary"), right=right)
        pen.text(second, (words.time_detail, "small", "text.secondary"), right=right)

    def _paint_prompt(
        self, painter: QPainter, rect: QRect, places: Columns, row: tuple[PromptKey, LineWords | None]
    ) -> None:
        key, words = row
        theme = current_theme()
        height = theme.size.control_small
        width = height * theme.size.thumb_row[0] // theme.size.thumb_row[1]
        thumb = QRect(places.thumb_right - width, rect.top() + (rect.height() - height) // 2, width, height)
        if words is None:
            return
        self._paint_source(painter, thumb, key)
        pen = RowPen(painter, theme)
        name_left = places.text + theme.space.xl
        name_end = name_left + (places.text_end - name_left) * 2 // 5 if words.what else places.text_end
        number_end = name_left - theme.space.s - theme.space.xs
        pen.text(
            between(rect, places.text - theme.space.s, number_end),
            (words.number, "small", "text.secondary"),
            right=True,
        )
        pen.text(
            between(rect, name_left, name_end),
            (words.name, "body", "text.primary"),
            elide=Qt.TextElideMode.ElideMiddle,
        )
        pen.text(between(rect, name_end + theme.space.s, places.text_end), (words.what, "small", "text.secondary"))
        pen.glyph(rect, places.status, words.status)
        color = "text.secondary" if words.status in ("pending", "queued") else status_look(words.status).color
        x = pen.text(between(rect, places.words, places.words_end), (words.state, "body", color))
        after, x = x + theme.space.m, places.words + (places.words_end - places.words) * 4 // 11
        x = max(x, after)
        if words.bar is not None:
            middle = rect.center().y() - theme.size.progress // 2
            left = places.words_end - after - theme.space.m - pen.width(words.detail, "small")
            if words.detail and left >= theme.size.control:
                place = between(rect, after, places.words_end)
                x = pen.text(place, (words.detail, "small", "text.secondary")) + theme.space.m
            pen.bar(QRect(x, middle, places.words_end - x, theme.size.progress), words.bar)
        else:
            end = places.end if words.status == "failed" else places.words_end
            pen.text(between(rect, x, end), (words.detail, "small", "text.secondary"))
        if words.status != "failed":
            room = between(rect, places.time, places.time_end)
            time = _time_in(pen, room, words, "small")
            pen.text(room, (time, "small", "text.secondary"), right=places.time_from_right)

    def _paint_source(self, painter: QPainter, rect: QRect, key: PromptKey) -> None:
        prompt = self._source.open_jobs.prompt(key)
        if prompt is not None and prompt.asset:
            paint_cover(painter, rect, self._picture(prompt.asset), current_theme())

    def _output(self, path: str) -> QPixmap | None:
        return self._thumbnails.picture(path, lambda desk: desk.thumbnail(path, _EDGE))

    def _picture(self, asset: str) -> QPixmap | None:
        return self._thumbnails.picture(asset, lambda desk: desk.asset_thumbnail(asset, _EDGE))

    def _paint_note_sign(self, painter: QPainter, room: QRect) -> None:
        px = current_theme().size.glyph_small
        if room.width() >= px:
            sign = QRect(room.left(), room.center().y() - px // 2, px, px)
            paint_icon(painter, sign, "pencil", "text.secondary", current_theme())

    def _paint_group(
        self, painter: QPainter, option: QStyleOptionViewItem, places: Columns, key: GroupKey
    ) -> None:
        theme, rect = current_theme(), option.rect
        self._paint_fold(painter, places, open_=key not in self._source.folds, theme=theme)
        name, number = self._source.group_words(key)
        pen = RowPen(painter, theme)
        room = between(rect, places.chevron.right() + theme.space.s, places.end)
        x = pen.text(room, (name, "label", "text.primary"))
        pen.text(between(rect, x + theme.space.m, room.right()), (number, "small", "text.secondary"))
        self._paint_buttons(painter, key, self.buttons(option, key))

    def _paint_more(self, painter: QPainter, rect: QRect, places: Columns, key: MoreKey) -> None:
        theme = current_theme()
        hidden, offer = self._source.more_words(key)
        pen = RowPen(painter, theme)
        left = places.text + theme.space.xl
        x = pen.text(between(rect, left, places.text_end), (hidden, "small", "text.secondary"))
        left = left if not hidden else x + theme.space.l
        pen.text(between(rect, left, places.words_end), (offer, "button", "accent.text"))


def _time_in(pen: RowPen, room: QRect, words: LineWords, role: str) -> str:
    """The time, without its words where these would be cut."""
    return words.time_short if words.time_short and pen.width(words.time, role) > room.width() else words.time


def _two_lines(rect: QRect, theme: Theme) -> tuple[QRect, QRect]:
    first, second = theme.line_height("body"), theme.line_height("small")
    top = rect.top() + (rect.height() - first - second) // 2
    return QRect(rect.left(), top, rect.width(), first), QRect(rect.left(), top + first, rect.width(), second)


def _is_active(option: QStyleOptionViewItem, roomy: bool) -> bool:
    """Under the pointer; where buttons hide no time also when selected."""
    wanted = QStyle.StateFlag.State_MouseOver
    return bool(option.state & (wanted | QStyle.StateFlag.State_Selected if roomy else wanted))


def _key(index: QModelIndex | QPersistentModelIndex) -> LineKey:
    model = index.model()
    if not isinstance(model, QueueModel):
        raise TypeError("the delegate draws the queue's own model only")
    return model.key(index.row())
