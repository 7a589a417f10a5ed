"""What a workflow is: its template, its parameters, and the values that go into them (DESIGN §9)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from vqdesk.domain.errors import NotFound, ParameterInvalid, Problem
from vqdesk.domain.job import Graph
from vqdesk.domain.parameters import (
    Parameter,
    ParameterType,
    check_value,
    nearest_values,
    resolution_size,
    similar_names,
    typed_value,
)
from vqdesk.domain.stages import StagesSpec, first_stage_name, stage_of


class Category(StrEnum):
    """Modes of the submit form (R-W3)."""

    VIDEO_GEN = "video_gen"
    IMAGE_GEN = "image_gen"
    VIDEO_UPSCALE = "video_upscale"
    IMAGE_UPSCALE = "image_upscale"
    EDIT = "edit"
    TOOL = "tool"


@dataclass(frozen=True, slots=True)
class InputSpec:
    """What files a workflow takes: `kind` is image or video, one file per prompt; `max` None means any number."""

    kind: str
    node: str
    field: str
    min: int = 1
    max: int | None = None

    @property
    def binding(self) -> str:
        return f"{self.node}.{self.field}"


@dataclass(frozen=True, slots=True)
class Timing:
    """Frames per second, frames of one stage, and frames that neighbouring stages share."""

    fps: float
    frames_per_stage: int
    overlap: int = 0


@dataclass(frozen=True, slots=True)
class Requires:
    """What a server must have. `models` maps a models folder to file names; `comfyui` is like ">=0.3.46"."""

    nodes: tuple[str, ...] = ()
    models: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    comfyui: str = ""


@dataclass(frozen=True, slots=True)
class VramHint:
    """GB of the largest model, and for each million pixels that are sampled at once, all frames together.

    `window` names a parameter: no more frames than its value are sampled at once.
    """

    model_gb: float
    per_megapixel_gb: float = 0.0
    window: str = ""


@dataclass(frozen=True, slots=True)
class LoraSlots:
    """Slots for further LoRAs, off until a file is named. `after`: whose model they change, one node an expert."""

    after: tuple[str, ...]
    slots: int


@dataclass(frozen=True, slots=True)
class SettingsPreset:
    """Values that belong together: speed, quality."""

    name: str
    label: str
    values: Mapping[str, Any]
    help: str = ""


@dataclass(frozen=True, slots=True)
class SizeChoices:
    """Usual sizes in pixels for two whole-number parameters; upright ones are these turned by 90°."""

    width: str
    height: str
    choices: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """What decides which nodes the graph has.

    `loras` names the parameters of the slots that are on, `absent` the optional files that are not given.
    """

    stages: int = 1
    saves_stages: bool = False
    loras: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkflowDefinition:
    """A workflow that the user can pick. The seed, where there is one, is a parameter of type seed."""

    name: str
    title: str
    category: Category
    task_type: str
    template: Graph
    template_hash: str
    parameters: tuple[Parameter, ...]
    outputs: tuple[str, ...]
    input: InputSpec | None = None
    timing: Timing | None = None
    requires: Requires = field(default_factory=Requires)
    vram: VramHint | None = None
    description: str = ""
    source_file: str = ""
    is_user: bool = False
    presets: tuple[SettingsPreset, ...] = ()
    on_out_of_memory: Mapping[str, float] = field(default_factory=dict)  # parameter -> step
    stages: StagesSpec | None = None
    loras: LoraSlots | None = None
    sizes: SizeChoices | None = None
    shape: Shape = Shape()
    base: "WorkflowDefinition | None" = None  # the file's own, where `shape` made this one of it

    @property
    def seed(self) -> Parameter | None:
        """The seed parameter, or None for workflows without chance."""
        return next((p for p in self.parameters if p.type is ParameterType.SEED), None)

    @property
    def seed_bindings(self) -> tuple[str, ...]:
        return self.seed.bind if self.seed else ()

    @property
    def input_binding(self) -> str:
        """Where the uploaded file's name goes, or "" for workflows without input."""
        return self.input.binding if self.input else ""

    def parameter(self, name: str) -> Parameter:
        """Raises NotFound with similar names."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        raise NotFound(
            f"The workflow “{self.name}” has no parameter “{name}”.",
            f"None of its {len(self.parameters)} parameters has that name.",
            similar_names(name, [p.name for p in self.parameters], "Its parameters are"),
        )


@dataclass(frozen=True, slots=True)
class BrokenWorkflow:
    """One thing that is wrong with a workflow file. `line` counts from 1; 0 means the whole file."""

    file: str
    line: int
    field: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class WorkflowShelf:
    """All workflows, in the order of the list, and what kept others from being read."""

    definitions: tuple[WorkflowDefinition, ...]
    broken: tuple[BrokenWorkflow, ...] = ()


# ---- values ---------------------------------------------------------------------------------------


def effective_values(
    definition: WorkflowDefinition, form: Mapping[str, Any], per_file: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The value of every parameter: of this file, else of the form, else the default."""
    over = per_file or {}
    return {p.name: over.get(p.name, form.get(p.name, p.default)) for p in definition.parameters}


