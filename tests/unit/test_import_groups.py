"""Group nodes of old files and links of “Anything Everywhere” become ordinary nodes and links."""

import json
from typing import Any

import pytest
from import_samples import CATALOG, node, slot, ui

from vqdesk.domain.importing import convert, read_document
from vqdesk.domain.importing.notes import NoteKind

KEY = "workflow>Render"


def converted(document: dict[str, Any]) -> Any:
    return convert(read_document(json.loads(json.dumps(document))), CATALOG)


def inner(kind: str, inputs: list[Any] | None = None, values: Any = None, **more: Any) -> dict[str, Any]:
    made = node(0, kind, inputs, values, **more)
    del made["id"]  # groups keep copies without ids
    return made


def group_file(values: Any, **group: Any) -> dict[str, Any]:
    """Loader → [sampler → decoder] as a group → picture; conditioning from outside."""
    parts = {
        "nodes": [
            inner(
                "Sampler",
                [
                    slot("model", "MODEL", 1),
                    slot("positive", "CONDITIONING", 2),
                    slot("negative", "CONDITIONING", 3),
                    slot("latent_image", "LATENT", 4),
                ],
                [1, "fixed", 20, 8.0, "euler"],
            ),
            inner("Decode", [slot("samples", "LATENT", 5)]),
            inner("Scale", [slot("image", "IMAGE", 6)], ["area", 2.0]),
        ],
        "links": [[0, 0, 1, 0, 7, "LATENT"], [1, 0, 2, 0, 8, "IMAGE"], [None, 0, 0, 0, 1, "MODEL"]],
        "external": [],
    } | group
    outer = [
        slot("model", "MODEL", 1),
        slot("positive", "CONDITIONING", 2),
        slot("negative", "CONDITIONING", 2),
        slot("latent_image", "LATENT", 4),
    ]
    document = ui(
        [
            node(1, "Loader", values=["m.safetensors"]),
            node(2, "Encode", [slot("clip", "CLIP", None)], ["a lake"]),
            node(3, "Latent", values=[640, 384, 81]),
            node(5, KEY, outer, values, outs=["IMAGE"]),
            node(9, "SaveImage", [slot("images", link=9)], ["out"]),
        ],
        [(1, 1, 0, 5, 0), (2, 2, 0, 5, 1), (4, 3, 0, 5, 3), (9, 5, 0, 9, 0)],
    )
    return {**document, "extra": {"groupNodes": {"Render": parts}}}


def nested_file(values: list[Any]) -> dict[str, Any]:
    """Loader → [sampler → decoder → [scale, and a second sampler]] → picture."""
    document = group_file(values)
    second = [slot("model", "MODEL", 1), slot("positive", "CONDITIONING", 2)]
    document["extra"]["groupNodes"]["Finish"] = {
        "nodes": [
            inner("Scale", [slot("image", "IMAGE", 6)], ["area", 2.0]),
            inner("Sampler", second, [1, "fixed", 20, 8.0, "euler"]),
        ],
        "links": [],
        "external": [],
    }
    render = document["extra"]["groupNodes"]["Render"]
    ends = [slot("image", "IMAGE", 6), *second]
    render["nodes"][2] = inner(
        "workflow>Finish", ends, ["area", 2.0, 1, "fixed", 9, 8.0, "euler"], outs=["IMAGE", "LATENT"]
    )
    document["nodes"][3]["inputs"].append(slot("Finish model", "MODEL", 1))
    document["links"].append([11, 1, 0, 5, 4, "MODEL"])
    return document


