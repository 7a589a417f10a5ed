"""The import page: what was found at the left, the form as it will be at the right; lies over the columns."""

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import AppEvent
from vqdesk.ui.calls import Calls
from vqdesk.ui.importing import words
from vqdesk.ui.importing.drafting import Drafting
from vqdesk.ui.importing.field_editor import FieldEditor
from vqdesk.ui.importing.field_list import FieldList
from vqdesk.ui.importing.foot import ImportFoot
from vqdesk.ui.importing.head import ImportHead
from vqdesk.ui.importing.models_tab import ModelsTab
from vqdesk.ui.importing.notes_tab import NotesTab
from vqdesk.ui.importing.preview_tab import PreviewTab
from vqdesk.ui.importing.trial_tab import TrialTab
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.question import Question, Role
from vqdesk.ui.widgets.surfaces import Panel, Splitter
from vqdesk.ui.widgets.tabs import TabBar
from vqdesk.ui.workspace.note_line import NoteLine
from vqdesk.ui.workspace.problem_card import ProblemCard

if TYPE_CHECKING:
    from vqdesk.runtime.desk import Desk
    from vqdesk.services.importing.opening import Opened

Opening = Callable[["Desk"], Coroutine[Any, Any, "Opened"]]
_FORM, _NOTES, _MODELS, _TRIAL = range(4)


