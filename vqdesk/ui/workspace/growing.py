"""Room for every line of wrapped text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from vqdesk.ui.widgets.fields import LabeledField
from vqdesk.ui.widgets.labels import Label


def let_labels_grow(parent: QWidget) -> None:
    """Lets wrapped labels below `parent` be higher than their size hint, which is for 64 letters a line."""
    for label in parent.findChildren(Label):
        if label.wordWrap():
            policy = label.sizePolicy()
            policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
            label.setSizePolicy(policy)
    for field in parent.findChildren(LabeledField):
        field.layout().setAlignment(Qt.AlignmentFlag(0))  # an aligned layout gets its hint and no more


def on_top(field: QWidget) -> QWidget:
    """The field at the top of a box that may be higher; the sentence below the field has its room."""
    box = QWidget()
    rows = QVBoxLayout(box)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.addWidget(field)
    rows.addStretch(1)
    let_labels_grow(box)
    return box
