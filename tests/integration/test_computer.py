"""The exact calls to the operating system, and what happens where a program is missing or refuses."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from computer_programs import Programs

from vqdesk.adapters.platform import LocalComputer
from vqdesk.domain.errors import ComputerRefused

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are scripts with a first line")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    return Programs(tmp_path, monkeypatch)


@pytest.mark.parametrize(
    ("system", "call"),
    [
        ("linux", ["systemctl", "suspend"]),
        ("darwin", ["pmset", "sleepnow"]),
        ("win32", ["rundll32.exe", "powrprof.dll,SetSuspendState", "0,1,0"]),
    ],
)
def test_suspend(programs: Programs, system: str, call: list[str]) -> None:
    programs.add(call[0])
    LocalComputer(system).suspend()
    assert programs.calls() == [call]


@pytest.mark.parametrize(
    ("system", "call"),
    [
        ("linux", ["systemctl", "poweroff"]),
        ("darwin", ["osascript", "-e", 'tell application "System Events" to shut down']),
        ("win32", ["shutdown", "/s", "/t", "0"]),
    ],
)
def test_shut_down(programs: Programs, system: str, call: list[str]) -> None:
    programs.add(call[0])
    LocalComputer(system).shut_down()
    assert programs.calls() == [call]


def test_what_refuses_or_is_missing_gives_way_to_the_next(programs: Programs) -> None:
    programs.add("systemctl", code=1)
    programs.add("shutdown")
    LocalComputer("linux").shut_down()
    assert programs.calls() == [["systemctl", "poweroff"], ["shutdown", "-h", "now"]]


@pytest.mark.parametrize("system", ["linux", "darwin", "win32", "beos"])
def test_without_any_way_the_user_hears_it_in_words(programs: Programs, system: str) -> None:
    computer = LocalComputer(system)
    for order in (computer.suspend, computer.shut_down):
        with pytest.raises(ComputerRefused) as caught:
            order()
        assert all((caught.value.problem.summary, caught.value.problem.cause, caught.value.problem.remedy))
    assert programs.calls() == []


def test_a_holder_keeps_it_awake_until_it_may_sleep(programs: Programs) -> None:
    programs.add("systemd-inhibit", waits=True)
    computer = LocalComputer("linux")
    for _ in range(3):
        computer.keep_awake()
    wanted = ["--what=idle:sleep", "--who=VQDesk", "--why=Rendering", "--mode=block", "cat"]
    assert programs.wait_for("systemd-inhibit") == [["systemd-inhibit", *wanted]]
    computer.let_sleep()
    computer.let_sleep()
    computer.keep_awake()
    assert len(programs.wait_for("systemd-inhibit", 2)) == 2
    computer.let_sleep()


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the state of a stranger's child")
def test_the_holder_ends_when_vqdesk_is_killed(programs: Programs, tmp_path: Path) -> None:
    programs.add("systemd-inhibit", waits=True)
    code = "from vqdesk.adapters.platform import LocalComputer as C; import sys; c = C('linux'); c.keep_awake();"
    code += " print(c._holder.pid, flush=True); sys.stdin.read()"
    root = Path(__file__).resolve().parents[2]
    app = subprocess.Popen(
        [sys.executable, "-c", code], cwd=root, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert app.stdout is not None
    holder = int(app.stdout.readline())
    app.kill()
    app.wait()
    deadline = time.monotonic() + 20
    while _runs(holder):
        assert time.monotonic() < deadline, "it still holds the computer awake"
        time.sleep(0.05)


def test_a_mac_is_held_awake_for_this_very_process(programs: Programs) -> None:
    programs.add("caffeinate", waits=True)
    computer = LocalComputer("darwin")
    computer.keep_awake()
    assert programs.wait_for("caffeinate") == [["caffeinate", "-i", "-w", str(os.getpid())]]
    computer.let_sleep()


def test_windows_is_told_to_start_its_idle_time_anew(programs: Programs) -> None:
    states: list[int] = []
    LocalComputer("win32", states.append).keep_awake()
    assert states == [0x00000001]  # ES_SYSTEM_REQUIRED
    assert programs.calls() == []


def test_without_a_holder_a_sign_of_life_does(programs: Programs) -> None:
    programs.add("systemd-inhibit", code=1)
    programs.add("gdbus")
    computer = LocalComputer("linux")
    computer.keep_awake()
    deadline = time.monotonic() + 20
    while not programs.calls("gdbus"):  # the holder has to end first
        assert time.monotonic() < deadline
        computer.keep_awake()
        time.sleep(0.02)
    computer.keep_awake()
    (call,) = programs.calls("gdbus")
    assert call[-1] == "org.freedesktop.ScreenSaver.SimulateUserActivity"
    assert call[1:5] == ["call", "--session", "--dest", "org.freedesktop.ScreenSaver"]


def test_a_computer_that_nothing_keeps_awake_says_so(programs: Programs) -> None:
    with pytest.raises(ComputerRefused) as caught:
        LocalComputer("linux").keep_awake()
    assert "fall asleep" in caught.value.problem.summary


def test_a_command_gets_its_arguments_as_they_are(programs: Programs) -> None:
    programs.add("notify")
    LocalComputer().run(["notify", "all done", "; rm -rf /", "$HOME"])
    assert programs.wait_for("notify") == [["notify", "all done", "; rm -rf /", "$HOME"]]
    with pytest.raises(ComputerRefused) as caught:
        LocalComputer().run(["no-such-program"])
    assert "no-such-program" in caught.value.problem.summary


def _runs(pid: int) -> bool:
    """Whether it is there and no corpse: nobody may wait for it where its parent is gone."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