class ImportPage(Panel):
    """`saved` carries the workflow's name; `shown` whether the page wants to be seen."""

    saved = Signal(str)
    shown = Signal(bool)
    failed = Signal(object)  # Problem of a file that could not be opened

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__("surface.1", parent=parent)
        self._calls = calls
        self.drafting = Drafting(self)
        self.head = ImportHead(self.drafting)
        self.fields = FieldList(self.drafting)
        self.editor = FieldEditor(self.drafting)
        self.preview = PreviewTab(self.drafting)
        self.notes = NotesTab()
        self.models = ModelsTab()
        self.trial = TrialTab(calls)
        self.foot = ImportFoot(self.drafting)
        self.problem = ProblemCard()
        self.warning = NoteLine()
        self.tabs = TabBar(self.tr("Import"))
        self._pages = QStackedWidget()
        self._build_rows()
        self._connect()

    def open(self, opening: Opening) -> None:
        """Opens what the desk reads; a draft that was changed is not thrown away without a question."""
        self._leave(lambda: self._calls.ask(self, opening, self._show, self._not_opened))

    def open_path(self, path: str) -> None:
        """Opens a file that carries a workflow."""
        self.open(lambda desk: desk.importing.open(path))

    def open_text(self, text: str) -> None:
        """Opens a workflow that was copied as text."""
        name = self.tr("Pasted workflow")
        self.open(lambda desk: desk.importing.open_text(text, name))

    def edit(self, workflow: str) -> None:
        """Opens the form of a workflow of the user."""
        self.open(lambda desk: desk.importing.edit(workflow))

    def use_files(self, paths: Sequence[str]) -> None:
        """Files dropped here: a workflow is opened, a picture or clip is what the trial runs on."""
        documents = [path for path in paths if path.lower().endswith(".json")]
        if documents:
            self.open_path(documents[0])
        elif paths:
            self.trial.use(paths[0])
            self.tabs.setCurrentIndex(_TRIAL)

    def close_page(self) -> None:
        """Leaves; asks first when there are changes."""
        self._leave(lambda: self.shown.emit(False))

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes news of the worker."""
        self.trial.apply_events(batch)

    # ---- opening and leaving --------------------------------------------------------------------

    def _show(self, source: "Opened") -> None:
        self.problem.hide()
        self.drafting.open(source)
        self.notes.show_notes(source.notes, source.server_lacks)
        self.models.show_models(source.models)
        self.tabs.set_count(_NOTES, len(self.notes.cards) or None)
        self.tabs.set_count(_MODELS, len(source.models) or None)
        self.trial.begin(source.draft.input.kind if source.draft and source.draft.input else "")
        self._warn(source)
        self.tabs.setCurrentIndex(_NOTES if source.problem else _FORM)
        self.shown.emit(True)
        self.fields.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_opened(self, problem: Problem) -> None:
        if self.isVisible():
            self.problem.tell(problem)
        else:
            self.failed.emit(problem)

    def _warn(self, source: "Opened") -> None:
        if source.problem:
            self.problem.tell(source.problem)
        said = words.warning(source.notes)
        if not said and source.server_lacks:
            first = source.server_lacks[0].summary
            said = self.tr("The connected server lacks something for it. {0}").format(first)
        self.warning.tell(said, button=self.tr("Show"), warns=True)

    def _leave(self, then: Callable[[], object]) -> None:
        if not (self.isVisible() and self.drafting.is_edited):
            then()
            return
        question = self.tr("Leave without saving “{0}”?").format(self.drafting.title)
        more = self.tr("What you ticked, named and limited here is gone then.")
        box = Question(self.tr("Leave without saving"), question, more, self)
        leave = box.add(self.tr("Leave without saving"), Role.DestructiveRole)
        stay = box.add(self.tr("Keep working"), Role.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        leave.clicked.connect(lambda: (self.drafting.saved(), then()))
        box.open()

    # ---- saving and trying ----------------------------------------------------------------------

    def _save(self) -> None:
        source, draft, title = self.drafting.source, self.drafting.draft, self.drafting.title
        if source is None or draft is None:
            return
        self.problem.hide()
        self.foot.set_busy(True)
        self._calls.ask(self, lambda desk: desk.importing.save(source, draft, title), self._saved, self._not_saved)

    def _saved(self, name: str) -> None:
        self.foot.set_busy(False)
        self.drafting.saved()
        self.shown.emit(False)
        self.saved.emit(name)

    def _not_saved(self, problem: Problem) -> None:
        self.foot.set_busy(False)
        self.problem.tell(problem)

    def _try(self, path: str) -> None:
        from vqdesk.runtime.desks.importing import Trial  # loads the services, which the first paint does without

        draft = self.drafting.draft
        if draft is None:
            return
        title = self.tr("Trial: {0}").format(self.drafting.title)
        trial = Trial(draft, title, dict(self.preview.values), path)
        self._calls.ask(self, lambda desk: desk.importing.try_out(trial), self.trial.show_job, self.trial.refuse)

    def _show_trial(self) -> None:
        self.tabs.setCurrentIndex(_TRIAL)
        self.trial.run()

    # ---- building -------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.head.closed.connect(self.close_page)
        self.fields.chosen.connect(self.editor.show_field)
        self.editor.move_asked.connect(self.fields.move_current)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.warning.acted.connect(lambda: self.tabs.setCurrentIndex(_NOTES))
        self.foot.save_asked.connect(self._save)
        self.foot.trial_asked.connect(self._show_trial)
        self.trial.wanted.connect(self._try)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close_page, context=inside)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.foot.save.click, context=inside)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.fields.search.setFocus, context=inside)

    def _build_rows(self) -> None:
        space, size = current_theme().space, current_theme().size
        body = Splitter(Qt.Orientation.Horizontal)
        body.addWidget(self._build_left())
        body.addWidget(self._build_right())
        body.set_first_sizes([size.form_min, size.form])
        body.setStretchFactor(0, 1)
        body.setStretchFactor(1, 1)
        notices = QVBoxLayout()
        notices.setContentsMargins(space.m, space.s, space.m, 0)
        notices.addWidget(self.warning)
        notices.addWidget(self.problem)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addLayout(notices)
        rows.addWidget(body, 1)
        rows.addWidget(self.foot)

    def _build_left(self) -> QWidget:
        space = current_theme().space
        left = QWidget()
        left.setMinimumWidth(current_theme().size.form_min)
        inner = QVBoxLayout()
        inner.setContentsMargins(space.m, space.s, space.m, space.s)
        inner.addWidget(self.fields)
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(inner, 1)
        rows.addWidget(self.editor)
        return left

    def _build_right(self) -> QWidget:
        space = current_theme().space
        right = QWidget()
        right.setMinimumWidth(current_theme().size.form_min)
        names = (
            (self.preview, self.tr("Form")),
            (self.notes, self.tr("Not taken over")),
            (self.models, self.tr("Models")),
            (self.trial, self.tr("Trial")),
        )
        rows = QVBoxLayout(right)
        rows.setContentsMargins(space.m, space.s, space.m, 0)
        rows.setSpacing(space.s)
        rows.addWidget(self.tabs)
        rows.addWidget(self._pages, 1)
        for page, word in names:
            page.setMinimumSize(1, 1)  # a page gives way; it does not widen the window
            self._pages.addWidget(page)
            self.tabs.addTab(word)
        return right
