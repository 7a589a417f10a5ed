"""The one way to make a job, for window, command line and API alike (R-S1)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

from vqdesk.domain.auto_prompt import TextWish
from vqdesk.domain.errors import InputUnusable, ParameterInvalid
from vqdesk.domain.fanout import Source, check_tries, fan_out
from vqdesk.domain.file_values import missing_files
from vqdesk.domain.graph import with_patch
from vqdesk.domain.job import Asset, Graph, Job, JobDraft, LaneId
from vqdesk.domain.media import MediaKind
from vqdesk.domain.parameters import RANDOM_SEED, ParameterType, similar_names
from vqdesk.domain.shaping import shape_conflicts, shaped
from vqdesk.domain.sizes import odd_result
from vqdesk.domain.workflow import WorkflowDefinition, check_values, effective_values, patch_for
from vqdesk.ports import NodeCatalog, Store
from vqdesk.services import preflight
from vqdesk.services.file_values import StagedFiles, stage_files
from vqdesk.services.input_places import InputPlaces
from vqdesk.services.runs import RunService
from vqdesk.services.staging import InputStaging, Progress, expand_inputs, input_path
from vqdesk.services.text_wishes import AutoTexts, text_wish
from vqdesk.services.workflows import WorkflowLibrary

_MAX_NAME = 200


@dataclass(frozen=True, slots=True)
class SubmitRequest:
    """What the user wants queued. `inputs` are files and folders; `per_file` maps an input to its own values.

    With `variations` every input is run once with each of them (texts × images); their values come before those of
    the file, those before `params`, and those before the defaults. With `auto` the job waits until language models
    have written a text for every image that has none of its own.
    """

    workflow: str
    inputs: tuple[str, ...] = ()
    params: Mapping[str, Any] = field(default_factory=dict)
    per_file: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    variations: tuple[Mapping[str, Any], ...] = ()
    tries: int = 1
    name: str | None = None
    lane_id: LaneId | None = None
    workspace_id: str = ""
    workspace_title: str = ""
    run: str = ""  # the job goes into the run of this name
    auto: AutoTexts | None = None
    force: bool = False  # skips preflight, never the rules of parameters and inputs


@dataclass(frozen=True, slots=True)
class _Plan:
    """A request after every check that needs no file to be opened."""

    request: SubmitRequest
    definition: WorkflowDefinition
    values: Mapping[str, Any]
    paths: Sequence[Path]
    own: Mapping[Path, Mapping[str, Any]]
    graph: Graph
    wish: TextWish | None


class SubmitService:
    """Checks everything, stages the inputs, and creates the job in one transaction. Blocking."""

    def __init__(self, store: Store, staging: InputStaging, library: WorkflowLibrary, rng: Random) -> None:
        self._store = store
        self._runs = RunService(store)
        self._places = InputPlaces(store)
        self._staging = staging
        self._library = library
        self._rng = rng

    def submit(
        self, request: SubmitRequest, on_progress: Progress | None = None, catalog: NodeCatalog | None = None
    ) -> Job:
        """Creates a job; nothing is created when anything is refused. `catalog` turns preflight on.

        Raises NotFound (workflow), ParameterInvalid, InputUnusable, EngineRejected (preflight), OutputUnwritable,
        and what `on_progress` raises.
        """
        return self.submit_with(self._library.get(request.workflow), request, on_progress, catalog)

    def submit_with(
        self,
        definition: WorkflowDefinition,
        request: SubmitRequest,
        on_progress: Progress | None = None,
        catalog: NodeCatalog | None = None,
    ) -> Job:
        """The same for a definition that need not be on the shelf. Raises as `submit`."""
        plan = _plan(_placed(request, self._places.named), shaped(definition, request.params))
        if catalog is not None and not request.force:
            preflight.refuse(plan.definition.title, preflight.check(plan.definition, catalog, plan.graph))
        files = stage_files(self._staging, plan.definition, _all_values(plan))
        assets: list[Asset] = []
        if plan.definition.input:
            assets = self._staging.stage(plan.paths, MediaKind(plan.definition.input.kind), on_progress)
            _refuse_odd_sizes(plan, assets)
        with self._store.batch():
            job_id = self._store.jobs.create(self._draft(plan, assets, files))
            if request.run:
                self._runs.put([job_id], request.run)
        return self._store.jobs.get(job_id)

    def _draft(self, plan: _Plan, assets: Sequence[Asset], files: StagedFiles) -> JobDraft:
        request, definition = plan.request, plan.definition
        prompts = fan_out(
            _sources(plan, assets, files),
            request.tries,
            plan.values.get("seed", RANDOM_SEED),
            definition.seed_bindings,
            self._rng,
        )
        if plan.wish is not None:
            prompts = tuple(replace(one, wants_text=plan.wish.lacks_text(one)) for one in prompts)
        return JobDraft(
            name=_job_name(plan),
            workflow=definition.name,
            workflow_hash=definition.template_hash,
            task_type=definition.task_type,
            params=plan.values,
            graph=with_patch(plan.graph, files.patch(definition, plan.values)),
            input_binding=definition.input_binding,
            save_nodes=definition.outputs,
            prompts=prompts,
            assets=tuple({asset.sha256: asset for asset in (*assets, *files.assets.values())}.values()),
            tries=request.tries,
            texts=_texts(plan),
            lane_pin=request.lane_id,
            workspace_id=request.workspace_id,
            workspace_title=request.workspace_title,
            wish=plan.wish if any(one.wants_text for one in prompts) else None,
        )


def _placed(request: SubmitRequest, named: Callable[[str], str]) -> SubmitRequest:
    """The same with names that only a server's input folder knows as paths."""
    own = {named(text): values for text, values in request.per_file.items()}
    return replace(request, inputs=tuple(map(named, request.inputs)), per_file=own)


