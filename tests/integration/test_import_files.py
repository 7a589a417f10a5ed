"""Workflows out of real files: pictures and clips with embedded texts, JSON as people have it, and saved forms."""

import json
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from vqdesk import bootstrap
from vqdesk.adapters.media.embedded import read_embedded
from vqdesk.domain.errors import InputUnusable, WorkflowInvalid
from vqdesk.domain.importing import FormDraft
from vqdesk.runtime.app import App
from vqdesk.services.importing import Imported
from vqdesk.services.importing.catalogs import read_catalog

LIMIT_S = 2.0  # of computing: what a crowded machine makes of it is not ours
GRAPH = {
    "1": {"class_type": "LoadImage", "inputs": {"image": "lake.png"}},
    "2": {
        "class_type": "ImageScaleBy",
        "inputs": {"image": ["1", 0], "upscale_method": "lanczos", "scale_by": 1.5},
    },
    "3": {"class_type": "SaveImage", "inputs": {"images": ["2", 0], "filename_prefix": "Grüße"}},
}
WINDOW = {
    "version": 0.4,
    "nodes": [
        {
            "id": 1,
            "type": "LoadImage",
            "inputs": [],
            "outputs": [{"name": "IMAGE", "type": "IMAGE"}],
            "widgets_values": ["lake.png", "image"],
        },
        {
            "id": 3,
            "type": "SaveImage",
            "inputs": [{"name": "images", "type": "IMAGE", "link": 1}],
            "widgets_values": ["x"],
        },
    ],
    "links": [[1, 1, 0, 3, 0, "IMAGE"]],
}
PROMPT, WORKFLOW = json.dumps(GRAPH), json.dumps(WINDOW)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    opened = bootstrap.build(str(tmp_path / "home"))
    yield opened
    opened.close()


def save_png(path: Path, packed: bool = False) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("prompt", PROMPT, zip=packed)
    info.add_itxt("workflow", WORKFLOW, zip=packed)
    Image.new("RGB", (8, 8)).save(path, pnginfo=info)


def save_webp(path: Path) -> None:
    image = Image.new("RGB", (8, 8))
    exif = image.getexif()
    exif[0x0110], exif[0x010F] = f"prompt:{PROMPT}", f"workflow:{WORKFLOW}"
    image.save(path, exif=exif)


def save_clip(path: Path, texts: dict[str, str], **options: str) -> None:
    codec = "libvpx-vp9" if path.suffix == ".webm" else "h264"
    with av.open(str(path), "w", options=options) as container:
        container.metadata.update(texts)
        stream = container.add_stream(codec, rate=8)
        stream.width = stream.height = 64
        stream.pix_fmt = "yuv420p"
        frame = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8))
        for packet in [*stream.encode(frame), *stream.encode()]:
            container.mux(packet)


def save_any(path: Path) -> None:
    """A file of the kind that its name says, with both texts in it."""
    if path.suffix == ".png":
        save_png(path, packed="packed" in path.name)
    elif path.suffix == ".webp":
        save_webp(path)
    elif path.suffix == ".json":
        path.write_text(json.dumps({"prompt": GRAPH, "workflow": WINDOW}), encoding="utf-8")
    else:
        save_clip(path, {"prompt": PROMPT, "workflow": WORKFLOW}, movflags="use_metadata_tags")


def opened(app: App, path: Path) -> Imported:
    return app.services.importing.open(path, app.services.importing.catalogs.best())


KINDS = ["a.png", "packed.png", "a.webp", "a.mp4", "a.mov", "a.webm", "a.mkv", "a.json"]


