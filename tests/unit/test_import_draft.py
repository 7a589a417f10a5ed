"""A form's draft: inputs, texts, seeds and sizes are found by how nodes are wired, not by what they are called."""

from typing import Any

import pytest
from import_samples import CATALOG

from vqdesk.domain.errors import WorkflowInvalid
from vqdesk.domain.importing import FormDraft, NoteKind, draft_form, tidy_api_graph
from vqdesk.domain.parameters import Parameter
from vqdesk.domain.workflow import Category


def image_to_video() -> dict[str, Any]:
    """One photo becomes one clip; two samplers share seed and steps."""
    sampler = {"model": ["lora", 0], "seed": 5, "steps": 4, "cfg": 1.0, "sampler_name": "euler"}
    sides = {"positive": ["cond", 0], "negative": ["cond", 1]}
    nodes = {
        "img": ("LoadImage", {"image": "a.png"}),
        "u": ("Loader", {"unet_name": "m.safetensors"}),
        "lora": ("LoraLoaderModelOnly", {"model": ["u", 0], "lora_name": "l.safetensors", "strength_model": 0.7}),
        "clip": ("Clip", {"clip_name": "c.safetensors"}),
        "p": ("Encode", {"clip": ["clip", 0], "text": "a boat"}),
        "n": ("Encode", {"clip": ["clip", 0], "text": "blurry"}),
        "lat": ("Latent", {"width": 832, "height": 480, "length": 81, "start_image": ["img", 0]}),
        "cond": ("Both", {"positive": ["p", 0], "negative": ["n", 0]}),
        "hi": ("Sampler", {**sampler, **sides, "latent_image": ["lat", 0]}),
        "lo": ("Sampler", {**sampler, **sides, "latent_image": ["hi", 0]}),
        "dec": ("Decode", {"samples": ["lo", 0]}),
        "vid": ("CreateVideo", {"images": ["dec", 0], "fps": 16.0}),
        "save": ("SaveVideo", {"video": ["vid", 0], "filename_prefix": "x", "format": "auto"}),
    }
    return graph_of(nodes)


def graph_of(nodes: dict[str, Any]) -> dict[str, Any]:
    return {name: {"class_type": kind, "inputs": inputs} for name, (kind, inputs) in nodes.items()}


def drafted(graph: dict[str, Any], catalog: Any = CATALOG) -> FormDraft:
    return draft_form(tidy_api_graph(graph, catalog), catalog)


def ticked(draft: FormDraft) -> dict[str, Parameter]:
    return {field.parameter.name: field.parameter for field in draft.fields if field.is_chosen}


class TestFinding:
    def test_the_form_of_an_image_to_video_graph(self):
        draft = drafted(image_to_video())
        assert (draft.guess.category, draft.guess.task_type) == (Category.VIDEO_GEN, "image_to_video")
        assert draft.input and (draft.input.kind, draft.input.binding) == ("image", "img.image")
        assert draft.outputs == ("save",)
        assert draft.seed_bind == ("hi.seed", "lo.seed")
        assert draft.timing and (draft.timing.fps, draft.timing.frames_per_stage) == (16, 81)
        assert list(ticked(draft))[:7] == [
            "positive_prompt",
            "negative_prompt",
            "width",
            "height",
            "length",
            "fps",
            "steps",
        ]

    def test_texts_are_told_apart_by_the_samplers_sides(self):
        graph = image_to_video()
        graph["cond"]["inputs"] = {"positive": ["n", 0], "negative": ["p", 0]}
        fields = ticked(drafted(graph))
        assert fields["positive_prompt"].default == "blurry"
        assert fields["negative_prompt"].default == "a boat"

    def test_one_value_of_several_samplers_is_one_field(self):
        fields = ticked(drafted(image_to_video()))
        assert fields["steps"].bind == ("hi.steps", "lo.steps")
        assert fields["sampler"].bind == ("hi.sampler_name", "lo.sampler_name")

    def test_different_values_are_different_fields(self):
        graph = image_to_video()
        graph["lo"]["inputs"]["steps"] = 8
        fields = ticked(drafted(graph))
        assert (fields["steps"].default, fields["steps_2"].default) == (4, 8)
        assert fields["steps_2"].label != fields["steps"].label

    def test_bounds_steps_and_choices_are_those_of_the_class(self):
        fields = ticked(drafted(image_to_video()))
        assert (fields["width"].min, fields["width"].max, fields["width"].multiple_of) == (16, 16384, 16)
        assert fields["length"].frames_rule == "4n+1"
        assert [choice.value for choice in fields["sampler"].choices] == ["euler", "heun"]

    def test_a_value_outside_its_class_bounds_drops_the_bounds(self):
        graph = image_to_video()
        graph["lat"]["inputs"]["width"] = 833
        assert ticked(drafted(graph))["width"].multiple_of is None

    def test_loras_come_with_their_strength(self):
        fields = ticked(drafted(image_to_video()))
        assert fields["lora"].type.value == "lora"
        assert fields["lora_strength"].bind == ("lora.strength_model",)

    def test_a_value_in_a_node_of_its_own_is_bound_there_with_the_bounds_of_its_user(self):
        graph = image_to_video()
        graph["frames"] = {"class_type": "PrimitiveInt", "inputs": {"value": 49}}
        graph["lat"]["inputs"]["length"] = ["frames", 0]
        field = ticked(drafted(graph))["length"]
        assert (field.bind, field.default, field.min, field.frames_rule) == (("frames.value",), 49, 1, "4n+1")

    def test_stages_that_go_on_from_one_another_get_a_text_each(self):
        graph = image_to_video()
        graph["p2"] = {"class_type": "Encode", "inputs": {"clip": ["clip", 0], "text": "it turns"}}
        graph["lo"]["inputs"]["positive"] = ["p2", 0]
        fields = ticked(drafted(graph))
        assert fields["positive_prompt_stage1"].default == "a boat"
        assert fields["positive_prompt_stage2"].default == "it turns"

    def test_the_first_frame_is_the_batch_and_the_other_picture_a_field(self):
        graph = {"end": {"class_type": "LoadImage", "inputs": {"image": "b.png"}}, **image_to_video()}
        graph["lat"]["inputs"]["end_image"] = ["end", 0]
        draft = drafted(graph)
        assert draft.input and draft.input.node == "img"
        assert ticked(draft)["image_file"].bind == ("end.image",)

    def test_what_is_not_usual_is_offered_but_not_ticked(self):
        draft = drafted(image_to_video())
        offered = [field.parameter.bind for field in draft.fields if not field.is_chosen]
        assert ("save.format",) in offered

    def test_seeds_and_prefixes_are_no_fields(self):
        draft = drafted(image_to_video())
        bound = {binding for field in draft.fields for binding in field.parameter.bind}
        assert not bound & {"hi.seed", "lo.seed", "save.filename_prefix", "img.image"}

    def test_files_and_outputs_of_classes_that_nobody_knows_are_found_too(self):
        graph = graph_of(
            {
                "1": ("VHS_LoadVideo", {"video": "walk.mp4"}),
                "2": ("VHS_VideoCombine", {"images": ["1", 0], "frame_rate": 8, "filename_prefix": "x"}),
            }
        )
        draft = drafted(graph)
        assert draft.input and draft.input.binding == "1.video"
        assert (draft.outputs, draft.guess.task_type) == (("2",), "upscale")


