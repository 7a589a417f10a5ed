"""Every shipped workflow is taken by a real ComfyUI that has its model files, if need be as placeholders."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from contract_engine import Engine
from PIL import Image

from vqdesk.domain.file_values import file_parameters
from vqdesk.domain.graph import with_patch
from vqdesk.domain.shaping import shaped
from vqdesk.domain.workflow import WorkflowDefinition, effective_values, patch_for
from vqdesk.locations import workflows_dir
from vqdesk.services.preflight import MODEL_FIELDS, check
from vqdesk.services.workflows import WorkflowLibrary

URL = os.environ.get("VQDESK_TEST_COMFYUI", "").rstrip("/")
SHELF = WorkflowLibrary(workflows_dir(), Path("nowhere")).shelf()

pytestmark = pytest.mark.comfyui  # conftest.py collects this file only where there is one


@pytest.fixture(scope="module")
def server() -> Engine:
    return Engine("comfyui", URL)


@pytest.fixture(scope="module")
def catalog(server: Engine) -> dict:
    return server.get("/object_info").json()


@pytest.fixture(scope="module")
def files(server: Engine) -> dict[str, str]:
    """Kind of input → a small file of that kind on the server."""
    image, clip = io.BytesIO(), io.BytesIO()
    Image.new("RGBA", (64, 64), (90, 120, 60, 128)).save(image, "PNG")
    with av.open(clip, "w", format="mp4") as container:
        stream = container.add_stream("h264", rate=16)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        for n in range(5):
            frame = av.VideoFrame.from_ndarray(np.full((64, 64, 3), 40 * n, np.uint8), format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    names = {"image": ("vqdesk_shipped.png", image), "video": ("vqdesk_shipped.mp4", clip)}
    return {
        kind: server.upload(name, data.getvalue(), overwrite="true")["name"]
        for kind, (name, data) in names.items()
    }


def settings_of(definition: WorkflowDefinition, catalog: dict) -> Iterator[dict]:
    yield {}
    yield from (dict(preset.values) for preset in definition.presets)
    loras = catalog["LoraLoaderModelOnly"]["input"]["required"]["lora_name"][0]
    if definition.loras and loras:
        yield {p.name: loras[-1] for p in definition.parameters if p.name in ("lora1", "lora1_high", "lora3_low")}
    if definition.stages:
        yield from ({"stages": count, "save_stages": True} for count in (1, 2, 3, 10))


@pytest.mark.parametrize("definition", SHELF.definitions, ids=lambda one: one.name)
def test_the_server_takes_it(definition: WorkflowDefinition, server: Engine, catalog: dict, files: dict[str, str]):
    loaders = {one for one, _ in MODEL_FIELDS} & catalog.keys()
    lacking = [p.summary for p in check(definition, catalog) if p.node_type not in loaders]
    if lacking:
        pytest.skip(f"this server cannot run it: {' '.join(lacking)}")
    for n, values in enumerate(settings_of(definition, catalog)):
        made = shaped(definition, values)
        patch = patch_for(made, effective_values(made, values)) | dict.fromkeys(made.seed_bindings, n)
        if made.input:
            patch[made.input_binding] = files[made.input.kind]
        for one in file_parameters(made):
            patch |= dict.fromkeys(one.bind, files[one.widget])
        graph = with_patch(made.template, patch)
        assert check(made, catalog, graph) == []
        prompt_id = server.submit(graph)
        server.post("/queue", {"delete": [prompt_id]})
