"""Whatever a file holds, converting it ends soon, with a sound graph or with words."""

import json
import time
import tracemalloc
from contextlib import suppress
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from import_samples import CATALOG, node, slot, subgraph, ui

from vqdesk.domain.errors import WorkflowInvalid
from vqdesk.domain.graph import is_link, structure_faults
from vqdesk.domain.importing import convert, draft_form, read_document, tidy_api_graph

LIMIT_S = 2.0  # of computing: what a crowded machine makes of it is not ours
SLOW = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))

EVERYWHERE = ["Anything Everywhere", "Anything Everywhere3", "Anything Everywhere?", "Prompts Everywhere"]
PROPERTIES = ["proxyWidgets", "models", "cnr_id", "ue_properties", "title_regex"]
VIRTUAL = ["Reroute", "PrimitiveNode", "GetNode", "SetNode", "Note", "Seed Everywhere", *EVERYWHERE]
CLASSES = [*CATALOG, *VIRTUAL, "Dazzle", "s1", "s2", "workflow>g", "workflow/g"]
IDS = st.integers(-20, 9)
SCALARS = st.none() | st.booleans() | st.integers(-9, 2**70) | st.floats() | st.text(max_size=5)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner), max_leaves=5
)
NAMES = st.sampled_from(
    ["image", "positive", "negative", "text", "seed", "steps", "images", "samples", "value", ""]
)
SLOTS = st.fixed_dictionaries(
    {
        "name": NAMES,
        "type": st.sampled_from(["IMAGE", "*", "INT", "STRING"]),
        "link": st.none() | st.integers(0, 12),
    },
    optional={"widget": st.just({"name": "steps"})},
)
NODES = st.fixed_dictionaries(
    {"id": IDS, "type": st.sampled_from(CLASSES), "mode": st.sampled_from([0, 0, 0, 2, 4])},
    optional={
        "inputs": st.lists(SLOTS, max_size=4),
        "outputs": st.lists(SLOTS, max_size=2),
        "widgets_values": st.lists(VALUES, max_size=5) | st.dictionaries(NAMES, VALUES, max_size=3),
        "widgets_values_named": st.dictionaries(NAMES, VALUES, max_size=3),
        "properties": st.dictionaries(
            st.sampled_from(["proxyWidgets", "models", "cnr_id", "ue_properties", "title_regex"]),
            VALUES,
            max_size=2,
        ),
        "title": VALUES,
    },
)
LINKS = st.lists(st.tuples(st.integers(0, 12), IDS, st.integers(-1, 3), IDS, st.integers(-1, 3)), max_size=12)


@st.composite
def documents(draw: Any) -> dict[str, Any]:
    inner = [
        subgraph(name, ["image", "steps"], ["image"], draw(st.lists(NODES, max_size=4)), draw(LINKS))
        for name in ("s1", "s2")
    ]
    places = st.none() | st.integers(-1, 4)
    group = {
        "nodes": draw(st.lists(NODES, max_size=4)),
        "links": draw(st.lists(st.lists(places, max_size=5), max_size=6)),
        "external": draw(st.lists(st.lists(places, max_size=3), max_size=3)),
        "config": draw(VALUES),
    }
    sent = st.fixed_dictionaries({}, optional=dict.fromkeys(("upstream", "downstream", "downstream_slot"), IDS))
    extra = {"groupNodes": {"g": group}, "ue_links": draw(st.lists(sent, max_size=3))}
    return {**ui(draw(st.lists(NODES, max_size=8)), draw(LINKS), *inner), "extra": extra}


def assert_sound(graph: dict[str, Any]) -> None:
    for one in graph.values():
        links = [value for value in one["inputs"].values() if is_link(value)]
        assert all(link[0] in graph for link in links)
    json.dumps(graph)


@SLOW
@given(documents())
def test_any_document_becomes_a_sound_graph_or_is_refused_in_words(document):
    start = time.thread_time()
    result = convert(read_document(document), CATALOG)
    assert_sound(result.graph)
    lists = [value for one in result.graph.values() for value in one["inputs"].values() if isinstance(value, list)]
    assert all(is_link(value) for value in lists)
    try:
        draft = draft_form(result, CATALOG)
    except WorkflowInvalid as error:
        assert error.problem.cause and error.problem.remedy
    else:
        assert structure_faults(draft.graph) == []
        bound = [binding for field in draft.fields for binding in field.parameter.bind] + list(draft.seed_bind)
        assert len(bound) == len(set(bound))
        names = [field.parameter.name for field in draft.fields]
        assert len(names) == len(set(names)) and "seed" not in names
    assert time.thread_time() - start < LIMIT_S


