"""Small pictures for lists: asked for when seen, a few at a time, the latest wish first."""

from collections import OrderedDict
from collections.abc import Callable, Coroutine, Hashable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap, QPixmapCache

from vqdesk.domain.errors import Problem
from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.tokens import Theme

if TYPE_CHECKING:
    from vqdesk.runtime.desk import Desk

_AT_ONCE = 4
_MOST_WISHES = 100
_MAX_BYTES = 32 * 1024 * 1024
Question = Callable[["Desk"], Coroutine[Any, Any, bytes]]


class Thumbnails(QObject):
    """LRU of pictures, bounded in bytes. What cannot be shown stays blank and is not asked for again."""

    arrived = Signal(object)  # key

    def __init__(self, calls: Calls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._pictures: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._bytes = 0
        self._wishes: OrderedDict[Hashable, Question] = OrderedDict()
        self._asked: set[Hashable] = set()

    def picture(self, key: Hashable, question: Question) -> QPixmap | None:
        """The picture, or None while it is on its way; a null picture when there is none."""
        known = self._pictures.get(key)
        if known is not None:
            self._pictures.move_to_end(key)
            return known
        if key not in self._asked:
            self._wishes[key] = question
            self._wishes.move_to_end(key)
            if len(self._wishes) > _MOST_WISHES:
                self._wishes.popitem(last=False)
            self._ask_next()
        return None

    def peek(self, key: Hashable) -> QPixmap | None:
        """The picture if it is here; nothing is asked."""
        return self._pictures.get(key)

    def cancel_wishes(self) -> None:
        """What was wished and is no longer seen is not asked for; what is seen wishes again when it is painted."""
        self._wishes.clear()

    def forget(self, key: Hashable) -> None:
        """Asks again when it is seen next."""
        dropped = self._pictures.pop(key, None)
        if dropped is not None:
            self._bytes -= _bytes_of(dropped)

    def _ask_next(self) -> None:
        while self._wishes and len(self._asked) < _AT_ONCE:
            key, question = self._wishes.popitem()
            self._asked.add(key)
            self._calls.ask(self, question, partial(self._take, key), partial(self._refused, key))

    def _take(self, key: Hashable, data: bytes) -> None:
        image = QImage()
        image.loadFromData(data)
        self._keep(key, QPixmap.fromImage(image))

    def _refused(self, key: Hashable, _problem: Problem) -> None:
        self._keep(key, QPixmap())

    def _keep(self, key: Hashable, picture: QPixmap) -> None:
        self._asked.discard(key)
        self.forget(key)
        self._pictures[key] = picture
        self._bytes += _bytes_of(picture)
        while self._bytes > _MAX_BYTES:
            self._bytes -= _bytes_of(self._pictures.popitem(last=False)[1])
        self.arrived.emit(key)
        self._ask_next()


def paint_cover(painter: QPainter, rect: QRect, picture: QPixmap | None, theme: Theme) -> None:
    """Fills `rect` with the middle of the picture, corners rounded; blank without one."""
    ratio = painter.device().devicePixelRatioF()
    is_blank = picture is None or picture.isNull()
    shown = _blank(rect.size(), ratio, theme) if is_blank else _cover(picture, rect.size(), ratio, theme)
    painter.drawPixmap(rect.topLeft(), shown)


def _blank(size: QSize, ratio: float, theme: Theme) -> QPixmap:
    """Kept by Qt too: a page of tiles whose pictures are on their way is mostly blank."""
    ground = theme.color("surface.3")
    key = f"blank {ground.name()} {size.width()}x{size.height()} {ratio} {theme.radius.control}"
    blank = QPixmap()
    if not QPixmapCache.find(key, blank):
        blank = _clear(size, ratio)
        painter = QPainter(blank)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(_rounded(QRectF(QPointF(), QSizeF(size)), theme), ground)
        painter.end()
        QPixmapCache.insert(key, blank)
    return blank


def _clear(size: QSize, ratio: float) -> QPixmap:
    clear = QPixmap(size * ratio)
    clear.setDevicePixelRatio(ratio)
    clear.fill(Qt.GlobalColor.transparent)
    return clear


def _cover(picture: QPixmap, size: QSize, ratio: float, theme: Theme) -> QPixmap:
    """The picture as it is shown in that size, kept by Qt for the next paint: scaling takes most of its time."""
    key = f"cover {picture.cacheKey()} {size.width()}x{size.height()} {ratio} {theme.radius.control}"
    cover = QPixmap()
    if QPixmapCache.find(key, cover):
        return cover
    cover = _clear(size, ratio)
    rect = QRectF(QPointF(), QSizeF(size))
    painter = QPainter(cover)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(_rounded(rect, theme))
    painter.drawPixmap(rect, picture, _middle(picture, size.width() / size.height()))
    painter.end()
    QPixmapCache.insert(key, cover)
    return cover


def _rounded(rect: QRectF, theme: Theme) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, theme.radius.control, theme.radius.control)
    return path


def _middle(picture: QPixmap, ratio: float) -> QRectF:
    width, height = float(picture.width()), float(picture.height())
    if width > height * ratio:
        return QRectF((width - height * ratio) / 2, 0, height * ratio, height)
    return QRectF(0, (height - width / ratio) / 2, width, width / ratio)


def _bytes_of(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
