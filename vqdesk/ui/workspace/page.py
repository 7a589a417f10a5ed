"""The parts of the workspace and their places; decides nothing but room."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.domain.workspace import WorkspaceState
from vqdesk.ui.calls import Calls
from vqdesk.ui.presets.bar import PresetBar
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.thumbnails import Thumbnails
from vqdesk.ui.widgets.surfaces import Panel, ScrollPage
from vqdesk.ui.widgets.tab_order import set_tab_order_by_layout
from vqdesk.ui.workspace.first_start import FirstStart
from vqdesk.ui.workspace.footer import Footer
from vqdesk.ui.workspace.form import ParameterForm
from vqdesk.ui.workspace.lack_card import LackCard
from vqdesk.ui.workspace.media_section import MediaSection
from vqdesk.ui.workspace.mode_bar import ModeBar
from vqdesk.ui.workspace.problem_card import ProblemCard
from vqdesk.ui.workspace.prompts.section import PromptSection
from vqdesk.ui.workspace.workflow_bar import WorkflowBar


class WorkspacePage(QWidget):
    """A form that scrolls, and the footer that does not. The cards of the first start are lent by the panel."""

    scrolled = Signal(int)  # px

    def __init__(
        self, calls: Calls, thumbnails: Thumbnails, first_start: FirstStart, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.first_start = first_start
        # From the outside in: Qt styles all that is in a part whenever the part gets another parent.
        form, self._below = Panel("surface.1", parent=self), Panel("surface.1", parent=self)
        self._scroll = ScrollPage(form, self)
        self._bars, self._work = QWidget(form), QWidget(form)
        self.modes = ModeBar(form)
        self.workflow_bar = WorkflowBar(self._bars)
        self.presets = PresetBar(calls, self._bars)
        self.media = MediaSection(calls, thumbnails, form)
        self.form = ParameterForm(self._work)
        self.prompts = PromptSection(calls, self.media, thumbnails, self.presets.keeper)
        self.problem = ProblemCard(self._below)
        self.lacks = LackCard(self._below)
        self.footer = Footer(self)
        self._is_compact = False
        self._form_rows = QVBoxLayout(form)
        self._problem_row = QVBoxLayout(self._below)
        self._build_form()
        self._build_rows()
        self.form.parts_changed.connect(lambda: set_tab_order_by_layout(self))
        self.prompts.auto.built.connect(lambda: set_tab_order_by_layout(self))
        self.media.adding.connect(self._show_media)
        self.presets.values_wanted.connect(self.form.take_values)
        self.prompts.texts_wanted.connect(self.form.take_values)
        self._scroll.verticalScrollBar().valueChanged.connect(self.scrolled)

    def take_first_start(self) -> None:
        """Only one page at a time has the cards: the one in front."""
        self._form_rows.insertWidget(0, self.first_start)
        self.first_start.set_compact(self._is_compact)

    def scroll_to(self, position: int) -> None:
        """Once the form has its height. In px."""
        QTimer.singleShot(0, self, lambda: self._scroll.verticalScrollBar().setValue(position))

    def show_prompts(self) -> None:
        """Scrolls to the table."""
        self._scroll.ensureWidgetVisible(self.prompts)

    def show_definition(self, definition: WorkflowDefinition, state: WorkspaceState) -> None:
        """Shows the form of a workflow."""
        self.form.show_definition(definition, state)

    def show_parts(self, *, first_start: bool, workflow: bool, media: bool, form: bool) -> None:
        """Shows what matters now."""
        self.first_start.setVisible(first_start)
        self.modes.setVisible(workflow)
        self.workflow_bar.setVisible(workflow)
        self.media.setVisible(media)
        self.form.setVisible(form)
        self._work.setVisible(form)
        self.presets.setVisible(form)

    def sizeHint(self) -> QSize:
        """The width of the design."""
        size = current_theme().size
        return QSize(size.form, size.window_min[1])

    def minimumSizeHint(self) -> QSize:
        """The least room in which the form is usable."""
        size = current_theme().size
        return QSize(size.form_min, size.form_min)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less padding and smaller tiles where there is little room."""
        super().resizeEvent(event)
        space, size = current_theme().space, current_theme().size
        is_compact = self._is_compact = self.width() < (size.form + size.form_min) // 2
        side = size.panel_padding_narrow if is_compact else space.l
        self._form_rows.setContentsMargins(side, space.s if is_compact else space.m, side, space.m)
        self._form_rows.setSpacing(space.m if is_compact else space.l)
        self._problem_row.setContentsMargins(side, 0, side, space.s)
        for part in (self.workflow_bar, self.media, self.prompts, self.first_start):
            part.set_compact(is_compact)
        self.footer.set_narrow(is_compact)

    def _show_media(self) -> None:
        self._scroll.ensureWidgetVisible(self.media)

    def _build_rows(self) -> None:
        for card in (self.problem, self.lacks):
            self._problem_row.addWidget(card)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._scroll, 1)
        rows.addWidget(self._below)
        rows.addWidget(self.footer)

    def _build_form(self) -> None:
        for box, parts in (
            (self._bars, (self.workflow_bar, self.presets)),
            (self._work, (self.prompts, self.form)),
        ):
            rows = QVBoxLayout(box)
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(current_theme().space.s)
            for part in parts:
                rows.addWidget(part)
        for part in (self.modes, self._bars, self.media, self._work):
            self._form_rows.addWidget(part)
        self._form_rows.addStretch(1)
