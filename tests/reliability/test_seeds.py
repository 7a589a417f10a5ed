"""A few seeds of the soak in every test run; `make soak` runs many."""

from pathlib import Path

import pytest
from seeds import run_seed

pytestmark = pytest.mark.timeout(240)


@pytest.mark.parametrize("seed", [4, 7, 10])  # a kill, a cancel and a pause among them
def test_nothing_is_lost_and_nothing_doubled(seed: int, tmp_path: Path) -> None:
    outcome = run_seed(seed, tmp_path / "run")
    assert outcome.broken == [], outcome.faults
    assert outcome.kills >= 1, outcome.faults
