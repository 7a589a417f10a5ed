"""Files that are named as they lie in the input folder of a ComfyUI on this computer."""

from pathlib import Path

import pytest
from headless import headless, wait_until
from odd_server import STATS, serving
from PIL import Image

from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.settings import INPUT_FOLDER
from vqdesk.domain.tabs import FirstFolder
from vqdesk.services.input_places import remember_input_folder
from vqdesk.services.submit import SubmitRequest


def test_a_name_is_looked_up_where_the_server_loads_its_inputs(tmp_path: Path) -> None:
    folder = tmp_path / "comfy" / "input"
    (folder / "trip").mkdir(parents=True)
    for name in ("beach.png", "trip/hill.png"):
        Image.new("RGB", (64, 48), "teal").save(folder / name)
    said = {**STATS["system"], "os": "posix", "argv": ["main.py", "--input-directory", str(folder)]}
    names, captions = ("beach.png", "trip/hill.png"), {"trip/hill.png": {"length": 9}}
    with serving() as stage:
        stage.fresh().reply("GET", "/system_stats", {**STATS, "system": said})
        with headless(tmp_path / "home", stage.url) as app:
            store, lane = app.app.services.store, app.app.services.store.lanes.all()[0]
            wait_until(lambda: store.settings.get(f"input_folder.{lane.id}") == str(folder), "the folder is known")
            assert app.app.services.workspaces.open().folder == FirstFolder(str(folder), is_used=False)
            app.app.services.settings.put(INPUT_FOLDER, "/photos")
            assert app.app.services.workspaces.open().folder == FirstFolder("/photos")
            request = SubmitRequest("camera-move", names, per_file=captions)
            job = app.app.services.submit.submit(request)
            sources = [Path(prompt.source_path) for prompt in app.prompts(job.id)]
            assert sources == [folder / "beach.png", folder / "trip" / "hill.png"]
            with pytest.raises(InputUnusable):
                app.app.services.submit.submit(SubmitRequest("camera-move", ("../input/beach.png",)))
            remember_input_folder(store.settings, lane, "")
            store.lanes.ensure("Far", "http://10.0.0.5:8188", "comfyui")
            far = next(one for one in store.lanes.all() if one.name == "Far")
            remember_input_folder(store.settings, far, str(folder))
            with pytest.raises(InputUnusable):
                app.app.services.submit.submit(SubmitRequest("camera-move", ("beach.png",)))
