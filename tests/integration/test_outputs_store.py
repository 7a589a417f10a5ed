"""Finished files: found, judged, tagged, thrown away and brought back."""

import os
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from output_samples import finish, output_draft, write_clip, write_still
from queue_samples import new_lane, opened

from vqdesk import bootstrap
from vqdesk.adapters.files.trash import SystemTrash
from vqdesk.adapters.media.playback import ClipPlayback
from vqdesk.domain.errors import InputUnusable, OutputUnwritable, ParameterInvalid
from vqdesk.domain.job import PromptDraft
from vqdesk.domain.outputs import OutputTerm, differing, output_terms, tidy_tag
from vqdesk.ports import OutputQuery
from vqdesk.runtime.playing import Playing

PATIENCE_S = 60.0


@pytest.fixture
def trash(tmp_path, monkeypatch):
    """A trash of its own on the disk of the test."""
    if sys.platform in ("win32", "darwin"):
        return SystemTrash()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setattr("send2trash.plat_other.HOMETRASH_B", os.fsencode(tmp_path / "share" / "Trash"))
    return SystemTrash()


@pytest.fixture
def app(tmp_path, trash):
    built = bootstrap.build(str(tmp_path / "home"))
    yield built
    built.close()


@pytest.fixture
def files(tmp_path):
    clips = [write_clip(tmp_path / f"boats_{n}.mp4") for n in (1, 2)]
    return [*clips, write_still(tmp_path / "portrait.png")]


@pytest.fixture
def outputs(app, files):
    """Ids of two clips of one job and a picture of another, in this order."""
    store = app.services.store
    lane = new_lane(store)
    prompts = (PromptDraft("/photos/lake.jpg", seed=884121306), PromptDraft("/photos/lake.jpg", seed=884121307))
    boats = output_draft("Boats at dusk", workflow="wan22-i2v", prompts=prompts, texts="calm water")
    finish(store, lane, boats, files[:2])
    finish(store, lane, output_draft("Faces", workflow="flux-t2i"), files[2:])
    return sorted(app.services.outputs.listing(OutputQuery()).ids)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (OutputQuery(), [2, 1, 0]),
        (OutputQuery(order="oldest"), [0, 1, 2]),
        (OutputQuery(kind="video"), [1, 0]),
        (OutputQuery(kind="image"), [2]),
        (OutputQuery(text="884121307"), [1]),
        (OutputQuery(text="seed:884121306"), [0]),
        (OutputQuery(text="calm wat"), [1, 0]),
        (OutputQuery(text="text:calm boats_2"), [1]),
        (OutputQuery(text="workflow:flux"), [2]),
        (OutputQuery(workflow="wan22-i2v"), [1, 0]),
        (OutputQuery(text="#2"), [2]),
        (OutputQuery(text="nowhere"), []),
        (OutputQuery(text='"'), [2, 1, 0]),
    ],
)
def test_outputs_are_found_by_what_people_remember(app, outputs, query, found):
    assert list(app.services.outputs.listing(query).ids) == [outputs[at] for at in found]


def test_stars_favourites_and_tags_are_kept_and_found(app, outputs):
    service = app.services.outputs
    service.rate(outputs[:2], 4)
    service.rate([outputs[0]], 5)
    service.set_favourite([outputs[2]], True)
    assert service.add_tag(outputs[1:], "  for   Anna, ") == "for Anna"
    with pytest.raises(ParameterInvalid, match="no rating"):
        service.rate(outputs, 6)
    with pytest.raises(ParameterInvalid, match="needs a word"):
        service.add_tag(outputs, " , ")
    rows = service.rows(outputs)
    assert [(row.rating, row.is_favourite, row.tags) for row in rows] == [
        (5, False, ()),
        (4, False, ("for Anna",)),
        (0, True, ("for Anna",)),
    ]
    found = {text: list(service.listing(OutputQuery(text=text)).ids) for text in ("rating:4+", "rating:4")}
    assert found == {"rating:4+": [outputs[1], outputs[0]], "rating:4": [outputs[1]]}
    assert service.listing(OutputQuery(text='tag:"for anna"', kind="image")).ids == (outputs[2],)
    counts = service.listing(OutputQuery(starred=True)).counts
    assert (counts.all, counts.videos, counts.images, counts.starred) == (3, 2, 1, 3)
    assert service.choices().tags == ("for Anna",)
    service.remove_tag([outputs[1]], "for Anna")
    assert service.get(outputs[1]).tags == ()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="only the user can take it out of that trash")
def test_what_is_thrown_away_leaves_the_gallery_and_comes_back_whole(app, outputs, files):
    service, before = app.services.outputs, files[0].read_bytes()
    assert service.throw_away(outputs[:1]).ids == (outputs[0],)
    assert not files[0].exists()
    assert service.listing(OutputQuery()).ids == (outputs[2], outputs[1])
    assert service.bring_back(outputs[:1]) == [outputs[0]]
    assert files[0].read_bytes() == before
    assert outputs[0] in service.listing(OutputQuery()).ids


