"""The graph of a prompt: nodes fold, words are found where they hide, five megabytes do not hold it up."""

import json
import time

import pytest
from PySide6.QtCore import Qt

from vqdesk.domain.json_folds import FoldedText, fold
from vqdesk.ui.detail.graph_view import GraphView

GRAPH = {
    "3": {"class_type": "KSampler", "inputs": {"seed": 7, "model": ["4", 0]}},
    "4": {"class_type": "UNETLoader", "inputs": {"unet_name": "wan.safetensors"}},
}


@pytest.fixture
def view(qtbot) -> GraphView:
    view = GraphView("Graph")
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    view.show_text(fold(json.dumps(GRAPH, indent=2)))
    return view


def test_a_node_is_a_line_with_its_class_until_it_is_unfolded(qtbot, view) -> None:
    assert view.shown_lines() == ["{", '  "3": { … },  KSampler', '  "4": { … }  UNETLoader', "}"]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert '    "class_type": "KSampler",' in view.shown_lines()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert len(view.shown_lines()) == 4


def test_words_are_found_in_folded_nodes(view) -> None:
    found = view.find("WAN.safe")
    assert len(found) == 1
    view.go_to(found[0])
    assert any("wan.safetensors" in line for line in view.shown_lines())


def test_a_graph_of_five_megabytes_is_painted_without_a_hitch(view, theme) -> None:
    nodes = {str(at): {"class_type": "Note", "inputs": {"text": "x" * 90, "n": at}} for at in range(30_000)}
    text: FoldedText = fold(json.dumps(nodes, indent=2))
    assert sum(len(line) for line in text.lines) > 5_000_000
    started = time.thread_time()
    view.show_text(text)
    view.grab()
    view.fold_all(folded=False)
    view.grab()
    view.go_to(len(text.lines) - 3)
    view.grab()
    assert time.thread_time() - started < 5.0  # on any machine; here it takes a tenth
