"""Shared classes give the pixels of the real ComfyUI, at most 1 of 255 apart per channel."""

import io

import numpy as np
import pytest
from contract_engine import Engine, unique
from contract_graphs import node
from PIL import Image
from pixel_cases import cases, recorded, render

TOLERANCE = 1


@pytest.mark.parametrize("case", cases())
def test_pixels_are_those_of_the_real_server(engine: Engine, case: str) -> None:
    expected = recorded(case)
    found = render(engine, case)
    assert [picture.size for picture in found] == [picture.size for picture in expected]
    for picture, original in zip(found, expected, strict=True):
        difference = np.abs(np.asarray(picture, np.int16) - np.asarray(original, np.int16))
        assert difference.max() <= TOLERANCE, f"{(difference > TOLERANCE).mean():.1%} of values differ"


@pytest.mark.parametrize("colour", [0x000000, 0xFFFFFF, 0x0102FE, 0x7F8081])
def test_an_empty_image_has_its_colour(engine: Engine, colour: int) -> None:
    graph = {
        "1": node("EmptyImage", width=7, height=5, batch_size=2, color=colour),
        "2": node("SaveImage", images=["1", 0], filename_prefix=unique("contract/empty")),
    }

    files = engine.outputs(graph)["2"]["images"]
    assert len(files) == 2
    for file in files:
        pixels = np.asarray(Image.open(io.BytesIO(engine.file(file))), np.int16)
        assert pixels.shape == (5, 7, 3)
        assert np.abs(pixels - [colour >> 16, colour >> 8 & 255, colour & 255]).max() <= TOLERANCE
