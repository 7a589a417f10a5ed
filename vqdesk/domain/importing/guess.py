"""What kind of work an imported graph does, from what goes in and what comes out."""

from dataclasses import dataclass
from typing import Final

from vqdesk.domain.importing.roles import makes_video
from vqdesk.domain.importing.view import GraphView
from vqdesk.domain.workflow import Category


@dataclass(frozen=True, slots=True)
class Guess:
    """A category and task type; the user may change both."""

    category: Category
    task_type: str


_SCALING: Final = frozenset({"scale_by", "upscale_model", "upscale_method", "megapixels"})


def guess(view: GraphView, outputs: list[str], input_kind: str) -> Guess:
    """By the kind of input ("image", "video" or "") and output, and by whether something is generated between."""
    fields = {field for node in view.graph.values() for field in node["inputs"]}
    generates = bool(fields & {"positive", "noise_seed", "seed", "guider", "prompt"})
    if makes_video(view, outputs):
        return _video_work(fields, input_kind, generates)
    if input_kind == "video" and not generates:
        return Guess(Category.TOOL, "frame_extraction")
    if not input_kind:
        return Guess(Category.IMAGE_GEN, "text_to_image")
    if not generates:
        scaled = bool(fields & _SCALING)
        return Guess(Category.IMAGE_UPSCALE, "upscale") if scaled else Guess(Category.TOOL, "visualization")
    if fields & {"mask", "noise_mask", "grow_mask_by"}:
        return Guess(Category.EDIT, "inpaint")
    return Guess(Category.EDIT, "style" if "style_model" in fields else "edit")


def _video_work(fields: set[str], input_kind: str, generates: bool) -> Guess:
    if input_kind == "video" and not generates:
        if fields & {"multiplier", "interp_model"}:
            return Guess(Category.VIDEO_UPSCALE, "interpolation")
        return Guess(Category.VIDEO_UPSCALE, "upscale")
    if input_kind == "video" or "control_video" in fields:
        return Guess(Category.VIDEO_GEN, "vace")
    return Guess(Category.VIDEO_GEN, "image_to_video" if input_kind == "image" else "text_to_video")