@SLOW
@given(st.recursive(SCALARS, lambda one: st.lists(one) | st.dictionaries(st.text(max_size=6), one), max_leaves=30))
def test_parts_of_any_shape_are_read(part):
    for key in ("nodes", "links", "definitions", "models", "inputs", "extra"):
        convert(read_document({"nodes": [], key: part if key != "nodes" else [part]}), CATALOG)


@SLOW
@given(
    st.dictionaries(
        st.text(min_size=1, max_size=3),
        st.fixed_dictionaries(
            {"class_type": st.sampled_from(CLASSES)}, optional={"inputs": VALUES, "_meta": VALUES}
        ),
        min_size=1,
    )
)
def test_any_api_graph_is_tidied(graph):
    assert_sound(tidy_api_graph(graph, CATALOG).graph)


class TestLarge:
    """Documents of many megabytes; each within the limit of time, which is generous for a slow machine."""

    def timed(self, document: dict[str, Any]) -> float:
        start = time.thread_time()
        result = convert(read_document(document), CATALOG)
        with suppress(WorkflowInvalid):  # refused in words is as good here
            draft_form(result, CATALOG)
        return time.thread_time() - start

    def test_a_long_chain_of_reroutes(self):
        chain = [node(n, "Reroute", [slot("", "*", n)]) for n in range(2, 10_000)]
        links = [(n, n - 1, 0, n, 0) for n in range(2, 10_001)]
        ends = [
            node(1, "LoadImage", values=["a.png"]),
            node(10_000, "SaveImage", [slot("images", link=10_000)], ["x"]),
        ]
        assert self.timed(ui([*ends, *chain], links)) < LIMIT_S

    def test_many_nodes_that_all_hang_on_the_end_of_a_chain(self):
        chain = [node(n, "Reroute", [slot("", "*", n)]) for n in range(2, 5_000)]
        links = [(n, n - 1, 0, n, 0) for n in range(2, 5_000)]
        scales = [node(n, "Scale", [slot("image", link=n)], ["area", 1.0]) for n in range(5_000, 10_000)]
        links += [(n, 4_999, 0, n, 0) for n in range(5_000, 10_000)]
        first = node(1, "LoadImage", values=["a.png"])
        assert self.timed(ui([first, *chain, *scales], links)) < LIMIT_S

    def test_a_chain_of_nodes_with_both_sides(self):
        both = [slot("positive", "CONDITIONING"), slot("negative", "CONDITIONING")]
        nodes = [node(1, "Encode", values=["a"]), node(2, "Encode", values=["b"])]
        links: list[Any] = []
        for n in range(3, 6_000):
            sides = [{**one, "link": 2 * n + side} for side, one in enumerate(both)]
            nodes.append(node(n, "Both", sides, outs=["CONDITIONING", "CONDITIONING"]))
            before = [(1, 0), (2, 0)] if n == 3 else [(n - 1, 0), (n - 1, 1)]
            links += [(2 * n + side, *before[side], n, side) for side in (0, 1)]
        nodes.append(node(9_999, "SaveImage", [slot("images", link=1)], ["x"]))
        assert self.timed(ui(nodes, [*links, (1, 5_999, 0, 9_999, 0)])) < LIMIT_S

    def test_thousands_of_stages_each_with_its_text(self):
        nodes, links = [], []
        for n in range(1, 3_000):
            nodes.append(node(n, "Encode", values=["a"]))
            sides = [slot("positive", "CONDITIONING", n), slot("latent_image", "LATENT", 10_000 + n)]
            nodes.append(node(10_000 + n, "Sampler", sides, [1, "fixed", n, 1.0, "euler"]))
            links += [(n, n, 0, 10_000 + n, 0), (10_000 + n, 9_999 + n, 0, 10_000 + n, 1)]
        nodes.append(node(20_001, "SaveImage", [slot("images", link=1_000_000)], ["x"]))
        assert self.timed(ui(nodes, [*links, (1_000_000, 12_999, 0, 20_001, 0)])) < LIMIT_S

    def test_very_long_texts_need_little_more_memory_than_they_have(self):
        text = "x" * 10_000_000
        document = ui([node(1, "Encode", values=[text]), node(2, "Encode", values=[text])], [])
        tracemalloc.start()
        convert(read_document(document), CATALOG)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 50_000_000
