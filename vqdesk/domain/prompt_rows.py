"""Values of single images, and the edits of the prompt table. Pairing is by card, never by order.

A card is an input's path as the grid shows it. A row holds only what differs from the form; a missing cell means
the form's value.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from vqdesk.domain.parameters import Parameter, ParameterType, check_value, typed_value
from vqdesk.domain.workflow import WorkflowDefinition

Row = Mapping[str, Any]
Rows = Mapping[str, Row]

MAX_TEXT = 20_000
"""Characters of one text; longer ones are mistakes, such as a whole file pasted into a cell."""


def with_cell(rows: Rows, card: str, name: str, value: Any) -> Rows:
    """One cell set; None clears it."""
    return with_cells(rows, [(card, name, value)])


def with_cells(rows: Rows, cells: Iterable[tuple[str, str, Any]]) -> Rows:
    """Many cells set at once, each (card, name, value)."""
    changed: dict[str, dict[str, Any]] = {}
    for card, name, value in cells:
        row = changed.setdefault(card, dict(rows.get(card, {})))
        if value is None:
            row.pop(name, None)
        else:
            row[name] = value
    return {card: row for card, row in {**rows, **changed}.items() if row}


def filled_down(rows: Rows, cards: Sequence[str], name: str, form_value: Any) -> Rows:
    """The first card's value, or the form's where it has none, in all the others."""
    if not cards:
        return rows
    value = rows.get(cards[0], {}).get(name, form_value)
    return with_cells(rows, [(card, name, value) for card in cards[1:]])


def with_affixes(rows: Rows, cards: Sequence[str], name: str, form_value: str, around: tuple[str, str]) -> Rows:
    """The text of each card, or the form's, with a prefix and a suffix."""
    prefix, suffix = around
    return with_cells(
        rows, [(card, name, f"{prefix}{rows.get(card, {}).get(name, form_value)}{suffix}") for card in cards]
    )


def replaced(
    rows: Rows, cards: Sequence[str], names: Sequence[str], change: Callable[[str], tuple[str, int]]
) -> tuple[Rows, int]:
    """Own texts of these cards changed by `replacer(…)`, and how many places that were."""
    places = 0
    cells = []
    for card in cards:
        for name in names:
            old = rows.get(card, {}).get(name)
            if isinstance(old, str):
                new, found = change(old)
                places += found
                cells.append((card, name, new))
    return with_cells(rows, cells), places


def replacer(
    find: str, by: str, *, is_regex: bool = False, match_case: bool = False
) -> Callable[[str], tuple[str, int]]:
    """A change for `replaced`. Raises re.error for a wrong regular expression or group in `by`."""
    pattern = re.compile(find if is_regex else re.escape(find), 0 if match_case else re.IGNORECASE)
    if not find:
        return lambda text: (text, 0)
    if not is_regex:
        return lambda text: pattern.subn(lambda _: by, text)
    pattern.subn(by, "")
    return lambda text: pattern.subn(by, text)


def pasted(
    rows: Rows, cards: Sequence[str], columns: Sequence[Parameter], table: Sequence[Sequence[str]]
) -> tuple[Rows, int]:
    """A table of texts laid over cards and columns from their first on; also how many cells found no place."""
    lost = sum(
        1
        for at, line in enumerate(table)
        for across in range(len(line))
        if at >= len(cards) or across >= len(columns)
    )
    cells = [
        (card, column.name, typed_cell(column, text))
        for card, line in zip(cards, table, strict=False)
        for column, text in zip(columns, line, strict=False)
    ]
    return with_cells(rows, cells), lost


def typed_cell(column: Parameter, text: str) -> Any:
    """The value that these words stand for; None (the form's value) for an empty cell that is no prompt text."""
    if not text.strip():
        return None
    return text if column.type is ParameterType.TEXT else typed_value(column, text)


def own_values(definition: WorkflowDefinition, rows: Rows, cards: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What a submission needs: of these cards only, and only what this workflow has."""
    known = {parameter.name for parameter in definition.parameters}
    found = {card: {name: value for name, value in rows.get(card, {}).items() if name in known} for card in cards}
    return {card: own for card, own in found.items() if own}


def wrong_cells(
    definition: WorkflowDefinition, form: Mapping[str, Any], rows: Rows, cards: Sequence[str]
) -> dict[tuple[str, str], str]:
    """In words what is wrong, by (card, parameter): values outside the rules, texts that are empty or too long."""
    texts = [p for p in definition.parameters if p.type is ParameterType.TEXT and p.multiline and not p.advanced]
    others = {p.name: p for p in definition.parameters if p not in texts}
    wrong: dict[tuple[str, str], str] = {}
    for card in cards:
        own = rows.get(card, {})
        for name, parameter in others.items():
            if name in own and (error := check_value(parameter, own[name])):
                wrong[card, name] = error.problem.sentence()
        for parameter in texts:
            text = own.get(parameter.name, form.get(parameter.name, parameter.default))
            if not str(text or "").strip():
                wrong[card, parameter.name] = "There is no text here, and none in the form."
            elif len(str(text)) > MAX_TEXT:
                wrong[card, parameter.name] = (
                    f"The text has {len(text):,} characters; at most {MAX_TEXT:,} are taken."
                )
    return wrong