def _sources(plan: _Plan, assets: Sequence[Asset], files: StagedFiles) -> list[Source]:
    """Every input with every variation; without an input, the variations alone."""
    inputs = [(str(path), asset.sha256, plan.own[path]) for path, asset in zip(plan.paths, assets, strict=True)]
    return [
        Source(path, sha256, files.patch(plan.definition, values), values.get("seed"))
        for path, sha256, own in inputs or [("", "", {})]
        for values in ({**own, **variation} for variation in plan.request.variations or ({},))
    ]


def _plan(request: SubmitRequest, definition: WorkflowDefinition) -> _Plan:
    own_by_path = {input_path(text): values for text, values in request.per_file.items()}
    _refuse_values(definition, request, own_by_path)
    paths = _inputs(definition, request.inputs)
    for path in own_by_path.keys() - set(paths):
        raise InputUnusable(
            f"Values of its own were given for {path.name}, which is not an input.",
            f"{path} is not among the {len(paths)} inputs.",
            similar_names(str(path), map(str, paths), "Inputs are") if len(paths) <= 20 else "Correct the path.",
        )
    values = effective_values(definition, request.params)
    return _Plan(
        request,
        definition,
        values,
        paths,
        {path: own_by_path.get(path, {}) for path in paths},
        with_patch(definition.template, patch_for(definition, values)),
        text_wish(definition, values, request.auto) if request.auto is not None else None,
    )


