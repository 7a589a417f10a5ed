"""The lines of indented JSON: where a block ends, and what stands for it when it is folded."""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_KIND: Final = re.compile(r'"class_type":\s*"([^"]*)"')
_LONGEST: Final = 2_000  # letters of a line that are shown


@dataclass(frozen=True, slots=True)
class FoldedText:
    """`ends[i]` is the line that closes the block of line i; i itself where no block begins."""

    lines: tuple[str, ...]
    ends: Sequence[int]
    kinds: dict[int, str]  # class of the node whose block begins there

    def visible(self, folded: frozenset[int]) -> list[int]:
        """Numbers of the lines that are shown while these blocks are folded."""
        shown: list[int] = []
        at = 0
        while at < len(self.lines):
            shown.append(at)
            at = (self.ends[at] if at in folded else at) + 1
        return shown

    def blocks_around(self, at: int, folded: frozenset[int]) -> frozenset[int]:
        """Those of the folded blocks that hide a line."""
        return frozenset(one for one in folded if one < at <= self.ends[one])


def fold(text: str) -> FoldedText:
    """Takes JSON as `json.dumps(indent=…)` writes it; other text has no blocks."""
    lines = text.split("\n")
    ends = array("L", range(len(lines)))
    kinds: dict[int, str] = {}
    opened: list[int] = []
    for at, line in enumerate(lines):
        if opened and line.lstrip(" ").startswith(("}", "]")):
            ends[opened.pop()] = at
        if line.endswith(("{", "[")):
            opened.append(at)
        elif opened and (kind := _KIND.search(line)):
            kinds[opened[-1]] = kind[1]
    return FoldedText(tuple(line[:_LONGEST] for line in lines), ends, kinds)


def first_folds(text: FoldedText) -> frozenset[int]:
    """Every block but the outermost: one line for each node."""
    return frozenset(at for at, end in enumerate(text.ends) if end > at > 0)
