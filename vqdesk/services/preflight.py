"""What a server lacks for a workflow, and where to put it (R-W7)."""

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from vqdesk.domain.errors import EngineRejected, Problem
from vqdesk.domain.file_values import file_parameters
from vqdesk.domain.graph import classes_of, split_binding
from vqdesk.domain.job import Graph
from vqdesk.domain.needs import choices_of, lacking, needs_of, spec_of
from vqdesk.domain.parameters import similar_names
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.ports import NodeCatalog, ServerCatalog
from vqdesk.services.node_packs import core_since, pack_of

MODEL_FIELDS: Final = {
    ("UNETLoader", "unet_name"): "diffusion_models",
    ("UnetLoaderGGUF", "unet_name"): "diffusion_models",
    ("CheckpointLoaderSimple", "ckpt_name"): "checkpoints",
    ("CLIPLoader", "clip_name"): "text_encoders",
    ("CLIPLoaderGGUF", "clip_name"): "text_encoders",
    ("DualCLIPLoader", "clip_name1"): "text_encoders",
    ("DualCLIPLoader", "clip_name2"): "text_encoders",
    ("CLIPVisionLoader", "clip_name"): "clip_vision",
    ("VAELoader", "vae_name"): "vae",
    ("LoraLoaderModelOnly", "lora_name"): "loras",
    ("LoraLoader", "lora_name"): "loras",
    ("UpscaleModelLoader", "model_name"): "upscale_models",
    ("ControlNetLoader", "control_net_name"): "controlnet",
    ("StyleModelLoader", "style_model_name"): "style_models",
    ("FrameInterpolationModelLoader", "model_name"): "frame_interpolation",
}
"""Inputs of core loaders that name a file, and the folder below `models` where the server looks for it."""

_CLOSE_ENOUGH = 0.6
_MOST_NAMES = 3
_UPLOADS = ("image_upload", "video_upload", "audio_upload", "file_upload")


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that a server lacks. A refused value names its inputs ("node.field") and what is meant perhaps.

    `advice` is the problem's remedy without the names in `close`.
    """

    problem: Problem
    bindings: tuple[str, ...] = ()
    value: str = ""
    close: tuple[str, ...] = ()

    @property
    def advice(self) -> str:
        return self.problem.remedy.partition("? ")[2] if self.close else self.problem.remedy


def check(definition: WorkflowDefinition, catalog: NodeCatalog, graph: Graph | None = None) -> list[Problem]:
    """Everything that the server with this catalogue lacks for `graph`, else for the definition's template."""
    return [lack.problem for lack in lacks(definition, catalog, graph)]


def lacks(definition: WorkflowDefinition, catalog: NodeCatalog, graph: Graph | None = None) -> list[Lack]:
    """The same as `check`, each with what the form needs to offer a remedy."""
    wanted = definition.template if graph is None else graph
    classes = classes_of(wanted) | set(definition.requires.nodes)
    missing = sorted(classes - catalog.keys())
    return [
        *(Lack(problem) for problem in _too_old(definition, catalog)),
        *(Lack(_missing_class(name, catalog)) for name in missing),
        *_refused_values(definition, wanted, catalog),
    ]


def best_of(catalogs: Iterable[NodeCatalog], graph: Graph) -> NodeCatalog | None:
    """The catalogue to check a graph against: the first of those that lack the fewest nodes and models."""
    needs = needs_of(graph)
    return min(catalogs, key=lambda catalog: len(lacking(needs, catalog)), default=None)


def refuse(title: str, problems: Sequence[Problem]) -> None:
    """Raises EngineRejected with all problems in words, if there are any."""
    if problems:
        remedies = dict.fromkeys(problem.remedy for problem in problems)
        raise EngineRejected(
            f"The server cannot run “{title}” now.",
            " ".join(problem.summary for problem in problems),
            " ".join(remedies),
        )


def close_files(name: str, available: Iterable[Any]) -> list[str]:
    """Up to three files of a server's list that may be meant, best first.

    Folders, case and the kind of file do not count: a model may be there in another format.
    """
    by_stem: dict[str, list[str]] = {}
    for one in available:
        by_stem.setdefault(_stem(str(one)), []).append(str(one))
    close = difflib.get_close_matches(_stem(name), by_stem, _MOST_NAMES, _CLOSE_ENOUGH)
    return [name for stem in close for name in by_stem[stem]][:_MOST_NAMES]


def is_older(version: str, wanted: str) -> bool:
    """Whether "0.3.46" comes before ">=0.8"; False for versions that are not numbers."""
    here, there = _numbers(version), _numbers(wanted)
    return bool(here and there) and here < there


