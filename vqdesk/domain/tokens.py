"""How many tokens a text is about, and how many the model was trained to read."""

import math
import re
from typing import Final

from vqdesk.domain.graph import is_link, split_binding
from vqdesk.domain.job import Graph

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’][a-z]+)?|\d")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MARK = re.compile(r"[^\w\s]")
_LETTERS_A_PIECE: Final = 7.0  # long words are read in pieces
_LIMIT_OF_TYPE: Final = {
    "wan": 512,
    "flux": 512,
    "sd3": 512,
    "stable_diffusion": 77,
    "sdxl": 77,
}
"""`type` of CLIPLoader and DualCLIPLoader -> longest text in training, in tokens (umT5 and T5 512, CLIP 77)."""
_LIMIT_OF_CHECKPOINT: Final = 77
_MOST_STEPS = 20


def estimate_tokens(text: str) -> int:
    """A rough count of the tokens that T5 and CLIP make of a text: short words are one, long ones several."""
    words = sum(math.ceil(len(word) / _LETTERS_A_PIECE) for word in _WORD.findall(text))
    return words + len(_IDEOGRAPH.findall(text)) + len(_MARK.findall(text))


def token_limit(graph: Graph, binding: str) -> int | None:
    """Tokens that the text encoder behind this input was trained on; None when that is not known.

    ComfyUI takes longer texts too: what is beyond is seldom heeded.
    """
    node_id, _ = split_binding(binding)
    for _ in range(_MOST_STEPS):
        inputs = graph[node_id]["inputs"]
        if graph[node_id]["class_type"].startswith("CheckpointLoader"):
            return _LIMIT_OF_CHECKPOINT
        if isinstance(inputs.get("type"), str):
            return _LIMIT_OF_TYPE.get(inputs["type"])
        link = inputs.get("clip")
        if not is_link(link) or link[0] not in graph:
            return None
        node_id = link[0]
    return None