class TestSources:
    @pytest.mark.parametrize("name", KINDS)
    def test_the_graph_that_was_run_comes_out_of_every_kind_of_file(self, app, tmp_path, name):
        save_any(tmp_path / name)
        graph = opened(app, tmp_path / name).conversion.graph
        assert {node_id: node["inputs"] for node_id, node in graph.items()} == {
            node_id: node["inputs"] for node_id, node in GRAPH.items()
        }

    def test_both_texts_are_read_as_they_were_written(self, tmp_path):
        for name in KINDS[:-1]:
            save_any(tmp_path / name)
            texts = read_embedded(tmp_path / name)
            assert (texts["prompt"], texts["workflow"]) == (PROMPT, WORKFLOW), name

    @pytest.mark.parametrize(
        "texts", [{"prompt": json.dumps(PROMPT)}, {"comment": json.dumps({"prompt": PROMPT})}]
    )
    def test_json_in_json_as_a_video_pack_wrote_it_is_unwrapped(self, app, tmp_path, texts):
        save_clip(tmp_path / "old.mp4", texts, movflags="use_metadata_tags" if "prompt" in texts else "faststart")
        assert set(opened(app, tmp_path / "old.mp4").conversion.graph) == {"1", "2", "3"}

    def test_a_workflow_without_a_graph_is_converted(self, app, tmp_path):
        (tmp_path / "w.json").write_text("\ufeff" + WORKFLOW, encoding="utf-8")
        assert set(opened(app, tmp_path / "w.json").conversion.graph) == {"1", "3"}

    def test_animated_png_keeps_its_graph_in_a_chunk_of_its_own(self, tmp_path):
        save_png(tmp_path / "a.png")
        body = b"prompt\0" + PROMPT.encode()
        chunk = struct.pack(">I", len(body)) + b"comf" + body + struct.pack(">I", zlib.crc32(b"comf" + body))
        start = b"\x89PNG\r\n\x1a\n"
        (tmp_path / "b.png").write_bytes(start + chunk)
        assert read_embedded(tmp_path / "b.png") == {"prompt": PROMPT}

    def test_nan_and_halves_of_characters_of_old_files_do_no_harm(self, app, tmp_path):
        text = PROMPT.replace("1.5", "NaN").replace("lake", "\\ud83dlake")
        (tmp_path / "old.json").write_text(text, encoding="utf-8")
        imported = opened(app, tmp_path / "old.json")
        app.services.importing.save(imported, imported.draft())
        assert app.services.library.get("old").input

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("photo.png", None),
            ("list.json", b"[1, 2]"),
            ("cut.json", b'{"nodes": ['),
            ("deep.json", b"[" * 100_000),
            ("words.txt", b"hello"),
            ("empty.png", b""),
            ("other.json", b'{"a": 1}'),
            ("bytes.json", b"{\xff\xfe"),
        ],
    )
    def test_what_holds_no_workflow_is_told_in_words(self, app, tmp_path, name, content):
        path = tmp_path / name
        if content is None:
            Image.new("RGB", (8, 8)).save(path)
        else:
            path.write_bytes(content)
        with pytest.raises(InputUnusable) as caught:
            opened(app, path)
        assert name in caught.value.problem.summary and caught.value.problem.remedy

    def test_a_missing_file_is_told_in_words(self, app, tmp_path):
        with pytest.raises(InputUnusable, match=r"nothing\.png"):
            opened(app, tmp_path / "nothing.png")

    def test_values_nested_very_deep_are_refused_in_words(self, app, tmp_path):
        deep = json.dumps(GRAPH).replace("1.5", "[" * 900 + "]" * 900)
        (tmp_path / "deep.json").write_text(deep, encoding="utf-8")
        try:
            imported = opened(app, tmp_path / "deep.json")
            app.services.importing.save(imported, imported.draft())
        except (WorkflowInvalid, InputUnusable) as error:
            assert error.problem.cause


def timed(path: Path) -> float:
    start = time.thread_time()
    read_embedded(path)
    return time.thread_time() - start


