"""Texts of several clips out of an answer that should be JSON, and often is not quite."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from vqdesk.domain.auto_prompt.cleaning import clean, without_fence, without_thinking

_KEYS: Final = ("clips", "prompts", "stages", "motion_prompts", "scenes")
_TEXT_KEYS: Final = ("prompt", "text", "motion_prompt", "motion", "description")
_NUMBERED: Final = re.compile(
    r"^[\s*#>-]*(?:clip|stage|scene|part|prompt)?\s*_?(\d{1,2})\s*[\]).:–-]+\**\s*", re.I | re.M
)
_NUMBERED_KEY: Final = re.compile(r"\D*0*(\d{1,2})\D*")
_STRING: Final = re.compile(r'"((?:[^"\\]|\\.)*)("?)', re.S)
_TRAILING_COMMA: Final = re.compile(r",(\s*[\]}])")


@dataclass(frozen=True, slots=True)
class ClipTexts:
    """One text a clip. `repair` says in words what had to be done to the answer, "" for nothing."""

    texts: tuple[str, ...]
    repair: str = ""


def schema_for(clips: int) -> dict[str, Any]:
    """JSON schema of an answer with exactly so many texts."""
    texts = {"type": "array", "items": {"type": "string"}, "minItems": clips, "maxItems": clips}
    return {"type": "object", "properties": {"clips": texts}, "required": ["clips"], "additionalProperties": False}


def read_clips(answer: str, clips: int) -> ClipTexts:
    """Exactly `clips` texts. Raises ValueError in words when fewer can be found."""
    text = without_fence(without_thinking(answer))
    for read, repair in _READERS:
        found = [clean(one) for one in read(text)]
        found = [one for one in found if any(map(str.isalpha, one))]  # small models echo “…”
        if len(found) >= clips:
            extra = "" if len(found) == clips else f"{len(found) - clips} more than asked for were left out"
            return ClipTexts(tuple(found[:clips]), " and ".join(part for part in (repair, extra) if part))
    raise ValueError(f"It holds no {clips} texts.")


def _strict(text: str) -> Iterator[str]:
    try:
        yield from _texts(json.loads(text))
    except ValueError:
        return


def _embedded(text: str) -> Iterator[str]:
    """The first JSON value inside other words, with trailing commas forgiven."""
    for start in (at for mark in "{[" if (at := text.find(mark)) >= 0):
        try:
            value, _ = json.JSONDecoder().raw_decode(_TRAILING_COMMA.sub(r"\1", text[start:]))
        except ValueError:
            continue
        found = list(_texts(value))
        if found:
            yield from found
            return


def _cut(text: str) -> Iterator[str]:
    """Strings of a JSON answer that ends too early; the last one may lack its end."""
    start = min((at for mark in "{[" if (at := text.find(mark)) >= 0), default=-1)
    body = text[start:] if start >= 0 else ""
    if _is_json(body):
        return
    for found in _STRING.finditer(body):
        if not body[found.end() :].lstrip().startswith(":"):  # else it is a key
            yield _unescaped(found[1])


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _listed(text: str) -> Iterator[str]:
    """A numbered list in plain words."""
    marks = list(_NUMBERED.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    yield from (text[mark.end() : end] for mark, end in zip(marks, ends, strict=False))


def _alone(text: str) -> Iterator[str]:
    if text and text[0] not in "{[":
        yield text


_READERS: Final = (
    (_strict, ""),
    (_embedded, "words around the JSON were left out"),
    (_cut, "the JSON was cut off and closed"),
    (_listed, "a numbered list was read instead of JSON"),
    (_alone, ""),
)


def _texts(value: Any) -> Iterator[str]:
    """Texts of every shape that models like to give a list."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(_text_of(one) if isinstance(one, dict) else one)
    elif isinstance(value, dict):
        named = next((value[key] for key in _KEYS if isinstance(value.get(key), list | dict)), None)
        if named is not None:
            yield from _texts(named)
        else:
            numbered = {int(f[1]): one for key, one in value.items() if (f := _NUMBERED_KEY.fullmatch(key))}
            if numbered:
                for number in sorted(numbered):
                    yield from _texts([numbered[number]])
            else:
                yield from _texts(_text_of(value))


def _text_of(value: dict[str, Any]) -> Any:
    texts = [one for one in value.values() if isinstance(one, str)]
    return next((value[key] for key in _TEXT_KEYS if isinstance(value.get(key), str)), texts[0] if texts else None)


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"'))
    except ValueError:
        return text.rstrip("\\").replace("\\n", "\n").replace('\\"', '"')
