"""What the window shows of a file that was opened for import, or of a saved workflow that is edited."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vqdesk.domain.errors import Problem, UserError
from vqdesk.domain.importing import FormDraft, ImportNote, definition_of, draft_of
from vqdesk.domain.job import Graph
from vqdesk.domain.needs import choices_of
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.ports import NodeCatalog
from vqdesk.services import preflight
from vqdesk.services.importing.service import Imported


@dataclass(frozen=True, slots=True)
class ModelNeed:
    """A model file that is loaded. `url` is the page that the file states; `is_there` None: nobody knows."""

    name: str
    folder: str
    url: str
    is_there: bool | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A workflow on its way to a form. `draft` is None when `problem` says why there can be none.

    `definition_file` is set when a saved workflow is edited; `server_lacks` is what a connected server says.
    """

    title: str
    file: str
    kind: str
    nodes: int
    draft: FormDraft | None
    problem: Problem | None
    notes: tuple[ImportNote, ...]
    models: tuple[ModelNeed, ...]
    server_lacks: tuple[Problem, ...] = ()
    imported: Imported | None = None
    definition_file: str = ""


def opened(imported: Imported, server: NodeCatalog | None) -> Opened:
    """An imported file with its draft; `server` is the catalogue of a server that is connected now."""
    draft, problem = None, None
    try:
        draft = imported.draft()
    except UserError as error:
        problem = error.problem
    conversion = imported.conversion
    stated = {model.name: (model.folder, model.url) for model in conversion.models}
    graph = draft.graph if draft else conversion.graph
    return Opened(
        title=" ".join(imported.path.stem.replace("_", " ").split()),
        file=str(imported.path),
        kind=imported.kind,
        nodes=len(conversion.graph),
        draft=draft,
        problem=problem,
        notes=(*conversion.notes, *(draft.notes if draft else ())),
        models=tuple(_models(graph, stated, server)),
        server_lacks=_lacks(draft, server),
        imported=imported,
    )


def opened_again(definition: WorkflowDefinition, catalog: NodeCatalog, server: NodeCatalog | None) -> Opened:
    """A workflow of the user, to change its form."""
    draft = draft_of(definition, catalog)
    stated = {name: (folder, "") for folder, names in definition.requires.models.items() for name in names}
    return Opened(
        title=definition.title,
        file=definition.source_file,
        kind="a workflow of yours",
        nodes=len(draft.graph),
        draft=draft,
        problem=None,
        notes=(),
        models=tuple(_models(draft.graph, stated, server)),
        server_lacks=_lacks(draft, server),
        definition_file=definition.source_file,
    )


def _lacks(draft: FormDraft | None, server: NodeCatalog | None) -> tuple[Problem, ...]:
    if draft is None or server is None:
        return ()
    return tuple(preflight.check(definition_of(draft, "draft", "this workflow"), server))


def _models(graph: Graph, stated: dict[str, tuple[str, str]], server: NodeCatalog | None) -> Iterator[ModelNeed]:
    """What the file names first, then what loaders of the graph name besides."""
    loaded = {_base(value): (folder, is_there) for value, folder, is_there in _loaded(graph, server)}
    for name, (folder, url) in stated.items():
        yield ModelNeed(name, folder, url, loaded.get(name, ("", None))[1])
    for name, (folder, is_there) in loaded.items():
        if name not in stated and folder:
            yield ModelNeed(name, folder, "", is_there)


def _loaded(graph: Graph, server: NodeCatalog | None) -> Iterator[tuple[str, str, bool | None]]:
    for node in graph.values():
        for field, value in node["inputs"].items():
            if not isinstance(value, str) or not value:
                continue
            choices = choices_of(server, node["class_type"], field) if server else None
            folder = preflight.MODEL_FIELDS.get((node["class_type"], field), "")
            yield value, folder, None if choices is None else value in choices


def _base(name: str) -> str:
    return Path(name.replace("\\", "/")).name
