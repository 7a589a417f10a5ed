"""The dialog that asks before something is lost or begun."""

from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, Variant

Role = QMessageBox.ButtonRole
_VARIANTS: dict[Role, Variant] = {Role.DestructiveRole: "confirm", Role.AcceptRole: "primary"}


class Question(QMessageBox):
    """Its buttons are verbs: red for what loses something, plain for what changes nothing. Gone once answered."""

    def __init__(self, title: str, question: str, more: str, parent: QWidget) -> None:
        super().__init__(QMessageBox.Icon.NoIcon, title, question, parent=parent)
        self.setInformativeText(more)
        words = self.findChild(QLabel, "qt_msgbox_label")
        if words is not None:
            words.setFont(current_theme().font("strong"))
            words.setMinimumWidth(current_theme().size.form_min * 3 // 4)
        self.finished.connect(self.deleteLater)

    def add(self, verb: str, role: Role) -> Button:
        """Adds a button and returns it."""
        button = Button(verb, variant=_VARIANTS.get(role, "default"), parent=self)
        self.addButton(button, role)
        return button
