"""Another scale for what is built already: margins, gaps and fixed sizes that were set once."""

from collections.abc import Iterable, Iterator
from dataclasses import astuple

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QWidget

from vqdesk.ui.theme.tokens import Theme

_UNBOUNDED = 16_777_215
"""Qt's greatest size of a widget, which means none."""


class Rescale:
    """Turns px of one theme into those of another: tokens exactly, sums of them by the ratio."""

    def __init__(self, old: Theme, new: Theme) -> None:
        before, after = (_numbers(astuple(theme.space) + astuple(theme.size)) for theme in (old, new))
        self._known = dict(zip(before, after, strict=True))
        self._ratio = new.size.control / old.size.control

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        return self._ratio != 1

    def apply(self, widgets: Iterable[QWidget]) -> None:
        """Before style sheet and fonts change: what measures itself then has the last word."""
        for widget in widgets:
            self._fit_bounds(widget)
            widget.setContentsMargins(self._margins(widget.contentsMargins()))
            if (layout := widget.layout()) is not None:
                self._fit_layout(layout)

    def px(self, old: int) -> int:
        """0, negative and unbounded sizes stay."""
        if not 0 < old < _UNBOUNDED:
            return old
        return self._known.get(old, round(old * self._ratio))

    def _margins(self, old: QMargins) -> QMargins:
        return QMargins(*(self.px(part) for part in (old.left(), old.top(), old.right(), old.bottom())))

    def _fit_bounds(self, widget: QWidget) -> None:
        if widget.isWindow():
            return
        least, most = widget.minimumSize(), widget.maximumSize()
        widget.setMinimumSize(0, 0)
        widget.setMaximumSize(self.px(most.width()), self.px(most.height()))
        widget.setMinimumSize(self.px(least.width()), self.px(least.height()))

    def _fit_layout(self, layout: QLayout) -> None:
        layout.setContentsMargins(self._margins(layout.contentsMargins()))
        if isinstance(layout, QGridLayout):
            layout.setHorizontalSpacing(self.px(layout.horizontalSpacing()))
            layout.setVerticalSpacing(self.px(layout.verticalSpacing()))
            for column in range(layout.columnCount()):
                layout.setColumnMinimumWidth(column, self.px(layout.columnMinimumWidth(column)))
        elif isinstance(layout, QBoxLayout):
            layout.setSpacing(self.px(layout.spacing()))
        for at in range(layout.count()):
            item = layout.itemAt(at)
            if (inner := item.layout()) is not None:
                self._fit_layout(inner)
            elif (spacer := item.spacerItem()) is not None:
                size, policy = spacer.sizeHint(), spacer.sizePolicy()
                spacer.changeSize(
                    self.px(size.width()),
                    self.px(size.height()),
                    policy.horizontalPolicy(),
                    policy.verticalPolicy(),
                )
        layout.invalidate()


def _numbers(values: Iterable[int | tuple[int, ...]]) -> Iterator[int]:
    for value in values:
        if isinstance(value, tuple):
            yield from value
        else:
            yield value
