"""Blocks of indented JSON: what is folded, hidden and found."""

import json

from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.json_folds import first_folds, fold

GRAPH = {
    "3": {"class_type": "KSampler", "inputs": {"seed": 7, "model": ["4", 0]}},
    "4": {"class_type": "UNETLoader", "inputs": {}},
}
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=25,
)


def test_a_graph_is_one_line_a_node_at_first() -> None:
    text = fold(json.dumps(GRAPH, indent=2))
    shown = [text.lines[at] for at in text.visible(first_folds(text))]
    assert shown == ["{", '  "3": {', '  "4": {', "}"]
    assert sorted(text.kinds.values()) == ["KSampler", "UNETLoader"]


def test_what_hides_a_line_is_known() -> None:
    text = fold(json.dumps(GRAPH, indent=2))
    seed = next(at for at, line in enumerate(text.lines) if "seed" in line)
    folds = first_folds(text)
    assert seed not in text.visible(folds)
    assert seed in text.visible(folds - text.blocks_around(seed, folds))


@given(VALUES)
def test_every_block_ends_with_its_own_bracket(value: object) -> None:
    text = fold(json.dumps(value, indent=2, ensure_ascii=False))
    assert text.visible(frozenset()) == list(range(len(text.lines)))
    for at, end in enumerate(text.ends):
        if end > at:
            indent = len(text.lines[at]) - len(text.lines[at].lstrip(" "))
            assert text.lines[end][indent] == {"{": "}", "[": "]"}[text.lines[at][-1]]
