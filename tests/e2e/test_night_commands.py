"""The night from the command line: what happens after the queue, quiet hours, a lane that paused itself."""

import sys
from pathlib import Path

from program import Program, wait_until

SMALL = ["--param", "width=160", "--param", "height=90", "--param", "length=8"]


def test_a_command_runs_after_the_queue_and_only_once(
    program: Program, photos: list[Path], tmp_path: Path
) -> None:
    done = tmp_path / "done.txt"
    code = f"open({str(done)!r}, 'a').write('done')"
    program("submit", "camera-move", photos[0], *SMALL)
    command = f'"{sys.executable}" -c "{code}"'
    for _ in range(2):
        program("run", "--until-empty", "--then", "command", "--command", command)
    wait_until(done.exists, "the command")
    assert done.read_text() == "done"


def test_the_command_must_be_one(program: Program) -> None:
    assert "no command to run" in program("run", "--until-empty", "--then", "command", code=1).err


def test_quiet_hours_and_start_of_an_engine(program: Program) -> None:
    program("lanes", "add", "builtin")
    lane = program("lanes", "quiet", "1", "22:00", "7:00", "--json").json["lane"]
    assert (lane["quiet_from"], lane["quiet_to"]) == ("22:00", "07:00")
    assert program("lanes", "list", "--json").json["lanes"][0]["quiet_from"] == "22:00"
    assert program("lanes", "quiet", "1", "off", "--json").json["lane"]["quiet_from"] is None
    assert (
        program("lanes", "start", "1", "2031-01-01 22:30", "--json").json["lane"]["start_at"] == "2031-01-01T22:30"
    )
    assert program("lanes", "start", "1", "now", "--json").json["lane"]["start_at"] is None
    assert program.refuses("lanes", "start", "1", "soon")["summary"]
