"""Uploads, `/view`, and the files that save nodes write."""

import io
import json
from typing import Any

import numpy as np
import pytest
from contract_engine import Engine, unique
from contract_graphs import empty, node
from PIL import Image


def png(colour: tuple[int, ...], size: tuple[int, int] = (24, 16)) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGBA" if len(colour) == 4 else "RGB", size, colour).save(buffer, format="PNG")
    return buffer.getvalue()


RED, BLUE = png((255, 0, 0)), png((0, 0, 255))


def test_equal_content_keeps_its_name_and_other_content_gets_a_number(engine: Engine) -> None:
    stem = unique("up")
    expected = {"name": f"{stem}.png", "subfolder": "", "type": "input"}
    assert engine.upload(f"{stem}.png", RED) == expected
    assert engine.upload(f"{stem}.png", RED) == expected
    assert engine.upload(f"{stem}.png", BLUE)["name"] == f"{stem} (1).png"
    assert engine.upload(f"{stem}.png", BLUE)["name"] == f"{stem} (1).png"
    assert engine.upload(f"{stem}.png", RED + b"x", overwrite="True")["name"] == f"{stem} (2).png"
    assert engine.upload(f"{stem}.png", BLUE, overwrite="true")["name"] == f"{stem}.png"
    assert engine.file({"filename": f"{stem}.png", "type": "input"}) == BLUE
    assert engine.file({"filename": f"{stem} (1).png", "type": "input"}) == BLUE


def test_uploads_go_to_a_subfolder_and_are_loaded_from_there(engine: Engine) -> None:
    folder = f"vqdesk/{unique('sub')}"
    name = "naïve 日本 #1 & 50%.png"
    assert engine.upload(name, RED, subfolder=folder) == {"name": name, "subfolder": folder, "type": "input"}
    graph = {
        "1": node("LoadImage", image=f"{folder}/{name}"),
        "2": node("SaveImage", images=["1", 0], filename_prefix=unique("contract/sub")),
    }
    (saved,) = engine.outputs(graph)["2"]["images"]
    again = {
        "1": node("LoadImage", image=f"{saved['subfolder']}/{saved['filename']} [output]"),
        "2": node("PreviewImage", images=["1", 0]),
    }
    (preview,) = engine.outputs(again)["2"]["images"]
    assert preview["type"] == "temp"
    pixels = np.asarray(Image.open(io.BytesIO(engine.file(preview))))
    assert pixels.shape == (16, 24, 3)
    assert (pixels == (255, 0, 0)).all()


@pytest.mark.parametrize(
    ("field", "name", "fields", "status"),
    [
        ("image", "../up.png", {}, 400),
        ("image", "a.png", {"subfolder": "../.."}, 400),
        ("picture", "a.png", {}, 400),
        ("image", "a.png", {"type": "nonsense"}, 500),
        ("image", "no_such_folder/a.png", {}, 500),
    ],
)
def test_refused_uploads(engine: Engine, field: str, name: str, fields: dict[str, str], status: int) -> None:
    reply = engine.http.post(f"{engine.url}/upload/image", files={field: (name, RED)}, data=fields)
    assert reply.status_code == status


def test_a_body_over_the_limit_is_refused(engine: Engine) -> None:
    limit = engine.get("/features").json()["max_upload_size"]
    reply = engine.http.post(f"{engine.url}/prompt", data=b" " * (limit + 1))
    assert reply.status_code == 413


def test_content_is_not_checked_at_upload(engine: Engine) -> None:
    for data in (b"this is no image", b""):
        name = engine.upload(unique("odd") + ".png", data)["name"]
        assert engine.file({"filename": name, "type": "input"}) == data


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({}, 404),
        ({"filename": "missing.png", "type": "input"}, 404),
        ({"filename": "{name}"}, 404),
        ({"filename": "folder/{name}", "type": "input", "subfolder": "nowhere"}, 404),
        ({"filename": "{name}", "type": "nowhere"}, 400),
        ({"filename": "../main.py", "type": "input"}, 400),
        ({"filename": "a..b.png", "type": "input"}, 400),
        ({"filename": "/etc/hostname", "type": "input"}, 400),
        ({"filename": "{name}", "type": "input", "subfolder": ".."}, 403),
        ({"filename": "{name}", "type": "input", "subfolder": "", "rand": "0.5"}, 200),
        ({"filename": "{name} [input]"}, 200),
    ],
)
def test_view_rules(engine: Engine, query: dict[str, str], status: int) -> None:
    name = engine.upload(unique("view") + ".png", RED)["name"]
    reply = engine.get("/view", **{key: value.replace("{name}", name) for key, value in query.items()})
    assert reply.status_code == status
    assert reply.content == (RED if status == 200 else b"")


def test_ranges_of_a_file(engine: Engine) -> None:
    name = engine.upload(unique("range") + ".mp4", bytes(range(200)))["name"]
    for header, status, content in (
        ("bytes=0-9", 206, bytes(range(10))),
        ("bytes=190-", 206, bytes(range(190, 200))),
        ("bytes=9999-", 416, None),
    ):
        address = f"{engine.url}/view?filename={name}&type=input"
        reply = engine.http.get(address, headers={"Range": header})
        assert reply.status_code == status
        assert content is None or reply.content == content


def test_previews_and_channels_are_re_encoded_at_full_size(engine: Engine) -> None:
    name = engine.upload(unique("recode") + ".png", png((10, 20, 30, 40)))["name"]
    for query, kind, mode in (
        ({"preview": "webp;75"}, "WEBP", "RGBA"),
        ({"preview": "jpeg;60"}, "JPEG", "RGB"),
        ({"preview": "png"}, "WEBP", "RGBA"),
        ({"channel": "rgb"}, "PNG", "RGB"),
        ({"channel": "a"}, "PNG", "RGBA"),
    ):
        reply = engine.get("/view", filename=name, type="input", **query)
        picture = Image.open(io.BytesIO(reply.content))
        assert (reply.status_code, picture.format, picture.mode, picture.size) == (200, kind, mode, (24, 16))
    broken = engine.upload(unique("broken") + ".png", b"this is no image")["name"]
    assert engine.get("/view", filename=broken, type="input", preview="webp").status_code == 500


def test_numbers_continue_after_the_highest_and_batches_count_on(engine: Engine) -> None:
    prefix = unique("contract/numbers")
    stem = prefix.split("/")[1]
    names = []
    for batch in (1, 2):
        graph = {"1": empty(batch_size=batch), "2": node("SaveImage", images=["1", 0], filename_prefix=prefix)}
        names += [file["filename"] for file in engine.outputs(graph)["2"]["images"]]
    assert names == [f"{stem}_00001_.png", f"{stem}_00002_.png", f"{stem}_00003_.png"]


def test_a_saved_picture_carries_its_graph(engine: Engine) -> None:
    name = engine.upload(unique("meta") + ".png", RED)["name"]
    graph = {
        "1": node("LoadImage", image=name),
        "2": node("SaveImage", images=["1", 0], filename_prefix=unique("contract/meta")),
    }
    extra = {"extra_pnginfo": {"workflow": {"nodes": [], "version": 0.4}, "my": [1, "zwei"]}}
    (file,) = engine.record(engine.submit(graph, extra_data=extra))["outputs"]["2"]["images"]
    texts: dict[str, Any] = Image.open(io.BytesIO(engine.file(file))).text  # type: ignore[attr-defined]
    kept = json.loads(texts["prompt"])
    assert kept["1"].pop("is_changed")
    assert kept == graph
    assert {key: json.loads(texts[key]) for key in ("workflow", "my")} == extra["extra_pnginfo"]
