"""An engine under test, spoken to in the raw: HTTP by requests, WebSocket by websocket-client."""

import json
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests
import websocket

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT_S = 30.0

Message = dict[str, Any]
Graph = dict[str, Any]


@dataclass
class Engine:
    """One server. Names are made unique, so that a long-lived real server does not matter."""

    kind: str  # "builtin" or "comfyui"
    url: str
    http: requests.Session = field(default_factory=requests.Session)
    home: Path | None = None
    process: "subprocess.Popen[bytes] | None" = None

    def get(self, path: str, **query: Any) -> requests.Response:
        return self.http.get(self.url + path, params=query, timeout=TIMEOUT_S)

    def post(self, path: str, body: Any = None, **options: Any) -> requests.Response:
        return self.http.post(self.url + path, json=body, timeout=TIMEOUT_S, **options)

    def submit(self, graph: Graph, client_id: str | None = None, **more: Any) -> str:
        """Queues a graph and returns its prompt id."""
        body = {"prompt": graph, **({"client_id": client_id} if client_id else {}), **more}
        reply = self.post("/prompt", body)
        assert reply.status_code == 200, reply.text
        assert reply.json()["node_errors"] == {}
        return str(reply.json()["prompt_id"])

    def upload(self, name: str, data: bytes, **fields: str) -> dict[str, str]:
        reply = self.http.post(f"{self.url}/upload/image", files={"image": (name, data)}, data=fields)
        assert reply.status_code == 200, reply.text
        answer: dict[str, str] = reply.json()
        return answer

    def record(self, prompt_id: str, key: str = "") -> dict[str, Any]:
        """The history record, waited for; `key` is the id where the address needs another form of it."""
        deadline = time.monotonic() + TIMEOUT_S
        while time.monotonic() < deadline:
            found = self.get(f"/history/{prompt_id}").json()
            if found:
                record: dict[str, Any] = found[key or prompt_id]
                return record
            time.sleep(0.005)
        raise AssertionError(f"no history of {prompt_id}")

    def outputs(self, graph: Graph) -> dict[str, Any]:
        """Runs a graph and returns the outputs of its history record, which must say success."""
        record = self.record(self.submit(graph))
        assert record["status"]["status_str"] == "success", record["status"]["messages"][-1]
        outputs: dict[str, Any] = record["outputs"]
        return outputs

    def file(self, entry: dict[str, str]) -> bytes:
        reply = self.get("/view", **entry)
        assert reply.status_code == 200
        return reply.content

    @contextmanager
    def socket(self, client_id: str | None = None, flags: bool = False) -> Iterator["Listener"]:
        """A connection whose first `status` has been read."""
        client_id = client_id or unique("client")
        address = self.url.replace("http", "ws", 1) + f"/ws?clientId={client_id}"
        connection = websocket.create_connection(address, timeout=TIMEOUT_S)
        listener = Listener(client_id, connection)
        try:
            listener.greeting = listener.next()
            if flags:
                features = {"type": "feature_flags", "data": {"supports_preview_metadata": True}}
                connection.send(json.dumps(features))
                assert listener.next()["type"] == "feature_flags"
            yield listener
        finally:
            connection.close()


@dataclass
class Listener:
    """A websocket client that collects binary frames aside."""

    client_id: str
    connection: websocket.WebSocket
    greeting: Message = field(default_factory=dict)
    frames: list[bytes] = field(default_factory=list)

    def next(self) -> Message:
        """The next JSON message."""
        while isinstance(raw := self.connection.recv(), bytes):
            self.frames.append(raw)
        message: Message = json.loads(raw)
        return message

    def until_end(self, prompt_id: str) -> list[Message]:
        """All messages up to the `executing` null of a prompt."""
        return self.until("executing", prompt_id, node=None)

    def until(self, kind: str, prompt_id: str, **data: Any) -> list[Message]:
        """All messages up to one of a kind with these facts."""
        wanted = {"prompt_id": prompt_id, **data}
        messages = []
        while True:
            messages.append(message := self.next())
            if message["type"] == kind and wanted.items() <= message["data"].items():
                return messages


def unique(stem: str) -> str:
    return f"{stem}_{uuid.uuid4().hex[:12]}"


@contextmanager
def builtin_engine(home: Path, token: str = "", **options: Any) -> Iterator[Engine]:
    """The built-in engine as a process of its own on a data folder; `idle_exit_s` and EngineOptions by name."""
    idle_exit_s = options.pop("idle_exit_s", None)
    code = (
        "import json, sys; from pathlib import Path;"
        "from vqdesk.adapters.builtin.lifecycle import serve;"
        "from vqdesk.adapters.builtin.options import EngineOptions;"
        "home, token, idle, options = json.loads(sys.argv[1]);"
        "serve(Path(home), 0, token, idle, EngineOptions(**options))"
    )
    settings = json.dumps([str(home), token, idle_exit_s, options])
    process = subprocess.Popen([sys.executable, "-c", code, settings], cwd=ROOT)
    try:
        state = _wait_for_state(home, process)
        engine = Engine("builtin", f"http://127.0.0.1:{state['port']}", home=home, process=process)
        if token:
            engine.http.headers["X-VQDesk-Token"] = token
        yield engine
    finally:
        process.terminate()
        process.wait(10)


def _wait_for_state(home: Path, process: "subprocess.Popen[bytes]") -> dict[str, Any]:
    deadline = time.monotonic() + TIMEOUT_S
    while time.monotonic() < deadline:
        path = home / "engine.json"
        if path.exists():
            state: dict[str, Any] = json.loads(path.read_text())
            if state["pid"] == process.pid:
                return state
        assert process.poll() is None, f"the engine ended with {process.returncode}"
        time.sleep(0.01)
    raise AssertionError("the engine did not start")
