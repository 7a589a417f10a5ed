"""From the file's model to the domain's definition."""

from vqdesk.domain.graph import bound_value, workflow_hash
from vqdesk.domain.job import Graph
from vqdesk.domain.parameters import (
    RANDOM_SEED,
    Choice,
    Parameter,
    ParameterType,
    VisibleWhen,
    check_value,
    resolution_size,
)
from vqdesk.domain.shaping import shaped
from vqdesk.domain.stages import StageRoles, StagesSpec
from vqdesk.domain.workflow import (
    InputSpec,
    LoraSlots,
    Requires,
    SettingsPreset,
    SizeChoices,
    Timing,
    VramHint,
    WorkflowDefinition,
    check_values,
)
from vqdesk.services.workflows.findings import Finding
from vqdesk.services.workflows.schema import (
    ChoiceFile,
    DefinitionFile,
    ParameterFile,
    Scalar,
    SeedFile,
    SizesFile,
    StagesFile,
)


def build_definition(model: DefinitionFile, graph: Graph, source_file: str, is_user: bool) -> WorkflowDefinition:
    """A definition whose bindings all exist in `graph`, in its default shape."""
    parameters = [_parameter(one, graph) for one in model.parameters]
    if model.seed:
        parameters.append(_seed(model.seed))
    requires = model.requires
    base = WorkflowDefinition(
        name=model.name,
        title=model.title,
        category=model.category,
        task_type=model.task_type,
        template=graph,
        template_hash=workflow_hash(graph),
        parameters=tuple(parameters),
        outputs=tuple(model.outputs),
        input=InputSpec(**model.input.model_dump()) if model.input else None,
        timing=Timing(**model.timing.model_dump()) if model.timing else None,
        requires=Requires(
            tuple(requires.nodes),
            {folder: tuple(files) for folder, files in requires.models.items()},
            requires.comfyui,
        ),
        vram=VramHint(**model.vram.model_dump()) if model.vram else None,
        description=model.description.strip(),
        source_file=source_file,
        is_user=is_user,
        presets=tuple(SettingsPreset(p.name, p.label or p.name, p.values, p.help) for p in model.presets),
        on_out_of_memory=model.on_out_of_memory.lower if model.on_out_of_memory else {},
        stages=_stages(model.stages) if model.stages else None,
        sizes=_sizes(model.sizes) if model.sizes else None,
        loras=LoraSlots(tuple(model.loras.after), model.loras.slots) if model.loras else None,
    )
    return shaped(base, {})


def check_defaults(definition: WorkflowDefinition) -> list[Finding]:
    """Defaults that break the rules of their own parameter, and presets that break any."""
    findings = []
    base = definition.base or definition
    for n, parameter in enumerate(base.parameters):
        wrong = check_value(parameter, parameter.default)
        if wrong:
            cause = f"The default breaks a rule of its own: {wrong.problem.sentence()}"
            findings.append(Finding(("parameters", n, "default"), cause, "Correct the default or the rule."))
    findings += _check_sizes(definition)
    window = definition.vram.window if definition.vram else ""
    if window and window not in {parameter.name for parameter in base.parameters}:
        cause = f"“{window}” is not a parameter."
        findings.append(Finding(("vram", "window"), cause, "Name one of the parameters, or leave it out."))
    for n, preset in enumerate(definition.presets):
        for error in check_values(shaped(definition, preset.values), preset.values):
            place = ("presets", n, "values", error.parameter)
            findings.append(Finding(place, error.problem.summary, error.problem.remedy))
    return findings


def _check_sizes(definition: WorkflowDefinition) -> list[Finding]:
    """Usual sizes that break the rules of their parameters."""
    sizes = definition.sizes
    if sizes is None:
        return []
    wrong = [
        (n, error)
        for n, (width, height) in enumerate(sizes.choices)
        for error in check_values(definition, {sizes.width: width, sizes.height: height})
    ]
    return [Finding(("sizes", "choices", n), one.problem.summary, one.problem.remedy) for n, one in wrong]


def _stages(model: StagesFile) -> StagesSpec:
    return StagesSpec(StageRoles(**model.roles.model_dump()), model.min, model.max, model.default)


def _sizes(model: SizesFile) -> SizeChoices:
    return SizeChoices(model.width, model.height, tuple(resolution_size(one) for one in model.choices))


def _parameter(one: ParameterFile, graph: Graph) -> Parameter:
    kind = ParameterType(one.type)
    default = one.default if one.default is not None else _template_value(one, graph)
    if kind is ParameterType.FLOAT and isinstance(default, int) and not isinstance(default, bool):
        default = float(default)
    return Parameter(
        name=one.name,
        label=one.label or one.name.replace("_", " ").capitalize(),
        type=kind,
        default=default,
        bind=tuple(one.bind),
        group=one.group,
        widget=one.widget,
        multiline=one.multiline or one.widget == "multiline",
        placeholder=one.placeholder,
        help=one.help,
        min=one.min,
        max=one.max,
        step=one.step,
        multiple_of=one.multiple_of,
        frames_rule=one.frames_rule,
        less_than=one.less_than,
        even_result=one.even_result,
        optional=one.optional,
        choices=tuple(_choice(choice) for choice in one.choices),
        visible_when=VisibleWhen(one.visible_when.parameter, tuple(one.visible_when.values))
        if one.visible_when
        else None,
        advanced=one.advanced,
        unit=one.unit,
    )


def _template_value(one: ParameterFile, graph: Graph) -> Scalar:
    if one.type == "resolution":
        return "x".join(str(bound_value(graph, binding)) for binding in one.bind)
    value: Scalar = bound_value(graph, one.bind[0])
    return value


def _choice(choice: Scalar | ChoiceFile) -> Choice:
    if isinstance(choice, ChoiceFile):
        return Choice(choice.value, choice.label)
    return Choice(choice, str(choice))


def _seed(seed: SeedFile) -> Parameter:
    return Parameter(
        name="seed",
        label=seed.label,
        type=ParameterType.SEED,
        default=RANDOM_SEED,
        bind=tuple(seed.bind),
        group=seed.group,
        help=seed.help,
    )
