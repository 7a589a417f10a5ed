"""What the search of the queue understands."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.search_terms import STATES, Term, first_day, parse_search, states_of

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöü0123456789_.", min_size=1, max_size=12)


def test_words_terms_and_numbers_stand_side_by_side() -> None:
    found = parse_search('lake status:failed,Done "two boats" -workflow:upscale after:2026-11-01 note: #41 #60-50')
    assert found.words == ("lake", "two boats")
    assert found.terms == (
        Term("status", "failed,Done"),
        Term("workflow", "upscale", excludes=True),
        Term("after", "2026-11-01"),
        Term("note", ""),
    )
    assert states_of(found.terms[0]) == ("failed", "succeeded")
    assert found.numbers == ((41, 41), (50, 60))
    assert found.problems == ()


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("status:", "“status:” needs a value."),
        ("status:lost", "“lost” is no state."),
        ("before:2026-13-01", "“2026-13-01” is no day."),
        ("after:soon", "“soon” is no day."),
        ("stats:failed", "There is no “stats:”."),
    ],
)
def test_what_cannot_be_used_is_told_with_what_can(text: str, summary: str) -> None:
    found = parse_search(f"lake {text}")
    assert [problem.summary for problem in found.problems] == [summary]
    assert found.problems[0].remedy
    assert (found.words, found.terms) == (("lake",), ())


@pytest.mark.parametrize("text", ["C:\\photos", "12:30", "http://a", '"status:failed"', "café:au"])
def test_a_colon_after_anything_else_is_part_of_the_word(text: str) -> None:
    found = parse_search(text)
    assert found.words == (text.replace('"', ""),)
    assert (found.terms, found.problems) == ((), ())


def test_a_value_may_have_spaces_in_quotation_marks() -> None:
    assert parse_search('name:"lake at dusk"').terms == (Term("name", "lake at dusk"),)
    assert parse_search('note:"not closed').terms == (Term("note", "not closed"),)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-11-21", date(2026, 11, 21)),
        ("2026-11", date(2026, 11, 1)),
        ("2026", date(2026, 1, 1)),
        ("today", date(2026, 3, 1)),
        ("Yesterday", date(2026, 2, 28)),
        ("2026-02-30", None),
        ("0000", None),
    ],
)
def test_days(value: str, day: date | None) -> None:
    assert first_day(value, date(2026, 3, 1)) == day


@given(st.text(max_size=40))
def test_nothing_that_is_typed_is_an_error(text: str) -> None:
    found = parse_search(text)
    assert all(word.strip() == word and word for word in found.words)
    assert all(low <= high for low, high in found.numbers)
    assert all(problem.summary and problem.remedy for problem in found.problems)


@given(st.lists(WORDS, max_size=4), st.lists(st.sampled_from(sorted(STATES)), min_size=1, max_size=3))
def test_words_and_states_are_found_again_in_any_order(words: list[str], states: list[str]) -> None:
    term = f"status:{','.join(states)}"
    for text in (" ".join([*words, term]), "  ".join([term, *words])):
        found = parse_search(text)
        assert found.words == tuple(words)
        assert found.terms == (Term("status", ",".join(states)),)
        assert states_of(found.terms[0]) == tuple(STATES[state] for state in states)


@given(st.text(alphabet='ab:"-# ', max_size=30), st.sampled_from(["lake", "note:x", "#7"]))
def test_a_problem_never_takes_the_rest_away(noise: str, kept: str) -> None:
    found = parse_search(f"{kept} {noise}")
    assert "lake" in found.words or Term("note", "x") in found.terms or (7, 7) in found.numbers
