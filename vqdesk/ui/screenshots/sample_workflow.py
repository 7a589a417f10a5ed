"""A workflow that is quickly done, and fails for pictures of an odd size."""

import json
from pathlib import Path

_DEFINITION = """\
name: small-loop
title: Small loop
description: Makes each image small and holds it for a second.
category: video_gen
task_type: image_to_video
template: small-loop.json
input: {kind: image, node: image, field: image, min: 1}
parameters: []
outputs: [save]
"""
_GRAPH = {
    "image": {"class_type": "LoadImage", "inputs": {"image": ""}, "_meta": {"title": "Load image"}},
    "scale": {
        "class_type": "ImageScaleBy",
        "inputs": {"image": ["image", 0], "upscale_method": "area", "scale_by": 0.2},
        "_meta": {"title": "Make it small"},
    },
    "hold": {
        "class_type": "RepeatImageBatch",
        "inputs": {"image": ["scale", 0], "amount": 24},
        "_meta": {"title": "Hold it"},
    },
    "clip": {"class_type": "CreateVideo", "inputs": {"images": ["hold", 0], "fps": 24.0}},
    "save": {
        "class_type": "SaveVideo",
        "inputs": {"video": ["clip", 0], "filename_prefix": "loop", "format": "auto", "codec": "auto"},
        "_meta": {"title": "Save video"},
    },
}


def write_sample(folder: Path) -> None:
    """Puts the workflow among those of the user."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "small-loop.yaml").write_text(_DEFINITION, encoding="utf-8")
    (folder / "small-loop.json").write_text(json.dumps(_GRAPH), encoding="utf-8")
