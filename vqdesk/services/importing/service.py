"""Opening a file that holds a workflow, and saving what the user made of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from vqdesk.domain.errors import InputUnusable, WorkflowInvalid
from vqdesk.domain.importing import (
    Conversion,
    FormDraft,
    ImportNote,
    MadeBy,
    convert,
    draft_form,
    made_by,
    read_document,
    tidy_api_graph,
)
from vqdesk.domain.workflow import WorkflowShelf
from vqdesk.ports import NodeCatalog
from vqdesk.services.importing.catalogs import CatalogShelf
from vqdesk.services.importing.sources import Documents, ReadEmbedded, read_source, read_text


@dataclass(frozen=True, slots=True)
class Imported:
    """A file's workflow as a graph, with the catalogue that it was read by."""

    path: Path
    kind: str
    conversion: Conversion
    catalog: NodeCatalog

    def draft(self) -> FormDraft:
        """The form's draft. Raises WorkflowInvalid when nothing is saved, or links make a circle."""
        try:
            return draft_form(self.conversion, self.catalog)
        except RecursionError as error:
            raise _too_deep(self.path) from error


class ImportService:
    """Blocking. `folder` takes the user's own workflows; `shelf` says which names are taken."""

    def __init__(
        self,
        folder: Path,
        shelf: Callable[[], WorkflowShelf],
        read_embedded: ReadEmbedded,
        catalogs: CatalogShelf,
    ) -> None:
        self.catalogs = catalogs
        self._folder = folder
        self._shelf = shelf
        self._read_embedded = read_embedded

    def open(self, path: Path, catalog: NodeCatalog) -> Imported:
        """Reads a file. Raises InputUnusable when it holds no workflow, WorkflowInvalid when that is too large."""
        return _imported(path, read_source(path, self._read_embedded), catalog)

    def open_text(self, text: str, name: str, catalog: NodeCatalog) -> Imported:
        """Reads copied JSON, to be called `name`. Raises as `open`."""
        return _imported(Path(f"{name}.json"), read_text(text), catalog)

    def made_by(self, imported: Imported) -> MadeBy | None:
        """The workflow here that made the file, with its values (“reuse these settings”); None for other files."""
        return made_by(imported.conversion.graph, self._shelf().definitions)

    def save(self, imported: Imported, draft: FormDraft, title: str = "") -> Path:
        """Writes definition and template under a name that is free ("name__2") and returns the definition's path.

        Raises WorkflowInvalid when the disk does not take them.
        """
        from vqdesk.services.importing import writing  # loads YAML, which the window's start does without

        shelf = self._shelf()
        taken = {one.name for one in shelf.definitions} | {Path(one.file).stem for one in shelf.broken}
        given = " ".join(title.split())
        shown = given or " ".join(imported.path.stem.replace("_", " ").split()) or "Imported workflow"
        origin = writing.Origin(shown, imported.path.name, writing.file_name(given or imported.path.stem))
        return writing.write_new(self._folder, draft, origin, taken)

    def save_again(self, definition: Path, draft: FormDraft, title: str = "") -> None:
        """Writes a changed form into its file; the user's comments and other keys stay. Raises WorkflowInvalid."""
        from vqdesk.services.importing import writing  # as in `save`

        writing.write_again(definition, draft, title)


def _imported(path: Path, documents: Documents, catalog: NodeCatalog) -> Imported:
    try:
        return Imported(path, documents.kind, _converted(documents, catalog), catalog)
    except RecursionError as error:
        raise _too_deep(path) from error


def _converted(documents: Documents, catalog: NodeCatalog) -> Conversion:
    """The graph that was run is exact, so it is preferred; the window's format knows packs and model pages."""
    told = convert(read_document(documents.ui), catalog) if documents.ui is not None else None
    if documents.graph is None:
        if told is None or not told.graph:
            raise InputUnusable(
                "The workflow is empty.", "None of its nodes runs on a server.", "Import another file."
            )
        return told
    run = tidy_api_graph(documents.graph, catalog)
    if told is None:
        return run
    packs = {note.class_type: note.pack for note in told.notes if note.pack}
    return replace(run, notes=tuple(_with_pack(note, packs) for note in run.notes), models=told.models)


def _with_pack(note: ImportNote, packs: dict[str, str]) -> ImportNote:
    return replace(note, pack=packs.get(note.class_type, ""))


def _too_deep(path: Path) -> WorkflowInvalid:
    cause = "Its values lie in one another too many times."
    return WorkflowInvalid(f"{path.name} cannot be imported.", cause, "Import another file.")