class TestTemplate:
    def test_only_what_the_outputs_need_is_kept_and_the_rest_is_told(self):
        graph = image_to_video()
        graph["look"] = {"class_type": "Dazzle", "inputs": {"images": ["dec", 0]}}
        draft = drafted(graph)
        assert "look" not in draft.graph and "hi" in draft.graph
        assert [note.node_id for note in draft.notes if note.kind is NoteKind.LEFT_OUT] == ["look"]

    def test_previews_are_saved_when_nothing_else_is(self):
        graph = graph_of(
            {"1": ("LoadImage", {"image": "a.png"}), "2": ("PreviewImage", {"images": ["1", 0]})},
        )
        draft = drafted(graph)
        assert draft.graph["2"]["class_type"] == "SaveImage"
        assert draft.outputs == ("2",)
        assert draft.notes[0].kind is NoteKind.CHANGED

    def test_a_prefix_that_was_computed_becomes_a_plain_one(self):
        graph = image_to_video()
        graph["save"]["inputs"]["filename_prefix"] = ["p", 0]
        assert isinstance(drafted(graph).graph["save"]["inputs"]["filename_prefix"], str)

    def test_ids_with_dots_are_renamed_with_their_links(self):
        graph = graph_of(
            {"a.b": ("LoadImage", {"image": "a.png"}), "a_b": ("SaveImage", {"images": ["a.b", 0]})},
        )
        draft = drafted(graph)
        assert set(draft.graph) == {"a_b_", "a_b"}
        assert draft.graph["a_b"]["inputs"]["images"] == ["a_b_", 0]

    def test_a_graph_that_saves_nothing_is_refused_with_the_classes_that_might(self):
        with pytest.raises(WorkflowInvalid, match="Dazzle"):
            drafted(graph_of({"1": ("Dazzle", {"x": 1})}))
        with pytest.raises(WorkflowInvalid, match="saves nothing"):
            drafted(graph_of({"1": ("LoadImage", {"image": "a.png"})}))

    def test_a_circle_is_refused(self):
        graph = graph_of({"1": ("Scale", {"image": ["2", 0]}), "2": ("Scale", {"image": ["1", 0]})})
        with pytest.raises(WorkflowInvalid, match="circle"):
            drafted(graph)


class TestGuess:
    @pytest.mark.parametrize(
        ("nodes", "task_type"),
        [
            (
                {"1": ("LoadImage", {"image": "a.png"}), "2": ("Scale", {"image": ["1", 0], "scale_by": 2.0})},
                "upscale",
            ),
            ({"1": ("Gen", {"seed": 1}), "2": ("Decode", {"samples": ["1", 0]})}, "text_to_image"),
            ({"1": ("LoadImage", {"image": "a.png"}), "2": ("Gen", {"seed": 1, "image": ["1", 0]})}, "edit"),
            ({"1": ("LoadImage", {"image": "a.png"}), "2": ("Gen", {"seed": 1, "mask": ["1", 1]})}, "inpaint"),
        ],
    )
    def test_pictures(self, nodes, task_type):
        graph = graph_of({**nodes, "9": ("SaveImage", {"images": ["2", 0], "filename_prefix": "x"})})
        assert drafted(graph).guess.task_type == task_type


class TestEditing:
    def test_a_field_is_ticked_renamed_and_bounded_and_the_draft_before_stays(self):
        draft = drafted(image_to_video())
        changed = draft.with_field("steps", label="Quality", max=8).with_field("cfg", is_chosen=False)
        assert (ticked(changed)["steps"].label, ticked(changed)["steps"].max) == ("Quality", 8)
        assert "cfg" not in ticked(changed)
        assert ticked(draft)["steps"].label == "Steps"

    def test_a_field_that_is_not_there_is_a_mistake(self):
        with pytest.raises(KeyError):
            drafted(image_to_video()).with_field("nothing", label="x")
