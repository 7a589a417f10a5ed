"""What ComfyUI's window saved becomes the graph that its own button would have queued."""

from typing import Any

import pytest
from import_samples import CATALOG, node, photo_to_scaled, slot, subgraph, ui

from vqdesk.domain.errors import WorkflowInvalid
from vqdesk.domain.importing import NoteKind, convert, is_api_graph, is_ui_document, read_document, tidy_api_graph

SAMPLER_VALUES = [7, "randomize", 4, 1.5, "heun"]


def converted(document: Any, catalog: Any = CATALOG) -> Any:
    return convert(read_document(document), catalog)


def inputs(document: Any, node_id: str, catalog: Any = CATALOG) -> dict[str, Any]:
    return converted(document, catalog).graph[node_id]["inputs"]


def kinds(document: Any, catalog: Any = CATALOG) -> list[str]:
    return [note.kind.value for note in converted(document, catalog).notes]


def scaled(values: Any, **more: Any) -> dict[str, Any]:
    """A photo scaled and saved; `more` goes to the scaling node."""
    scale = node(2, "Scale", [slot("image", link=1)], values, **more)
    return photo_to_scaled(scale, links=[(1, 1, 0, 2, 0), (9, 2, 0, 9, 0)])


class TestValues:
    def test_values_get_the_names_of_the_catalogue_in_its_order(self):
        assert inputs(scaled(["area", 2.5]), "2") == {"image": ["1", 0], "method": "area", "scale_by": 2.5}

    def test_the_word_after_a_seed_and_the_upload_button_are_not_inputs(self):
        document = ui(
            [node(1, "LoadImage", values=["a.png", "image"]), node(2, "Sampler", values=SAMPLER_VALUES)], []
        )
        assert inputs(document, "1") == {"image": "a.png"}
        assert inputs(document, "2") == {"seed": 7, "steps": 4, "cfg": 1.5, "sampler_name": "heun"}

    def test_a_seed_saved_without_the_word_after_it_is_read_too(self):
        document = ui([node(2, "Sampler", values=[7, 4, 1.5, "heun"])], [])
        assert inputs(document, "2")["steps"] == 4

    def test_values_of_nodes_like_those_of_video_packs_have_names_already(self):
        document = ui(
            [node(1, "VHS_VideoCombine", values={"frame_rate": 8, "videopreview": {"hidden": True}})], []
        )
        assert inputs(document, "1") == {"frame_rate": 8}

    def test_names_beside_the_list_win_over_the_order_and_keep_newer_inputs(self):
        named = {"method": "area", "tiling": True, "scale_by": 3.0, "control_after_generate": "fixed"}
        values = ["area", True, 3.0, "fixed"]
        found = inputs(scaled(values, widgets_values_named=named), "2")
        assert found == {"image": ["1", 0], "method": "area", "tiling": True, "scale_by": 3.0}

    def test_a_value_that_was_put_in_between_by_another_version_does_not_shift_the_rest(self):
        found = inputs(scaled(["area", False, 3.0]), "2")
        assert (found["method"], found["scale_by"]) == ("area", 3.0)

    def test_a_missing_field_gets_the_default_and_a_value_that_fits_nothing_is_told(self):
        assert inputs(scaled(["area"]), "2")["scale_by"] == 1.0
        document = ui([node(2, "Sampler", values=[7, "fixed", [], 1.5, "heun"])], [])
        assert inputs(document, "2")["steps"] == 20
        assert kinds(ui([node(2, "CreateVideo", values=["quick"])], [])) == [
            "unnamed_values",
            "missing_input",
        ]
        named = node(2, "CreateVideo", values=["quick"], widgets_values_named={"fps": "quick"})
        assert kinds(ui([named], [])) == ["filled_in", "missing_input"]

    def test_lists_are_wrapped_so_that_no_server_takes_them_for_a_link(self):
        document = ui([node(1, "Pick", values={"names": ["1", 0]})], [])
        assert inputs(document, "1") == {"names": {"__value__": ["1", 0]}}

    def test_dynamic_choices_bring_their_own_fields_under_dotted_names(self):
        resize = node(2, "Resize", [slot("image", link=1)], ["to", 640, 480, True])
        document = photo_to_scaled(resize, links=[(1, 1, 0, 2, 0), (9, 2, 0, 9, 0)])
        expected = {"image": ["1", 0], "mode": "to", "mode.width": 640, "mode.height": 480, "crop": True}
        assert inputs(document, "2") == expected

    def test_growing_inputs_keep_their_dotted_names_and_count_as_connected(self):
        batch = node(2, "Batch", [slot("images.image0", link=1), slot("images.image1", link=2)])
        document = photo_to_scaled(batch, links=[(1, 1, 0, 2, 0), (2, 1, 0, 2, 1), (9, 2, 0, 9, 0)])
        assert inputs(document, "2") == {"images.image0": ["1", 0], "images.image1": ["1", 0]}
        assert kinds(document) == []


