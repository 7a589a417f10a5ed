"""The fields that a form has now, by the names of their parameters."""

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vqdesk.domain.parameters import Parameter
from vqdesk.domain.workflow import is_visible
from vqdesk.ui.widgets.text_area import TextArea
from vqdesk.ui.workspace.form.parameter_field import ParameterField
from vqdesk.ui.workspace.form.path_field import PathField


class FormFields(QObject):
    """Makes fields and tells what the user does in any of them. A frame hides together with its field."""

    edited = Signal(str, object)
    submitted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._fields: dict[str, ParameterField] = {}
        self._frames: dict[str, QWidget] = {}

    def __getitem__(self, name: str) -> ParameterField:
        return self._fields[name]

    def __contains__(self, name: object) -> bool:
        return name in self._fields

    def __iter__(self) -> Iterator[ParameterField]:
        return iter(list(self._fields.values()))

    def make(self, parameter: Parameter, own: Mapping[str, Any]) -> ParameterField:
        """A field with its value among `own`, else the default."""
        field = ParameterField(parameter)
        field.set_value(own.get(parameter.name, parameter.default))
        field.edited.connect(self.edited)
        if isinstance(field.editor, TextArea):
            field.editor.submitted.connect(self.submitted)
        if not isinstance(field.editor, PathField):
            field.editor.setAcceptDrops(False)  # files dropped here belong to the panel
        self._fields[parameter.name] = field
        return field

    def set_frame(self, name: str, frame: QWidget) -> None:
        """What hides instead of the field alone."""
        self._frames[name] = frame

    def forget(self, name: str) -> None:
        """The field of a parameter that is no more."""
        field = self._fields.pop(name)
        self._frames.pop(name, None)
        field.hide()
        field.deleteLater()

    def clear(self) -> None:
        """Forgets all; whoever holds the widgets deletes them."""
        self._fields.clear()
        self._frames.clear()

    def is_shown(self, field: ParameterField) -> bool:
        """Whether the user can come to the field, in an open group or a closed one; also when it was forgotten."""
        return not (self._frames.get(field.parameter.name) or field).isHidden()

    def values(self, own: Mapping[str, Any]) -> dict[str, Any]:
        """The value of every field: the user's own, else the default."""
        return {name: own.get(name, field.parameter.default) for name, field in self._fields.items()}

    def show_dependent(self, values: Mapping[str, Any]) -> None:
        """Shows and hides the fields that depend on others."""
        for name, field in self._fields.items():
            if field.parameter.visible_when is not None:
                (self._frames.get(name) or field).setVisible(is_visible(field.parameter, values))
