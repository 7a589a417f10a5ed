"""Graphs: patches share what does not change, faults are found, every attempt gets its own files."""

import copy
import time

import pytest
from workflow_samples import chain, prompt

from vqdesk.domain.graph import classes_of, links, render, structure_faults, with_patch, workflow_hash
from vqdesk.domain.job import AttemptId, JobGraph


def test_a_patch_leaves_the_old_graph_alone_and_shares_what_did_not_change():
    graph = chain(4)
    before = copy.deepcopy(graph)
    patched = with_patch(graph, {"1.scale_by": 3.0, "1.upscale_method": "area", "save.format.codec": "auto"})
    assert graph == before
    assert patched["1"]["inputs"] == {"image": ["0", 0], "scale_by": 3.0, "upscale_method": "area"}
    assert patched["save"]["inputs"]["format.codec"] == "auto"
    assert patched["2"] is graph["2"]


def test_an_attempt_gets_its_input_its_values_and_a_prefix_with_its_own_id():
    graph = chain(4)
    rendered = render(JobGraph(graph, "0.image", ("save",)), prompt(), AttemptId("abc"), "vqdesk/12/lake.png")
    assert rendered["0"]["inputs"]["image"] == "vqdesk/12/lake.png"
    assert rendered["1"]["inputs"]["scale_by"] == 2.0
    assert rendered["save"]["inputs"]["filename_prefix"] == "vqdesk/abc/save"
    assert graph == chain(4)


def test_a_graph_without_input_keeps_its_loader():
    rendered = render(JobGraph(chain(4), "", ("save",)), prompt(patch={}), AttemptId("abc"), "")
    assert rendered["0"]["inputs"]["image"] == "a.png"


def test_classes_and_links_are_read_from_the_graph():
    assert classes_of(chain(4)) == {"LoadImage", "ImageScaleBy", "SaveImage"}
    assert [link.source for link in links(chain(4))] == ["0", "1", "2"]
    assert list(links({"1": {"class_type": "A", "inputs": {"x": [1, 0], "y": ["a", "b"], "z": [["q", 0]]}}})) == []


def test_a_link_to_nowhere_and_a_circle_are_named():
    broken = with_patch(chain(4), {"2.image": ["gone", 0]})
    assert structure_faults(broken) == [
        ("2", "Input “image” takes its value from node “gone”, which is not in the graph.")
    ]
    [(_, sentence)] = structure_faults(with_patch(chain(4), {"1.image": ["2", 0]}))
    assert "circle" in sentence
    assert "1" in sentence
    assert "2" in sentence
    assert structure_faults(chain(4)) == []


def test_the_hash_follows_content_not_order_or_titles():
    graph = chain(4)
    shuffled = {key: graph[key] for key in reversed(graph)}
    retitled = {**graph, "0": {**graph["0"], "_meta": {"title": "Other"}}}
    assert workflow_hash(graph) == workflow_hash(shuffled) == workflow_hash(retitled)
    assert workflow_hash(graph) != workflow_hash(with_patch(graph, {"1.scale_by": 2.0}))


@pytest.mark.parametrize("nodes", [30])
def test_ten_thousand_graphs_are_rendered_within_a_second(nodes):
    shared = JobGraph(chain(nodes), "0.image", ("save",))
    one = prompt()
    started = time.process_time()
    for _ in range(10_000):
        render(shared, one, AttemptId("abc"), "a.png")
    assert time.process_time() - started < 1.0
