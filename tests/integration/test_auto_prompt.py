"""Auto-prompts over many images: order, what is kept, what fails alone, and what ends a batch."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from llm_server import LlmScript, generic, llm_server, recorded, reply, said
from PIL import Image

from vqdesk import bootstrap
from vqdesk.cli.frame import Parts
from vqdesk.cli.root import cli
from vqdesk.domain.auto_prompt import AutoStage, WorkflowContext, workflow_context
from vqdesk.domain.settings import LLM_CAPTION_MODEL, LLM_MOTION_MODEL, LLM_URL
from vqdesk.ports import StopSignal
from vqdesk.services.auto_prompt import AutoOverrides, BatchRequest, Listeners
from vqdesk.services.submit import SubmitRequest

CLIPS = WorkflowContext("w", "W", ("positive_prompt_stage1", "positive_prompt_stage2"), 81, 16.0)


@pytest.fixture
def script():
    with llm_server() as running:
        running.paths["/v1/models"] = generic("seer", "writer")
        running.chat = lambda body: said(_answer(running, body))
        yield running


@pytest.fixture
def app(home, script):
    app = bootstrap.build(str(home))
    put = app.services.settings.put
    put(LLM_URL, script.url)
    put(LLM_CAPTION_MODEL, "seer")
    put(LLM_MOTION_MODEL, "writer")
    yield app
    app.close()


@pytest.fixture
def pictures(tmp_path):
    paths = [tmp_path / f"p{number}.png" for number in range(5)]
    for number, path in enumerate(paths):
        Image.new("RGB", (64, 48), (number * 40, 20, 20)).save(path)
    return [str(path) for path in paths]


def _answer(script: LlmScript, body) -> str:
    if "response_format" in body:
        return json.dumps({"clips": ["It starts.", "It ends."]})
    return f"Caption {script.pictures}." if isinstance(body["messages"][1]["content"], list) else "It moves."


def make(app, paths, stop=None, listeners=None, callback=None, **options):
    overrides = {key: options.pop(key) for key in list(options) if key in AutoOverrides.__dataclass_fields__}
    generator = app.services.auto_prompt.generator(AutoOverrides(**overrides), stop or StopSignal())
    return generator.generate_batch(BatchRequest(paths, **options), callback, listeners)


def test_all_captions_come_before_the_first_motion_prompt(app, script, pictures):
    told = []
    batch = make(app, pictures, callback=lambda *what: told.append(what))
    assert [body["model"] for body in script.asked] == ["seer"] * 5 + ["writer"] * 5
    assert [image.texts for image in batch.images] == [("It moves.",)] * 5
    assert told[0] == ("caption", pictures[0], 1, 5)
    assert told[-1] == ("motion", pictures[4], 5, 5)
    assert (batch.caption_model, batch.motion_model, batch.problem) == ("seer", "writer", None)


def test_what_is_kept_is_not_asked_again_until_something_differs(app, script, pictures):
    make(app, pictures)
    make(app, pictures)
    assert len(script.asked) == 10
    make(app, pictures, system="Other words.")
    assert (len(script.asked), script.pictures) == (15, 5), "only stage 2 has changed"
    make(app, pictures[:1], is_fresh=True)
    assert len(script.asked) == 17
    app.services.auto_prompt.kept.clear()
    make(app, pictures)
    assert len(script.asked) == 27


def test_the_cache_goes_by_content_not_by_name(app, script, pictures, tmp_path):
    make(app, pictures[:1], stage=AutoStage.CAPTION)
    copy = tmp_path / "renamed.png"
    copy.write_bytes(Path(pictures[0]).read_bytes())
    batch = make(app, [str(copy)], stage=AutoStage.CAPTION)
    assert (batch.images[0].is_cached, len(script.asked)) == (True, 1)


def test_a_broken_picture_fails_alone(app, script, pictures):
    Path(pictures[1]).write_bytes(b"\x89PNG broken")
    batch = make(app, pictures)
    assert [bool(image.problem) for image in batch.images] == [False, True, False, False, False]
    assert "cannot be captioned" in batch.images[1].problem.summary
    assert sum(bool(image.texts) for image in batch.images) == 4


def test_a_server_that_dies_ends_the_batch_and_the_next_run_asks_for_the_rest_only(app, script, pictures):
    def chat(body):
        if script.pictures == 4:
            script.gone = True
            return {"status": 200, "events": []}
        return said(_answer(script, body))

    script.chat = chat
    saved = []
    batch = make(app, pictures, listeners=Listeners(saved=saved.append))
    assert batch.problem is not None and batch.problem.remedy
    assert [image.caption for image in batch.images] == ["Caption 1.", "Caption 2.", "Caption 3.", "", ""]
    assert [image.path for image in saved] == pictures[:3]
    script.gone, script.chat = False, lambda body: said(_answer(script, body))
    pictures_before, before = script.pictures, len(script.asked)
    batch = make(app, pictures)
    assert batch.problem is None
    assert (script.pictures - pictures_before, len(script.asked) - before) == (2, 7)


def test_a_stop_keeps_what_is_done(app, script, pictures):
    stop = StopSignal()

    def chat(body):
        if script.pictures == 3:
            stop.stop()
        return said(_answer(script, body))

    script.chat = chat
    batch = make(app, pictures, stop=stop)
    assert batch.problem.summary == "It was stopped."
    assert [bool(image.caption) for image in batch.images[:2]] == [True, True]
    assert not batch.images[4].caption


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (recorded("08"), "cannot see pictures"),
        (recorded("62"), "wants a token"),
        (recorded("48"), "could not be loaded"),
    ],
)
def test_what_would_fail_for_every_image_is_asked_once(app, script, pictures, answer, words):
    script.chat = lambda _: answer
    batch = make(app, pictures)
    assert words in batch.problem.summary
    assert len(script.asked) == 1


def test_an_overflow_fails_one_image_and_the_others_go_on(app, script, pictures):
    script.chat = lambda body: recorded("20") if script.pictures == 2 else said(_answer(script, body))
    batch = make(app, pictures, stage=AutoStage.CAPTION)
    assert batch.problem is None
    assert [bool(image.problem) for image in batch.images] == [False, True, False, False, False]
    assert "does not fit" in batch.images[1].problem.summary


def test_a_crash_of_the_model_is_tried_once_more(app, script, pictures):
    crash = reply(400, {"error": "The model has crashed without additional information. (Exit code: 6)"})
    script.chat = lambda body: crash if len(script.asked) == 1 else said(_answer(script, body))
    batch = make(app, pictures[:1], stage=AutoStage.CAPTION)
    assert (batch.images[0].caption, len(script.asked)) == ("Caption 2.", 2)


def test_the_same_caption_for_another_picture_is_asked_again_behind_another_beginning(app, script, pictures):
    script.chat = lambda _: said("A room.")
    batch = make(app, pictures[:2], stage=AutoStage.CAPTION)
    assert len(script.asked) == 3
    assert script.asked[2]["messages"][1]["content"][0]["text"].startswith("Picture ")
    assert "same as that of p0.png" in batch.images[1].notes[0]


def test_clips_come_as_json_and_a_cut_answer_is_put_right_or_asked_again(app, script):
    def write(*answers):
        rest = list(answers)
        script.chat = lambda _: rest.pop(0)
        return make(
            app, ["x.png"], stage=AutoStage.MOTION, captions={"x.png": "A boat."}, context=CLIPS, is_fresh=True
        ).images[0]

    assert write(said('{"clips": ["It starts.", "It ends."]}')).texts == ("It starts.", "It ends.")
    assert script.asked[0]["response_format"]["json_schema"]["schema"]["properties"]["clips"]["minItems"] == 2
    cut = write(said('{"clips": ["It starts.", "It en', "length"))
    assert cut.texts == ("It starts.", "It en…")
    assert any("cut" in note for note in cut.notes)
    assert write(said('{"clips": ["It sta', "length"), said("1. A\n2. B")).texts == ("A", "B")
    assert "did not write 2" in write(said("{}"), said("{}")).problem.summary


def test_motion_never_looks_at_pictures(app, script, tmp_path):
    gone = str(tmp_path / "gone.png")
    batch = make(app, [gone, "other.png"], stage=AutoStage.MOTION, captions={gone: "A boat."})
    assert batch.images[0].texts == ("It moves.",)
    assert "without a caption" in batch.images[1].problem.summary
    assert script.pictures == 0


def test_only_models_that_we_loaded_are_unloaded(app, script, pictures):
    loaded = {"writer": ["writer"], "seer": []}

    def listing(_):
        models = [
            {"type": "llm", "key": key, "loaded_instances": [{"id": one} for one in instances]}
            for key, instances in loaded.items()
        ]
        return reply(200, {"models": models})

    def load(body):
        loaded[body["model"]] = ["seer:1"]
        return reply(200, {"instance_id": "seer:1"})

    def unload(body):
        loaded["seer"].remove(body["instance_id"])
        return reply(200, body)

    script.paths |= {
        "/api/v1/models": listing,
        "/api/v1/models/load": load,
        "/api/v1/models/unload": unload,
    }
    batch = make(app, pictures[:2])
    assert batch.problem is None
    assert loaded == {"writer": ["writer"], "seer": []}
    assert [step.words for step in batch.steps] == ["Loaded seer", "Unloaded seer"]
    done = [path for path, _ in script.seen if "load" in path or "chat" in path]
    assert [path.rpartition("/")[2] for path in done] == [
        *("load", "completions", "completions", "unload", "completions", "completions")
    ]


def test_a_model_that_is_not_there_is_named_with_similar_ones(app, script, pictures):
    batch = make(app, pictures, caption_model="seeer")
    assert "no model “seeer”" in batch.problem.summary
    assert "“seer”" in batch.problem.remedy
    assert not script.asked


def test_the_context_comes_from_the_workflow(app):
    definition = app.services.library.get("wan22-clips")
    context = workflow_context(definition, {"stages": 3})
    assert context.parameters == tuple(f"positive_prompt_stage{number}" for number in (1, 2, 3))
    assert context.markers == ("0s", "2.5s", "5s")
    assert workflow_context(app.services.library.get("wan22-i2v"), {}).parameters == ("positive_prompt",)


# ---- command --------------------------------------------------------------------------------------


def run(home, *words, code=0):
    unused = {name: None for name in Parts.__dataclass_fields__ if name != "build"}
    parts = Parts(build=bootstrap.build, **unused)
    result = CliRunner().invoke(cli, ["--home", str(home), "autoprompt", *map(str, words)], obj=parts)
    assert result.exit_code == code, result.output
    return result.stdout


def test_the_command_writes_json_and_writes_motion_again_without_the_images(home, app, script, pictures, tmp_path):
    app.close()
    document = json.loads(run(home, *pictures, "--format", "json"))
    assert [image["path"] for image in document["images"]] == pictures
    assert document["images"][0]["caption"] and document["images"][0]["motion_prompt"] == "It moves."
    assert (document["stage1_model"], document["stage2_model"]) == ("seer", "writer")
    file = tmp_path / "captions.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    for path in pictures:
        (tmp_path / path).unlink()
    before = script.pictures
    words = ("--stage", "motion", "--captions-file", file, "--workflow", "wan22-clips", "--param", "stages=2")
    again = json.loads(run(home, *words, "--format", "json"))
    assert again["images"][0]["clips"] == ["It starts.", "It ends."]
    assert script.pictures == before


def test_the_command_compares_two_system_prompts(home, app, script, pictures, tmp_path):
    app.close()
    for name in "AB":
        (tmp_path / f"{name}.md").write_text(f"Write like {name}.", encoding="utf-8")
    script.chat = lambda body: said(f"{body['messages'][0]['content'][-2:]} {len(script.asked)}.")
    sides = (tmp_path / "A.md", tmp_path / "B.md")
    table = run(home, pictures[0], "--compare", *sides, "--format", "csv").splitlines()
    assert "A.md: positive_prompt" in table[0] and "B.md: positive_prompt" in table[0]
    assert ",A. 2.,B. 3.," in table[1]
    assert script.pictures == 1


def test_the_command_fails_in_words(home, app, script, pictures, tmp_path):
    app.close()
    script.chat = lambda _: recorded("62")
    document = json.loads(run(home, pictures[0], "--format", "json", code=1))
    assert "wants a token" in document["images"][0]["error"]["summary"]
    run(home, "--stage", "motion", code=2)
    bad = tmp_path / "bad.md"
    bad.write_text("Use {secnds}.", encoding="utf-8")
    run(home, pictures[0], "--system-prompt", bad, code=1)


def test_a_refused_command_says_so_as_json_when_json_was_asked_for(home, app, script):
    app.close()
    document = json.loads(run(home, "a.png", "--workflow", "nope", "--format", "json", code=1))
    assert document["error"]["summary"]


def test_the_command_says_when_the_queue_renders_on_the_same_gpu(home, app, script, pictures):
    lane = app.services.store.lanes.ensure("Near", "http://127.0.0.1:9", "comfyui")
    app.services.submit.submit(SubmitRequest("wan22-i2v", tuple(pictures[:1]), lane_id=lane.id, force=True))
    assert app.services.store.prompts.claim(lane.id, 1, list(app.services.store.prompts.pending_needs(lane.id)))
    app.close()
    unused = {name: None for name in Parts.__dataclass_fields__ if name != "build"}
    words = ["--home", str(home), "autoprompt", pictures[0]]
    result = CliRunner().invoke(cli, words, obj=Parts(build=bootstrap.build, **unused))
    assert result.exit_code == 0
    assert "Near renders on the same GPU" in result.stderr