def patch_for(definition: WorkflowDefinition, values: Mapping[str, Any]) -> dict[str, Any]:
    """Checked values as "node.input" → value. Seeds are left out: they belong to single prompts."""
    patch: dict[str, Any] = {}
    for parameter in definition.parameters:
        if parameter.name not in values or parameter.type is ParameterType.SEED:
            continue
        value = values[parameter.name]
        if parameter.type is ParameterType.RESOLUTION:
            patch.update(zip(parameter.bind, resolution_size(value), strict=True))
        else:
            shaped = float(value) if parameter.type is ParameterType.FLOAT else value
            patch.update(dict.fromkeys(parameter.bind, shaped))
            patch.update({binding: shaped - less for binding, less in parameter.bind_less})
    return patch


def is_visible(parameter: Parameter, values: Mapping[str, Any]) -> bool:
    """Whether the form shows this parameter while the others have these values."""
    condition = parameter.visible_when
    return condition is None or values.get(condition.parameter) in condition.values


def values_from_text(definition: WorkflowDefinition, texts: Mapping[str, str]) -> dict[str, Any]:
    """Typed values from words of a command line; what does not fit stays text, for `check_values` to name."""
    known = {p.name: p for p in definition.parameters}
    values: dict[str, Any] = {}
    for name, text in texts.items():
        meant = known.get(name) or known.get(first_stage_name(name))
        values[name] = typed_value(meant, text) if meant else text
    return values


# ---- rules ----------------------------------------------------------------------------------------


def check_values(definition: WorkflowDefinition, values: Mapping[str, Any]) -> list[ParameterInvalid]:
    """Everything that is wrong with these values, in form order; nothing is changed. Missing ones are fine."""
    known = {p.name: p for p in definition.parameters}
    found = [_unknown(definition, name) for name in values if name not in known]
    for name, parameter in known.items():
        wrong = check_value(parameter, values[name]) if name in values else None
        if wrong:
            found.append(wrong)
    return found or _check_order(definition, effective_values(definition, values))


def _unknown(definition: WorkflowDefinition, name: str) -> ParameterInvalid:
    known = [p.name for p in definition.parameters]
    stage, spec = stage_of(name), definition.stages
    if spec and first_stage_name(name) in known and stage <= spec.max:
        return ParameterInvalid(
            name,
            f"“{name}” belongs to clip {stage}, which is not made.",
            f"The job makes {definition.shape.stages} of up to {spec.max} clips.",
            f"Set “stages” to {stage}, or leave it out.",
        )
    return ParameterInvalid(
        name,
        f"The workflow “{definition.name}” has no parameter “{name}”.",
        f"None of its {len(known)} parameters has that name.",
        similar_names(name, known, "Its parameters are"),
    )


def _check_order(definition: WorkflowDefinition, values: Mapping[str, Any]) -> list[ParameterInvalid]:
    """Numbers that are not below the one that must be greater; all values are right by themselves."""
    labels = {p.name: p.label for p in definition.parameters}
    return [
        ParameterInvalid(
            p.name,
            f"{p.label} cannot be {values[p.name]}.",
            f"It must be less than {labels[p.less_than]}, which is {values[p.less_than]}.",
            f"Lower it, or raise {labels[p.less_than]}.",
            _just_below(p, values[p.less_than]),
        )
        for p in definition.parameters
        if p.less_than and values[p.name] >= values[p.less_than]
    ]


def _just_below(parameter: Parameter, limit: Any) -> tuple[Any, ...]:
    """The greatest right whole number below the limit, if there is one."""
    if parameter.type is not ParameterType.INT:
        return ()
    return tuple(n for n in nearest_values(parameter, limit - 1)[:1] if n < limit)
