"""Pictures of the window stay small, and what is said by colour keeps it."""

import random
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from vqdesk.ui.screenshots.few_bytes import make_small

SURFACE, FAILED = (21, 24, 29), (255, 122, 112)


def test_a_small_sign_keeps_its_colour_beside_a_photograph(tmp_path: Path) -> None:
    dice = random.Random(7)
    picture = Image.new("RGB", (1920, 1080), SURFACE)
    photograph = bytes(dice.randrange(256) // 2 for _ in range(300 * 200 * 3))
    picture.paste(Image.frombytes("RGB", (300, 200), photograph), (40, 40))
    ImageDraw.Draw(picture).rectangle((900, 500, 930, 530), FAILED)
    path = tmp_path / "failed-dark.png"
    picture.save(path)
    before = path.stat().st_size
    make_small(path)
    small = tmp_path / "failed-dark.webp"
    assert not path.exists()
    assert small.stat().st_size < before / 2
    with Image.open(small) as opened:
        assert opened.getpixel((915, 515)) == pytest.approx(FAILED, abs=12)
        assert opened.getpixel((5, 5)) == pytest.approx(SURFACE, abs=6)
