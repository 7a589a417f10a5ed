"""The shape of a definition file (DESIGN §9). Unknown keys are errors."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from vqdesk.domain.workflow import Category

Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=80)]
NonEmpty = Annotated[str, StringConstraints(min_length=1)]
Binding = Annotated[str, StringConstraints(pattern=r"^[^.]+\..+$")]
FileName = Annotated[str, StringConstraints(pattern=r"^[^/\\]+\.json$")]
Scalar = str | int | float | bool


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


class ChoiceFile(_Strict):
    """A choice with words of its own; a bare value is shown as it is."""

    value: Scalar
    label: NonEmpty


class ConditionFile(_Strict):
    """`visible_when`: the other parameter, and the values with which this one shows."""

    parameter: Name
    values: list[Scalar] = Field(min_length=1)


class ParameterFile(_Strict):
    """One entry of `parameters`. Without a default the template's own value is the default."""

    name: Name
    label: str = ""
    type: Literal["text", "int", "float", "bool", "choice", "lora", "resolution", "path"]
    bind: list[Binding] = Field(min_length=1)
    default: Scalar | None = None
    group: str = ""
    widget: Literal["", "multiline", "slider", "image", "video"] = ""
    multiline: bool = False
    placeholder: str = ""
    help: str = ""
    min: float | None = None
    max: float | None = None
    step: float | None = Field(default=None, gt=0)
    multiple_of: int | None = Field(default=None, ge=1)
    frames_rule: Literal["", "4n+1"] = ""
    less_than: str = ""
    even_result: bool = False
    optional: bool = False
    choices: list[Scalar | ChoiceFile] = Field(default_factory=list)
    visible_when: ConditionFile | None = None
    advanced: bool = False
    unit: str = ""


class SeedFile(_Strict):
    """`seed`: all inputs that take the seed."""

    bind: list[Binding] = Field(min_length=1)
    label: str = "Seed"
    group: str = ""
    help: str = ""


class InputFile(_Strict):
    """`input`: which files the workflow takes and where their name goes."""

    kind: Literal["image", "video"]
    node: NonEmpty
    field: NonEmpty
    min: int = Field(default=1, ge=1)
    max: int | None = Field(default=None, ge=1)


class TimingFile(_Strict):
    """`timing`: checked against the template."""

    fps: float = Field(gt=0)
    frames_per_stage: int = Field(ge=1)
    overlap: int = Field(default=0, ge=0)


class RolesFile(_Strict):
    """`stages.roles`: the node ids of the template's one stage."""

    positive: NonEmpty
    i2v: NonEmpty
    high: NonEmpty
    low: NonEmpty
    decode: NonEmpty


class StagesFile(_Strict):
    """`stages`: the template's stage may be repeated; each one starts with the last frames of the one before."""

    min: int = Field(default=1, ge=1)
    max: int = Field(default=10, ge=1, le=50)
    default: int = Field(default=1, ge=1)
    roles: RolesFile


class LorasFile(_Strict):
    """`loras`: slots for further LoRAs after these nodes; two nodes are the high and the low noise expert."""

    after: list[NonEmpty] = Field(min_length=1, max_length=2)
    slots: int = Field(default=4, ge=1, le=20)


class SizesFile(_Strict):
    """`sizes`: usual sizes, offered for the two parameters together and turned by 90° on request."""

    width: Name
    height: Name
    choices: list[Annotated[str, StringConstraints(pattern=r"^\d{1,5}x\d{1,5}$")]] = Field(min_length=1)


class PresetFile(_Strict):
    """`presets`: values that belong together, offered by name."""

    name: Name
    label: str = ""
    help: str = ""
    values: dict[str, Scalar] = Field(min_length=1)


class OutOfMemoryFile(_Strict):
    """`on_out_of_memory`: how one retry goes lower; a step is a factor below 1, or a negative number to add."""

    lower: dict[Name, Annotated[float, Field(lt=1)]] = Field(min_length=1)


class RequiresFile(_Strict):
    """`requires`: what the server must have besides the classes of the template."""

    nodes: list[NonEmpty] = Field(default_factory=list)
    models: dict[str, list[NonEmpty]] = Field(default_factory=dict)
    comfyui: Annotated[str, StringConstraints(pattern=r"^(>=\d+(\.\d+)*)?$")] = ""


class VramFile(_Strict):
    """`vram`: GB that the largest model takes, and GB for each million pixels of all frames sampled at once.

    `window` names the parameter with the most frames that are sampled at once.
    """

    model_gb: float = Field(gt=0, le=1000)
    per_megapixel_gb: float = Field(default=0.0, ge=0, le=100)
    window: str = ""


class DefinitionFile(_Strict):
    """A whole definition file."""

    name: Name
    title: NonEmpty
    category: Category = Field(strict=False)
    task_type: NonEmpty
    template: FileName
    description: str = ""
    input: InputFile | None = None
    timing: TimingFile | None = None
    parameters: list[ParameterFile] = Field(default_factory=list)
    seed: SeedFile | None = None
    stages: StagesFile | None = None
    loras: LorasFile | None = None
    sizes: SizesFile | None = None
    presets: list[PresetFile] = Field(default_factory=list)
    on_out_of_memory: OutOfMemoryFile | None = None
    outputs: list[NonEmpty] = Field(min_length=1)
    requires: RequiresFile = Field(default_factory=RequiresFile)
    vram: VramFile | None = None
