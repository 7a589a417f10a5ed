"""Submitting with the real store, staging area and media reader: what is created, and what is refused in words."""

import json
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from vqdesk.adapters.files import LocalFiles
from vqdesk.adapters.media.reader import MediaReader
from vqdesk.adapters.media.thumbnails import ThumbnailCache
from vqdesk.adapters.store import open_store
from vqdesk.domain.errors import EngineRejected, InputUnusable, NotFound, OutputUnwritable, ParameterInvalid
from vqdesk.domain.graph import bound_value, render
from vqdesk.domain.job import AttemptId, Job
from vqdesk.locations import workflows_dir
from vqdesk.ports import JobQuery, Store
from vqdesk.services.staging import InputStaging
from vqdesk.services.submit import SubmitRequest, SubmitService
from vqdesk.services.workflows import WorkflowLibrary


class StillClock:
    def now_iso(self) -> str:
        return "2025-01-01T00:00:00.000Z"

    def monotonic(self) -> float:
        return 0.0


@dataclass
class Desk:
    """The submission service on a fresh data folder, and a folder of pictures."""

    root: Path
    store: Store
    service: SubmitService

    def picture(self, name: str, colour: str = "red", size: tuple[int, int] = (64, 48)) -> str:
        path = self.root / "photos" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", size, colour).save(path)
        return str(path)

    def file(self, name: str, content: bytes) -> str:
        path = self.root / "photos" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return str(path)

    def submit(
        self, *inputs: str, workflow: str = "camera-move", catalog=None, on_progress=None, **options
    ) -> Job:
        request = SubmitRequest(workflow, inputs, **options)
        return self.service.submit(request, on_progress, catalog)

    def refused(self, kind: type, *inputs: str, **options):
        with pytest.raises(kind) as caught:
            self.submit(*inputs, **options)
        assert self.store.jobs.ids(JobQuery()) == []
        return caught.value.problem

    def staged(self) -> list[Path]:
        return [path for path in (self.root / "staging").rglob("*") if path.is_file()]


@pytest.fixture
def desk(tmp_path):
    store = open_store(tmp_path / "vqdesk.db", StillClock())
    library = WorkflowLibrary(workflows_dir(), tmp_path / "workflows")
    media = MediaReader(ThumbnailCache(tmp_path / "thumbs", lambda: 10**9))
    files = LocalFiles(tmp_path / "staging", tmp_path / "outputs")
    yield Desk(tmp_path, store, SubmitService(store, InputStaging(files, media, lambda: True), library, Random(1)))
    store.close()


def test_a_job_keeps_its_inputs_whatever_becomes_of_the_sources(desk):
    boats, lake = desk.picture("boats.png", "red"), desk.picture("lake.png", "blue", (80, 60))
    job = desk.submit(boats, lake)
    shutil.rmtree(desk.root / "photos")
    assert (job.name, job.counts.pending, job.status.value) == ("boats + 1", 2, "pending")
    first, second = desk.store.jobs.prompts(job.id)
    assert [first.source_path, second.source_path] == [boats, lake]
    asset = desk.store.jobs.asset(second.asset)
    assert (asset.width, asset.height, asset.ext) == (80, 60, "png")
    assert len(desk.staged()) == 2


def test_equal_pictures_are_staged_once_and_rendered_twice(desk):
    job = desk.submit(desk.picture("a.png"), desk.picture("b.png"))
    assert job.counts.pending == 2
    assert len(desk.staged()) == 1


def test_values_of_the_form_are_in_the_graph_and_those_of_a_file_only_in_its_prompt(desk):
    boats, lake = desk.picture("boats.png"), desk.picture("lake.png", "blue")
    job = desk.submit(
        boats,
        lake,
        params={"move": "arc", "length": 48, "fps": 12},
        per_file={boats: {"move": "tilt_up", "strength": 1}},
    )
    shared = desk.store.jobs.graph(job.id)
    assert [bound_value(shared.graph, b) for b in ("move.move", "move.length", "clip.fps")] == ["arc", 48, 12.0]
    first, second = (
        render(shared, prompt, AttemptId("id"), "x.png") for prompt in desk.store.jobs.prompts(job.id)
    )
    assert [first["move"]["inputs"][field] for field in ("move", "strength", "length")] == ["tilt_up", 1.0, 48]
    assert [second["move"]["inputs"][field] for field in ("move", "strength", "length")] == ["arc", 0.5, 48]
    assert job.params["length"] == 48


def test_tries_give_every_prompt_its_own_seed_on_both_samplers(desk):
    picture = desk.picture("a.png")
    job = desk.submit(picture, workflow="wan22-i2v", tries=3, params={"positive_prompt": "slow waves"})
    prompts = desk.store.jobs.prompts(job.id)
    assert len({prompt.seed for prompt in prompts}) == 3
    assert [prompt.try_number for prompt in prompts] == [1, 2, 3]
    graph = render(desk.store.jobs.graph(job.id), prompts[2], AttemptId("id"), "x.png")
    assert graph["hi"]["inputs"]["noise_seed"] == graph["lo"]["inputs"]["noise_seed"] == prompts[2].seed
    assert desk.store.jobs.ids(JobQuery(text="waves")) == [job.id]
    fixed = desk.submit(picture, workflow="wan22-i2v", tries=2, params={"seed": 40})
    assert [prompt.seed for prompt in desk.store.jobs.prompts(fixed.id)] == [40, 41]