class TestHostileFiles:
    @pytest.mark.parametrize("name", KINDS[:-1])
    def test_files_cut_at_any_place_are_read_as_far_as_they_go(self, tmp_path, name):
        save_any(tmp_path / name)
        whole = (tmp_path / name).read_bytes()
        for end in range(0, len(whole), max(1, len(whole) // 60)):
            (tmp_path / "cut").write_bytes(whole[:end])
            for key, text in read_embedded(tmp_path / "cut").items():
                assert key != "workflow" or WORKFLOW.startswith(text[:20]) or not text

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        name=st.sampled_from(KINDS[:-1]), changes=st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)))
    )
    def test_changed_bytes_never_break_the_reader(self, tmp_path, name, changes):
        source = tmp_path / name
        if not source.exists():
            save_any(source)
        broken = bytearray(source.read_bytes())
        for place, value in changes:
            broken[place % len(broken)] = value
        (tmp_path / "broken").write_bytes(bytes(broken))
        assert timed(tmp_path / "broken") < LIMIT_S

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        start=st.sampled_from(
            [b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"\0\0\0\x08ftyp", b"\x1aE\xdf\xa3\x80"]
        ),
        rest=st.lists(
            st.sampled_from([b"tEXt", b"zTXt", b"EXIF", b"moov", b"udta", b"meta", b"keys", b"ilst", b"\xff" * 8])
            | st.binary(max_size=12)
        ),
    )
    def test_noise_behind_the_right_start_never_breaks_the_reader(self, tmp_path, start, rest):
        (tmp_path / "noise").write_bytes(start + b"".join(rest))
        assert timed(tmp_path / "noise") < LIMIT_S

    def test_a_chunk_that_claims_four_gigabytes_asks_for_no_memory(self, tmp_path):
        for start in (
            b"\x89PNG\r\n\x1a\n\xff\xff\xff\xfftEXtprompt\0{",
            b"RIFF\xff\xff\xff\xffWEBPEXIF\xff\xff\xff\xffII",
        ):
            (tmp_path / "claim").write_bytes(start)
            assert read_embedded(tmp_path / "claim") == {}
        moov = b"\0\0\0\x08ftyp\xff\xff\xff\xffmoov\xff\xff\xff\xffudta\xff\xff\xff\xffmeta\0\0\0\0"
        (tmp_path / "claim").write_bytes(moov + b"\xff\xff\xff\xffkeys\0\0\0\0\xff\xff\xff\xff")
        assert timed(tmp_path / "claim") < LIMIT_S

    def test_an_element_that_claims_more_than_any_disk_holds_ends_the_walk(self, tmp_path):
        (tmp_path / "claim").write_bytes(b"\x1aE\xdf\xa3\x80\x80\x01\x00\x10\x00tEXt")
        assert read_embedded(tmp_path / "claim") == {}

    def test_a_small_text_that_unpacks_to_gigabytes_is_left(self, tmp_path):
        packed = zlib.compress(b"x" * 60_000_000, 9)
        body = b"prompt\0\0" + packed
        chunk = struct.pack(">I", len(body)) + b"zTXt" + body + b"\0\0\0\0"
        (tmp_path / "bomb.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunk * 200)
        assert timed(tmp_path / "bomb.png") < LIMIT_S
        assert read_embedded(tmp_path / "bomb.png") == {}

    def test_twenty_megabytes_of_empty_blocks_end_soon(self, tmp_path):
        floods = {
            "png": (b"\x89PNG\r\n\x1a\n", b"\0\0\0\0abcd\0\0\0\0"),
            "mp4": (b"\0\0\0\x08ftyp", b"\0\0\0\x08free"),
            "webm": (b"\x1aE\xdf\xa3\x80", b"\xec\x80"),
            "webp": (b"RIFF\0\0\0\0WEBP", b"abcd\0\0\0\0"),
        }
        for name, (start, block) in floods.items():
            (tmp_path / name).write_bytes(start + block * (20_000_000 // len(block)))
            assert timed(tmp_path / name) < LIMIT_S

    def test_a_file_of_twenty_megabytes_of_json_ends_soon(self, app, tmp_path):
        links = [[n, n, 0, n + 1, 0, "IMAGE"] for n in range(150_000)]
        nodes = [{"id": n, "type": "Dazzle", "inputs": [], "widgets_values": ["x" * 900]} for n in range(15_000)]
        path = tmp_path / "large.json"
        path.write_text(json.dumps({**WINDOW, "nodes": nodes, "links": links}), encoding="utf-8")
        catalog = app.services.importing.catalogs.best()
        start = time.thread_time()
        app.services.importing.open(path, catalog)
        assert time.thread_time() - start < 2 * LIMIT_S  # parsing alone takes a quarter of a second


def saved(app: App, path: Path, title: str = "") -> tuple[Path, FormDraft]:
    imported = opened(app, path)
    draft = imported.draft()
    return app.services.importing.save(imported, draft, title), draft


class TestSavedWorkflows:
    def test_a_saved_form_is_a_workflow_that_can_be_submitted(self, app, tmp_path):
        save_png(tmp_path / "lake at dusk.png")
        path, _ = saved(app, tmp_path / "lake at dusk.png")
        definition = app.services.library.get(path.stem)
        assert (path.stem, definition.title) == ("lake-at-dusk", "lake at dusk")
        assert definition.is_user and definition.input_binding == "1.image"
        assert definition.task_type == "upscale"
        assert definition.parameter("scale").default == 1.5

    def test_names_are_never_taken_twice_not_even_those_of_shipped_ones(self, app, tmp_path):
        save_png(tmp_path / "a.png")
        names = [saved(app, tmp_path / "a.png")[0].stem for _ in range(3)]
        assert names == ["a", "a__2", "a__3"]
        assert saved(app, tmp_path / "a.png", "Camera move")[0].stem == "Camera-move"
        assert saved(app, tmp_path / "a.png", "camera-move")[0].stem == "camera-move__2"

    def test_comments_and_own_keys_stay_when_the_form_is_changed_later(self, app, tmp_path):
        save_png(tmp_path / "a.png")
        path, draft = saved(app, tmp_path / "a.png")
        text = path.read_text(encoding="utf-8")
        text = text.replace("  - name: scale\n", "  # mine: never above 2\n  - name: scale\n", 1)
        path.write_text(text.replace("title: a\n", "title: My enlarger # nice\n"), encoding="utf-8")
        changed = draft.with_field("scale", label="Factor", max=2.0)
        ticked = next(field.parameter.name for field in draft.fields if not field.is_chosen)
        app.services.importing.save_again(path, changed.with_field(ticked, is_chosen=True))
        text = path.read_text(encoding="utf-8")
        assert "# mine: never above 2" in text and "My enlarger # nice" in text
        definition = app.services.library.get("a")
        assert (definition.parameter("scale").label, definition.parameter("scale").max) == ("Factor", 2)
        assert definition.parameter(ticked)
        app.services.importing.save_again(path, changed)
        assert ticked not in [one.name for one in app.services.library.get("a").parameters]

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        node_id=st.text(min_size=1, max_size=4),
        field=st.text(min_size=1, max_size=6),
        value=st.text(max_size=9)
        | st.integers(-(2**63), 2**63)
        | st.floats(allow_nan=False, allow_infinity=False),
        title=st.text(max_size=12),
    )
    @example(node_id="?", field="0", value="", title="")
    @example(node_id="0", field="\x85", value="a\u2028b", title="c\u2029d")
    def test_every_saved_form_can_be_read_again(self, app, tmp_path, node_id, field, value, title):
        node = {"class_type": "Dazzle", "inputs": {field: value, "images": ["1", 0]}, "_meta": {"title": title}}
        graph = {**GRAPH, node_id: node}
        graph["3"] = {"class_type": "SaveImage", "inputs": {"images": [node_id, 0], "filename_prefix": "x"}}
        (tmp_path / "odd.json").write_text(json.dumps(graph), encoding="utf-8")
        try:
            imported = opened(app, tmp_path / "odd.json")
            draft = imported.draft()
        except (WorkflowInvalid, InputUnusable):
            return
        for one in draft.fields:
            draft = draft.with_field(one.parameter.name, is_chosen=True)
        path = app.services.importing.save(imported, draft, title)
        definition = app.services.library.get(path.stem)
        assert len(definition.parameters) == len(draft.fields) + bool(draft.seed_bind)

    def test_a_folder_that_takes_no_files_is_told_in_words(self, app, tmp_path):
        save_png(tmp_path / "a.png")
        imported = opened(app, tmp_path / "a.png")
        folder = tmp_path / "home" / "workflows"
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()
        folder.write_text("a file in the way", encoding="ascii")
        with pytest.raises(WorkflowInvalid, match="cannot be saved"):
            app.services.importing.save(imported, imported.draft())


class TestCatalogs:
    def test_the_last_servers_catalogue_is_kept_and_damage_costs_nothing(self, app):
        catalogs = app.services.importing.catalogs
        shipped = catalogs.best()
        assert {"KSampler", "VQCameraMove"} <= shipped.keys()
        catalogs.remember({"Dazzle": {"input": {}}})
        assert {"KSampler", "Dazzle"} <= catalogs.best().keys()
        app.home.catalog.write_bytes(b"\x1f\x8b damaged")
        assert catalogs.best().keys() == shipped.keys()

    def test_a_saved_object_info_is_read_and_another_file_is_refused_in_words(self, tmp_path):
        (tmp_path / "info.json").write_text('{"Dazzle": {"input": {}}}', encoding="ascii")
        assert set(read_catalog(tmp_path / "info.json")) == {"Dazzle"}
        (tmp_path / "list.json").write_text("[1]", encoding="ascii")
        for name in ("list.json", "nothing.json"):
            with pytest.raises(InputUnusable, match=name):
                read_catalog(tmp_path / name)


def vqdesk(home: Path, *arguments: str) -> Any:
    command = [sys.executable, "-m", "vqdesk", "--home", str(home), "import", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


class TestCommand:
    def test_print_api_prints_the_graph_alone_and_saves_nothing(self, tmp_path):
        save_png(tmp_path / "a.png")
        ended = vqdesk(tmp_path / "home", str(tmp_path / "a.png"), "--print-api")
        assert ended.returncode == 0
        assert set(json.loads(ended.stdout)) == {"1", "2", "3"}
        assert not list((tmp_path / "home" / "workflows").iterdir())

    def test_json_names_the_workflow_and_what_was_not_taken_over(self, tmp_path):
        graph = {**GRAPH, "4": {"class_type": "Dazzle", "inputs": {"image": ["2", 0]}}}
        (tmp_path / "g.json").write_text(json.dumps(graph), encoding="utf-8")
        ended = vqdesk(tmp_path / "home", str(tmp_path / "g.json"), "--name", "Mine", "--json")
        document = json.loads(ended.stdout)
        assert document["workflow"]["name"] == "Mine"
        assert document["unknown_classes"] == ["Dazzle"]
        assert {note["kind"] for note in document["notes"]} == {"unknown_class", "left_out"}
        assert Path(document["workflow"]["file"]).is_file()

    def test_notes_go_to_stderr_and_a_file_without_workflow_ends_with_one(self, tmp_path):
        (tmp_path / "g.json").write_text(json.dumps({**GRAPH, "4": {"class_type": "Dazzle"}}), encoding="utf-8")
        ended = vqdesk(tmp_path / "home", str(tmp_path / "g.json"))
        assert "Dazzle" in ended.stderr and "Dazzle" not in ended.stdout
        Image.new("RGB", (8, 8)).save(tmp_path / "b.png")
        ended = vqdesk(tmp_path / "home", str(tmp_path / "b.png"))
        assert ended.returncode == 1 and "holds no workflow" in ended.stderr