class TestGroupNodes:
    def test_a_group_is_opened_with_the_values_of_the_instance(self):
        result = converted(group_file([7, "randomize", 4, 1.5, "heun", "lanczos", 3.0]))
        sampler, scale = result.graph["5:0"]["inputs"], result.graph["5:2"]["inputs"]
        assert (sampler["seed"], sampler["steps"], sampler["cfg"], sampler["sampler_name"]) == (7, 4, 1.5, "heun")
        assert scale == {"image": ["5:1", 0], "method": "lanczos", "scale_by": 3.0}
        assert KEY not in {one["class_type"] for one in result.graph.values()}

    def test_its_ends_are_joined_to_what_the_instance_is_connected_to(self):
        graph = converted(group_file([7, "fixed", 4, 1.5, "heun", "area", 3.0])).graph
        assert graph["5:0"]["inputs"]["model"] == ["1", 0]
        assert graph["5:0"]["inputs"]["positive"] == ["2", 0]
        assert graph["5:0"]["inputs"]["latent_image"] == ["3", 0]
        assert graph["5:1"]["inputs"]["samples"] == ["5:0", 0]
        assert graph["9"]["inputs"]["images"] == ["5:2", 0]

    def test_values_that_do_not_fit_are_told_and_those_of_the_group_are_used(self):
        result = converted(group_file([7, 4]))
        assert result.graph["5:0"]["inputs"]["steps"] == 20
        assert any("cannot be told apart" in note.text and note.node_id == "5" for note in result.notes)

    def test_an_output_that_is_used_inside_and_outside_comes_first(self):
        document = group_file([], external=[[1, 0, "IMAGE"]])
        document["nodes"][3]["outputs"] = [{"name": "a", "type": "IMAGE"}, {"name": "b", "type": "IMAGE"}]
        assert converted(document).graph["9"]["inputs"]["images"] == ["5:1", 0]

    def test_an_input_that_the_author_hid_does_not_shift_the_others(self):
        document = group_file([], config={"0": {"input": {"model": {"visible": False}}}})
        del document["nodes"][3]["inputs"][0]
        graph = converted(document | {"links": [[2, 2, 0, 5, 0, "*"], [9, 5, 0, 9, 0, "*"]]}).graph
        assert graph["5:0"]["inputs"]["positive"] == ["2", 0]

    def test_a_primitive_inside_gives_its_value_on(self):
        nodes = [
            inner("PrimitiveNode", [], [6, "fixed"], outs=["INT"], title="How many"),
            inner("Latent", [slot("length", "INT", 1, widget=True)], [640, 384, 81]),
        ]
        parts = {"nodes": nodes, "links": [[0, 0, 1, 0, 1, "INT"]], "external": []}
        document = ui([node(5, KEY, [], [33, "fixed", 320, 192])], [])
        graph = converted({**document, "extra": {"groupNodes": {"Render": parts}}}).graph
        assert graph["5:1"]["inputs"] == {"width": 320, "height": 192, "length": 33}

    def test_a_field_of_the_instance_can_be_connected(self):
        document = group_file([7, "fixed", 4, 1.5, "heun", "area", 3.0])
        document["nodes"][3]["inputs"].append(slot("steps", "INT", 20, widget=True))
        document["nodes"].append(node(20, "PrimitiveNode", [], [12, "fixed"], outs=["INT"]))
        document["links"].append([20, 20, 0, 5, 4, "INT"])
        assert converted(document).graph["5:0"]["inputs"]["steps"] == 12

    def test_a_group_in_a_group_is_opened_with_the_values_of_the_outer_one(self):
        result = converted(
            nested_file([7, "fixed", 4, 1.5, "heun", "lanczos", 3.0, 11, "randomize", 6, 2.5, "euler"])
        )
        assert {note.kind for note in result.notes} <= {NoteKind.MISSING_INPUT}, "both samplers lack some"
        assert result.graph["5:2:0"]["inputs"] == {"image": ["5:1", 0], "method": "lanczos", "scale_by": 3.0}
        second = result.graph["5:2:1"]["inputs"]
        assert (second["seed"], second["steps"], second["cfg"], second["sampler_name"]) == (11, 6, 2.5, "euler")
        assert second["model"] == ["1", 0]
        assert result.graph["9"]["inputs"]["images"] == ["5:2:0", 0]

    def test_without_values_of_its_own_a_group_keeps_those_that_the_inner_one_was_made_with(self):
        graph = converted(nested_file([])).graph
        assert graph["5:2:0"]["inputs"] == {"image": ["5:1", 0], "method": "area", "scale_by": 2.0}
        assert graph["5:2:1"]["inputs"]["steps"] == 9

    def test_a_primitive_two_groups_deep_gives_its_value_on(self):
        parts = {
            "nodes": [
                inner("PrimitiveNode", [], [6, "fixed"], outs=["INT"], title="How many"),
                inner("Latent", [slot("length", "INT", 1, widget=True)], [640, 384, 81]),
            ],
            "links": [[0, 0, 1, 0, 1, "INT"]],
        }
        outer = {"nodes": [inner("workflow>Empty", [], [6, "fixed", 640, 384]), inner("Decode")], "links": []}
        document = ui([node(5, KEY, [], [33, "fixed", 320, 192])], [])
        graph = converted({**document, "extra": {"groupNodes": {"Render": outer, "Empty": parts}}}).graph
        assert graph["5:0:1"]["inputs"] == {"width": 320, "height": 192, "length": 33}

    @pytest.mark.parametrize("inside", ["workflow>Other", KEY])
    def test_a_group_that_is_not_in_the_file_or_holds_itself_is_named(self, inside):
        document = group_file([])
        document["extra"]["groupNodes"]["Render"]["nodes"][2]["type"] = inside
        notes = converted(document).notes
        assert any("convert it to a subgraph" in note.text and note.node_id == "5:2" for note in notes)

    def test_groups_that_stand_for_millions_of_nodes_end_soon(self):
        groups = {
            f"g{n}": {"nodes": [inner(f"workflow>g{n + 1}") for _ in range(20)], "links": []} for n in range(8)
        }
        document = ui([node(5, "workflow>g0", [], [])], [])
        assert converted({**document, "extra": {"groupNodes": groups}}).notes


