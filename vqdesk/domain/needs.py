"""What a server must have to run a job, and what it has to load for it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from vqdesk.domain.graph import classes_of, split_binding
from vqdesk.domain.job import Graph

Catalog = Mapping[str, Mapping[str, Any]]
"""Class name -> its description, as `GET /object_info` gives it."""

_MODEL_FILES: Final = (".safetensors", ".sft", ".gguf", ".ckpt", ".pt", ".pth", ".bin", ".onnx")
_LORA: Final = "lora"


@dataclass(frozen=True, slots=True, order=True)
class ModelFile:
    """A file that a node loads: `name` in the input `field` of a node of this class."""

    class_type: str
    field: str
    name: str


@dataclass(frozen=True, slots=True)
class Needs:
    """Node classes and model files of a job, those of single prompts included."""

    classes: tuple[str, ...]
    models: tuple[ModelFile, ...] = ()

    @property
    def key(self) -> str:
        """Equal for equal needs."""
        plain = [self.classes, [[one.class_type, one.field, one.name] for one in self.models]]
        return hashlib.sha256(json.dumps(plain, separators=(",", ":")).encode()).hexdigest()

    @property
    def share(self) -> str:
        """The models that take long to load, one a line; "" when there are none. LoRAs are small beside them."""
        return "\n".join(sorted({one.name for one in self.models if _LORA not in one.field.lower()}))


def needs_of(graph: Graph, patches: Iterable[Mapping[str, Any]] = ()) -> Needs:
    """The needs of a graph and of all its patches ("node.input" → value)."""
    found = {
        ModelFile(node["class_type"], field, value)
        for node in graph.values()
        for field, value in node["inputs"].items()
        if _is_model(value)
    }
    for patch in patches:
        for binding, value in patch.items():
            if _is_model(value):
                node_id, field = split_binding(binding)
                found.add(ModelFile(graph[node_id]["class_type"], field, value))
    return Needs(tuple(sorted(classes_of(graph))), tuple(sorted(found)))


def lacking(needs: Needs, catalog: Catalog) -> frozenset[str]:
    """Names of the classes and files that a server with this catalogue does not have."""
    classes = {name for name in needs.classes if name not in catalog}
    files = {
        one.name
        for one in needs.models
        if (known := choices_of(catalog, one.class_type, one.field)) is not None and one.name not in known
    }
    return frozenset(classes | files)


def choices_of(catalog: Catalog, class_type: str, field: str) -> list[Any] | None:
    """The values that a choice input takes, in either of ComfyUI's two notations; None for other inputs."""
    spec = spec_of(catalog, class_type, field)
    if spec and isinstance(spec[0], list):
        return list(spec[0])
    if spec and spec[0] == "COMBO" and len(spec) > 1:
        return list(spec[1].get("options", []))
    return None


def spec_of(catalog: Catalog, class_type: str, field: str) -> list[Any] | tuple[Any, ...]:
    """How the catalogue describes an input; empty when it does not."""
    groups = catalog.get(class_type, {}).get("input", {})
    for group in ("required", "optional"):
        spec: list[Any] | tuple[Any, ...] = groups.get(group, {}).get(field) or ()
        if spec:
            return spec
    return ()


def _is_model(value: Any) -> bool:
    return isinstance(value, str) and value.lower().endswith(_MODEL_FILES)
