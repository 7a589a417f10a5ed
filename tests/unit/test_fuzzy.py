"""A few letters find the command that a user means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.ui.commands.fuzzy import score

WORDS = (
    "New workspace",
    "Next workspace",
    "Duplicate workspace",
    "Import workflow…",
    "Reload workflows",
    "Open folder with outputs",
    "Open folder for your workflows",
    "Pause the queue, or go on",
    "Check this computer…",
    "Dark theme",
)


def best(typed: str) -> str:
    scored = {words: value for words in WORDS if (value := score(typed, words)) is not None}
    return max(scored, key=scored.__getitem__)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nw", "New workspace"),
        ("new wo", "New workspace"),
        ("dup", "Duplicate workspace"),
        ("import", "Import workflow…"),
        ("workflow import", "Import workflow…"),
        ("ofo", "Open folder with outputs"),
        ("pause", "Pause the queue, or go on"),
        ("DARK", "Dark theme"),
        ("ctc", "Check this computer…"),
    ],
)
def test_the_meant_command_comes_first(typed: str, meant: str) -> None:
    assert best(typed) == meant


def test_a_missing_letter_is_no_hit() -> None:
    assert score("xyz", "New workspace") is None
    assert score("new q", "New workspace") is None


@given(st.sampled_from(WORDS), st.data())
def test_any_letters_in_order_are_a_hit(words: str, data: st.DataObject) -> None:
    letters = [letter for letter in words.casefold() if letter.isalnum()]
    kept = data.draw(st.lists(st.booleans(), min_size=len(letters), max_size=len(letters)))
    typed = "".join(letter for letter, keep in zip(letters, kept, strict=True) if keep)
    assert score(typed, words) is not None