def everywhere(kind: str, *inputs: Any, values: Any = None, **properties: Any) -> dict[str, Any]:
    """Loader, photo, text and a sampler whose inputs are all free, with one broadcaster."""
    free = [("model", "MODEL"), ("positive", "CONDITIONING"), ("negative", "CONDITIONING")]
    sampler = node(5, "Sampler", [slot(name, of) for name, of in free], [7, "fixed", 4, 1.5, "heun"])
    nodes = [
        node(1, "Loader", values=["m.safetensors"]),
        node(2, "Encode", [], ["good"]),
        node(3, "Encode", [], ["bad"], title="Bad words"),
        sampler,
        node(8, kind, list(inputs), values, outs=["*"], properties=properties),
    ]
    return ui(nodes, [(1, 1, 0, 8, 0), (2, 2, 0, 8, 0), (3, 3, 0, 8, 1), (4, 1, 0, 8, 0)])


class TestEverywhere:
    def test_what_is_sent_reaches_free_inputs_of_its_type(self):
        graph = converted(everywhere("Anything Everywhere", slot("anything", "*", 1))).graph
        assert graph["5"]["inputs"]["model"] == ["1", 0]
        assert "8" not in graph

    def test_prompts_go_by_the_names_of_the_inputs(self):
        document = everywhere("Prompts Everywhere", slot("a", "*", 2), slot("b", "*", 3))
        inputs = converted(document).graph["5"]["inputs"]
        assert (inputs["positive"], inputs["negative"]) == (["2", 0], ["3", 0])

    def test_patterns_for_titles_and_inputs_hold(self):
        named = slot("anything", "*", 2)
        document = everywhere("Anything Everywhere?", named, values=["Sampler", "neg", ""])
        inputs = converted(document).graph["5"]["inputs"]
        assert inputs["negative"] == ["2", 0] and "positive" not in inputs
        document = everywhere("Anything Everywhere?", named, values=["Nothing", "neg", ""])
        assert "negative" not in converted(document).graph["5"]["inputs"]

    def test_the_list_that_the_pack_wrote_is_believed(self):
        document = everywhere("Anything Everywhere", slot("anything", "*", 2))
        listed = [{"downstream": 5, "downstream_slot": 2, "upstream": "3", "upstream_slot": 0, "type": "*"}]
        inputs = converted({**document, "extra": {"ue_links": listed}}).graph["5"]["inputs"]
        assert inputs["negative"] == ["3", 0] and "positive" not in inputs

    def test_a_seed_for_all_is_a_value(self):
        document = everywhere("Seed Everywhere", values=[4711, "fixed"])
        sampler = document["nodes"][3]
        sampler["inputs"].append(slot("seed", "INT", widget=True))
        sampler["properties"] = {"widget_ue_connectable": {"seed": True}}
        assert converted(document).graph["5"]["inputs"]["seed"] == 4711

    def test_equal_senders_send_nothing_and_it_is_told(self):
        document = everywhere("Anything Everywhere", slot("anything", "*", 1))
        document["nodes"].append(node(10, "Anything Everywhere", [slot("anything", "*", 4)], outs=["*"]))
        result = converted(document)
        assert "model" not in result.graph["5"]["inputs"]
        assert any("none wins" in note.text for note in result.notes)

    @pytest.mark.parametrize(
        "restricted", [{"group_restricted": 1}, {"ue_properties": {"color_restricted": 2}}, {"group_regex": "x"}]
    )
    def test_restrictions_that_only_the_window_knows_are_told(self, restricted):
        result = converted(everywhere("Anything Everywhere", slot("anything", "*", 1), **restricted))
        assert "model" not in result.graph["5"]["inputs"]
        assert any("links were not drawn" in note.text and note.node_id == "8" for note in result.notes)

    @pytest.mark.parametrize("pattern", ["(a+)+$", "([", "x" * 300])
    def test_patterns_that_cannot_be_trusted_are_told(self, pattern):
        document = everywhere("Anything Everywhere?", slot("anything", "*", 2), values=[pattern, ".*", ""])
        assert any("links were not drawn" in note.text for note in converted(document).notes)

    def test_a_node_that_refuses_gets_nothing(self):
        document = everywhere("Anything Everywhere", slot("anything", "*", 1))
        document["nodes"][3]["properties"] = {"rejects_ue_links": True}
        assert "model" not in converted(document).graph["5"]["inputs"]
