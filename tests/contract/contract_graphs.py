"""Graphs of the contract suite. Colours are random, so that no server answers from its cache by chance."""

import random
from typing import Any

Graph = dict[str, Any]


def node(class_type: str, **inputs: Any) -> dict[str, Any]:
    return {"class_type": class_type, "inputs": inputs}


def colour() -> int:
    return random.randrange(0x1000000)


def empty(width: int = 64, height: int = 64, batch_size: int = 1) -> dict[str, Any]:
    return node("EmptyImage", width=width, height=height, batch_size=batch_size, color=colour())


def tiny(prefix: str) -> Graph:
    """Two nodes, a millisecond of work."""
    return {"1": empty(), "2": node("SaveImage", images=["1", 0], filename_prefix=prefix)}


def slow() -> Graph:
    """Nodes of about a third of a second each; between two of them an interrupt can take effect."""
    graph = {"0": empty(600, 600, 40)}
    for step in range(1, 9):
        size = 700 + 4 * (step % 2)
        method = {"upscale_method": "lanczos", "width": size, "height": size, "crop": "disabled"}
        graph[str(step)] = node("ImageScale", image=[str(step - 1), 0], **method)
    graph["last"] = node("ImageFromBatch", image=["8", 0], batch_index=0, length=1)
    graph["save"] = node("PreviewImage", images=["last", 0])
    return graph


def clip(prefix: str, frames: int = 12, fps: float = 8.0) -> Graph:
    """A short video of one colour."""
    return {
        "1": empty(64, 48),
        "2": node("RepeatImageBatch", image=["1", 0], amount=frames),
        "3": node("CreateVideo", images=["2", 0], fps=fps),
        "4": node("SaveVideo", video=["3", 0], filename_prefix=prefix, format="auto", codec="auto"),
    }
