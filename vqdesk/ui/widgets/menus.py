"""A menu that is made each time it is opened."""

from PySide6.QtWidgets import QMenu, QWidget


class PassingMenu(QMenu):
    """Gone when it has been closed, so that opened menus do not pile up behind their owner."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
