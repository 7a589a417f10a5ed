"""Consoles of servers on disk: read in order, bounded, gone on with after a restart."""

from pathlib import Path

import pytest

from vqdesk.adapters.files.server_logs import ServerLogFiles
from vqdesk.domain.errors import OutputUnwritable
from vqdesk.domain.job import LaneId
from vqdesk.domain.server_log import ConsoleLine

ONE, TWO = LaneId(1), LaneId(2)


def lines(*texts: str) -> list[ConsoleLine]:
    return [ConsoleLine("2026-11-21T07:27:37", text) for text in texts]


def test_lines_come_back_in_order_each_lane_by_itself(tmp_path: Path) -> None:
    logs = ServerLogFiles(tmp_path)
    logs.append(ONE, lines("one", "two\twith a tab"))
    logs.append(TWO, lines("other"))
    logs.append(ONE, lines("three – ünïcode"))
    assert [(line.id, line.text) for line in logs.lines(ONE)] == [
        (1, "one"),
        (2, "two\twith a tab"),
        (3, "three – ünïcode"),
    ]
    assert [line.text for line in logs.lines(ONE, after=1)] == ["two\twith a tab", "three – ünïcode"]
    assert [line.text for line in logs.lines(ONE, limit=1)] == ["three – ünïcode"]
    assert [line.text for line in logs.lines(ONE, after=1, limit=1)] == ["two\twith a tab"]
    assert [line.text for line in logs.lines(TWO)] == ["other"]
    assert logs.lines(LaneId(3)) == []


def test_a_restart_goes_on_with_the_numbers_and_leaves_a_cut_line_out(tmp_path: Path) -> None:
    ServerLogFiles(tmp_path).append(ONE, lines("before"))
    with (tmp_path / "server-1.log").open("a") as file:
        file.write("2\t2026-11")
    again = ServerLogFiles(tmp_path)
    again.append(ONE, lines("after", "more"))
    assert [(line.id, line.text) for line in again.lines(ONE)] == [(1, "before"), (2, "after"), (3, "more")]


def test_the_disk_holds_a_bounded_part_and_the_newest_is_there(tmp_path: Path) -> None:
    logs = ServerLogFiles(tmp_path, most_bytes=2_000)
    for number in range(500):
        logs.append(ONE, lines(f"line {number} of a talkative server"))
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 6_000
    kept = logs.lines(ONE)
    assert kept[-1].id == 500 and kept[-1].text.startswith("line 499 ")
    assert [line.id for line in kept] == list(range(kept[0].id, 501))


def test_a_log_that_cannot_be_written_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(OutputUnwritable) as caught:
        ServerLogFiles(tmp_path / "gone").append(ONE, lines("x"))
    assert "server-1.log" in caught.value.problem.cause
