"""Sleep, shutdown and programs of this computer."""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence

from vqdesk.adapters.platform.orders import (
    ES_SYSTEM_REQUIRED,
    PID,
    SHUT_DOWN,
    SIGN_OF_LIFE,
    STAY_AWAKE,
    SUSPEND,
    Arguments,
)
from vqdesk.domain.errors import ComputerRefused

_PATIENCE_S = 20.0
_SIGN_EVERY_S = 30.0
_END_S = 2.0


def _windows_state(state: int) -> None:
    import ctypes  # its `windll` is there on Windows only

    ctypes.windll.kernel32.SetThreadExecutionState(state)  # type: ignore[attr-defined,unused-ignore]


class LocalComputer:
    """Implements ports.Computer. `system` and `set_state` are the platform's own; tests put others in."""

    def __init__(self, system: str = sys.platform, set_state: Callable[[int], None] = _windows_state) -> None:
        self._system = system
        self._set_state = set_state
        self._lock = threading.Lock()
        self._holder: subprocess.Popen[bytes] | None = None
        self._refused = 0  # so many of the programs that hold it awake do not work here
        self._signed_at = -_SIGN_EVERY_S

    def keep_awake(self) -> None:
        """Raises ComputerRefused when nothing here can do it."""
        with self._lock:
            if self._system == "win32":
                self._set_state(ES_SYSTEM_REQUIRED)
            elif not self._is_held():
                self._give_sign()

    def let_sleep(self) -> None:
        """Idempotent."""
        with self._lock:
            holder, self._holder = self._holder, None
        if holder is None:
            return
        if holder.stdin is not None:
            holder.stdin.close()
        holder.terminate()
        try:
            holder.wait(_END_S)
        except subprocess.TimeoutExpired:
            holder.kill()
            holder.wait()

    def suspend(self) -> None:
        """Raises ComputerRefused."""
        self._first_that_works(SUSPEND, "The computer could not be suspended.")

    def shut_down(self) -> None:
        """Raises ComputerRefused."""
        self._first_that_works(SHUT_DOWN, "The computer could not be shut down.")

    def run(self, arguments: Sequence[str]) -> None:
        """Raises ComputerRefused when the program cannot be started."""
        try:
            subprocess.Popen(
                list(arguments),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            raise ComputerRefused(
                f"The command {arguments[0]} could not be started.",
                f"The system says: {error.strerror or error}.",
                "Correct the command in the settings.",
            ) from error

    def _is_held(self) -> bool:
        """Whether a program holds it awake; starts the first that works. One that has ended does not."""
        if self._holder is not None:
            if self._holder.poll() is None:
                return True
            self._holder = None
            self._refused += 1
        candidates = STAY_AWAKE.get(self._system, ())
        while self._refused < len(candidates):
            self._holder = _started(candidates[self._refused])
            if self._holder is not None:
                return True
            self._refused += 1
        return False

    def _give_sign(self) -> None:
        now = time.monotonic()
        if now - self._signed_at < _SIGN_EVERY_S:
            return
        self._signed_at = now
        sign = SIGN_OF_LIFE.get(self._system)
        if sign is None or _failure(sign):
            raise ComputerRefused(
                "This computer may fall asleep while it renders.",
                "No program here can keep it awake.",
                "Set its energy settings to stay awake.",
            )

    def _first_that_works(self, orders: Mapping[str, tuple[Arguments, ...]], summary: str) -> None:
        causes = []
        for arguments in orders.get(self._system, ()):
            cause = _failure(arguments)
            if not cause:
                return
            causes.append(cause)
        raise ComputerRefused(
            summary, " ".join(causes) or "No way is known for this system.", "Do it by hand, or use a command."
        )


def _started(arguments: Arguments) -> "subprocess.Popen[bytes] | None":
    program = shutil.which(arguments[0])
    if program is None:
        return None
    filled = [str(os.getpid()) if one == PID else one for one in arguments[1:]]
    try:
        return subprocess.Popen(
            [program, *filled], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except OSError:  # there, and not for us: the next program's turn
        return None


def _failure(arguments: Arguments) -> str:
    """Runs it to its end; what went wrong in a sentence, or ""."""
    program = shutil.which(arguments[0])
    if program is None:
        return f"{arguments[0]} is missing."
    try:
        done = subprocess.run(
            [program, *arguments[1:]],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{arguments[0]}: {error}."
    words = done.stderr.decode(errors="replace").strip().splitlines()
    return "" if done.returncode == 0 else f"{arguments[0]}: {words[-1] if words else f'code {done.returncode}'}."