def _refuse_values(
    definition: WorkflowDefinition, request: SubmitRequest, own_by_path: Mapping[Path, Mapping[str, Any]]
) -> None:
    """Raises ParameterInvalid that names every wrong value, also those of single files."""
    wrong = [(error, "") for error in check_values(definition, request.params)]
    if not own_by_path:
        wrong += [(one, "") for one in missing_files(definition, effective_values(definition, request.params))]
    form_is_right = not wrong
    own = _own_values(request, own_by_path)
    for where, values in own:
        found = check_values(definition, {**request.params, **values})
        found += shape_conflicts(definition, request.params, values)
        found += missing_files(definition, effective_values(definition, request.params, values))
        wrong += [(error, where) for error in found if form_is_right or error.parameter in values]
    if not wrong:
        for values in (request.params, *(values for _, values in own)):
            tries_error = check_tries(definition, request.tries, values.get("seed", RANDOM_SEED))
            if tries_error:
                raise tries_error
        return
    first, where = wrong[0]
    problem = first.problem
    if len(wrong) == 1:
        raise ParameterInvalid(first.parameter, f"{where}{problem.summary}", problem.cause, problem.remedy)
    sentences = "\n".join(f"{where}{error.problem.sentence()}" for error, where in wrong)
    raise ParameterInvalid(first.parameter, f"{len(wrong)} values cannot be used.", sentences, "Correct them.")


def _own_values(
    request: SubmitRequest, own_by_path: Mapping[Path, Mapping[str, Any]]
) -> list[tuple[str, Mapping[str, Any]]]:
    """Values beside those of the form, each with the words that say whose they are."""
    of_files = [(f"{path.name}: ", values) for path, values in own_by_path.items()]
    return of_files + [(f"Variation {at}: ", values) for at, values in enumerate(request.variations, 1)]


def _all_values(plan: _Plan) -> tuple[Mapping[str, Any], ...]:
    return (plan.values, *plan.own.values(), *plan.request.variations)


def _refuse_odd_sizes(plan: _Plan, assets: Sequence[Asset]) -> None:
    """Raises ParameterInvalid where a factor would make a video of odd size, which no server can write."""
    for parameter in plan.definition.parameters:
        if not parameter.even_result:
            continue
        for path, asset in zip(plan.paths, assets, strict=True):
            own = plan.own[path].get(parameter.name, plan.values[parameter.name])
            for factor in {variation.get(parameter.name, own) for variation in plan.request.variations or ({},)}:
                if wrong := odd_result(parameter, factor, asset.width, asset.height):
                    problem = wrong.problem
                    raise ParameterInvalid(
                        parameter.name, f"{path.name}: {problem.summary}", problem.cause, problem.remedy
                    )


def _inputs(definition: WorkflowDefinition, texts: Sequence[str]) -> list[Path]:
    """Raises InputUnusable when files are missing, too many, or not wanted at all."""
    spec = definition.input
    if spec is None:
        if texts:
            raise InputUnusable(
                f"“{definition.title}” takes no files.",
                f"{len(texts)} were given.",
                "Leave the files out, or choose a workflow that takes them.",
            )
        return []
    paths = expand_inputs(texts, MediaKind(spec.kind))
    if len(paths) < spec.min or (spec.max is not None and len(paths) > spec.max):
        span = f"{spec.min}" if spec.max == spec.min else f"{spec.min} to {spec.max}"
        wanted = f"at least {spec.min}" if spec.max is None else span
        raise InputUnusable(
            f"The number of {spec.kind}s for “{definition.title}” must be {wanted}.",
            f"Given: {len(paths)}.",
            "Add files." if len(paths) < spec.min else "Remove some files.",
        )
    return paths


def _job_name(plan: _Plan) -> str:
    wanted = " ".join((plan.request.name or "").split())
    if wanted:
        return wanted[:_MAX_NAME]
    if not plan.paths:
        return plan.definition.title[:_MAX_NAME]
    more = f" + {len(plan.paths) - 1}" if len(plan.paths) > 1 else ""
    return f"{plan.paths[0].stem[: _MAX_NAME - len(more)]}{more}"


def _texts(plan: _Plan) -> str:
    """The words that search finds: prompt texts of the job, then those of single files, each once."""
    names = [p.name for p in plan.definition.parameters if p.type is ParameterType.TEXT and p.multiline]
    return "\n".join(dict.fromkeys(str(row[name]) for row in _all_values(plan) for name in names if row.get(name)))
