"""Starting the built-in engine as a process of its own, or adopting the one that already runs (DESIGN §8)."""

import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from vqdesk.adapters.builtin.state import LOCK_FILE, STATE_FILE, EngineState, read_state
from vqdesk.domain.errors import EngineUnreachable
from vqdesk.ports import Endpoint

TOKEN_VARIABLE = "VQDESK_ENGINE_TOKEN"
_START_TIMEOUT_S = 20.0
_LOOK_AGAIN_S = 0.02
_DETACHED_ON_WINDOWS = 0x00000008 | 0x00000200  # DETACHED_PROCESS | CREATE_NEW_PROCESS_GROUP


class BuiltinEngine:
    """Implements ports.EndpointSource; blocking, called in a thread before every connect."""

    def __init__(self, home: Path, command: Callable[[list[str]], list[str]]) -> None:
        self._home = home
        self._log = home / "logs" / "engine.log"
        self._command = command

    def __call__(self) -> Endpoint:
        """The running engine's address; starts one when none lives. Raises EngineUnreachable."""
        process = None if self._is_running() else self._start()
        state = self._wait_for_state(process)
        return Endpoint(f"http://127.0.0.1:{state.port}", state.token)

    def _is_running(self) -> bool:
        """The engine holds its lock for as long as it lives, however it dies."""
        lock = FileLock(self._home / LOCK_FILE)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return True
        lock.release()
        return False

    def _start(self) -> "subprocess.Popen[bytes]":
        (self._home / STATE_FILE).unlink(missing_ok=True)  # left by an engine that was killed
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("ab") as output:
            return subprocess.Popen(
                self._command(["--home", str(self._home), "engine", "--port", "0"]),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env={**os.environ, TOKEN_VARIABLE: secrets.token_urlsafe(24)},
                close_fds=True,
                start_new_session=sys.platform != "win32",  # a crash of the app must not take the prompt with it
                creationflags=_DETACHED_ON_WINDOWS if sys.platform == "win32" else 0,
            )

    def _wait_for_state(self, process: "subprocess.Popen[bytes] | None") -> EngineState:
        deadline = time.monotonic() + _START_TIMEOUT_S
        has_ended = False
        while time.monotonic() < deadline and not has_ended:
            state = read_state(self._home)
            if state is not None:
                return state
            has_ended = process is not None and process.poll() is not None
            time.sleep(_LOOK_AGAIN_S)
        raise EngineUnreachable(
            "The built-in engine did not start.",
            "Its process ended at once." if has_ended else f"It was silent for {_START_TIMEOUT_S:.0f} s.",
            f"Its log says why: {self._log}",
        )