def test_a_folder_gives_its_pictures_in_natural_order_and_each_file_counts_once(desk):
    for name in ("s10.png", "s2.png", "deep/s1.png", "._s1.png"):
        desk.picture(name, name[1:2] and "green")
    desk.file("notes.txt", b"hello")
    folder = desk.root / "photos"
    job = desk.submit(str(folder), str(folder / "s2.png"), f' "{folder / "s10.png"}"\n')
    names = [Path(prompt.source_path).name for prompt in desk.store.jobs.prompts(job.id)]
    assert names == ["s1.png", "s2.png", "s10.png"]


def test_every_unusable_file_is_named_at_once_and_nothing_is_left_behind(desk):
    problem = desk.refused(
        InputUnusable,
        desk.picture("good.png"),
        desk.file("empty.png", b""),
        desk.file("words.png", b"just words, no picture at all"),
        str(desk.root / "gone.png"),
    )
    assert problem.summary == "3 of 4 files cannot be used."
    for name in ("empty.png", "words.png", "gone.png"):
        assert name in problem.cause
    assert "good.png" not in problem.cause
    assert desk.staged() == []


def test_a_folder_without_pictures_is_refused_in_words(desk):
    desk.file("notes.txt", b"hello")
    problem = desk.refused(InputUnusable, str(desk.root / "photos"))
    assert "There are no pictures in the folder photos." in problem.summary
    assert problem.remedy


def test_no_input_is_refused_with_what_is_needed(desk):
    problem = desk.refused(InputUnusable)
    assert "must be at least 1" in problem.summary


@pytest.mark.parametrize(
    ("options", "kind", "words"),
    [
        ({"workflow": "camera-mov"}, NotFound, "Did you mean “camera-move”?"),
        ({"params": {"width": 641}}, ParameterInvalid, "The nearest right values are 640 and 642."),
        ({"params": {"widht": 640}}, ParameterInvalid, "Did you mean “width”"),
        ({"params": {"width": 1, "fps": 0}}, ParameterInvalid, "2 values cannot be used."),
        ({"tries": 2}, ParameterInvalid, "This workflow has no seed"),
        ({"tries": 0, "workflow": "wan22-i2v"}, ParameterInvalid, "Tries cannot be 0."),
        ({"per_file": {"/nowhere/x.png": {"move": "arc"}}}, InputUnusable, "x.png, which is not an input"),
        ({"params": {"width": 1}, "force": True}, ParameterInvalid, "Width cannot be 1."),
    ],
)
def test_a_wrong_request_is_refused_and_creates_nothing(desk, options, kind, words):
    problem = desk.refused(kind, desk.picture("a.png"), **options)
    assert words in problem.sentence()
    assert desk.staged() == []


def test_a_wrong_value_of_one_file_names_the_file(desk):
    boats = desk.picture("boats.png")
    problem = desk.refused(ParameterInvalid, boats, per_file={boats: {"strength": 3}})
    assert problem.sentence().startswith("boats.png: Strength cannot be 3.")


def test_preflight_refuses_what_the_server_lacks_unless_forced(desk):
    picture = desk.picture("a.png")
    problem = desk.refused(EngineRejected, picture, catalog={})
    assert "“VQCameraMove” is missing" in problem.cause
    assert desk.submit(picture, catalog={}, force=True).counts.pending == 1


def test_staging_that_cannot_be_written_creates_no_job(desk):
    in_the_way = [desk.root / "staging" / f"{n:02x}" for n in range(256)]
    (desk.root / "staging").mkdir()
    for path in in_the_way:
        path.touch()
    problem = desk.refused(OutputUnwritable, desk.picture("a.png"), desk.picture("b.png", "blue"))
    assert "could not be written" in problem.summary
    assert problem.cause
    assert problem.remedy
    deadline = time.monotonic() + 60  # the copy beside it, no longer waited for, cleans up after itself
    while sorted(desk.staged()) != sorted(in_the_way):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_progress_counts_up_to_the_number_of_files(desk):
    seen = []
    pictures = [desk.picture(f"{n}.png") for n in range(6)]
    desk.submit(*pictures, on_progress=lambda done, total: seen.append((done, total)))
    assert seen == [(n, 6) for n in range(1, 7)]


@pytest.mark.parametrize(("name", "shown"), [(None, "a"), ("  Lake\n at  dusk ", "Lake at dusk"), ("", "a")])
def test_a_job_is_called_as_asked_or_after_its_input(desk, name, shown):
    assert desk.submit(desk.picture("a.png"), name=name).name == shown


def test_ten_thousand_prompts_of_thirty_nodes_are_created_within_three_seconds(desk):
    own = desk.root / "workflows"
    own.mkdir()
    template = {"img": {"class_type": "LoadImage", "inputs": {"image": "a.png"}}}
    for n in range(27):
        template[f"n{n}"] = {"class_type": "ImageScaleBy", "inputs": {"image": ["img", 0], "scale_by": 1.0}}
    template["ks"] = {"class_type": "KSampler", "inputs": {"seed": 0}}
    template["save"] = {"class_type": "SaveImage", "inputs": {"images": ["n1", 0], "filename_prefix": "x"}}
    (own / "big.json").write_text(json.dumps(template))
    (own / "big.yaml").write_text(
        "name: big\ntitle: Big\ncategory: tool\ntask_type: upscale\ntemplate: big.json\n"
        "input: {kind: image, node: img, field: image}\nseed: {bind: [ks.seed]}\noutputs: [save]\n"
    )
    pictures = [desk.picture(f"{n}.png", size=(8, 8)) for n in range(10)]
    started = time.process_time()  # what we compute; the clock is the bench's
    job = desk.submit(*pictures, workflow="big", tries=1000)
    assert time.process_time() - started < 3
    assert job.counts.pending == 10_000
