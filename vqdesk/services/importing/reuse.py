"""“Reuse these settings”: from a finished file back to the form that made it (R-W8). Blocking."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.graph import render
from vqdesk.domain.importing import MadeBy, made_by
from vqdesk.domain.importing.roles import PREFIX_FIELD
from vqdesk.domain.job import AttemptId, Graph, Job, Prompt
from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.shaping import shaped
from vqdesk.domain.workflow import WorkflowDefinition, WorkflowShelf, check_values
from vqdesk.ports import Store
from vqdesk.services.importing.sources import ReadEmbedded, read_source

_OUR_PREFIX: Final = re.compile(r"vqdesk/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/")


@dataclass(frozen=True, slots=True)
class Carrier:
    """A picture or clip with a workflow in it; `is_ours` when an attempt of VQDesk made it."""

    path: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Reused:
    """A form as it was. `missing`: sentences about what could not be brought back.

    `source_path` is the input, "" when there was none or it is gone. `workflow` is "" when that is gone.
    """

    file: str
    workflow: str
    title: str
    values: Mapping[str, Any]
    source_path: str = ""
    job_number: int | None = None
    missing: tuple[str, ...] = ()


class ReuseService:
    """Knows a file by the attempt's id in it, else by its content; without the database by its graph alone."""

    def __init__(self, store: Store, shelf: Callable[[], WorkflowShelf], read_embedded: ReadEmbedded) -> None:
        self._store = store
        self._shelf = shelf
        self._read_embedded = read_embedded

    def carriers(self, paths: Sequence[str]) -> tuple[Carrier, ...]:
        """Those of these files that carry a workflow. Files that cannot be read carry none."""
        return tuple(found for path in paths if (found := self._carrier(path)))

    def of_file(self, path: Path) -> Reused:
        """The form that made this file. Raises InputUnusable for a file that is not known to be ours."""
        embedded = self._embedded(path)
        prompt = self._prompt_of(embedded, path)
        graph = embedded or (self._rendered(prompt) if prompt else None)
        job = self._store.jobs.get(prompt.job_id) if prompt else None
        made = made_by(graph, self._likely_first(job)) if graph else None
        if made is None and prompt is None and not (embedded and _attempts_in(embedded)):
            raise InputUnusable(
                f"{path.name} was not made by VQDesk.",
                "No job here made it, and no workflow here makes its graph.",
                "Import its workflow instead, if it carries one.",
            )
        found = self._exact(made) if made else self._changed(job, prompt)
        return _with_source(path, found, job, prompt)

    def _carrier(self, path: str) -> Carrier | None:
        try:
            texts = self._read_embedded(Path(path))
        except OSError:
            return None
        told = [texts[key] for key in ("prompt", "workflow", "comment") if key in texts]
        if not any("{" in text for text in told):
            return None
        return Carrier(path, any(_OUR_PREFIX.search(text.replace("\\/", "/")) for text in told))

    def _embedded(self, path: Path) -> Graph | None:
        try:
            found = read_source(path, self._read_embedded).graph
        except InputUnusable:
            return None
        return {str(node_id): node for node_id, node in found.items()} if found and _is_sound(found) else None

    def _prompt_of(self, graph: Graph | None, path: Path) -> Prompt | None:
        for attempt in _attempts_in(graph) if graph else ():
            if prompt := self._store.origins.of_attempt(attempt):
                return prompt
        try:
            with path.open("rb") as file:
                return self._store.origins.of_content(hashlib.file_digest(file, "sha256").hexdigest())
        except OSError as error:
            cause = f"The system says: {error.strerror or error}."
            raise InputUnusable(f"{path.name} cannot be read.", cause, "Check its name and its rights.") from error

    def _rendered(self, prompt: Prompt) -> Graph:
        job_graph = self._store.jobs.graph(prompt.job_id)
        return render(job_graph, prompt, prompt.attempt_id or AttemptId(""), "")

    def _likely_first(self, job: Job | None) -> list[WorkflowDefinition]:
        """Copies of a workflow make the same graph: the one that the job names comes first."""
        return sorted(self._shelf().definitions, key=lambda one: job is None or one.name != job.workflow)

    def _definition(self, name: str) -> WorkflowDefinition | None:
        return next((one for one in self._shelf().definitions if one.name == name), None)

    def _exact(self, made: MadeBy) -> Reused:
        definition = self._definition(made.workflow)
        if definition is None:
            raise AssertionError("made_by names a workflow of the shelf")
        return Reused("", definition.name, definition.title, made.values)

    def _changed(self, job: Job | None, prompt: Prompt | None) -> Reused:
        """What the job had, as far as its workflow still takes it."""
        definition = self._definition(job.workflow) if job else None
        if job is None or prompt is None or definition is None:
            name = job.workflow if job else ""
            gone = f"Its workflow “{name}” is not here any more." if name else "Its workflow is not here."
            return Reused("", "", name, {}, missing=(gone,))
        wanted = {**job.params, **own_values(shaped(definition, job.params), prompt)}
        if prompt.seed is not None and definition.seed:
            wanted["seed"] = prompt.seed
        whole = shaped(definition, wanted)
        refused = {error.parameter for error in check_values(whole, wanted)}
        lost = tuple(name for name in wanted if name in refused)
        missing = ["Its workflow was changed since; what it adds keeps its default."]
        if lost:
            missing.append(f"These values do not fit any more: {', '.join(lost)}.")
        kept = {name: value for name, value in wanted.items() if name not in refused}
        return Reused("", definition.name, definition.title, kept, missing=tuple(missing))


def _with_source(path: Path, found: Reused, job: Job | None, prompt: Prompt | None) -> Reused:
    source, missing = prompt.source_path if prompt else "", found.missing
    if source and not Path(source).is_file():
        missing += (f"Its input {source} is not there any more.",)
        source = ""
    elif prompt is None and not missing:
        missing += ("No job of this data folder made it, so its input is not known.",)
    number = job.number if job else None
    return Reused(str(path), found.workflow, found.title, found.values, source, number, missing)


def _is_sound(graph: Mapping[str, Any]) -> bool:
    return all(isinstance(node.get("inputs"), dict) for node in graph.values())


def _attempts_in(graph: Graph) -> list[AttemptId]:
    """The ids in the prefixes of a graph's save nodes."""
    prefixes = [str(node["inputs"].get(PREFIX_FIELD, "")) for node in graph.values()]
    return [AttemptId(found[1]) for prefix in prefixes if (found := _OUR_PREFIX.match(prefix))]


def own_values(definition: WorkflowDefinition, prompt: Prompt) -> dict[str, Any]:
    """Values that only this prompt had: texts of its image, for example."""
    return {
        one.name: _patched(one, prompt.patch)
        for one in definition.parameters
        if one.bind and all(binding in prompt.patch for binding in one.bind) and one.type is not ParameterType.SEED
    }


def _patched(one: Parameter, patch: Mapping[str, Any]) -> Any:
    values = [patch[binding] for binding in one.bind]
    return "x".join(map(str, values)) if one.type is ParameterType.RESOLUTION else values[0]
