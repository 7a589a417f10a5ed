"""Written texts beside those of the user: which one counts, and that nothing of the user is lost."""

from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.auto_rows import (
    CAPTION,
    MOST_DRAFTS,
    AutoRow,
    applied,
    auto_state,
    auto_to_raw,
    captions_of,
    chosen,
    cleared,
    own_texts,
    read_auto,
    received,
    shown_text,
    unapplied,
)
from vqdesk.domain.prompt_modes import AutoState

ONE = ("text",)
TWO = ("first", "second")


def written(**texts: str) -> AutoRow:
    return AutoRow("A lake.", (texts,))


def test_own_words_go_before_a_draft() -> None:
    auto = {"a": written(text="drift")}
    assert shown_text({}, auto, "a", "text") == "drift"
    assert shown_text({"a": {"text": "mine"}}, auto, "a", "text") == "mine"
    assert shown_text({"a": {CAPTION: "My lake."}}, auto, "a", CAPTION) == "My lake."
    assert captions_of({}, auto, ["a", "b"]) == {"a": "A lake."}


def test_how_far_an_image_is() -> None:
    auto = {"a": written(text="drift"), "b": AutoRow("A dog.")}
    assert [auto_state({}, auto, card, ONE) for card in "abc"] == [
        AutoState.WRITTEN,
        AutoState.CAPTIONED,
        AutoState.EMPTY,
    ]
    assert auto_state({"b": {"text": "run"}}, auto, "b", ONE) is AutoState.READY
    half = {"c": AutoRow("", ({"second": "s"},))}
    assert auto_state({"c": {"first": "f"}}, half, "c", TWO) is AutoState.WRITTEN


def test_applying_fills_only_what_the_user_left_open() -> None:
    auto = {"a": written(first="f", second="s"), "b": written(first="g", second="t")}
    rows = {"a": {"second": "mine", "steps": 4}}
    assert unapplied(rows, auto, "abc", TWO) == ["a", "b"]
    after = applied(rows, auto, "abc", TWO)
    assert after == {"a": {"first": "f", "second": "mine", "steps": 4}, "b": {"first": "g", "second": "t"}}
    assert unapplied(after, auto, "abc", TWO) == []
    assert own_texts(rows, "ab", TWO) == ["a"]


def test_clearing_takes_drafts_and_caption_of_the_named_cells() -> None:
    auto = {"a": written(first="f", second="s"), "b": written(first="g", second="t")}
    assert cleared(auto, ["a"], [CAPTION, *TWO]) == {"b": auto["b"]}
    assert cleared(auto, ["a"], ["first"])["a"] == written(second="s")
    assert cleared(auto, ["a"], [CAPTION])["a"].caption == ""


def test_another_draft_takes_the_place_of_the_applied_one() -> None:
    row = received(written(text="slow"), "", {"text": "fast"}, is_variant=True)
    assert (row.chosen, row.draft) == (0, {"text": "slow"})
    assert chosen({}, {"a": row}, "a", 1)[0] == {}
    rows, auto = chosen({"a": {"text": "slow"}}, {"a": row}, "a", 1)
    assert rows == {"a": {"text": "fast"}}
    assert auto["a"].draft == {"text": "fast"}


def test_new_texts_replace_the_shown_draft_and_variants_are_few() -> None:
    row = received(written(text="slow"), "A sea.", {"text": "fast"}, is_variant=False)
    assert (row.caption, row.drafts) == ("A sea.", ({"text": "fast"},))
    for number in range(MOST_DRAFTS + 2):
        row = received(row, "", {"text": f"take {number}"}, is_variant=True)
    assert len(row.drafts) == MOST_DRAFTS
    assert row.drafts[-1] == {"text": f"take {MOST_DRAFTS + 1}"}
    assert received(row, "", {"text": "fast"}, is_variant=True) == row  # the same words again are no variant


drafts = st.lists(st.dictionaries(st.sampled_from(TWO), st.text(max_size=9), min_size=1), max_size=3)
auto_rows = st.dictionaries(
    st.text(min_size=1, max_size=4),
    st.builds(lambda caption, some: AutoRow(caption, tuple(some)), st.text(max_size=9), drafts),
    max_size=3,
)


@given(auto_rows)
def test_what_is_stored_is_read_again(auto) -> None:
    assert read_auto(auto_to_raw(auto)) == (auto, [])


@given(
    st.dictionaries(st.text(max_size=3), st.recursive(st.none() | st.booleans() | st.text(), st.lists), max_size=3)
)
def test_any_text_is_read_as_far_as_it_is_right(raw) -> None:
    found, lost = read_auto({**raw, "right": {"caption": "c", "drafts": [{"text": "t"}], "chosen": 7}})
    assert found["right"] == AutoRow("c", ({"text": "t"},), 0)
    assert len(found) + len(lost) == len({*raw, "right"})


@given(auto_rows, st.dictionaries(st.text(min_size=1, max_size=4), st.just({"first": "mine"}), max_size=3))
def test_no_own_word_is_lost_by_applying(auto, rows) -> None:
    after = applied(rows, auto, auto, TWO)
    assert all(after[card]["first"] == "mine" for card in rows)