def test_a_file_that_is_gone_can_be_let_go_but_not_brought_back(app, outputs, files):
    files[1].unlink()
    service = app.services.outputs
    assert service.throw_away([outputs[1]]).ids == (outputs[1],)
    with pytest.raises(InputUnusable, match="did not come back"):
        service.bring_back([outputs[1]])
    assert outputs[1] not in service.listing(OutputQuery()).ids


def test_the_trash_says_what_is_not_there(trash, tmp_path):
    with pytest.raises(OutputUnwritable, match="not there any more"):
        trash.put(tmp_path / "never.mp4")


def test_facts_name_what_made_it(app, outputs):
    facts = app.services.outputs.facts(outputs[0])
    assert facts.codec == "h264"
    assert facts.ended_at


def test_the_last_frame_is_a_picture_to_go_on_from(app, outputs):
    from PIL import Image

    picture = Image.open(app.services.outputs.last_frame(outputs[0])).convert("L")
    assert picture.size == (64, 48)
    assert abs(picture.getpixel((30, 20)) - 200) < 12  # the 20th frame


def brightness(frame) -> int:
    return frame.pixels[4 * (frame.width * (frame.height // 2) + frame.width // 2)]


def taken(playing: Playing, second: float):
    """The frame for this time, as soon as it is decoded."""
    deadline = time.monotonic() + PATIENCE_S
    while playing.reached < second:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return playing.take(second)


def test_a_clip_is_decoded_ahead_to_the_frame(tmp_path):
    playing = Playing(ClipPlayback().open(write_clip(tmp_path / "clip.mp4"), edge=32))
    first = taken(playing, 0.0)
    assert (first.width, first.height, abs(brightness(first) - 10) < 8) == (32, 24, True)
    assert abs(brightness(taken(playing, 0.55)) - 60) < 8
    assert playing.take(0.55) is None  # it is shown already
    for second, wanted in ((1.2, 130), (0.3, 40), (0.0, 10), (5.0, 200)):
        playing.seek(second)
        assert abs(brightness(taken(playing, second)) - wanted) < 8, second
    playing.close()


def test_a_damaged_clip_is_told(tmp_path):
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"\0" * 500)
    with pytest.raises(InputUnusable, match=r"broken\.mp4"):
        ClipPlayback().open(broken, 640)


@given(st.text(max_size=40))
def test_any_text_is_a_search(text):
    terms = output_terms(text)
    assert all(isinstance(term, OutputTerm) and (term.value or term.key == "") for term in terms)
    assert tidy_tag(tidy_tag(text)) == tidy_tag(text)


class Days:
    """A clock at which it is always noon here."""

    def __init__(self) -> None:
        self.today = datetime(2026, 3, 2, 12).astimezone()

    def now_iso(self) -> str:
        return self.today.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")

    def monotonic(self) -> float:
        return time.monotonic()


def test_what_is_in_the_order_of_time_comes_with_its_days(tmp_path, files):
    clock = Days()
    built = bootstrap.build(str(tmp_path / "home"), clock=clock)
    store = built.services.store
    lane = new_lane(store)
    for file in files:
        finish(store, lane, output_draft("Boats"), [file])
        clock.today += timedelta(days=1)
    days = store.outputs.listing(OutputQuery()).days
    assert [(day.day, day.count) for day in days] == [("2026-03-04", 1), ("2026-03-03", 1), ("2026-03-02", 1)]
    assert days[2].bytes == files[0].stat().st_size
    assert store.outputs.listing(OutputQuery(order="oldest")).days == days[::-1]
    assert [day.day for day in store.outputs.listing(OutputQuery(kind="image")).days] == ["2026-03-04"]
    assert store.outputs.listing(OutputQuery(order="rating")).days == ()
    built.close()


def test_what_differs_is_told_apart_from_what_is_the_same():
    one, other = [("Seed", "1"), ("Size", "64 × 48")], [("Seed", "2"), ("Size", "64 × 48"), ("LoRA", "x")]
    assert differing([one, other]) == (("Seed", "LoRA"), ("Size",))


def test_any_search_is_taken_by_the_database(tmp_path):
    with opened(tmp_path / "v.db") as store:
        for text in ("'", '"a', "* OR", "seed:x", "tag:", "rating:9", "\0", "NEAR(", "seed:99999999999999999999"):
            assert store.outputs.listing(OutputQuery(text=text)).ids == ()


def test_there_is_no_other_path_than_the_users(app, outputs, files):
    assert [Path(row.path) for row in app.services.outputs.rows(outputs)] == files
