"""Levels of lines, and queries that are refused in words."""

import pytest

from vqdesk.domain.errors import UserError
from vqdesk.domain.log_lines import LogQuery, level_of


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("2026-11-21 08:00:01,204 ERROR vqdesk.lane the server is away", "error"),
        ("!!! Exception during processing !!! CUDA out of memory", "error"),
        ("torch.OutOfMemoryError: Allocation on device", "error"),
        ("Traceback (most recent call last):", "error"),
        ("UserWarning: deprecated", "warning"),
        ("2026-11-21 WARNING slow", "warning"),
        ("DEBUG x", "debug"),
        ("got prompt", "info"),
        ("no errors here, nor an Exceptional case", "info"),
    ],
)
def test_a_line_tells_its_level(line: str, level: str) -> None:
    assert level_of(line) == level


@pytest.mark.parametrize("expression", ["(", "[a", "*", "a{99999999999999999999}"])
def test_a_wrong_expression_is_told_in_words(expression: str) -> None:
    with pytest.raises(UserError) as caught:
        LogQuery(words=expression, is_regex=True)
    assert caught.value.problem.remedy


@pytest.mark.parametrize("expression", ["(a+)+$", "(x*y*)*", "(?:a+){2,}"])
def test_an_expression_without_end_is_refused(expression: str) -> None:
    with pytest.raises(UserError, match="forever"):
        LogQuery(words=expression, is_regex=True)


def test_words_are_no_expression() -> None:
    assert LogQuery(words="a.b(").takes("xx A.B( yy")
    assert not LogQuery(words="a.b").takes("axb")


def test_no_wish_takes_all() -> None:
    assert LogQuery().takes_all
    assert not LogQuery(words="x").takes_all
    assert not LogQuery(frozenset({"error"})).takes_all
