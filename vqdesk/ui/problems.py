"""Problems in the language of the window: all that enters it is looked through for them, once."""

from dataclasses import is_dataclass, replace
from functools import cache
from typing import TypeVar

from vqdesk.domain.errors import Problem
from vqdesk.ui.language import in_words, is_english

T = TypeVar("T")


def problem_in_words(problem: Problem) -> Problem:
    """The same problem to be read in the language of the window."""
    return replace(
        problem,
        summary=in_words(problem.summary),
        cause=in_words(problem.cause),
        remedy=in_words(problem.remedy),
    )


def answer_in_words(answer: T) -> T:
    """An event or an answer with its problems in the language of the window; the same object where it has none."""
    return answer if is_english() else _walked(answer)


def _walked(value: T) -> T:
    if isinstance(value, Problem):
        return problem_in_words(value)
    if isinstance(value, list | tuple):
        return _walked_row(value)
    changed = {}
    for name in _fields(type(value)):
        old = getattr(value, name)
        new = _walked(old)
        if new is not old:
            changed[name] = new
    return replace(value, **changed) if changed else value


def _walked_row(row: list | tuple) -> list | tuple:
    if not row or not (isinstance(row[0], list | tuple) or _fields(type(row[0]))):
        return row  # plain values: ids by the thousand
    new = [_walked(one) for one in row]
    if all(one is old for one, old in zip(new, row, strict=True)):
        return row
    return type(row)(new) if type(row) in (list, tuple) else row


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The fields of a frozen value; none for what is not ours to copy."""
    if not is_dataclass(kind) or not kind.__dataclass_params__.frozen:
        return ()
    return tuple(name for name, field in kind.__dataclass_fields__.items() if field.init)
