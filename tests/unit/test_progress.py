"""How far a graph has run: weighted by node, never back, never past the end."""

from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.progress import RunProgress

GRAPH = {
    "load": {"class_type": "LoadImage", "inputs": {}},
    "high": {"class_type": "KSamplerAdvanced", "inputs": {}, "_meta": {"title": "High noise"}},
    "low": {"class_type": "KSamplerAdvanced", "inputs": {}},
    "save": {"class_type": "SaveVideo", "inputs": {}},
}
words = st.one_of(
    st.tuples(st.sampled_from([*GRAPH, "unknown"])),
    st.tuples(st.sampled_from([*GRAPH, "unknown"]), st.floats(-1, 30), st.sampled_from([-1.0, 0.0, 20.0])),
)


def test_samplers_weigh_more_than_loading():
    progress = RunProgress(GRAPH)
    progress.node_started("load")
    progress.node_started("high")
    assert progress.fraction < 0.05
    progress.node_progressed("high", 20, 20)
    assert 0.4 < progress.fraction < 0.6
    assert (progress.step, progress.steps) == (20, 20)
    progress.node_started("low")
    progress.node_started("save")
    assert 0.9 <= progress.fraction < 1


def test_steps_count_within_a_node_and_start_anew_in_the_next():
    progress = RunProgress(GRAPH)
    progress.node_progressed("high", 1, 4)
    first = progress.fraction
    progress.node_progressed("high", 2, 4)
    assert progress.fraction > first
    progress.node_started("low")
    assert (progress.step, progress.steps) == (0, 0)


def test_a_node_is_shown_by_its_title_else_its_class_else_its_id():
    progress = RunProgress(GRAPH)
    titles = []
    for node in ("high", "low", "made-on-the-fly"):
        progress.node_started(node)
        titles.append(progress.node_title)
    assert titles == ["High noise", "KSamplerAdvanced", "made-on-the-fly"]


@given(st.lists(words, max_size=30))
def test_whatever_the_server_says_the_fraction_only_grows_up_to_one(said):
    progress, before = RunProgress(GRAPH), 0.0
    for word in said:
        if len(word) == 1:
            progress.node_started(*word)
        else:
            progress.node_progressed(*word)
        assert before <= progress.fraction <= 1
        before = progress.fraction


def test_an_empty_graph_is_no_division_by_zero():
    progress = RunProgress({})
    progress.node_started("1")
    assert progress.fraction == 0