class TestWiring:
    def test_a_connected_field_uses_its_place_but_the_connection_wins(self):
        number = node(3, "PrimitiveInt", values=[12, "fixed"])
        sampler = node(2, "Sampler", [slot("steps", "INT", 1, widget=True)], SAMPLER_VALUES)
        found = inputs(ui([number, sampler], [(1, 3, 0, 2, 0)]), "2")
        assert (found["steps"], found["cfg"]) == (["3", 0], 1.5)

    def test_reroutes_are_followed_and_not_kept(self):
        route = node(3, "Reroute", [slot("", "*", 1)], outs=["IMAGE"])
        document = photo_to_scaled(route, links=[(1, 1, 0, 3, 0), (9, 3, 0, 9, 0)])
        assert inputs(document, "9")["images"] == ["1", 0]
        assert "3" not in converted(document).graph

    def test_a_primitive_becomes_a_value(self):
        value = node(3, "PrimitiveNode", values=[33, "fixed"], outs=["INT"])
        sampler = node(2, "Sampler", [slot("steps", "INT", 1, widget=True)], SAMPLER_VALUES)
        document = ui([value, sampler], [(1, 3, 0, 2, 0)])
        assert inputs(document, "2")["steps"] == 33
        assert list(converted(document).graph) == ["2"]

    def test_get_finds_what_set_was_given(self):
        setter = node(3, "SetNode", [slot("IMAGE", link=1)], ["photo"])
        getter = node(4, "GetNode", values=["photo"])
        document = photo_to_scaled(setter, getter, links=[(1, 1, 0, 3, 0), (9, 4, 0, 9, 0)])
        assert inputs(document, "9")["images"] == ["1", 0]

    def test_get_without_set_is_told(self):
        document = photo_to_scaled(node(4, "GetNode", values=["photo"]), links=[(9, 4, 0, 9, 0)])
        assert kinds(document) == ["broken_wiring", "missing_input"]

    def test_a_bypassed_node_hands_on_its_input_of_the_same_type(self):
        document = scaled(["area", 2.0], mode=4)
        assert inputs(document, "9")["images"] == ["1", 0]
        assert "2" not in converted(document).graph

    def test_a_bypassed_node_without_such_an_input_leaves_the_next_one_open(self):
        decode = node(2, "Decode", [slot("samples", "LATENT")], mode=4)
        document = photo_to_scaled(decode, links=[(9, 2, 0, 9, 0)])
        assert "images" not in inputs(document, "9")
        assert kinds(document) == ["missing_input"]

    def test_a_muted_node_is_gone_and_what_needs_it_is_told(self):
        document = scaled(["area", 2.0], mode=2)
        assert "2" not in converted(document).graph
        assert kinds(document) == ["missing_input"]

    def test_a_dead_connection_to_a_field_leaves_the_fields_own_value(self):
        sampler = node(2, "Sampler", [slot("steps", "INT", 77, widget=True)], SAMPLER_VALUES)
        assert inputs(ui([sampler], []), "2")["steps"] == 4

    def test_circles_end_and_are_told(self):
        one, two = node(3, "Reroute", [slot("", "*", 2)]), node(4, "Reroute", [slot("", "*", 1)])
        document = photo_to_scaled(one, two, links=[(1, 3, 0, 4, 0), (2, 4, 0, 3, 0), (9, 4, 0, 9, 0)])
        assert "broken_wiring" in kinds(document)
        both = [node(n, "Scale", [slot("image", link=m)], ["area", 1]) for n, m in ((2, 1), (3, 2))]
        assert "broken_wiring" in kinds(ui(both, [(1, 3, 0, 2, 0), (2, 2, 0, 3, 0)]))

    def test_links_as_objects_at_the_root_are_read_too(self):
        document = scaled(["area", 2.0])
        keys = ("id", "origin_id", "origin_slot", "target_id", "target_slot", "type")
        document["links"] = [dict(zip(keys, link, strict=True)) for link in document["links"]]
        assert inputs(document, "9")["images"] == ["2", 0]


