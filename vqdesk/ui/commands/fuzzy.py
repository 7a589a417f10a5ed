"""Finding a command by a few of its letters."""

import functools

_START = 8
_FOLLOWS = 5
_INSIDE = 1
_FAR = 0.05


def score(typed: str, words: str) -> float | None:
    """How well `words` answer to what was typed, larger is better; None where a letter is missing.

    Each typed word must be found; letters in a row and at the beginnings of words count most.
    """
    text = words.casefold()
    total = 0.0
    for word in typed.casefold().split():
        best = _best(word, text)
        if best is None:
            return None
        total += best
    return total - len(text) * _FAR


def _best(word: str, text: str) -> float | None:
    @functools.cache
    def from_here(letter: int, at: int, follows: bool) -> float | None:
        if letter == len(word):
            return 0.0
        found: float | None = None
        place = text.find(word[letter], at)
        while place >= 0:
            rest = from_here(letter + 1, place + 1, True)
            if rest is not None:
                value = rest + _worth(text, place, follows and place == at)
                found = value if found is None else max(found, value)
            place = text.find(word[letter], place + 1)
        return found

    return from_here(0, 0, False)


def _worth(text: str, place: int, follows: bool) -> float:
    if follows:
        return _FOLLOWS
    starts_word = place == 0 or not text[place - 1].isalnum()
    return _START if starts_word else _INSIDE
