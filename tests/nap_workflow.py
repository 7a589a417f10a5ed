"""A workflow that only waits, on an engine that offers VQSleep."""

import json
from pathlib import Path

NAP = """
name: nap
title: Nap
category: image_gen
task_type: text_to_image
template: nap.json
parameters:
  - {name: seconds, type: float, default: 0.2, min: 0, max: 60, bind: [nap.seconds]}
seed: {bind: [tint.color]}
outputs: [save]
"""
NAP_GRAPH = {
    "tint": {"class_type": "EmptyImage", "inputs": {"width": 64, "height": 64, "batch_size": 1, "color": 0}},
    "nap": {"class_type": "VQSleep", "inputs": {"seconds": 0.2, "steps": 10, "image": ["tint", 0]}},
    "save": {"class_type": "SaveImage", "inputs": {"images": ["nap", 0], "filename_prefix": "x"}},
}


def write_nap(folder: Path) -> None:
    """Puts it into a folder of workflows."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "nap.json").write_text(json.dumps(NAP_GRAPH))
    (folder / "nap.yaml").write_text(NAP)
