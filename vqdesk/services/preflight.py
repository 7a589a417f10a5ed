"""What a server lacks for a workflow, and where to put it (R-W7)."""

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Any, Final

from vqdesk.domain.errors import EngineRejected, Problem
from vqdesk.domain.graph import classes_of
from vqdesk.domain.job import Graph
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.ports import NodeCatalog

MODEL_FIELDS: Final = {
    ("UNETLoader", "unet_name"): "diffusion_models",
    ("UnetLoaderGGUF", "unet_name"): "diffusion_models",
    ("CheckpointLoaderSimple", "ckpt_name"): "checkpoints",
    ("CLIPLoader", "clip_name"): "text_encoders",
    ("DualCLIPLoader", "clip_name1"): "text_encoders",
    ("DualCLIPLoader", "clip_name2"): "text_encoders",
    ("CLIPVisionLoader", "clip_name"): "clip_vision",
    ("VAELoader", "vae_name"): "vae",
    ("LoraLoaderModelOnly", "lora_name"): "loras",
    ("LoraLoader", "lora_name"): "loras",
    ("UpscaleModelLoader", "model_name"): "upscale_models",
    ("ControlNetLoader", "control_net_name"): "controlnet",
}
"""Inputs of core loaders that name a file, and the folder below `models` where the server looks for it."""


def check(definition: WorkflowDefinition, catalog: NodeCatalog, graph: Graph | None = None) -> list[Problem]:
    """Everything that the server with this catalogue lacks for `graph`, else for the definition's template."""
    wanted = definition.template if graph is None else graph
    classes = classes_of(wanted) | set(definition.requires.nodes)
    missing = sorted(classes - catalog.keys())
    return [*(_missing_class(name) for name in missing), *_missing_models(wanted, catalog)]


def best_of(catalogs: Iterable[NodeCatalog], classes: Set[str]) -> NodeCatalog | None:
    """The catalogue to check against: the first that knows all classes, else the first, else None."""
    known = list(catalogs)
    return next((catalog for catalog in known if classes <= catalog.keys()), known[0] if known else None)


def refuse(title: str, problems: Sequence[Problem]) -> None:
    """Raises EngineRejected with all problems in words, if there are any."""
    if problems:
        remedies = dict.fromkeys(problem.remedy for problem in problems)
        raise EngineRejected(
            f"The server cannot run “{title}” now.",
            " ".join(problem.summary for problem in problems),
            " ".join(remedies),
        )


def _missing_class(name: str) -> Problem:
    if name.startswith("VQ"):
        return Problem(
            f"The node “{name}” is missing on the server.",
            "Only VQDesk's built-in engine has it.",
            "Use the built-in engine for this workflow.",
            node_type=name,
        )
    return Problem(
        f"The node “{name}” is missing on the server.",
        "The server is too old for it, or a custom node pack is not installed.",
        "Update ComfyUI, or install the node pack that brings it, and start the server again.",
        node_type=name,
    )


def _missing_models(graph: Graph, catalog: NodeCatalog) -> Iterator[Problem]:
    seen = set()
    for node_id, node in graph.items():
        for field, value in node["inputs"].items():
            folder = MODEL_FIELDS.get((node["class_type"], field))
            if folder is None or not isinstance(value, str) or (folder, value) in seen:
                continue
            available = choices_of(catalog, node["class_type"], field)
            if available is not None and value not in available:
                seen.add((folder, value))
                yield Problem(
                    f"The model file “{value}” is missing on the server.",
                    f"Node “{node_id}” ({node['class_type']}) loads it.",
                    f"Put “{value}” into ComfyUI's folder models/{folder}, or choose another file.",
                    node_id=node_id,
                    node_type=node["class_type"],
                )


def choices_of(catalog: NodeCatalog, class_type: str, field: str) -> list[Any] | None:
    """The values that a choice input takes, in either of ComfyUI's two notations; None for other inputs."""
    groups = catalog.get(class_type, {}).get("input", {})
    for group in ("required", "optional"):
        spec = groups.get(group, {}).get(field)
        if spec and isinstance(spec[0], list):
            return list(spec[0])
        if spec and spec[0] == "COMBO" and len(spec) > 1:
            return list(spec[1].get("options", []))
    return None
