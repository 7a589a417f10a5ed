"""Answers of language models without what does not belong to them."""

import re
from typing import Final

_THINKING: Final = re.compile(r"<(think|thinking|reasoning)>.*?(</\1>|\Z)", re.S | re.I)
_ORPHAN_END: Final = re.compile(r"\A.*</(?:think|thinking|reasoning)>", re.S | re.I)
_FENCE: Final = re.compile(r"\A```[\w-]*[ \t]*\n?(.*?)(?:\n?```.*)?\Z", re.S)
_LEAD_IN: Final = re.compile(
    r"\A(?:(?:sure|certainly|of course|okay|ok)[,!.]?\s+)?"
    r"(?:(?:here(?:'s|’s| is| are)|this is)\b[^\n:]{0,80}:"
    r"|(?:\*\*)?(?:image |video |motion )?(?:caption|description|prompt|motion)(?:\*\*)?:(?:\*\*)?)\s*",
    re.I,
)
_QUOTES: Final = {'"': '"', "“": "”", "'": "'", "‘": "’", "`": "`", "«": "»"}


def without_thinking(text: str) -> str:
    """Without `<think>…</think>`, also when its beginning or its end is missing."""
    return _ORPHAN_END.sub("", _THINKING.sub("", text)).strip()


def without_fence(text: str) -> str:
    """What a code fence around everything holds."""
    found = _FENCE.match(text.strip())
    return found[1].strip() if found else text.strip()


def clean(text: str) -> str:
    """One plain text: no thinking, fences, lead-in ("Here is …:") or quotation marks around all of it."""
    text = without_fence(without_thinking(text))
    text = _LEAD_IN.sub("", text).strip()
    if len(text) > 1 and _QUOTES.get(text[0]) == text[-1] and text[0] not in text[1:-1]:
        text = text[1:-1].strip()
    return re.sub(r"[ \t]*\n[ \t]*\n\s*", "\n\n", text)
