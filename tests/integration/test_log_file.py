"""Logs of any size: lines by number, the tail, looking for lines, growth and replacement."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vqdesk.adapters.files.log_file import LogFolder, TextLog
from vqdesk.domain.errors import InputUnusable, OutputUnwritable
from vqdesk.domain.log_lines import LogPlace, LogQuery, LogSource

FOREVER_S = 60.0


def written(path: Path, text: str) -> TextLog:
    path.write_bytes(text.encode())
    return TextLog(path)


def found(log: TextLog, query: LogQuery) -> list[int]:
    return list(log.find(query, LogPlace(), FOREVER_S).lines)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_each_line_is_found_by_its_number(tmp_path_factory, data) -> None:
    lengths = data.draw(st.lists(st.sampled_from([0, 1, 80, 3_000, 66_000]), max_size=60))
    ends = data.draw(st.booleans())
    lines = [f"{at} " + "x" * length for at, length in enumerate(lengths)]
    log = written(tmp_path_factory.mktemp("log") / "a.log", "\n".join(lines) + ("\n" if ends and lines else ""))
    assert log.grow(FOREVER_S).lines == len(lines)
    first = data.draw(st.integers(0, len(lines)))
    shown = log.lines(first, 7)
    assert [line.split(" ")[0] for line in shown] == [str(at) for at in range(first, min(first + 7, len(lines)))]


def test_the_tail_is_there_before_anything_is_counted(tmp_path) -> None:
    log = written(tmp_path / "a.log", "".join(f"line {at}\n" for at in range(100_000)))
    assert log.tail(3) == ("line 99997", "line 99998", "line 99999")


def test_a_file_that_grows_is_counted_on_and_a_new_one_starts_over(tmp_path) -> None:
    path = tmp_path / "a.log"
    log = written(path, "one\ntwo\nthr")
    assert log.grow(FOREVER_S).lines == 3
    with path.open("a") as file:
        file.write("ee\nfour\n")
    extent = log.grow(FOREVER_S)
    assert (extent.lines, extent.is_new) == (4, False)
    assert log.lines(2, 9) == ("three", "four")
    path.write_text("again\n")
    extent = log.grow(FOREVER_S)
    assert (extent.lines, extent.is_new) == (1, True)
    assert log.lines(0, 9) == ("again",)


def test_words_expressions_and_levels_choose_lines(tmp_path) -> None:
    log = written(
        tmp_path / "a.log",
        "12:00 INFO start Ä\n12:01 WARNING slow\n12:02 ERROR out of memory\n12:03 DEBUG memory 4\nTraceback (m\n",
    )
    assert found(log, LogQuery(words="MEMORY")) == [2, 3]
    assert found(log, LogQuery(words="ä")) == [0]
    assert found(log, LogQuery(words=r"memory \d", is_regex=True)) == [3]
    assert found(log, LogQuery(frozenset({"error"}))) == [2, 4]
    assert found(log, LogQuery(frozenset({"info", "warning"}))) == [0, 1]
    assert found(log, LogQuery(frozenset({"error"}), "memory")) == [2]


def test_looking_goes_on_where_it_stopped(tmp_path) -> None:
    path = tmp_path / "a.log"
    log = written(path, "".join(f"line {at}\n" for at in range(30_000)))
    query, place, lines = LogQuery(words="line 29"), LogPlace(), []
    while True:
        hits = log.find(query, place, 0.0)
        lines += hits.lines
        place = hits.place
        if hits.is_end:
            break
    assert lines == [at for at in range(30_000) if f"line {at}".startswith("line 29")]
    with path.open("a") as file:
        file.write("line 29 again\n")
    assert log.find(query, place, FOREVER_S).lines == (30_000,)


def test_a_log_or_its_hits_are_saved(tmp_path) -> None:
    log = written(tmp_path / "a.log", "one\ntwo\nthree\n")
    log.save(tmp_path / "all.txt", None)
    log.save(tmp_path / "some.txt", [0, 2])
    assert (tmp_path / "all.txt").read_text() == "one\ntwo\nthree\n"
    assert (tmp_path / "some.txt").read_text() == "one\nthree\n"
    with pytest.raises(OutputUnwritable):
        log.save(tmp_path / "nowhere" / "a.txt", None)


def test_a_log_that_is_gone_is_told_in_words(tmp_path) -> None:
    with pytest.raises(InputUnusable, match=r"a\.log cannot be read"):
        TextLog(tmp_path / "a.log").tail(5)


def test_the_logs_of_a_folder_are_offered(tmp_path) -> None:
    for name in ("vqdesk.log", "server-2.log", "window-picture.log", "server-x.log"):
        (tmp_path / name).touch()
    assert LogFolder(tmp_path).sources() == [LogSource("vqdesk.log"), LogSource("server-2.log", 2)]
