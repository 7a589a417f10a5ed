"""How large the models of a workflow are, where a ComfyUI on this computer keeps them. Blocking."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from vqdesk.domain.graph import split_binding
from vqdesk.domain.workflow import VramHint, WorkflowDefinition
from vqdesk.ports import Store
from vqdesk.services.input_places import InputPlaces

_LOADS = ("unet_name", "ckpt_name")
_FOLDERS = ("diffusion_models", "unet", "checkpoints")
_GIGA = 10**9


class ModelSizes:
    """Looks below `models`, beside the input folders that the servers of this computer name."""

    def __init__(self, store: Store) -> None:
        self._places = InputPlaces(store)

    def hint(self, definition: WorkflowDefinition, values: Mapping[str, Any]) -> VramHint | None:
        """What the definition says, with the true size of the largest model where all that are chosen are here."""
        sizes = [self._size(name) for name in _models(definition, values)]
        if not sizes or not all(sizes):
            return definition.vram
        return replace(definition.vram or VramHint(0.0), model_gb=max(sizes) / _GIGA)

    def _size(self, name: str) -> int:
        """Bytes; 0 for a file that is not here."""
        places = (folder.parent / "models" / kind / name for folder in self._places.folders() for kind in _FOLDERS)
        return next((size for path in places if (size := _bytes(path))), 0)


def _models(definition: WorkflowDefinition, values: Mapping[str, Any]) -> Iterable[str]:
    """Names of the files with the weights that a sampler uses, as chosen in the form, else as in the template."""
    bound = {place: parameter.name for parameter in definition.parameters for place in parameter.bind}
    for node_id, node in definition.template.items():
        for field, own in node["inputs"].items():
            if field in _LOADS:
                place = next((one for one in bound if split_binding(one) == (node_id, field)), "")
                chosen = values.get(bound[place], own) if place else own
                if isinstance(chosen, str) and chosen:
                    yield chosen


def _bytes(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
