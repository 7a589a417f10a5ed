"""The rules of auto-prompts: moments, answers that are not quite JSON, names of models, placeholders, sharing."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.auto_prompt import (
    DuplicateGuard,
    LlmFailed,
    PromptName,
    WorkflowContext,
    check_prompt,
    clean,
    filled,
    markers,
    match_model,
    placeholders,
    read_clips,
    same_model,
    sharers,
)
from vqdesk.domain.errors import ParameterInvalid
from vqdesk.domain.job import Lane, LaneId
from vqdesk.locations import resources_dir


@pytest.mark.parametrize(
    ("frames", "fps", "expected"),
    [
        (81, 24, "0s 1.5s 3s"),
        (81, 16, "0s 2.5s 5s"),
        (121, 24, "0s 2.5s 5s"),
        (33, 16, "0s 1s 2s"),
        (161, 16, "0s 2.5s 5s 7.5s 10s"),
        (9, 16, "0s 0.6s"),
    ],
)
def test_moments(frames, fps, expected):
    assert " ".join(markers(frames, fps)) == expected


@given(st.integers(1, 2000), st.floats(1, 120))
def test_moments_rise_and_stay_inside_the_clip(frames, fps):
    found = [float(one[:-1]) for one in markers(frames, fps)]
    assert found[0] == 0
    assert found == sorted(found)
    assert found[-1] <= frames / fps + 0.06


@pytest.mark.parametrize(
    "answer",
    [
        '{"clips": ["one", "two"]}',
        'Sure! Here it is: {"clips": ["one", "two",],}  Enjoy.',
        '```json\n{"clips": ["one", "two"]}\n```',
        '<think>{"clips": 3}</think>{"prompts": ["one", "two"]}',
        '["one", "two", "three"]',
        '[{"clip": 1, "prompt": "one"}, {"clip": 2, "prompt": "two"}]',
        '{"clip_1": "one", "clip_2": "two"}',
        '{"clips": {"2": "two", "1": "one"}}',
        "1. one\n2. two",
        "**Clip 1:** one\n\n**Clip 2:** two",
        '{"clips": ["one", "two',
    ],
)
def test_two_texts_are_found_in_many_shapes(answer):
    assert read_clips(answer, 2).texts == ("one", "two")


@pytest.mark.parametrize(
    "answer", ["", "{}", '{"clips": ["one"]}', "no idea", '{"clips": ["…", "…"]}', '{"clips": ["one"']
)
def test_fewer_texts_than_clips_are_no_answer(answer):
    with pytest.raises(ValueError, match="It holds no 2 texts"):
        read_clips(answer, 2)


def test_what_was_put_right_is_said():
    assert read_clips('{"clips": ["one", "two"]}', 2).repair == ""
    assert "cut" in read_clips('{"clips": ["one", "tw', 2).repair
    assert "left out" in read_clips('["a", "b", "c"]', 2).repair


def _is_plain(text: str) -> bool:
    return clean(text) == text and any(map(str.isalpha, text))


_TEXTS = st.lists(st.text("abc \\\"'{}[],:\n", min_size=1).filter(_is_plain), min_size=2, max_size=4)


@given(_TEXTS)
def test_json_is_read_as_it_is(texts):
    assert read_clips(json.dumps({"clips": texts}), len(texts)).texts == tuple(texts)


@given(_TEXTS, st.data())
def test_cut_json_never_invents_text(texts, data):
    whole = json.dumps({"clips": texts})
    answer = whole[: data.draw(st.integers(0, len(whole)))]
    try:
        read = read_clips(answer, len(texts))
    except ValueError:
        return
    assert len(read.texts) == len(texts)


@given(st.text(max_size=200), st.integers(2, 4))
def test_any_answer_is_read_or_refused(answer, clips):
    with suppress(ValueError):
        assert len(read_clips(answer, clips).texts) == clips


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("A boat.", "A boat."),
        ('Here is the caption: "A boat."', "A boat."),
        ("**Caption:** A boat.", "A boat."),
        ("<think>well</think>\n\nA boat.", "A boat."),
        ("well</think>A boat.", "A boat."),
        ("<think>never ends", ""),
        ('"Yes" and "no"', '"Yes" and "no"'),
        ("Here the river bends: left, then right.", "Here the river bends: left, then right."),
    ],
)
def test_answers_are_cleaned(answer, expected):
    assert clean(answer) == expected


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Qwen3-VL-8B", "qwen/qwen3-vl-8b"),
        ("dolphin", "dolphin-24b@q4_k_m"),
        ("dolphin-24b", "dolphin-24b@q4_k_m"),
    ],
)
def test_a_model_is_found_among_the_listed(wanted, found):
    assert match_model(wanted, ["qwen/qwen3-vl-8b", "dolphin-24b@q4_k_m", "text-embedding-nomic"]) == found


@pytest.mark.parametrize("wanted", ["", "nomic", "llama"])
def test_a_model_is_never_made_up(wanted):
    with pytest.raises(LlmFailed):
        match_model(wanted, ["qwen/qwen3-vl-8b", "text-embedding-nomic"])


def test_copies_and_quantisations_are_the_same_model():
    assert same_model("q/a", "q/a:2")
    assert same_model("a@q4", "A")
    assert not same_model("a:7b", "a:14b")


def test_the_same_caption_of_the_same_picture_is_no_repetition():
    guard = DuplicateGuard()
    assert guard.repeats("A room.", "1", "a.png") == ""
    assert guard.repeats("A  ROOM.", "1", "copy.png") == ""
    assert guard.repeats("a room.", "2", "b.png") == "a.png"


@pytest.mark.parametrize("name", list(PromptName))
def test_shipped_system_prompts_are_right(name):
    text = (resources_dir() / "prompts" / f"{name}.md").read_text(encoding="utf-8")
    check_prompt(name, text)
    context = WorkflowContext("w", "W", ("a", "b"), 81, 16.0)
    made = filled(text, context.facts())
    assert not any(f"{{{one}}}" in made for one in placeholders(name))
    if name is not PromptName.CAPTION:
        assert "5.1 seconds" in made and "0s, 2.5s, 5s" in made


def test_an_unknown_placeholder_is_named_with_its_line():
    with pytest.raises(ParameterInvalid) as caught:
        check_prompt(PromptName.MOTION, "One\nfor {secnds} seconds")
    assert "line 2" in caught.value.problem.cause
    assert "seconds" in caught.value.problem.remedy


def lane(number, kind, url):
    return Lane(LaneId(number), f"L{number}", url, kind, "enabled", 8)


def test_only_lanes_on_the_same_computer_share_its_gpu():
    near, far = lane(1, "comfyui", "http://localhost:8188"), lane(2, "comfyui", "http://box:8188")
    cpu = lane(3, "builtin", "")
    lanes = [near, far, cpu]
    assert sharers(lanes, "http://127.0.0.1:1234", "same") == [near]
    assert sharers(lanes, "box:1234", "same") == [far]
    assert sharers(lanes, "http://127.0.0.1:1234", "other") == []
