"""`doctor` on real folders and servers: what is wrong is named together with what to do."""

import asyncio
import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from headless import engine_process, wait_until
from nap_workflow import write_nap

from vqdesk import bootstrap
from vqdesk.adapters.builtin.state import read_state
from vqdesk.domain.settings import LLM_URL
from vqdesk.runtime.app import App
from vqdesk.services.doctor import Finding, Health


@pytest.fixture
def app(home: Path) -> Iterator[App]:
    app = bootstrap.build(str(home))
    yield app
    app.close()


def findings(app: App) -> dict[str, Finding]:
    return {finding.topic: finding for finding in asyncio.run(app.services.doctor.examine())}


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


def test_a_language_model_server_is_named_with_its_models_or_a_way_to_it(app: App) -> None:
    app.services.settings.put(LLM_URL, "http://127.0.0.1:9")
    away = findings(app)["language models"]
    assert away.health is Health.NOTE
    assert "127.0.0.1:9" in away.text
    assert "LM Studio" in away.remedy
    with model_server(["caption-8b", "motion-24b"]) as url:
        app.services.settings.put(LLM_URL, url)
        there = findings(app)["language models"]
    assert there.health is Health.FINE
    assert "caption-8b, motion-24b" in there.text


def test_versions_codecs_and_the_database_are_looked_at(app: App) -> None:
    found = findings(app)
    assert {"Python", "PySide6", "SQLite"} <= set(found["versions"].text.replace("-", " ").split())
    assert found["video codecs"].health is Health.FINE
    assert found["database"].health is Health.FINE


def test_a_damaged_database_is_found(app: App, home: Path) -> None:
    database = home / "vqdesk.db"
    with closing(sqlite3.connect(database)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = database.stat().st_size
    with database.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * 8192)
    finding = findings(app)["database"]
    assert finding.health is Health.WRONG
    assert "backup" in finding.remedy


def test_workflows_that_a_comfyui_cannot_run_are_named_with_what_they_lack(app: App, home: Path) -> None:
    """Our engine speaks ComfyUI's protocol: to a lane of kind comfyui it is a ComfyUI with few nodes."""
    with engine_process(home):
        state = read_state(home)
        assert state is not None
        app.services.lanes.use_comfyui(f"http://127.0.0.1:{state.port}")
        found = findings(app)
    assert "with version" in found["ComfyUI"].text
    assert found["ComfyUI, workflows"].health is Health.NOTE
    assert "WanImageToVideo" in found["ComfyUI, workflows"].remedy
    assert "slow" in found["ComfyUI, graphics card"].text


@contextmanager
def model_server(names: list[str]) -> Iterator[str]:
    """Answers like LM Studio."""
    body = json.dumps({"object": "list", "data": [{"id": name, "object": "model"} for name in names]}).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/v1/models" else 404)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
