"""The form as it will be, made by the same widgets as the real one."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.workspace import WorkspaceState
from vqdesk.ui.importing.drafting import PREVIEW_NAME, Drafting
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Panel, ScrollPage
from vqdesk.ui.workspace.form import ParameterForm

_AFTER_MS = 120  # typing a name does not build the form at every key


class PreviewTab(QWidget):
    """`values` are what was typed into it; they are used by a trial and not saved."""

    def __init__(self, drafting: Drafting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafting = drafting
        self._state = WorkspaceState(workflow=PREVIEW_NAME)
        self._shown: object = None
        self._later = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._later.timeout.connect(self._show)
        self.form = ParameterForm()
        self.form.value_edited.connect(self._take)
        self.form.group_toggled.connect(self._toggle)
        self._input = Label("", "small", "text.secondary", wrap=True)
        self._build_rows()
        drafting.opened.connect(self._forget)
        drafting.changed.connect(self._later.start)

    @property
    def values(self) -> Mapping[str, Any]:
        """What differs from the values at the start."""
        known = {one.parameter.name for one in self._drafting.fields if one.is_chosen} | {"seed"}
        return {name: value for name, value in self._state.own_values.items() if name in known}

    def _forget(self) -> None:
        self._state = WorkspaceState(workflow=PREVIEW_NAME)

    def _take(self, name: str, value: object) -> None:
        definition = self._drafting.definition()
        if definition is not None:
            self._state = self._state.with_value(name, value, definition.parameter(name).default)
            self.form.refresh(self._state.own_values)

    def _toggle(self, name: str, is_open: bool) -> None:
        self._state = self._state.with_group(name, is_open)

    def _show(self) -> None:
        definition = self._drafting.definition()
        self.form.setVisible(definition is not None)
        if definition is None:
            self._shown = None
            self._input.setText("")
            return
        if definition.parameters == self._shown:
            return
        self._shown = definition.parameters
        kind = definition.input.kind if definition.input else ""
        said = {
            "image": self.tr("Above the fields: the grid for the images of a batch."),
            "video": self.tr("Above the fields: the grid for the videos of a batch."),
        }
        self._input.setText(said.get(kind, self.tr("It takes no files: every try makes one prompt.")))
        self.form.show_definition(definition, self._state)

    def _build_rows(self) -> None:
        space = current_theme().space
        page = Panel("surface.1")
        page.setMaximumWidth(current_theme().size.form)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, space.s, space.m)
        inner.setSpacing(space.m)
        inner.addWidget(self._input)
        inner.addWidget(self.form)
        inner.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(ScrollPage(page))
