"""Values of single files and of variations reach exactly their prompts, through service and command line alike."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from vqdesk import bootstrap
from vqdesk.cli.root import cli
from vqdesk.domain.errors import ParameterInvalid
from vqdesk.domain.graph import render
from vqdesk.domain.job import AttemptId, Job
from vqdesk.parts import parts
from vqdesk.runtime.app import App
from vqdesk.services.submit import SubmitRequest

NAMES = ("boats.png", "lake.png", "cat.png")


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    opened = bootstrap.build(str(tmp_path_factory.mktemp("home")))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def photos(tmp_path_factory) -> list[str]:
    folder = tmp_path_factory.mktemp("photos")
    for number, name in enumerate(NAMES):
        Image.new("RGB", (64, 48), (40 * number, 90, 120)).save(folder / name)
    return [str(folder / name) for name in NAMES]


def graphs(app: App, job: Job) -> list[dict]:
    shared = app.services.store.jobs.graph(job.id)
    return [render(shared, prompt, AttemptId("id"), "x.png") for prompt in app.services.store.jobs.prompts(job.id)]


own = st.fixed_dictionaries(
    {},
    optional={
        "positive_prompt": st.sampled_from(["waves", "purrs", "sails"]),
        "steps": st.integers(4, 8),
        "seed": st.integers(0, 2**40),
    },
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(form=own, files=st.lists(own, min_size=3, max_size=3), variations=st.lists(own, max_size=3))
def test_every_prompt_has_variation_before_file_before_form_before_default(app, photos, form, files, variations):
    definition = app.services.library.get("wan22-i2v")
    request = SubmitRequest(
        "wan22-i2v", tuple(photos), form, dict(zip(photos, files, strict=True)), tuple(variations), tries=2
    )
    job = app.services.submit.submit(request)
    wanted = [
        (name, {**form, **values, **variation}, number)
        for name, values in zip(photos, files, strict=True)
        for variation in variations or [{}]
        for number in (1, 2)
    ]
    prompts = app.services.store.jobs.prompts(job.id)
    assert len(prompts) == len(wanted)
    for prompt, graph, (path, values, number) in zip(prompts, graphs(app, job), wanted, strict=True):
        assert (prompt.source_path, prompt.try_number) == (path, number)
        for name in ("positive_prompt", "steps"):
            parameter = definition.parameter(name)
            for binding in parameter.bind:
                node, field = binding.split(".")
                assert graph[node]["inputs"][field] == values.get(name, parameter.default)
        if "seed" in values:
            assert prompt.seed == values["seed"] + number - 1


def test_a_wrong_value_of_a_variation_is_named_and_nothing_is_added(app, photos):
    before = app.services.store.jobs.counts()
    with pytest.raises(ParameterInvalid, match=r"Variation 2: .*[Ss]teps"):
        app.services.submit.submit(
            SubmitRequest("wan22-i2v", tuple(photos), variations=({"steps": 4}, {"steps": -1}))
        )
    assert app.services.store.jobs.counts() == before


@pytest.fixture
def run(tmp_path):
    def invoke(*arguments: str) -> dict:
        result = CliRunner().invoke(cli, ["--home", str(tmp_path / "home"), *arguments, "--json"], obj=parts())
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    return invoke


def test_texts_cross_images_on_the_command_line_and_the_count_is_said(run, photos, tmp_path):
    texts = tmp_path / "texts.txt"
    texts.write_text("waves\n\npurrs\n", encoding="utf-8")
    job = run("submit", "wan22-i2v", *photos, "--cross", str(texts), "--tries", "2", "--force")["job"]
    assert job["counts"]["pending"] == 12
    shown = run("show", str(job["number"]), "--graphs")
    in_graphs = [
        {text for text in ("waves", "purrs") if text in json.dumps(prompt["graph"])} for prompt in shown["prompts"]
    ]
    assert in_graphs == [{"waves"}, {"waves"}, {"purrs"}, {"purrs"}] * 3


def test_a_preset_of_the_command_line_fills_in_what_no_option_says(run, photos, tmp_path):
    file = tmp_path / "presets.json"
    preset = {"kind": "settings", "scope": "wan22-i2v", "folder": "", "name": "Wide", "link": ""}
    preset["values"] = {"width": 832, "positive_prompt": "waves"}
    file.write_text(json.dumps({"format": "vqdesk-presets", "version": 1, "presets": [preset]}), encoding="utf-8")
    assert [one["name"] for one in run("presets", "import", str(file))["added"]] == ["Wide"]
    assert run("presets", "list", "waves")["presets"][0]["values"]["width"] == 832
    job = run("submit", "wan22-i2v", photos[0], "--preset", "wide", "--param", "width=640", "--force")["job"]
    assert (job["params"]["width"], job["params"]["positive_prompt"]) == (640, "waves")
    assert run("presets", "export", str(tmp_path / "out.json"))["presets"] == 1
    run("presets", "delete", "Wide")
    assert run("presets", "list")["presets"] == []
    assert Path(tmp_path / "out.json").read_text(encoding="utf-8").count("waves") == 1


def test_the_same_wish_makes_the_same_graphs_by_service_and_by_command_line(run, photos, tmp_path, app):
    per_file = tmp_path / "own.json"
    per_file.write_text(json.dumps({photos[1]: {"positive_prompt": "purrs", "steps": 6}}), encoding="utf-8")
    arguments = ("--param", "positive_prompt=waves", "--param", "seed=7", "--per-file", str(per_file), "--force")
    number = run("submit", "wan22-i2v", *photos, *arguments)["job"]["number"]
    by_command = [prompt["graph"] for prompt in run("show", str(number), "--graphs")["prompts"]]
    job = app.services.submit.submit(
        SubmitRequest(
            "wan22-i2v",
            tuple(photos),
            {"positive_prompt": "waves", "seed": 7},
            json.loads(per_file.read_text(encoding="utf-8")),
        )
    )
    prompts = app.services.store.jobs.prompts(job.id)
    by_service = [json.loads(app.services.queue.graph_json(prompt.id)) for prompt in prompts]
    assert json.dumps(by_command, sort_keys=True) == json.dumps(by_service, sort_keys=True)
