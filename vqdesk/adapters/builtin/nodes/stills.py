"""Classes that make, change and save still pictures. Results equal those of ComfyUI 0.3.64."""

import hashlib
import json
import random
import string
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from vqdesk.adapters.builtin.frames import FrameBatch, Picture, as_float, require_size, settle
from vqdesk.adapters.builtin.nodes.base import NodeCall, NodeResult
from vqdesk.adapters.builtin.pictures import load_pictures, save_png
from vqdesk.adapters.builtin.resample import centre_crop, scale
from vqdesk.adapters.builtin.storage import Storage


def load_image(call: NodeCall) -> NodeResult:
    """LoadImage: pictures upright as RGB, and masks."""
    pictures, masks = load_pictures(existing_file(call.storage, call.text("image")))
    return NodeResult((FrameBatch.of(pictures), masks))


def image_complaint(storage: Storage, inputs: Mapping[str, Any]) -> str | None:
    name = str(inputs["image"])
    return None if storage.locate(name) else f"Invalid image file: {name}"


def content_fingerprint(storage: Storage, inputs: Mapping[str, Any]) -> str:
    """SHA-256 of the file that LoadImage names."""
    with existing_file(storage, str(inputs["image"])).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def existing_file(storage: Storage, name: str) -> Path:
    """Raises FileNotFoundError in words when the input folder has no such file any more."""
    path = storage.locate(name)
    if path is None:
        raise FileNotFoundError(f"No file '{name}' in the input folder.")
    return path


def image_scale(call: NodeCall) -> NodeResult:
    """ImageScale: a width or height of 0 keeps the aspect, both 0 keep the picture."""
    images = call.images("image")
    width, height = call.whole("width"), call.whole("height")
    if width == 0 and height == 0:
        return NodeResult((images,))
    width = width or max(1, round(images.width * height / images.height))
    height = height or max(1, round(images.height * width / images.width))
    is_cropped = call.text("crop") == "center"
    return NodeResult((_scaled(call, images, (width, height), is_cropped),))


def image_scale_by(call: NodeCall) -> NodeResult:
    """ImageScaleBy."""
    images = call.images("image")
    factor = call.number("scale_by")
    size = (round(images.width * factor), round(images.height * factor))
    return NodeResult((_scaled(call, images, size, is_cropped=False),))


def _scaled(call: NodeCall, images: FrameBatch, size: tuple[int, int], is_cropped: bool) -> FrameBatch:
    width, height = size
    method = call.text("upscale_method")
    require_size(width, height)

    def change(picture: Picture) -> Picture:
        source = centre_crop(picture, width, height) if is_cropped else picture
        return scale(source, width, height, method)

    return settle(images.map(change, (height, width)), lambda *_: call.report.check())


def image_crop(call: NodeCall) -> NodeResult:
    """ImageCrop: a rectangle that sticks out is cut at the border."""
    images = call.images("image")
    left = min(call.whole("x"), images.width - 1)
    top = min(call.whole("y"), images.height - 1)
    right = min(left + call.whole("width"), images.width)
    bottom = min(top + call.whole("height"), images.height)
    size = (bottom - top, right - left)
    return NodeResult((images.map(lambda picture: picture[top:bottom, left:right], size),))


def image_invert(call: NodeCall) -> NodeResult:
    """ImageInvert."""
    inverted = call.images("image").map(lambda picture: np.float32(1.0) - as_float(picture))
    return NodeResult((settle(inverted, lambda *_: call.report.check()),))


def image_batch(call: NodeCall) -> NodeResult:
    """ImageBatch: pictures of another size are cropped and scaled to the first batch's."""
    first, second = call.images("image1"), call.images("image2")
    width, height = first.width, first.height
    if (second.width, second.height) != (width, height):
        fit = second.map(
            lambda picture: scale(centre_crop(picture, width, height), width, height, "bilinear"), (height, width)
        )
        second = settle(fit, lambda *_: call.report.check())

    def render(index: int) -> Picture:
        return first.render(index) if index < first.count else second.render(index - first.count)

    return NodeResult((FrameBatch(first.count + second.count, height, width, render),))


def image_from_batch(call: NodeCall) -> NodeResult:
    """ImageFromBatch: out-of-range values are pulled into the batch."""
    images = call.images("image")
    start = min(images.count - 1, call.whole("batch_index"))
    count = min(images.count - start, call.whole("length"))
    return NodeResult(
        (FrameBatch(count, images.height, images.width, lambda index: images.render(start + index)),)
    )


def repeat_batch(call: NodeCall) -> NodeResult:
    """RepeatImageBatch: the whole batch again and again."""
    images = call.images("image")
    count = images.count * call.whole("amount")
    batch = FrameBatch(count, images.height, images.width, lambda index: images.render(index % images.count))
    return NodeResult((batch,))


def empty_image(call: NodeCall) -> NodeResult:
    """EmptyImage: one colour, 0xRRGGBB."""
    width, height, colour = call.whole("width"), call.whole("height"), call.whole("color")
    require_size(width, height)
    rgb = np.array([colour >> 16 & 255, colour >> 8 & 255, colour & 255], np.uint8)
    picture = np.broadcast_to(rgb, (height, width, 3))
    return NodeResult((FrameBatch(call.whole("batch_size"), height, width, lambda _: picture),))


def save_image(call: NodeCall) -> NodeResult:
    """SaveImage: numbered PNG files with the graph in a text chunk."""
    return _save(call, "output", call.text("filename_prefix"), compress_level=4)


def preview_image(call: NodeCall) -> NodeResult:
    """PreviewImage: PNG files in the temp folder under a random name."""
    word = "".join(random.choices(string.ascii_lowercase, k=5))
    return _save(call, "temp", f"ComfyUI_temp_{word}", compress_level=1)


def _save(call: NodeCall, kind: str, prefix: str, compress_level: int) -> NodeResult:
    images = call.images("images")
    target = call.storage.save_target(kind, prefix, images.width, images.height)
    texts = {key: json.dumps(value) for key, value in call.metadata.items()}
    files = []
    for index in range(images.count):
        call.report.check()
        name = target.name(index, "png")
        save_png(np.ascontiguousarray(images.render(index)), target.folder / name, texts, compress_level)
        files.append({"filename": name, "subfolder": target.subfolder, "type": kind})
    return NodeResult(shown={"images": files})


def preview_any(call: NodeCall) -> NodeResult:
    """PreviewAny: any value as text."""
    value = call.inputs.get("source")
    return NodeResult(shown={"text": [value if isinstance(value, str) else str(value)]})
