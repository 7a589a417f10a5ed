"""What is wrong with a workflow file, tied to a place in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

Place = tuple[str | int, ...]
"""Keys and list indexes from the top of the file."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. `cause` says what is wrong at `place`, `remedy` what to write instead."""

    place: Place
    cause: str
    remedy: str


class Positions:
    """Lines of the keys and items of a YAML document, which is read for them only when they are asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _root(self) -> Any:
        return YAML(typ="rt").load(self._text)

    def line(self, place: Place) -> int:
        """Line, from 1, of the deepest part of `place` that the file has."""
        node, line = self._root, 1
        for step in place:
            if isinstance(node, CommentedMap) and step in node:
                line = node.lc.key(step)[0] + 1
            elif isinstance(node, CommentedSeq) and isinstance(step, int) and step < len(node):
                line = node.lc.item(step)[0] + 1
            else:
                break
            node = node[step]
        return line

    def field(self, place: Place) -> str:
        """`place` as the user reads it: "parameters.steps.default"; list items go by name, else from 1."""
        node, words = self._root, []
        for step in place:
            child = _child(node, step)
            named = (
                isinstance(step, int) and isinstance(child, CommentedMap) and isinstance(child.get("name"), str)
            )
            words.append(str(child["name"]) if named else str(step + 1 if isinstance(step, int) else step))
            node = child
        return ".".join(words)


def _child(node: Any, step: str | int) -> Any:
    if isinstance(node, CommentedMap):
        return node.get(step)
    inside = isinstance(node, Sequence) and isinstance(step, int) and step < len(node)
    return node[step] if inside else None
