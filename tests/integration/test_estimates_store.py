"""What estimates are made of, in a real store: times written with a success, work in its order."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from queue_samples import draft, new_lane, opened, set_job

from vqdesk import bootstrap
from vqdesk.domain.errors import NotFound
from vqdesk.domain.estimates import Load, Why
from vqdesk.domain.job import Asset, JobId, LaneId, NewOutput, PromptDraft
from vqdesk.domain.status import PromptStatus
from vqdesk.ports import Move, Store
from vqdesk.runtime.app import App
from vqdesk.services.cards import remember_card
from vqdesk.services.estimates import LiveLanes, Outlook, Wish
from vqdesk.services.input_places import remember_input_folder
from vqdesk.services.submit import SubmitRequest

SIZED = {"width": 64, "height": 48, "length": 10, "steps": 4}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "vqdesk.db") as store:
        yield store


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    app = bootstrap.build(str(tmp_path / "home"))
    yield app
    app.close()


def run(store: Store, lane: LaneId, seconds: float, files: tuple[int, ...] = (1000,)) -> None:
    """The next prompt, from its claim to its success with files of these sizes."""
    claimed = store.prompts.claim(lane, 1, list(store.prompts.pending_needs(lane)))[0]
    prompt_id, attempt = claimed.prompt.id, claimed.attempt_id
    store.prompts.move(Move(prompt_id, attempt, PromptStatus.RUNNING))
    outputs = [
        NewOutput("save", f"{n}.png", f"/out/{attempt}_{n}.png", "image", size, "ab", 64, 48, 0.0, 0)
        for n, size in enumerate(files)
    ]
    assert store.prompts.succeed(prompt_id, attempt, outputs, seconds)


def test_a_success_leaves_its_time_load_and_bytes(store: Store) -> None:
    lane = new_lane(store)
    store.jobs.create(draft(count=2, params=SIZED))
    run(store, lane, 7.0, files=(1000, 500))
    run(store, lane, 8.0)
    newest, oldest = store.timings.history("h1", "text_to_image")
    assert (newest.seconds, oldest.seconds) == (8.0, 7.0)
    assert oldest.bytes == 1500
    assert oldest.load == Load(64, 48, 10, 4)
    assert oldest.lane_id == lane


def test_the_past_of_other_workflows_of_the_same_task_comes_after_the_own(store: Store) -> None:
    lane = new_lane(store)
    for name, seconds in (("h2", 5.0), ("h1", 6.0), ("h2", 7.0)):
        store.jobs.create(draft(workflow_hash=name, params=SIZED))
        run(store, lane, seconds)
    found = [(one.workflow_hash, one.seconds) for one in store.timings.history("h1", "text_to_image")]
    assert found == [("h1", 6.0), ("h2", 7.0), ("h2", 5.0)]
    assert store.timings.history("h1", "upscale") == [store.timings.history("h1", "text_to_image")[0]]


def test_open_jobs_come_in_the_order_of_work_and_held_ones_are_marked(store: Store, tmp_path: Path) -> None:
    ids = [store.jobs.create(draft(name, count=3)) for name in ("first", "second", "held", "later")]
    set_job(tmp_path / "vqdesk.db", ids[1], priority=5)
    set_job(tmp_path / "vqdesk.db", ids[2], held=1)
    set_job(tmp_path / "vqdesk.db", ids[3], start_at="2999-01-01T00:00:00.000Z")
    found = store.timings.open_jobs()
    assert [one.id for one in found] == [ids[1], ids[0], ids[2], ids[3]]
    assert [one.is_counted for one in found] == [True, True, False, False]
    assert [one.waiting for one in found] == [3, 3, 3, 3]


def test_a_prompt_at_a_server_knows_its_lane_and_how_long_it_runs(store: Store) -> None:
    lane = new_lane(store)
    job_id = store.jobs.create(draft(count=2))
    first, second = store.prompts.claim(lane, 2, list(store.prompts.pending_needs(lane)))
    store.prompts.move(Move(first.prompt.id, first.attempt_id, PromptStatus.RUNNING))
    found = store.timings.at_lanes()
    assert [one.prompt_id for one in found] == [first.prompt.id, second.prompt.id]
    assert [one.is_running for one in found] == [True, False]
    assert found[0].elapsed_s > 0
    assert {one.lane_id for one in found} == {lane}
    assert {one.job.id for one in found} == {job_id}
    assert store.timings.open_jobs() == []


def test_the_input_tells_the_load_where_the_form_does_not(store: Store) -> None:
    clip = Asset("ab" * 32, 10, "mp4", 640, 360, frames=48)
    prompts = (PromptDraft(source_path="/clips/a.mp4", asset=clip.sha256),)
    store.jobs.create(draft(assets=(clip,), prompts=prompts, params={"scale": 2.0}))
    assert store.timings.open_jobs()[0].load == Load(1280, 720, 48)


def test_far_down_a_long_queue_jobs_of_a_workflow_are_one(store: Store) -> None:
    for number in range(203):
        store.jobs.create(draft(str(number), count=2, workflow_hash="far" if number >= 200 else "h1"))
    far = store.timings.open_jobs()[200:]
    assert [(one.id, one.workflow_hash, one.waiting) for one in far] == [(JobId(0), "far", 6)]


def test_a_wish_is_estimated_behind_the_queue(app: App) -> None:
    services = app.services
    lane = services.lanes.use_builtin()
    small = {"width": 320, "height": 180, "length": 12}
    sample = services.scan.samples()[0]
    job = services.submit.submit(SubmitRequest("camera-move", inputs=(sample,), params=small))
    wish = Wish("camera-move", small, 10)
    wished = services.estimates.wished(wish)
    unknown = services.estimates.outlook(services.estimates.facts(LiveLanes(), wished), wished)
    assert (unknown.work, unknown.bytes, unknown.why) == (None, None, Why.UNKNOWN)
    assert wished.workflow_hash == job.workflow_hash
    run(services.store, lane.id, 30.0, files=(4000,))
    known = services.estimates.outlook(services.estimates.facts(LiveLanes(), wished), wished)
    assert known.work is not None
    assert known.work.low_s < 300 < known.work.high_s
    assert known.bytes == 40_000
    assert not known.is_too_large
    assert replace(known, free_bytes=39_999).is_too_large
    away = services.estimates.outlook(
        services.estimates.facts(LiveLanes(offline=frozenset({lane.id})), wished), wished
    )
    assert (away.done, away.why) == (None, Why.OFFLINE)


def test_a_wish_for_an_unknown_workflow_is_refused(app: App) -> None:
    with pytest.raises(NotFound):
        app.services.estimates.wished(Wish("nothing-like-it", {}, 1))


def test_a_card_that_is_too_small_is_known_from_what_the_servers_said(app: App) -> None:
    services = app.services
    lanes = [services.store.lanes.ensure(name, f"http://{name}:8188", "comfyui") for name in ("small", "large")]
    wish = Wish("wan22-i2v", {"width": 640, "height": 640, "length": 81}, 3)

    def said(lane_id: LaneId | None = None) -> Outlook:
        wished = services.estimates.wished(replace(wish, lane_id=lane_id))
        return services.estimates.outlook(services.estimates.facts(LiveLanes(), wished), wished)

    assert said().vram_gb == pytest.approx(21.5, abs=0.1)
    remember_card(services.store.settings, lanes[0], 12_900_000_000)
    assert not said().is_card_too_small, "the other one may have enough"
    assert said(lanes[0].id).is_card_too_small
    remember_card(services.store.settings, lanes[1], 25_200_000_000)
    assert (said().card_bytes, said().is_card_too_small) == (25_200_000_000, False)
    models = app.home.data / "comfy" / "models" / "diffusion_models"
    models.mkdir(parents=True)
    for level in ("high", "low"):
        with (models / f"wan2.2_i2v_{level}_noise_14B_fp8_scaled.safetensors").open("wb") as file:
            file.truncate(9_000_000_000)
    services.store.lanes.ensure("here", "http://127.0.0.1:8188", "comfyui")
    here = next(lane for lane in services.store.lanes.all() if lane.name == "here")
    remember_input_folder(services.store.settings, here, str(models.parents[1] / "input"))
    assert said().vram_gb == pytest.approx(21.5 - 14.3 + 9, abs=0.1)
    unhinted = services.estimates.wished(Wish("camera-move", SIZED, 1))
    assert unhinted.vram_gb is None
