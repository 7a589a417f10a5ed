"""Where things stand in a line of the list, for any width."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

from vqdesk.ui.theme.tokens import Theme

_WIDE = 20  # in heights of a job's row: from here on the time column stands before the actions
_NARROW = 13  # below this the time column gives way


@dataclass(frozen=True, slots=True)
class Columns:
    """Horizontal places in px, and the squares that take clicks."""

    chevron: QRect
    thumb_right: int
    text: int
    text_end: int
    status: int  # the glyph; words stand at `words`
    words: int
    words_end: int
    time: int
    time_end: int  # equal to `time` when there is no time column
    time_from_right: bool
    end: int  # where actions end
    more: QRect


def columns(line: QRect, theme: Theme) -> Columns:
    """Columns of a line."""
    size, space = theme.size, theme.space
    left, width = line.left(), line.width()
    middle = line.top() + line.height() // 2
    chevron = QRect(left + space.s + space.xs, middle - size.icon // 2, size.icon, size.icon)
    thumb_right = chevron.right() + 1 + space.s + size.thumb_row[0]
    small = size.control_small
    more = QRect(left + width - space.m - small, middle - small // 2, small, small)
    end = more.left() - space.s
    wide = width >= _WIDE * size.row_job
    status = left + round(width * (0.474 if wide else 0.5))
    words = status + size.glyph_small + space.s
    if wide:
        time, time_end = left + round(width * 0.737), end
    elif width >= _NARROW * size.row_job:
        time, time_end = left + round(width * 0.775), end
    else:
        time, time_end = end, end
    return Columns(
        chevron=chevron,
        thumb_right=thumb_right,
        text=thumb_right + space.s + space.xs,
        text_end=status - space.m,
        status=status,
        words=words,
        words_end=time - (space.xl if wide else space.m),
        time=time,
        time_end=time_end,
        time_from_right=not wide,
        end=end,
        more=more,
    )
