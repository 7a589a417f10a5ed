"""Tests that take `engine` run on the built-in one, and on a real ComfyUI if VQDESK_TEST_COMFYUI names one."""

import os
from collections.abc import Iterator

import pytest
from contract_engine import Engine, builtin_engine

REAL_URL = os.environ.get("VQDESK_TEST_COMFYUI", "").rstrip("/")
KINDS = ["builtin", *(["comfyui"] if REAL_URL else [])]
collect_ignore = [] if REAL_URL else ["test_shipped_workflows.py"]  # asks the real server alone


@pytest.fixture(scope="session", params=KINDS)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    if request.param == "comfyui":
        yield Engine("comfyui", REAL_URL)
        return
    with builtin_engine(tmp_path_factory.mktemp("engine")) as started:
        yield started
