"""All ways into the import page, and what comes out of it: drops, pastes, the menu, “reuse these settings”."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import AppEvent
from vqdesk.domain.job import JobId
from vqdesk.domain.prompt_modes import PromptMode
from vqdesk.domain.workspace import WorkspaceState
from vqdesk.ui.calls import Calls
from vqdesk.ui.importing.offer import OfferLine
from vqdesk.ui.workspace.dropping import FileDrops, Offer

if TYPE_CHECKING:
    from vqdesk.services.importing.reuse import Carrier, Reused
    from vqdesk.services.importing.whole_jobs import ReusedJob
    from vqdesk.ui.importing.page import ImportPage

_LOOKED_AT = 200  # files of one drop; their heads are read
_DOCUMENT = ".json"
_CLIPS = (".mp4", ".mov", ".webm", ".mkv", ".m4v")


class ImportEntry(QObject):
    """The page lies over `covered` and is made when it is first wanted. `inputs` carries files that are inputs."""

    inputs = Signal(object)  # Offer
    saved = Signal(str)  # name of a workflow
    reused = Signal(str, object)  # title, WorkspaceState
    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, rows: QBoxLayout, covered: QWidget) -> None:
        super().__init__(covered)
        self._calls = calls
        self._rows = rows
        self._covered = covered
        self._page: ImportPage | None = None
        self.offer = OfferLine()
        self.offer.open_wanted.connect(lambda path: self.page.open_path(path))
        self.offer.reuse_wanted.connect(self.reuse)

    @property
    def page(self) -> "ImportPage":
        """The import page."""
        if self._page is None:
            self._page = self._make_page()
        return self._page

    def take(self, dropped: Offer, kind: str) -> None:
        """What was dropped on the window, whose workflow takes inputs of this kind ("image" or "video").

        A JSON file is opened. Pictures stay inputs, with an offer when they carry a workflow. So do clips; but
        where a workflow takes pictures, a clip can only be meant for what it carries.
        """
        self.offer.hide()
        paths = list(dropped.paths)
        documents = [path for path in paths if path.lower().endswith(_DOCUMENT)]
        others = [path for path in paths if path not in documents]
        if documents:
            self.page.open_path(documents[0])
        clips = [path for path in others if kind == "image" and path.lower().endswith(_CLIPS)]
        kept = [path for path in others if path not in clips]
        if kept or not paths:
            self.inputs.emit(replace(dropped, paths=kept))
        if others:
            looked = others[:_LOOKED_AT]
            self._calls.ask(
                self,
                lambda desk: desk.importing.carriers(looked),
                lambda found: self._sort(found, clips),
                lambda _problem: self._keep(clips),
            )

    def take_text(self, text: str) -> None:
        """Opens a workflow that was copied as text."""
        self.page.open_text(text)

    def edit(self, workflow: str) -> None:
        """Opens the form of a workflow of the user."""
        self.page.edit(workflow)

    def choose_file(self) -> None:
        """Asks which file to import."""
        dialog = QFileDialog(self._covered, self.tr("Import a workflow"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        kinds = self.tr("Workflows, pictures and clips (*.json *.png *.webp *.mp4 *.mov *.webm *.mkv)")
        dialog.setNameFilters([kinds, self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda path: self.page.open_path(path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def reuse(self, path: str) -> None:
        """Brings back the form that made a file."""
        self._calls.ask(self, lambda desk: desk.importing.reuse(path), self._take_reused, self.failed.emit)

    def reuse_job(self, job_id: JobId) -> None:
        """Brings back the form that made a job, with the texts of each image."""
        self._calls.ask(self, lambda desk: desk.importing.reuse_job(job_id), self._take_job, self.failed.emit)

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes news of the worker."""
        if self._page is not None:
            self._page.apply_events(batch)

    def _sort(self, found: tuple["Carrier", ...], clips: list[str]) -> None:
        carrying = [one for one in found if one.path in clips]
        self._keep([path for path in clips if path not in {one.path for one in carrying}])
        if carrying:
            first = carrying[0]
            if first.is_ours:
                self.reuse(first.path)
            else:
                self.page.open_path(first.path)
        elif found:
            self.offer.offer(found[0], len(found) - 1)

    def _keep(self, paths: list[str]) -> None:
        if paths:
            self.inputs.emit(Offer(paths=paths))

    def _take_reused(self, reused: "Reused") -> None:
        if reused.workflow:
            self.reused.emit(PurePath(reused.file).stem, state_of(reused))
            self.offer.tell(_said_of(reused))
            return
        said = self.tr("The workflow that made {0} is not here any more.").format(PurePath(reused.file).name)
        self.failed.emit(Problem(said, " ".join(reused.missing), self.tr("Its own copy was opened for import.")))
        self.page.open_path(reused.file)

    def _take_job(self, reused: "ReusedJob") -> None:
        self.reused.emit(reused.job.name, state_of_job(reused))
        if reused.missing:
            self.failed.emit(Problem(self.tr("Not all of the job came back."), " ".join(reused.missing)))

    def _make_page(self) -> "ImportPage":
        from vqdesk.ui.importing.page import ImportPage  # loaded when it is wanted

        page = ImportPage(self._calls)
        page.hide()
        self._rows.addWidget(page, 1)
        drops = FileDrops(page)
        drops.dropped.connect(lambda dropped: page.use_files(list(dropped.paths)))
        page.shown.connect(self._show)
        page.saved.connect(self.saved)
        page.failed.connect(self.failed)
        return page

    def _show(self, is_shown: bool) -> None:
        self._covered.setVisible(not is_shown)
        self.page.setVisible(is_shown)


def _said_of(reused: "Reused") -> str:
    from vqdesk.ui.importing import words  # loaded when it is wanted

    return words.reused(reused)


def state_of(reused: "Reused") -> WorkspaceState:
    """A workspace that has what made a file."""
    inputs = (reused.source_path,) if reused.source_path else ()
    return WorkspaceState(workflow=reused.workflow, values={reused.workflow: dict(reused.values)}, inputs=inputs)


def state_of_job(reused: "ReusedJob") -> WorkspaceState:
    """A workspace that would make the job again."""
    job = reused.job
    return WorkspaceState(
        workflow=job.workflow,
        values={job.workflow: dict(reused.values)},
        inputs=reused.inputs,
        rows=reused.rows,
        prompt_mode=PromptMode.EACH if reused.rows else PromptMode.ONE,
        columns=tuple(dict.fromkeys(name for row in reused.rows.values() for name in row)),
        tries=job.tries,
        job_name=job.name,
    )
