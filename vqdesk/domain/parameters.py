"""Parameters of a workflow's form, and the rules that their values must keep (R-W2, R-W6).

The server checks only ranges and old-style choices; multiples, frame counts and the rest are ours.
"""

import difflib
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from vqdesk.domain.errors import ParameterInvalid

RANDOM_SEED: Final = "random"
"""Value of a seed parameter that stands for a new seed per prompt."""

MAX_SEED: Final = 2**53 - 1
"""Largest seed that survives JSON in every reader; the server itself takes up to 2**64 − 1."""

FRAMES_4N_PLUS_1: Final = "4n+1"
"""Rule of WAN frame counts: 1, 5, 9 … 81; the model floors other lengths without a word."""

_TRUE_WORDS = frozenset({"true", "yes", "on", "1"})
_FALSE_WORDS = frozenset({"false", "no", "off", "0"})
_RESOLUTION = re.compile(r"(\d{1,5})\s*[x×]\s*(\d{1,5})")


class ParameterType(StrEnum):
    """Types of parameters. A resolution is text like "1280x720"; a seed is a whole number or "random"."""

    TEXT = "text"
    INT = "int"
    FLOAT = "float"
    BOOL = "bool"
    CHOICE = "choice"
    SEED = "seed"
    LORA = "lora"
    RESOLUTION = "resolution"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a choice and the words that the user reads for it."""

    value: Any
    label: str


@dataclass(frozen=True, slots=True)
class VisibleWhen:
    """Shown only while another parameter has one of these values."""

    parameter: str
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A typed value of the form, where it goes (`bind`: "node.input") and how it wants to be shown.

    A resolution binds width first, height second; every other type writes the same value to all its bindings.
    """

    name: str
    label: str
    type: ParameterType
    default: Any
    bind: tuple[str, ...]
    group: str = ""
    widget: str = ""
    multiline: bool = False
    placeholder: str = ""
    help: str = ""
    min: float | None = None
    max: float | None = None
    step: float | None = None
    multiple_of: int | None = None
    frames_rule: str = ""
    less_than: str = ""  # another number of the form that must be greater
    choices: tuple[Choice, ...] = ()
    visible_when: VisibleWhen | None = None
    advanced: bool = False
    unit: str = ""
    even_result: bool = False  # sides of the input times this must be even
    optional: bool = False  # a file; without it the graph has no node for it
    bind_less: tuple[tuple[str, int], ...] = ()  # inputs that take the value less a number


def resolution_size(value: str) -> tuple[int, int]:
    """Width and height in pixels of a resolution like "1280x720". Raises ValueError for other text."""
    match = _RESOLUTION.fullmatch(value.strip())
    if not match:
        raise ValueError(value)
    return int(match[1]), int(match[2])


def typed_value(parameter: Parameter, text: str) -> Any:
    """The value that these words stand for; text that does not fit the type comes back as it is."""
    word = text.strip()
    if parameter.type is ParameterType.BOOL:
        truth = {**dict.fromkeys(_TRUE_WORDS, True), **dict.fromkeys(_FALSE_WORDS, False)}
        return truth.get(word.lower(), text)
    if parameter.type is ParameterType.CHOICE:
        return next((choice.value for choice in parameter.choices if str(choice.value) == word), text)
    readers = {ParameterType.INT: int, ParameterType.SEED: int, ParameterType.FLOAT: float}
    reader = readers.get(parameter.type)
    try:
        return reader(word) if reader else text
    except ValueError:
        return text


def check_value(parameter: Parameter, value: Any) -> ParameterInvalid | None:
    """What is wrong with one value, with the nearest right ones where they can be named."""
    match parameter.type:
        case ParameterType.INT | ParameterType.FLOAT:
            return _check_number(parameter, value)
        case ParameterType.SEED:
            return _check_seed(parameter, value)
        case ParameterType.CHOICE:
            return _check_choice(parameter, value)
        case ParameterType.BOOL:
            return (
                None
                if isinstance(value, bool)
                else _wrong(parameter, value, "It is a switch.", "Use true or false.")
            )
        case ParameterType.RESOLUTION:
            return _check_resolution(parameter, value)
        case ParameterType.TEXT | ParameterType.LORA | ParameterType.PATH:
            return (
                None if isinstance(value, str) else _wrong(parameter, value, "It takes text.", "Give it as text.")
            )


def nearest_values(parameter: Parameter, value: float) -> tuple[int, ...]:
    """Up to two whole numbers around `value` that keep the range, the multiple and the frame rule."""
    modulus, offset = _grid(parameter)
    low, high = _grid_ends(parameter)
    below = (value - offset) // modulus * modulus + offset
    around = (below, below if below == value else below + modulus)
    inside = [min(max(candidate, low), high) for candidate in around]
    return tuple(sorted({int(candidate) for candidate in inside if math.isfinite(candidate)}))


