"""Graphs whose pictures were recorded from a real ComfyUI 0.3.64 into tests/data/pixels.

`python tests/contract/pixel_cases.py URL` records them again.
"""

import io
import sys
from pathlib import Path
from typing import Any

import numpy as np
from contract_engine import Engine, unique
from contract_graphs import node
from PIL import Image

PIXELS = Path(__file__).resolve().parents[1] / "data" / "pixels"
METHODS = ("nearest-exact", "bilinear", "area", "bicubic", "lanczos")
SIZES = (("center", 64, 40), ("center", 40, 120), ("disabled", 150, 33), ("disabled", 0, 77))
SOURCE = "source.png"


def _prepare(kind: str) -> tuple[str, bytes]:
    """Name and bytes of an input made from the one source picture."""
    picture = Image.open(PIXELS / SOURCE)
    buffer = io.BytesIO()
    turned = Image.Exif()
    turned[274] = 6
    palette = picture.quantize(16)
    masked = picture.copy()
    masked.putalpha(Image.linear_gradient("L").resize(picture.size))
    saves: dict[str, Any] = {
        "plain": lambda: picture.save(buffer, "PNG"),
        "turned": lambda: picture.save(buffer, "PNG", exif=turned),
        "alpha": lambda: masked.save(buffer, "PNG"),
        "grey": lambda: picture.convert("L").save(buffer, "PNG"),
        "deep": lambda: Image.fromarray(np.asarray(picture.convert("L"), np.uint16) * 257).save(buffer, "PNG"),
        "palette": lambda: palette.save(buffer, "PNG", transparency=3),
        "animated": lambda: palette.save(
            buffer, "GIF", save_all=True, append_images=[picture.rotate(180).quantize(16)]
        ),
    }
    saves[kind]()
    return f"{unique(kind)}.{'gif' if kind == 'animated' else 'png'}", buffer.getvalue()


def cases() -> dict[str, tuple[str, dict[str, Any]]]:
    """Case → (kind of input, nodes between the loaded picture "in" and the saved one "out")."""
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for kind in ("plain", "turned", "alpha", "grey", "deep", "palette", "animated"):
        found[f"load-{kind}"] = (kind, {"out": node("ImageBatch", image1=["in", 0], image2=["in", 0])})
    for method in METHODS:
        for factor in (1.5, 0.4, 2.37):
            scale = node("ImageScaleBy", image=["in", 0], upscale_method=method, scale_by=factor)
            found[f"by-{method}-{factor}"] = ("plain", {"out": scale})
        for crop, width, height in (
            ("center", 64, 40),
            ("center", 40, 120),
            ("disabled", 150, 33),
            ("disabled", 0, 77),
        ):
            scale = node(
                "ImageScale", image=["in", 0], upscale_method=method, width=width, height=height, crop=crop
            )
            found[f"to-{method}-{crop}-{width}x{height}"] = ("plain", {"out": scale})
    found["invert"] = ("plain", {"out": node("ImageInvert", image=["in", 0])})
    found["crop"] = ("plain", {"out": node("ImageCrop", image=["in", 0], width=50, height=500, x=40, y=11)})
    found["crop-outside"] = ("plain", {"out": node("ImageCrop", image=["in", 0], width=5, height=5, x=500, y=500)})
    small = node("ImageScaleBy", image=["in", 0], upscale_method="bicubic", scale_by=0.7)
    inverted = node("ImageInvert", image=["small", 0])
    batch = node("ImageBatch", image1=["in", 0], image2=["dark", 0])
    chain = {"small": small, "dark": inverted, "both": batch}
    found["batch-of-other-size"] = (
        "plain",
        {**chain, "out": node("RepeatImageBatch", image=["both", 0], amount=2)},
    )
    found["from-batch"] = (
        "plain",
        {**chain, "out": node("ImageFromBatch", image=["both", 0], batch_index=1, length=9)},
    )
    return found


def render(engine: Engine, case: str) -> list[Image.Image]:
    """The pictures of a case by an engine."""
    kind, nodes = cases()[case]
    name, data = _prepare(kind)
    graph = {
        "in": node("LoadImage", image=engine.upload(name, data)["name"]),
        **nodes,
        "save": node("SaveImage", images=["out", 0], filename_prefix=unique("contract/pixels")),
    }
    files = engine.outputs(graph)["save"]["images"]
    return [Image.open(io.BytesIO(engine.file(file))) for file in files]


def recorded(case: str) -> list[Image.Image]:
    """The same pictures by the real server."""
    return [Image.open(path) for path in sorted(PIXELS.glob(f"{case}_*.png"))]


def main(url: str) -> None:
    engine = Engine("comfyui", url)
    for case in cases():
        for index, picture in enumerate(render(engine, case)):
            picture.save(PIXELS / f"{case}_{index}.png", optimize=True)


if __name__ == "__main__":
    main(sys.argv[1])
