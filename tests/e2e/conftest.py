"""A program on a data folder of its own for every test."""

from pathlib import Path

import pytest
from program import Program, make_photos


@pytest.fixture
def program(home: Path) -> Program:
    return Program(home)


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """Three small pictures."""
    return make_photos(tmp_path / "photos", 3)