def close_names(name: str, known: Iterable[str]) -> list[str]:
    """Up to three of the known names that may be meant, best first."""
    return difflib.get_close_matches(name, list(known), n=3)


def similar_names(name: str, known: Iterable[str], intro: str) -> str:
    """“Did you mean …?”, or `intro` and all names when none is close."""
    names = list(known)
    close = close_names(name, names)
    if close:
        return f"Did you mean {_any_of([f'“{n}”' for n in close])}?"
    return f"{intro}: {', '.join(names)}." if names else ""


def _check_number(parameter: Parameter, value: Any) -> ParameterInvalid | None:
    whole = parameter.type is ParameterType.INT
    if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
        kind = "a whole number" if whole else "a number"
        return _wrong(parameter, value, f"It takes {kind}.", f"Give {kind}{_range_words(parameter)}.")
    if isinstance(value, float) and not math.isfinite(value):
        return _wrong(parameter, value, "It takes a finite number.", f"Give a number{_range_words(parameter)}.")
    too_low = parameter.min is not None and value < parameter.min
    too_high = parameter.max is not None and value > parameter.max
    modulus, offset = _grid(parameter)
    off_grid = whole and (value - offset) % modulus != 0
    if not (too_low or too_high or off_grid):
        return None
    rules = [f"It must be{_range_words(parameter)}."] if too_low or too_high else []
    if off_grid:
        rules.append("It must be 4·n + 1." if parameter.frames_rule else f"It must be a multiple of {modulus}.")
    nearest: tuple[Any, ...] = nearest_values(parameter, value)
    if not whole:
        limit = parameter.min if too_low else parameter.max
        nearest = () if limit is None else (float(limit),)
    return _wrong(parameter, value, " ".join(rules), _nearest_words([_shown(n) for n in nearest]), nearest)


def _check_seed(parameter: Parameter, value: Any) -> ParameterInvalid | None:
    if value == RANDOM_SEED or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MAX_SEED):
        return None
    cause = f"It takes “{RANDOM_SEED}” or a whole number from 0 to {MAX_SEED}."
    return _wrong(parameter, value, cause, f"Use “{RANDOM_SEED}” for a new seed per prompt.")


def _check_choice(parameter: Parameter, value: Any) -> ParameterInvalid | None:
    allowed = [choice.value for choice in parameter.choices]
    if any(value == one and isinstance(value, bool) == isinstance(one, bool) for one in allowed):
        return None
    names = [str(one) for one in allowed]
    close = close_names(str(value), names)
    nearest = tuple(one for one in allowed if str(one) in close)
    remedy = similar_names(str(value), names, "Choices are")
    return _wrong(parameter, value, "It is not one of the choices.", remedy, nearest)


def _check_resolution(parameter: Parameter, value: Any) -> ParameterInvalid | None:
    try:
        sides = resolution_size(value) if isinstance(value, str) else None
    except ValueError:
        sides = None
    if sides is None:
        return _wrong(parameter, value, "It takes width x height in pixels.", "Write it like 1280x720.")
    off = [side for side in sides if nearest_values(parameter, side) != (side,)]
    if not off:
        return None
    nearest = "x".join(str(nearest_values(parameter, side)[0]) for side in sides)
    rule = f"Both sides must be{_range_words(parameter)}, in multiples of {parameter.multiple_of or 1}."
    return _wrong(parameter, value, rule, f"The nearest right value is {nearest}.", (nearest,))


def _grid(parameter: Parameter) -> tuple[int, int]:
    return (4, 1) if parameter.frames_rule == FRAMES_4N_PLUS_1 else (parameter.multiple_of or 1, 0)


def _grid_ends(parameter: Parameter) -> tuple[float, float]:
    modulus, offset = _grid(parameter)
    low = -math.inf if parameter.min is None else math.ceil((parameter.min - offset) / modulus) * modulus + offset
    high = math.inf if parameter.max is None else math.floor((parameter.max - offset) / modulus) * modulus + offset
    return low, high


def _range_words(parameter: Parameter) -> str:
    if parameter.min is not None and parameter.max is not None:
        return f" from {_shown(parameter.min)} to {_shown(parameter.max)}"
    if parameter.min is not None:
        return f" at least {_shown(parameter.min)}"
    return f" at most {_shown(parameter.max)}" if parameter.max is not None else ""


def _wrong(
    parameter: Parameter, value: Any, cause: str, remedy: str, nearest: tuple[Any, ...] = ()
) -> ParameterInvalid:
    said = f"{parameter.label} cannot be {_shown(value)}."
    return ParameterInvalid(parameter.name, said, cause, remedy, nearest)


def _nearest_words(values: list[str]) -> str:
    if len(values) == 1:
        return f"The nearest right value is {values[0]}."
    return f"The nearest right values are {' and '.join(values)}."


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f"“{value}”" if len(value) <= 40 else f"“{value[:39]}…”"
    if isinstance(value, int) and abs(value) >= 10**30:
        return "a number with more than 30 digits"
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)


def _any_of(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
