"""`doctor` on real folders and servers: what is wrong is named together with what to do."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from headless import engine_process, wait_until, write_nap

from vqdesk import bootstrap
from vqdesk.adapters.builtin.state import read_state
from vqdesk.runtime.app import App
from vqdesk.services.doctor import Finding, Patient, examine


@pytest.fixture
def app(home: Path) -> Iterator[App]:
    app = bootstrap.build(str(home))
    yield app
    app.close()


def findings(app: App) -> dict[str, Finding]:
    services = app.services
    patient = Patient(services.store, services.lanes, services.library, app.home.data, app.home.outputs)
    return {finding.topic: finding for finding in asyncio.run(examine(patient))}


def test_a_fresh_machine_is_fine_and_learns_of_the_built_in_engine(app: App) -> None:
    found = findings(app)
    assert all(finding.is_fine for finding in found.values())
    assert found["engine"].text
    assert str(app.home.data) in found["data folder"].text
    assert "GB free" in found["output folder"].text


def test_a_lane_that_answers_says_what_it_knows(app: App, home: Path) -> None:
    app.services.lanes.use_builtin()
    with engine_process(home):
        wait_until(lambda: read_state(home), "the engine")
        finding = findings(app)["Built-in engine"]
    assert finding.is_fine
    assert "node classes" in finding.text


def test_a_lane_that_is_away_and_a_broken_workflow_are_named_with_a_remedy(app: App, home: Path) -> None:
    app.services.lanes.use_comfyui("http://127.0.0.1:9")
    write_nap(home / "workflows")
    (home / "workflows" / "nap.yaml").write_text("name: nap\ntitle: [")
    found = findings(app)
    assert not found["ComfyUI"].is_fine
    assert "127.0.0.1:9" in found["ComfyUI"].text
    assert found["ComfyUI"].remedy
    assert not found["workflow file"].is_fine
    assert "nap.yaml" in found["workflow file"].text
    assert found["workflow file"].remedy


def test_an_output_folder_that_is_a_file_is_found_before_a_night_is_lost(app: App) -> None:
    app.home.outputs.write_text("in the way")
    finding = findings(app)["output folder"]
    assert not finding.is_fine
    assert finding.remedy