def _too_old(definition: WorkflowDefinition, catalog: NodeCatalog) -> Iterator[Problem]:
    version = catalog.version if isinstance(catalog, ServerCatalog) else ""
    wanted = definition.requires.comfyui.removeprefix(">=")
    if is_older(version, wanted):
        yield Problem(
            f"The server is too old for “{definition.title}”.",
            f"It is ComfyUI {version}, and {wanted} or newer is needed.",
            "Update ComfyUI and start the server again.",
        )


def _missing_class(name: str, catalog: NodeCatalog) -> Problem:
    cause = "The server is too old for it, or a custom node pack is not installed."
    remedy = "Update ComfyUI, or install the node pack that brings it, and start the server again."
    if name.startswith("VQ"):
        cause = "Only VQDesk's built-in engine has it."
        remedy = "Use the built-in engine for this workflow."
    elif "VQCameraMove" in catalog and "KSampler" not in catalog:
        cause = "The built-in engine runs no AI models."
        remedy = "Use a ComfyUI server for this workflow; choose one under “Engines…” in the menu."
    elif pack := pack_of(name):
        cause = f"The custom node pack {pack} brings it."
        remedy = f"Install {pack} in ComfyUI's manager and start the server again."
    elif version := core_since(name):
        cause = f"ComfyUI {version} and newer have it."
        remedy = "Update ComfyUI and start the server again."
    return Problem(f"The node “{name}” is missing on the server.", cause, remedy, node_type=name)


def missing_names(definition: WorkflowDefinition, catalog: NodeCatalog) -> list[str]:
    """The classes and values that the server lacks for the definition's template, by name alone: quick."""
    classes = classes_of(definition.template) | set(definition.requires.nodes)
    refused = _refused_places(definition, definition.template, catalog)
    values = dict.fromkeys(value for _, _, value in refused if value)
    return [*sorted(classes - catalog.keys()), *values]


def _refused_values(definition: WorkflowDefinition, graph: Graph, catalog: NodeCatalog) -> Iterator[Lack]:
    """One for every value of a choice input that the server does not have."""
    for (class_type, field, value), bindings in _refused_places(definition, graph, catalog).items():
        node_id, _ = split_binding(bindings[0])
        problem = _refused(node_id, class_type, field, value, catalog)
        if problem:
            close = close_files(value, choices_of(catalog, class_type, field) or [])
            yield Lack(problem, tuple(bindings), value, tuple(close))


def _refused_places(
    definition: WorkflowDefinition, graph: Graph, catalog: NodeCatalog
) -> dict[tuple[str, str, str], list[str]]:
    """(class, input, value) that the server's list does not have -> where the graph says so."""
    places: dict[tuple[str, str, str], list[str]] = {}
    uploaded = {definition.input_binding, *(bind for one in file_parameters(definition) for bind in one.bind)}
    for node_id, node in graph.items():
        class_type = node["class_type"]
        for field, value in node["inputs"].items():
            if not isinstance(value, str) or f"{node_id}.{field}" in uploaded:
                continue
            available = choices_of(catalog, class_type, field)
            if available is not None and value not in available:
                places.setdefault((class_type, field, value), []).append(f"{node_id}.{field}")
    return places


def _refused(node_id: str, class_type: str, field: str, value: str, catalog: NodeCatalog) -> Problem | None:
    available = choices_of(catalog, class_type, field) or []
    folder = MODEL_FIELDS.get((class_type, field))
    where = {"node_id": node_id, "node_type": class_type}
    if folder:
        meant = _did_you_mean(close_files(value, available))
        return Problem(
            f"The model file “{value}” is missing on the server.",
            f"Node “{node_id}” ({class_type}) loads it.",
            f"{meant}Put “{value}” into ComfyUI's folder models/{folder}, or choose another file.",
            **where,
        )
    spec = spec_of(catalog, class_type, field)
    if len(spec) > 1 and any(spec[1].get(flag) for flag in _UPLOADS):
        if re.search(r"[/\\]|\]$", value):  # such files are taken although they are not listed
            return None
        return Problem(
            f"The file “{value}” is missing on the server.",
            f"Node “{node_id}” ({class_type}) loads it.",
            f"{_did_you_mean(close_files(value, available))}Put “{value}” into ComfyUI's folder input.",
            **where,
        )
    names = [str(one) for one in available]
    return Problem(
        f"The server does not know “{value}” for “{field}”.",
        f"Node “{node_id}” ({class_type}) takes one of {len(names)} values.",
        similar_names(value, names, "It takes"),
        **where,
    )


def _did_you_mean(names: Sequence[str]) -> str:
    return f"Did you mean {' or '.join(f'“{name}”' for name in names)}? " if names else ""


def _stem(name: str) -> str:
    base = re.split(r"[/\\]", name)[-1].casefold()
    return base.rpartition(".")[0] or base


def _numbers(version: str) -> tuple[int, ...]:
    match = re.match(r"v?(\d+(?:\.\d+)*)", version.removeprefix(">="))
    return tuple(int(part) for part in match[1].split(".")) if match else ()
