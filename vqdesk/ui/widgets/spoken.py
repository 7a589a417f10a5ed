"""What screen readers learn of the controls that we paint ourselves: a role and a value."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLES = {
    "Segmented": QAccessible.Role.PageTabList,
    "Slider": QAccessible.Role.Slider,
    "Stars": QAccessible.Role.Slider,
    "Canvas": QAccessible.Role.Animation,
    "LogView": QAccessible.Role.Document,
    "GraphView": QAccessible.Role.Document,
    "LargePicture": QAccessible.Role.Graphic,
}
"""By class name, as Qt asks."""


def install_roles() -> None:
    """Once, before the first widget is asked for."""
    QAccessible.installFactory(_make)


class _Spoken(QAccessibleWidget):
    """Says the value that the widget has now."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._widget = widget

    def text(self, kind: QAccessible.Text) -> str:
        """Name and description as of any widget; the value is the widget's own."""
        if kind == QAccessible.Text.Value:
            return str(getattr(self._widget, "value", ""))
        return super().text(kind)


def _make(name: str, thing: QObject) -> QAccessibleInterface | None:
    role = _ROLES.get(name)
    return _Spoken(thing, role) if role is not None and isinstance(thing, QWidget) else None
