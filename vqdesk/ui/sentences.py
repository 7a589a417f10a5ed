"""Sentences with values in them, known again by the words around the values."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

_HOLE = re.compile(r"(\{\w*\})")
_ENDS = re.compile(r"(?<=[.?!]) (?=[A-Z“])")
_FEW_LETTERS = 6


@dataclass(frozen=True, slots=True)
class Sentence:
    """“{0} of {1} files”: the words around the holes, the names of these, and what it is in the other language."""

    around: tuple[str, ...]
    holes: tuple[str, ...]
    said: tuple[str, ...]

    @classmethod
    def of(cls, source: str, said: str) -> "Sentence":
        """From two texts with the same holes."""
        parts = _HOLE.split(source)
        return cls(tuple(parts[::2]), tuple(parts[1::2]), tuple(_HOLE.split(said)))

    @property
    def letters(self) -> int:
        """How much of it is certain."""
        return sum(letter.isalpha() for part in self.around for letter in part)

    def values(self, text: str) -> dict[str, str] | None:
        """What stands in the holes, or None when this is another sentence."""
        first, *between, last = self.around
        if not text.startswith(first) or not text.endswith(last) or len(text) < len(first) + len(last):
            return None
        found, at, end = [], len(first), len(text) - len(last)
        for part in between:
            place = text.find(part, at, end)
            if place < 0:
                return None
            found.append(text[at:place])
            at = place + len(part)
        return dict(zip(self.holes, (*found, text[at:end]), strict=True))


def by_certainty(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Those with the most words of their own first."""
    return sorted(sentences, key=lambda one: one.letters, reverse=True)


def translated(text: str, sentences: Sequence[Sentence], in_words: Callable[[str], str]) -> str | None:
    """The text in the other language, its values too where these are known; None for an unknown one.

    The first sentence that fits is meant. What was put together of several is translated one by one.
    """
    parts = _ENDS.split(text)
    whole = _fitting(text, sentences, in_words, is_one=len(parts) > 1)
    if whole is not None or len(parts) == 1:
        return whole
    said = [in_words(part) for part in parts]
    return " ".join(said) if said != parts else _fitting(text, sentences, in_words, is_one=False)


def _fitting(
    text: str, sentences: Sequence[Sentence], in_words: Callable[[str], str], *, is_one: bool
) -> str | None:
    """`is_one`: no value may hold the end of a sentence, unless it is known itself.

    A sentence of few letters counts only when one of its values is known: “{0} is {1}.” could be anybody's.
    """
    for sentence in sentences:
        values = sentence.values(text)
        if values is None:
            continue
        known = {hole: _in_words(value, in_words) for hole, value in values.items()}
        if is_one and any(_ENDS.search(value) and known[hole] == value for hole, value in values.items()):
            continue
        if sentence.letters >= _FEW_LETTERS or known != values:
            return "".join(known.get(part, part) for part in sentence.said)
    return None


def _in_words(value: str, in_words: Callable[[str], str]) -> str:
    bare = value.strip()
    return value.replace(bare, in_words(bare)) if bare else value
