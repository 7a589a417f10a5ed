"""Text in a cell: as many lines as there is room for, the last one with “…” when there is more."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

_MOST_LETTERS = 1200  # what is behind them is never seen in a cell


def lines_of(text: str, font: QFont, width: int, most: int) -> list[str]:
    """At most so many lines; the last one is cut where the text goes on."""
    found: list[str] = []
    parts = text[:_MOST_LETTERS].split("\n")
    for at, part in enumerate(parts):
        breaks = _breaks(part, font, width, most - len(found))
        found += [part[start:end].rstrip() for start, end in breaks]
        if len(found) >= most:
            rest = " ".join([part[breaks[-1][0] :], *parts[at + 1 :]])
            found[-1] = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
            break
    return found


def paint_lines(painter: QPainter, rect: QRect, lines: list[str], height: int) -> None:
    """From the top of `rect`, each line `height` px high."""
    for at, line in enumerate(lines):
        room = QRect(rect.x(), rect.y() + at * height, rect.width(), height)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)


def _breaks(part: str, font: QFont, width: int, most: int) -> list[tuple[int, int]]:
    if not part:
        return [(0, 0)]
    layout = QTextLayout(part, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[tuple[int, int]] = []
    while len(found) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, 0))
        found.append((line.textStart(), line.textStart() + line.textLength()))
    layout.endLayout()
    return found
