"""Programs of the operating system that only write down how they were called; the real ones are not reached."""

import json
import sys
import time
from pathlib import Path

import pytest

_SCRIPT = """#!{python}
import json, sys
with open({log!r}, "a") as log:
    log.write(json.dumps([{name!r}, *sys.argv[1:]]) + "\\n")
if {waits}:
    sys.stdin.read()
sys.exit({code})
"""


class Programs:
    """A folder that is the whole PATH. Each call is a line of `log`."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder / "bin"
        self._folder.mkdir()
        self._log = folder / "calls.jsonl"
        monkeypatch.setenv("PATH", str(self._folder))

    def add(self, name: str, code: int = 0, waits: bool = False) -> None:
        """`waits`: lives until its standard input ends, as `cat` does."""
        path = self._folder / name
        path.write_text(
            _SCRIPT.format(python=sys.executable, log=str(self._log), name=name, waits=waits, code=code)
        )
        path.chmod(0o755)

    def calls(self, name: str = "") -> list[list[str]]:
        """Program and arguments of each call so far, of all or one."""
        if not self._log.exists():
            return []
        lines = [json.loads(line) for line in self._log.read_text().splitlines()]
        return [line for line in lines if name in ("", line[0])]

    def wait_for(self, name: str, count: int = 1, timeout_s: float = 30.0) -> list[list[str]]:
        deadline = time.monotonic() + timeout_s
        while len(self.calls(name)) < count:
            assert time.monotonic() < deadline, f"{name} was not called {count} times: {self.calls()}"
            time.sleep(0.02)
        return self.calls(name)
