"""VQSleep: a node that waits, for tests of lanes, progress and cancelling. Offered only behind a flag."""

import time
from typing import Any

import numpy as np

from vqdesk.adapters.builtin.frames import FrameBatch
from vqdesk.adapters.builtin.nodes.base import NodeCall, NodeResult

DESCRIPTION: dict[str, Any] = {
    "input": {
        "required": {
            "seconds": ["FLOAT", {"default": 1.0, "min": 0.0, "max": 3600.0, "step": 0.01}],
            "steps": ["INT", {"default": 10, "min": 1, "max": 100000}],
        },
        "optional": {"image": ["IMAGE"]},
    },
    "input_order": {"required": ["seconds", "steps"], "optional": ["image"]},
    "output": ["IMAGE"],
    "output_is_list": [False],
    "output_name": ["IMAGE"],
    "name": "VQSleep",
    "display_name": "Sleep",
    "description": "Waits and reports progress.",
    "python_module": "vqdesk",
    "category": "VQDesk/tests",
    "output_node": False,
}


def sleep(call: NodeCall) -> NodeResult:
    """Waits `seconds` in `steps` parts, each reported with a preview; hands its image on."""
    steps = call.whole("steps")
    images = call.inputs.get("image")
    black = np.zeros((64, 64, 3), np.uint8)
    batch = images if isinstance(images, FrameBatch) else FrameBatch.of([black])
    for done in range(1, steps + 1):
        time.sleep(call.number("seconds") / steps)
        call.report.progress(done, steps, lambda: batch.render(0))
    return NodeResult((batch,))
