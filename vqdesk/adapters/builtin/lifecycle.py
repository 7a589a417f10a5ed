"""The engine as a process: start, the file that tells where it is, and its end."""

import asyncio
import json
import logging
import os
import signal
import socket
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import cv2
import uvicorn
from filelock import FileLock, Timeout

import vqdesk
from vqdesk.adapters.builtin.options import EngineOptions
from vqdesk.adapters.builtin.server import EngineServer
from vqdesk.adapters.builtin.state import LOCK_FILE, STATE_FILE, EngineState, read_state
from vqdesk.adapters.builtin.storage import Storage
from vqdesk.domain.errors import UserError

HOST = "127.0.0.1"
SWITCH_INTERVAL_S = 0.0005
RECURSION_LIMIT = 20_000
MAX_CLIENT_MESSAGE = 4 * 1024 * 1024
STOP_TIMEOUT_S = 2.0
LOCK_TIMEOUT_S = 1.0  # whoever only asks whether an engine lives holds the lock for a moment

log = logging.getLogger(__name__)


class EngineNotStarted(UserError):
    """The built-in engine cannot run here."""


def serve(
    home: Path,
    port: int = 0,
    token: str = "",
    idle_exit_s: float | None = 60.0,
    options: EngineOptions | None = None,
) -> None:
    """Runs the engine on loopback until SIGTERM, SIGINT, or `idle_exit_s` without a client and any work.

    Port 0 takes a free one. While it runs, `<home>/engine.json` names pid, port and token.
    Raises EngineNotStarted when the port is taken, another engine runs for this folder, or it is read-only.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock = FileLock(home / LOCK_FILE, timeout=LOCK_TIMEOUT_S)
        lock.acquire()
    except Timeout as error:
        raise EngineNotStarted(
            "The built-in engine already runs.",
            f"Another process serves the data folder {home}.",
            "Use that one, or choose another data folder with --home.",
        ) from error
    except OSError as error:
        raise EngineNotStarted(
            "The built-in engine cannot start.", f"{home}: {error}", "Choose a writable data folder with --home."
        ) from error
    try:
        _serve_alone(home, port, token, idle_exit_s, options or EngineOptions())
    finally:
        lock.release()


def _serve_alone(home: Path, port: int, token: str, idle_exit_s: float | None, options: EngineOptions) -> None:
    # The pixel thread holds the interpreter for milliseconds at a time; replies must not wait for that.
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    sys.setrecursionlimit(RECURSION_LIMIT)  # graphs are walked by recursion, one node a few frames
    cv2.setNumThreads(os.cpu_count() or 1)
    for number in (signal.SIGTERM, signal.SIGINT):
        # uvicorn stops in good order and then raises the signal again: the tidying below must still happen.
        signal.signal(number, lambda *_: sys.exit(0))
    listener = _listen(port)
    storage = Storage(home / "engine")
    storage.prepare()
    engine = EngineServer(storage, options)
    state = EngineState(os.getpid(), listener.getsockname()[1], token, vqdesk.__version__)
    try:
        asyncio.run(_run(engine, listener, home, state, idle_exit_s))
    finally:
        engine.executor.stop(STOP_TIMEOUT_S)
        if (current := read_state(home)) is not None and current.pid == state.pid:
            (home / STATE_FILE).unlink(missing_ok=True)


def _listen(port: int) -> socket.socket:
    # The protocol must be named: asyncio switches the 40 ms delay of small packets off only for TCP by name.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except (OSError, OverflowError) as error:
        listener.close()
        raise EngineNotStarted(
            "The built-in engine cannot start.",
            f"Port {port} of {HOST} cannot be used: {error}",
            "Stop the other program or choose another port with --port.",
        ) from error
    listener.listen(128)
    return listener


async def _run(
    engine: EngineServer, listener: socket.socket, home: Path, state: EngineState, idle_exit_s: float | None
) -> None:
    engine.hub.bind(asyncio.get_running_loop())
    config = uvicorn.Config(
        engine.app(state.token),
        http="h11",
        ws="websockets-sansio",
        ws_max_size=MAX_CLIENT_MESSAGE,
        ws_ping_interval=None,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started and not serving.done():
        await asyncio.sleep(0.002)
    if server.started:
        _write_state(home, state)
        log.info("engine %s on %s:%s", state.version, HOST, state.port)
    while not serving.done():
        await asyncio.wait({serving}, timeout=0.25)
        is_unused = engine.is_idle and idle_exit_s is not None
        if is_unused and time.monotonic() - engine.last_request > (idle_exit_s or 0.0):
            server.should_exit = True
        if not engine.is_idle:
            engine.last_request = time.monotonic()
    with suppress(asyncio.CancelledError):  # uvicorn ends so after a second signal
        await serving


def _write_state(home: Path, state: EngineState) -> None:
    handle, name = tempfile.mkstemp(dir=home, prefix=".engine-", suffix=".json")  # mode 0600: it holds the token
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(asdict(state), file)
    os.replace(name, home / STATE_FILE)  # noqa: PTH105 - must overwrite on Windows too
