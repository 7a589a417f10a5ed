"""Stages and LoRA slots of a definition against its template."""

from collections.abc import Iterator

from vqdesk.domain.graph import is_link, links
from vqdesk.domain.job import Graph
from vqdesk.domain.parameters import similar_names
from vqdesk.domain.shaping import SAVE_STAGES, STAGES, lora_names
from vqdesk.domain.stages import FIRST, StageRoles, StagesSpec, new_ids, stage_name
from vqdesk.domain.workflow import LoraSlots
from vqdesk.services.workflows.findings import Finding
from vqdesk.services.workflows.schema import DefinitionFile, StagesFile


def check_shape(model: DefinitionFile, graph: Graph) -> list[Finding]:
    """Faults of `stages` and `loras`; a definition without them has none."""
    findings = [*_loras(model, graph)]
    if model.stages:
        findings += _stages(model, model.stages, graph)
    return findings


def _loras(model: DefinitionFile, graph: Graph) -> Iterator[Finding]:
    if not model.loras:
        return
    taken = {link.source for link in links(graph) if link.slot == 0}
    for n, node in enumerate(model.loras.after):
        if node not in graph:
            remedy = similar_names(node, graph, "Its nodes are")
            yield Finding(("loras", "after", n), f"The template has no node “{node}”.", remedy)
        elif node not in taken:
            cause = f"Nothing takes the model of node “{node}”."
            yield Finding(("loras", "after", n), cause, "Name the node whose model goes on.")
    names = [name for name, _ in lora_names(LoraSlots(tuple(model.loras.after), model.loras.slots))]
    yield from _clashes(model, {*names, *(f"{name}_strength" for name in names)}, "loras")
    for node in sorted(graph.keys() & set(names)):
        yield Finding(("loras",), f"The template has a node “{node}” already.", "Give it another id.")


def _stages(model: DefinitionFile, stages: StagesFile, graph: Graph) -> list[Finding]:
    roles = stages.roles.model_dump()
    unknown = [
        Finding(
            ("stages", "roles", role), f"The template has no node “{node}”.", similar_names(node, graph, "It has")
        )
        for role, node in roles.items()
        if node not in graph
    ]
    if unknown:
        return unknown
    if len(set(roles.values())) < len(roles):
        return [Finding(("stages", "roles"), "One node has two roles.", "Name a node of its own for each role.")]
    findings = [*_numbers(stages), *_seams(model, stages, graph), *_wiring(stages, graph), *_texts(model, stages)]
    if not findings:
        spec = StagesSpec(StageRoles(**roles), stages.min, stages.max, stages.default)
        for node in sorted(graph.keys() & new_ids(graph, spec)):
            cause = f"The template has a node “{node}” already, which the builder of stages wants to add."
            findings.append(Finding(("stages",), cause, "Give it another id."))
    own = [parameter.name for parameter in model.parameters if parameter.name.endswith(FIRST)]
    added = {stage_name(name, stage) for name in own for stage in range(2, stages.max + 1)}
    return [*findings, *_clashes(model, {STAGES, SAVE_STAGES, *added}, "stages")]


def _numbers(stages: StagesFile) -> Iterator[Finding]:
    if not stages.min <= stages.default <= stages.max:
        cause = f"The default {stages.default} is not from {stages.min} to {stages.max}."
        yield Finding(("stages", "default"), cause, "Correct “min”, “max” or “default”.")


def _seams(model: DefinitionFile, stages: StagesFile, graph: Graph) -> Iterator[Finding]:
    overlap = model.timing.overlap if model.timing else 0
    if overlap % 4 != 1:
        cause = f"Stages share {overlap} frames at each seam."
        remedy = "Write “timing: {…, overlap: 1}”; 5, 9 and 13 are possible too."
        yield Finding(("timing", "overlap") if model.timing else ("stages",), cause, remedy)
    length = graph[stages.roles.i2v]["inputs"].get("length")
    if not isinstance(length, int) or length <= overlap:
        cause = f"Node “{stages.roles.i2v}” has no input “length” with more than {overlap} frames."
        yield Finding(("stages", "roles", "i2v"), cause, "Name the node that makes video from an image.")
    for n, parameter in enumerate(model.parameters):
        is_length = f"{stages.roles.i2v}.length" in parameter.bind
        if is_length and (parameter.min is None or parameter.min < overlap):
            cause = f"A stage must have at least the {overlap} frames of a seam."
            yield Finding(("parameters", n, "min"), cause, f"Set “min” to {overlap} or more.")


def _wiring(stages: StagesFile, graph: Graph) -> Iterator[Finding]:
    roles = stages.roles
    if not is_link(graph[roles.i2v]["inputs"].get("start_image")):
        cause = f"Nothing is connected to “start_image” of node “{roles.i2v}”."
        yield Finding(("stages", "roles", "i2v"), cause, "Connect the input's image to it.")
    inside = set(roles.model_dump().values())
    leaving = {link.source for link in links(graph) if link.source in inside and link.node not in inside}
    if leaving != {roles.decode}:
        cause = "Only the decoder's pictures may go on to nodes outside the stage."
        yield Finding(("stages", "roles"), f"{cause} Here they come from {sorted(leaving)}.", "Correct the roles.")


def _texts(model: DefinitionFile, stages: StagesFile) -> Iterator[Finding]:
    inside = set(stages.roles.model_dump().values())
    own = [(n, one) for n, one in enumerate(model.parameters) if one.name.endswith(FIRST)]
    if not any(f"{stages.roles.positive}.text" in one.bind for _, one in own):
        cause = f"No parameter with a name ending in “{FIRST}” binds {stages.roles.positive}.text."
        yield Finding(("stages",), cause, f"Call the prompt's parameter “positive_prompt{FIRST}”.")
    for n, one in own:
        if not {binding.partition(".")[0] for binding in one.bind} <= inside:
            cause = "A parameter of single stages binds a node that all stages share."
            yield Finding(("parameters", n, "bind"), cause, f"Remove “{FIRST}” from its name, or the binding.")


def _clashes(model: DefinitionFile, added: set[str], key: str) -> Iterator[Finding]:
    for n, parameter in enumerate(model.parameters):
        if parameter.name in added:
            yield Finding(("parameters", n, "name"), f"“{key}” adds a parameter “{parameter.name}”.", "Rename it.")
