"""Width and height side by side, with the usual sizes and the way to turn them."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from vqdesk.domain.workflow import SizeChoices
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import IconButton
from vqdesk.ui.widgets.menus import PassingMenu
from vqdesk.ui.workspace.form.parameter_field import ParameterField


class SizeRow(QWidget):
    """Two fields of their own and two buttons that fill both. Upright sizes stay upright when one is chosen."""

    def __init__(self, width: ParameterField, height: ParameterField, sizes: SizeChoices) -> None:
        super().__init__()
        self._width = width
        self._height = height
        self._sizes = sizes
        self.flip = IconButton("swap-size", self.tr("Swap width and height"))
        self.flip.clicked.connect(self._flip)
        self.usual = IconButton("chevron-down", self.tr("Usual sizes"))
        self.usual.clicked.connect(self._ask)
        self.setProperty("wide", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space.s)
        row.addWidget(width, 1)
        row.addWidget(height, 1)
        row.addLayout(self._buttons())

    def menu(self) -> QMenu:
        """The usual sizes as they would be taken now."""
        menu = PassingMenu(self)
        menu.setToolTipsVisible(True)
        for width, height in self._sizes.choices:
            wide, high = (height, width) if self._is_upright() else (width, height)
            action = menu.addAction(self.tr("{0} × {1}   {2}").format(wide, high, self._shape(wide, high)))
            action.setCheckable(True)
            action.setChecked((self._width.value, self._height.value) == (wide, high))
            action.triggered.connect(lambda _=False, size=(wide, high): self._take(*size))
        return menu

    def _ask(self) -> None:
        menu = self.menu()
        menu.exec(self.usual.mapToGlobal(QPoint(0, self.usual.height())))
        menu.deleteLater()

    def _flip(self) -> None:
        self._take(self._height.value, self._width.value)

    def _take(self, width: object, height: object) -> None:
        for field, value in ((self._width, width), (self._height, height)):
            if field.value != value:
                field.take(value)

    def _is_upright(self) -> bool:
        width, height = self._width.value, self._height.value
        return isinstance(width, int) and isinstance(height, int) and height > width

    def _shape(self, width: int, height: int) -> str:
        if width == height:
            return self.tr("square")
        return self.tr("landscape") if width > height else self.tr("upright")

    def _buttons(self) -> QVBoxLayout:
        """On the line of the fields, below their labels."""
        theme = current_theme()
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self.flip)
        line.addWidget(self.usual)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.addSpacing(theme.line_height("label") + theme.space.xs)
        rows.addLayout(line)
        rows.addStretch(1)
        return rows
