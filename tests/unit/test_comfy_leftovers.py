"""Which files a graph must have left behind at a server that remembers nothing."""

from typing import Any

import pytest

from vqdesk.adapters.comfy.leftovers import expected_files, surplus_files
from vqdesk.domain.job import AttemptId

RUN = AttemptId("0b0f7b1e-0f5c-4c4b-9a51-6f1f5a8f0001")


def node(kind: str, **inputs: Any) -> dict[str, Any]:
    return {"class_type": kind, "inputs": inputs}


def save(kind: str = "SaveImage", source: str = "a", prefix: str = f"vqdesk/{RUN}/save") -> dict[str, Any]:
    return node(kind, images=[source, 0], filename_prefix=prefix)


def names(**graph: dict[str, Any]) -> list[str]:
    return [f"{file.subfolder}/{file.filename}" for file in expected_files(RUN, graph)]


@pytest.mark.parametrize(
    "kind, extension",
    [("SaveVideo", "mp4"), ("SaveWEBM", "webm"), ("SaveAnimatedWEBP", "webp"), ("SaveAnimatedPNG", "png")],
)
def test_a_clip_is_one_file_whatever_it_shows(kind, extension):
    assert names(a=node("LoadVideo", file="x.mp4"), save=save(kind)) == [f"vqdesk/{RUN}/save_00001_.{extension}"]


def test_a_batch_has_a_file_for_every_picture():
    graph = {"a": node("EmptyImage", width=8, height=8, batch_size=3, color=1), "save": save()}
    assert [name[-10:] for name in names(**graph)] == ["00001_.png", "00002_.png", "00003_.png"]
    (after,) = surplus_files(expected_files(RUN, graph))
    assert after.filename == "save_00004_.png"


def test_a_sampled_picture_is_followed_back_to_its_latent():
    graph = {
        "empty": node("EmptyLatentImage", width=8, height=8, batch_size=2),
        "k": node("KSampler", latent_image=["empty", 0], model=["m", 0]),
        "v": node("VAEDecode", samples=["k", 0], vae=["m", 2]),
        "r": node("RepeatImageBatch", image=["v", 0], amount=2),
        "s": node("ImageScaleBy", image=["r", 0]),
        "save": save(source="s"),
    }
    assert len(names(**graph)) == 4


@pytest.mark.parametrize("file, known", [("cat.png", 1), ("cat.JPG", 1), ("cat.gif", 0), ("cat.webp", 0)])
def test_only_formats_of_one_picture_count_as_one(file, known):
    assert len(names(a=node("LoadImage", image=f"vqdesk/0123/{file}"), save=save())) == known


@pytest.mark.parametrize(
    "graph",
    [
        {"a": node("SomebodysNode"), "save": save()},
        {"a": node("EmptyImage", batch_size=["n", 0]), "save": save()},
        {"save": save(source="gone")},
        {"save": save(source="save")},
        {"a": node("EmptyImage", batch_size=1), "save": save("SomebodysSave")},
        {"a": node("EmptyImage", batch_size=1), "save": save(), "other": save(prefix="ComfyUI")},
        {"a": node("EmptyImage", batch_size=1)},
    ],
    ids=[
        "unknown maker",
        "linked count",
        "dangling",
        "circle",
        "unknown saver",
        "foreign prefix",
        "nothing saved",
    ],
)
def test_what_cannot_be_told_for_sure_is_not_guessed(graph):
    assert names(**graph) == []