def scaling_subgraph(values: Any = ("area", 2.0)) -> dict[str, Any]:
    """A subgraph with inputs image and scale_by, output image."""
    inner_inputs = [slot("image", link=1), slot("scale_by", "FLOAT", 2, widget=True)]
    inner = node(5, "Scale", inner_inputs, list(values))
    links = [(1, -10, 0, 5, 0), (2, -10, 1, 5, 1), (3, 5, 0, -20, 0)]
    return subgraph("s1", ["image", "scale_by"], ["image"], [inner], links)


def with_instance(definition: dict[str, Any], *more: dict[str, Any], **host: Any) -> dict[str, Any]:
    host_node = node(2, "s1", [slot("image", link=1)], **host)
    document = photo_to_scaled(host_node, links=[(1, 1, 0, 2, 0), (9, 2, 0, 9, 0)])
    document["definitions"]["subgraphs"] = [definition, *more]
    return document


class TestSubgraphs:
    def test_inner_nodes_get_the_instances_id_in_front_and_both_ends_are_joined(self):
        document = with_instance(scaling_subgraph(), values=[])
        assert set(converted(document).graph) == {"1", "2:5", "9"}
        assert inputs(document, "2:5")["image"] == ["1", 0]
        assert inputs(document, "9")["images"] == ["2:5", 0]

    def test_with_proxies_the_inner_value_is_live(self):
        document = with_instance(scaling_subgraph(), values=[], properties={"proxyWidgets": [["5", "scale_by"]]})
        assert inputs(document, "2:5")["scale_by"] == 2.0

    def test_without_proxies_the_instances_value_wins(self):
        assert inputs(with_instance(scaling_subgraph(), values=[4.0]), "2:5")["scale_by"] == 4.0

    def test_two_instances_are_two_sets_of_nodes_with_their_own_values(self):
        document = with_instance(scaling_subgraph(), values=[4.0])
        document["nodes"].insert(2, node(3, "s1", [slot("image", link=9)], [8.0]))
        document["links"][-1] = [9, 2, 0, 3, 0, "*"]
        document["nodes"][-1]["inputs"][0]["link"] = 10
        document["links"].append([10, 3, 0, 9, 0, "*"])
        assert inputs(document, "3:5") == {"image": ["2:5", 0], "method": "area", "scale_by": 8.0}

    def test_nested_subgraphs_get_both_ids_in_front_and_the_outermost_value(self):
        host = node(7, "s2", [slot("image", link=1), slot("scale_by", "FLOAT", 2)], [4.0])
        links = [(1, -10, 0, 7, 0), (2, -10, 1, 7, 1), (3, 7, 0, -20, 0)]
        outer = subgraph("s1", ["image", "scale_by"], ["image"], [host], links)
        document = with_instance(outer, {**scaling_subgraph(), "id": "s2"}, values=[6.0])
        assert inputs(document, "2:7:5") == {"image": ["1", 0], "method": "area", "scale_by": 6.0}

    def test_a_bypassed_instance_hands_on_and_is_not_opened(self):
        document = with_instance(scaling_subgraph(), values=[], mode=4)
        assert set(converted(document).graph) == {"1", "9"}
        assert inputs(document, "9")["images"] == ["1", 0]

    def test_a_subgraph_that_hands_its_input_straight_on_is_passed_through(self):
        straight = subgraph("s1", ["image"], ["image"], [], [(1, -10, 0, -20, 0)])
        assert inputs(with_instance(straight), "9")["images"] == ["1", 0]

    def test_a_subgraph_that_holds_itself_ends_and_is_told(self):
        own = subgraph("s1", ["image"], ["image"], [node(5, "s1"), node(6, "s1")], [])
        result = converted(with_instance(own))
        assert len(result.graph) < 30
        assert any(note.kind is NoteKind.BROKEN_WIRING for note in result.notes)


