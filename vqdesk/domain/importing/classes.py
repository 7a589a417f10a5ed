"""What a server says of a node class (`GET /object_info`): its inputs in order, and which values fit them."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

Catalog = Mapping[str, Mapping[str, Any]]

DYNAMIC_COMBO: Final = "COMFY_DYNAMICCOMBO_V3"
MISFIT, FITS, FITS_WELL = range(3)

_PLAIN: Final = ("INT", "FLOAT", "STRING", "BOOLEAN", "COMBO")
_UPLOADS: Final = (
    "image_upload",
    "video_upload",
    "audio_upload",
    "animated_image_upload",
    "upload",
    "file_upload",
)
_MODEL_ENDINGS: Final = (".safetensors", ".gguf", ".pth", ".pt", ".ckpt", ".bin", ".sft", ".onnx")


@dataclass(frozen=True)
class InputSpec:
    """An input of a class. `type` is COMBO for both notations of choices; dynamic ones have dotted names."""

    name: str
    type: str
    choices: tuple[Any, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    is_required: bool = True

    @cached_property
    def is_widget(self) -> bool:
        """Whether the window shows a field for it, and keeps its value in `widgets_values`."""
        if self.options.get("forceInput") or self.options.get("defaultInput"):
            return False
        has_field = self.type in _PLAIN or self.type == DYNAMIC_COMBO or "widgetType" in self.options
        return has_field or (self.type.startswith("COMFY_") and "COMBO" in self.type)

    @property
    def is_dynamic(self) -> bool:
        """Whether it stands for several inputs under dotted names and is none itself."""
        return self.type.startswith("COMFY_AUTOGROW") or self.type.startswith("COMFY_DYNAMICGROUP")

    @cached_property
    def has_control(self) -> bool:
        """Whether a second field follows that says how the seed goes on."""
        named = self.type == "INT" and self.name.rpartition(".")[2] in ("seed", "noise_seed")
        return bool(self.options.get("control_after_generate")) or named

    @cached_property
    def upload_kind(self) -> str:
        """The kind of file that the user uploads here: image, video, audio, file, or ""."""
        key = next((key for key in _UPLOADS if self.options.get(key)), "")
        if not key:
            return ""
        return next((kind for kind in ("image", "video", "audio") if kind in key), "file")

    @property
    def has_files(self) -> bool:
        """Whether the choices are names of model files, which differ from server to server."""
        return any(is_model_name(choice) for choice in self.choices)

    def default(self) -> Any:
        """The value that the window starts with, or None where it has none."""
        if "default" in self.options:
            return self.options["default"]
        if self.choices:
            return self.choices[0]
        return {"STRING": "", "BOOLEAN": False, "INT": 0, "FLOAT": 0.0}.get(self.type)

    def fit(self, value: Any) -> int:
        """MISFIT, FITS or FITS_WELL. File names fit choices that do not list them."""
        match self.type:
            case "INT" | "FLOAT":
                return _fit_number(self.type, value)
            case "STRING":
                return FITS_WELL if isinstance(value, str) else int(_is_number(value))
            case "BOOLEAN":
                return FITS_WELL if isinstance(value, bool) else int(value in (0, 1))
            case "COMBO" | "COMFY_DYNAMICCOMBO_V3":
                return self._fit_choice(value)
            case _:
                return FITS

    def lacks(self, value: str) -> bool:
        """Whether a choice is certainly not offered; names of files are never certain, as they can be added."""
        if not self.choices or value in self.choices or self.upload_kind or is_model_name(value):
            return False
        return not (self.has_files or self.options.get("remote") or self.options.get("multiselect"))

    def _fit_choice(self, value: Any) -> int:
        if isinstance(value, str | int | float) and value in self.choices:
            return FITS_WELL
        numeric = bool(self.choices) and all(_is_number(choice) for choice in self.choices)
        if isinstance(value, list | dict):
            return FITS if self.options.get("multiselect") or self.options.get("multi_select") else MISFIT
        return int(_is_number(value)) if numeric else int(isinstance(value, str))

    def chosen_inputs(self, value: Any) -> "tuple[InputSpec, ...]":
        """The further inputs that a dynamic choice brings, under dotted names."""
        if self.type != DYNAMIC_COMBO:
            return ()
        for option in self.options.get("options", ()):
            if isinstance(option, dict) and option.get("key") == value:
                return tuple(_specs(option.get("inputs"), f"{self.name}."))
        return ()


def inputs_of(catalog: Catalog, class_type: str) -> tuple[InputSpec, ...] | None:
    """The inputs of a class in the window's order, required ones first; None for an unknown class."""
    entry = catalog.get(class_type)
    if not isinstance(entry, Mapping):
        return None
    return tuple(_specs(entry.get("input"), "", entry.get("input_order")))


def is_model_name(value: Any) -> bool:
    """Whether a value looks like the file name of a model."""
    return isinstance(value, str) and value.lower().endswith(_MODEL_ENDINGS)


def _specs(groups: Any, prefix: str, order: Any = None) -> Iterator[InputSpec]:
    for group in ("required", "optional"):
        entries = groups.get(group) if isinstance(groups, Mapping) else None
        if not isinstance(entries, Mapping):
            continue
        listed = order.get(group) if isinstance(order, Mapping) else None
        names = [name for name in listed if name in entries] if isinstance(listed, list) else []
        for name in dict.fromkeys([*names, *entries]):
            spec = _spec(prefix + name, entries[name], group == "required")
            if spec:
                yield spec


def _spec(name: str, raw: Any, is_required: bool) -> InputSpec | None:
    if not isinstance(raw, list | tuple) or not raw:
        return None
    kind, options = raw[0], raw[1] if len(raw) > 1 and isinstance(raw[1], Mapping) else {}
    if isinstance(kind, list):
        return InputSpec(name, "COMBO", tuple(kind), options, is_required)
    if not isinstance(kind, str):
        return None
    choices = options.get("options", ())
    if kind == DYNAMIC_COMBO:
        choices = [one.get("key") for one in choices if isinstance(one, dict)]
    return InputSpec(name, kind, tuple(choices) if isinstance(choices, list) else (), options, is_required)


def _fit_number(kind: str, value: Any) -> int:
    if not _is_number(value) or (isinstance(value, float) and not math.isfinite(value)):
        return MISFIT
    return FITS_WELL if kind == "FLOAT" or isinstance(value, int) or value.is_integer() else FITS


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
