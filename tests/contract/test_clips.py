"""Video: what SaveVideo writes is H.264 in MP4, and what went in comes out."""

import io
import json
from typing import Any

import av
import numpy as np
import pytest
from contract_engine import Engine, unique
from contract_graphs import clip, empty, node
from PIL import Image


def test_a_clip_is_h264_with_its_rate_frames_and_graph(engine: Engine) -> None:
    graph = clip(unique("contract/clip"), frames=12, fps=8.0)
    record = engine.record(engine.submit(graph, extra_data={"extra_pnginfo": {"workflow": {"version": 1}}}))
    shown = record["outputs"]["4"]
    assert shown["animated"] == [True]
    (file,) = shown["images"]
    assert file["filename"].endswith("_00001_.mp4")
    with av.open(io.BytesIO(engine.file(file))) as container:
        stream = container.streams.video[0]
        assert (stream.codec_context.name, stream.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert (stream.width, stream.height, float(stream.average_rate)) == (64, 48, 8.0)
        assert sum(1 for _ in container.decode(stream)) == 12
        assert json.loads(container.metadata["prompt"]) == graph
        assert json.loads(container.metadata["workflow"]) == {"version": 1}


def test_frames_survive_the_way_through_a_file(engine: Engine) -> None:
    (file,) = engine.outputs(clip(unique("contract/way"), frames=6))["4"]["images"]
    name = engine.upload(unique("clip") + ".mp4", engine.file(file))["name"]
    graph: dict[str, Any] = {
        "1": node("LoadVideo", file=name),
        "2": node("GetVideoComponents", video=["1", 0]),
        "3": node("ImageFromBatch", image=["2", 0], batch_index=2, length=2),
        "4": node("SaveImage", images=["3", 0], filename_prefix=unique("contract/frames")),
        "5": node("PreviewAny", source=["2", 2]),
        "6": node("CreateVideo", images=["2", 0], fps=["2", 2], audio=["2", 1]),
        "7": node(
            "SaveVideo", video=["6", 0], filename_prefix=unique("contract/again"), format="mp4", codec="h264"
        ),
        "8": node(
            "SaveVideo", video=["1", 0], filename_prefix=unique("contract/copy"), format="auto", codec="auto"
        ),
    }
    outputs = engine.outputs(graph)
    assert outputs["5"] == {"text": ["8.0"]}
    assert len(outputs["4"]["images"]) == 2
    picture = np.asarray(Image.open(io.BytesIO(engine.file(outputs["4"]["images"][0]))))
    assert picture.shape == (48, 64, 3)
    assert picture.std(axis=(0, 1)).max() < 2
    for key in ("7", "8"):
        with av.open(io.BytesIO(engine.file(outputs[key]["images"][0]))) as container:
            assert sum(1 for _ in container.decode(video=0)) == 6


@pytest.mark.parametrize("size", [(64, 47), (63, 48)])
def test_an_odd_size_is_a_failure_of_the_node(engine: Engine, size: tuple[int, int]) -> None:
    graph = clip(unique("contract/odd"))
    graph["1"] = empty(*size)
    record = engine.record(engine.submit(graph))
    event, failure = record["status"]["messages"][-1]
    assert (event, failure["node_type"]) == ("execution_error", "SaveVideo")
    assert record["outputs"] == {}
