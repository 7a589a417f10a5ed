"""The console of a recorded ComfyUI, made of the pieces in which it is sent."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from vqdesk.adapters.comfy.messages import MessageReader
from vqdesk.adapters.comfy.server_log import ConsoleLines
from vqdesk.domain.events import ConsoleWritten

WIRE = Path(__file__).parents[1] / "data" / "wire" / "40_server_log.json"


def entry(text: str, at: str = "2026-11-21T07:27:37.2") -> dict[str, str]:
    return {"t": at, "m": text}


def texts(*pieces: str) -> list[str]:
    lines = ConsoleLines()
    found = [line for at, piece in enumerate(pieces) for line in lines.take([entry(piece, str(at))])]
    return [line.text for line in found]


def test_the_recorded_console_is_told_line_by_line_and_nothing_twice() -> None:
    recorded = json.loads(WIRE.read_text("utf-8"))
    reader = MessageReader(set())
    kept = next(one["response"]["entries"] for one in recorded if one["kind"] == "http" and "raw" in str(one))
    events = reader.console(kept)
    for one in recorded:
        if one["kind"] == "ws":
            events += reader.text(json.dumps(one["response"]).encode())
    told = [line for event in events if isinstance(event, ConsoleWritten) for line in event.lines]
    assert [line.text for line in told][-4:-2] == ["got prompt", "got prompt"]
    assert told[-2].text.startswith("invalid prompt: {'type': 'invalid_prompt'")
    assert told[-1].text == "Prompt executed in 0.00 seconds"
    assert told[-1].at == "2026-11-21T07:27:37.210414"
    assert reader.console(kept) == []  # after a reconnect the server sends what it kept again


def test_pieces_become_lines_and_an_unfinished_one_waits() -> None:
    assert texts("Loading ", "model", " …\nready\nnot ye") == ["Loading model …", "ready"]


def test_of_a_progress_bar_only_the_last_state_is_told() -> None:
    assert texts("\r 10%|#  | 1/10", "\r 50%|## | 5/10", "\r100%|###| 10/10\n") == ["100%|###| 10/10"]


def test_windows_line_ends_and_colours_are_left_out() -> None:
    assert texts("\x1b[33mWARNING\x1b[0m: old driver\r\n", "\r\n") == ["WARNING: old driver"]


@pytest.mark.parametrize("odd", [None, 7, "text", [None], [{"t": 1, "m": "x\n"}], [{"m": "x\n"}], [["t", "m"]]])
def test_odd_entries_do_no_harm(odd: Any) -> None:
    assert ConsoleLines().take(odd if not isinstance(odd, int) else [odd]) == ()


@given(some.lists(some.text(alphabet="ab \n", max_size=6), max_size=30))
def test_however_a_text_is_cut_the_same_lines_come_out(pieces: list[str]) -> None:
    whole = "".join(pieces)
    assert texts(*pieces) == [line.rstrip() for line in whole.split("\n")[:-1] if line.rstrip()]