class TestNothingHidden:
    def test_an_unknown_class_is_kept_with_its_links_and_named_with_its_pack(self):
        unknown = node(
            2,
            "Dazzle",
            [slot("image", link=1), slot("amount", "FLOAT", widget=True)],
            [0.5],
            title="My dazzle",
            properties={"cnr_id": "dazzle-pack", "ver": "1.2.0"},
        )
        document = photo_to_scaled(unknown, links=[(1, 1, 0, 2, 0), (9, 2, 0, 9, 0)])
        result = converted(document)
        assert result.graph["2"]["inputs"] == {"image": ["1", 0], "amount": 0.5}
        assert result.unknown_classes() == ("Dazzle",)
        assert "“My dazzle”, Dazzle (from dazzle-pack 1.2.0)" in result.notes[0].sentence()

    def test_values_that_nothing_names_are_told(self):
        document = ui([node(2, "Dazzle", values=[0.5, "bright"], properties={"aux_id": "someone/dazzle"})], [])
        notes = converted(document).notes
        assert [note.kind for note in notes] == [NoteKind.UNKNOWN_CLASS, NoteKind.UNNAMED_VALUES]
        assert "0.5, 'bright'" in notes[1].text
        assert notes[1].pack == "someone/dazzle"

    def test_what_the_servers_version_lacks_is_told(self):
        assert kinds(scaled(["wavelet", 2.0])) == ["other_version"]
        document = photo_to_scaled(links=[(9, 1, 2, 9, 0)])
        assert kinds(document) == ["other_version"]

    def test_models_come_with_their_page_as_the_file_states_it(self):
        model = {"name": "m.safetensors", "directory": "diffusion_models", "url": "https://example.org/m"}
        document = ui([node(1, "Loader", values=["m.safetensors"], properties={"models": [model, model]})], [])
        models = converted(document).models
        assert [(one.name, one.folder, one.url) for one in models] == [tuple(model.values())]

    def test_alternatives_that_only_the_window_resolves_are_told(self):
        catalog = {"Say": {"input": {"required": {"text": ["STRING", {"dynamicPrompts": True}]}}}}
        assert kinds(ui([node(1, "Say", values=["a {red|blue} boat"])], []), catalog) == ["text_syntax"]
        assert kinds(ui([node(1, "Say", values=["a {red} boat"])], []), catalog) == []

    def test_group_nodes_of_old_files_are_named_with_what_to_do(self):
        notes = converted(ui([node(1, "workflow>Mine", values=[1])], [])).notes
        assert "convert it to a subgraph" in notes[0].text

    def test_titles_are_kept(self):
        assert converted(scaled(["area", 1], title="Bigger")).graph["2"]["_meta"] == {"title": "Bigger"}

    def test_notes_of_the_window_are_no_nodes(self):
        assert (
            converted(ui([node(1, "Note", values=["x"]), node(2, "MarkdownNote", values=["y"])], [])).graph == {}
        )


class TestHostile:
    def test_odd_parts_are_passed_over_and_counted(self):
        document = scaled(["area", 2.0])
        document["nodes"] += [None, 3, {"id": 4}, {"type": "Scale"}, {"id": True, "type": "Scale"}]
        document["links"] += [None, [1], ["x", None, None, None, None], {"id": 5}]
        result = converted(document)
        assert set(result.graph) == {"1", "2", "9"}
        assert "9 nodes or connections" in result.notes[0].text

    def test_too_many_nodes_are_refused_in_words(self):
        with pytest.raises(WorkflowInvalid, match="too large"):
            converted(ui([node(n, "Note") for n in range(20_001)], []))

    def test_a_small_file_that_stands_for_millions_of_nodes_is_cut(self):
        chain = [subgraph(f"s{n}", [], [], [node(m, f"s{n + 1}") for m in range(10)], []) for n in range(1, 12)]
        result = converted(ui([node(1, "s1")], [], *chain))
        assert len(result.graph) <= 20_000
        assert result.notes


class TestApiGraphs:
    def test_both_formats_are_told_apart(self):
        graph = {"1": {"class_type": "LoadImage", "inputs": {}}}
        assert is_api_graph(graph) and not is_ui_document(graph)
        assert is_ui_document(scaled([])) and not is_api_graph(scaled([]))
        assert not is_api_graph({}) and not is_api_graph({"1": {"inputs": {}}}) and not is_api_graph([])

    def test_a_graph_passes_as_it_is_but_for_extras_and_numeric_links(self):
        graph = {
            "1": {"class_type": "LoadImage", "inputs": {"image": "a.png"}, "is_changed": ["x"]},
            "2": {"class_type": "Dazzle", "inputs": {"image": [1, 0]}, "_meta": {"title": "Mine"}},
        }
        result = tidy_api_graph(graph, CATALOG)
        assert result.graph == {
            "1": {"class_type": "LoadImage", "inputs": {"image": "a.png"}, "_meta": {"title": "LoadImage"}},
            "2": {"class_type": "Dazzle", "inputs": {"image": ["1", 0]}, "_meta": {"title": "Mine"}},
        }
        assert result.unknown_classes() == ("Dazzle",)
