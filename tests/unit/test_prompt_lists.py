"""Texts from files and spreadsheets reach the image that they name; edits of the table reach only theirs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.prompt_lists import (
    ListedPrompt,
    pair,
    read_list,
    read_table,
    texts_of_sidecar,
    to_csv,
    to_json,
    write_table,
)
from vqdesk.domain.prompt_rows import filled_down, pasted, replaced, replacer, with_affixes, with_cell

FIRST = Parameter("positive_prompt", "Clip 1", ParameterType.TEXT, "", ("a.text",), multiline=True)
SECOND = Parameter("positive_prompt_stage2", "Clip 2", ParameterType.TEXT, "", ("b.text",), multiline=True)
STEPS = Parameter("steps", "Steps", ParameterType.INT, 4, ("k.steps",))
COLUMNS = (FIRST, SECOND, STEPS)
CARDS = ("/photos/lake.png", "/photos/cat.jpg", "/more/lake.png")

texts = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)


@given(
    st.dictionaries(
        st.sampled_from(CARDS), st.fixed_dictionaries({"positive_prompt": texts, "steps": st.integers()})
    )
)
def test_what_is_exported_comes_back_to_the_same_cards(rows) -> None:
    for text, name in ((to_csv(CARDS, COLUMNS, rows), "list.csv"), (to_json(CARDS, COLUMNS, rows), "list.json")):
        found = pair(read_list(text, name, COLUMNS), CARDS)
        assert found.notes == ()
        assert {card: row for card, row in found.rows.items() if row} == rows


@given(
    st.lists(
        st.lists(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\x00")), min_size=1)
    )
)
def test_a_spreadsheet_keeps_tabs_quotes_and_lines_inside_its_cells(table) -> None:
    while table and not any(cell.strip() for cell in table[-1]):
        table.pop()
    assert read_table(write_table(table)) == table


@given(st.text())
def test_any_text_is_a_list_or_is_refused_in_words(text: str) -> None:
    for name in ("list.csv", "list.json"):
        try:
            read_list(text, name, COLUMNS)
        except InputUnusable as error:
            assert error.problem.summary


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("file,prompt\ncat.jpg,purrs\n", "list.csv"),
        ("image;Clip 1\ncat;purrs\n", "list.csv"),
        ("cat.jpg\tpurrs\n", "list.tsv"),
        ('{"cat.jpg": "purrs"}', "list.json"),
        ('[{"file": "cat.jpg", "text": "purrs"}]', "list.json"),
        ('\ufeff{"images": [{"path": "/photos/cat.jpg", "positive_prompt": "purrs"}]}', "captions"),
    ],
)
def test_the_usual_forms_of_a_list_are_understood(text: str, name: str) -> None:
    assert pair(read_list(text, name, COLUMNS), CARDS).rows == {"/photos/cat.jpg": {"positive_prompt": "purrs"}}


def test_what_finds_no_image_or_several_is_said_and_goes_nowhere() -> None:
    found = pair([ListedPrompt("dog.png", {"steps": 1}, 2), ListedPrompt("lake.png", {"steps": 2}, 3)], CARDS)
    assert found.rows == {}
    assert found.notes == (
        "Line 2: no image here is called “dog.png”.",
        "Line 3: 2 images are called “lake.png”; give the whole path.",
    )


def test_a_column_that_the_workflow_lacks_is_named_with_the_likely_one() -> None:
    with pytest.raises(InputUnusable) as caught:
        read_list("file,stepps\ncat.jpg,3\n", "list.csv", COLUMNS)
    assert "stepps" in caught.value.problem.summary
    assert "steps" in caught.value.problem.remedy


def test_the_file_beside_an_image_holds_one_text_for_each_clip() -> None:
    own = texts_of_sidecar("\ufeffwakes up\nslowly\n---\nwalks away\n", COLUMNS[:2])
    assert own == {"positive_prompt": "wakes up\nslowly", "positive_prompt_stage2": "walks away"}


def test_edits_reach_only_the_chosen_cards() -> None:
    rows = with_cell({}, CARDS[0], "positive_prompt", "a red boat")
    rows = with_cell(rows, CARDS[1], "positive_prompt", "a red cat")
    filled = filled_down(rows, CARDS[:2], "positive_prompt", "")
    assert filled[CARDS[1]]["positive_prompt"] == "a red boat"
    assert CARDS[2] not in filled
    changed, places = replaced(rows, CARDS[1:], ["positive_prompt"], replacer("RED", "blue"))
    assert (changed[CARDS[0]]["positive_prompt"], changed[CARDS[1]]["positive_prompt"], places) == (
        "a red boat",
        "a blue cat",
        1,
    )
    around = with_affixes(rows, CARDS, "positive_prompt", "form", ("<", ">"))
    assert [around[card]["positive_prompt"] for card in CARDS] == ["<a red boat>", "<a red cat>", "<form>"]
    cleared = with_cell(rows, CARDS[0], "positive_prompt", None)
    assert CARDS[0] not in cleared


def test_a_wrong_pattern_is_refused_before_anything_changes() -> None:
    for find, by in (("(", ""), ("a", "\\2")):
        with pytest.raises(re.error):
            replacer(find, by, is_regex=True)
    assert replacer("a.c", "\\1")("a.c abc") == ("\\1 abc", 1)


def test_a_pasted_table_fills_from_the_first_cell_and_says_what_found_no_place() -> None:
    rows, lost = pasted({}, CARDS[1:], (FIRST, STEPS), [["wakes", "6", "x"], ["runs", ""], ["late", "1"]])
    assert rows == {CARDS[1]: {"positive_prompt": "wakes", "steps": 6}, CARDS[2]: {"positive_prompt": "runs"}}
    assert lost == 3
