"""Which files an attempt must have left behind, told from its graph alone: for a server that lost its history.

File names are those of the save classes of ComfyUI 0.3.64: prefix, five digits from 1, underscore, extension.
"""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from vqdesk.domain.graph import is_link
from vqdesk.domain.job import AttemptId, Graph, RemoteFile

_ONE_FILE = {
    "SaveVideo": "mp4",
    "SaveWEBM": "webm",
    "SaveAnimatedWEBP": "webp",
    "SaveAnimatedPNG": "png",
}
_FILE_PER_PICTURE = {"SaveImage": "png"}
_COUNTED = {
    "EmptyImage": "batch_size",
    "EmptyLatentImage": "batch_size",
    "EmptySD3LatentImage": "batch_size",
}
_SAME_NUMBER_AS = {
    "ImageCrop": "image",
    "ImageInvert": "image",
    "ImageScale": "image",
    "ImageScaleBy": "image",
    "ImageScaleToTotalPixels": "image",
    "ImageUpscaleWithModel": "image",
    "KSampler": "latent_image",
    "KSamplerAdvanced": "latent_image",
    "LatentUpscale": "samples",
    "LatentUpscaleBy": "samples",
    "SamplerCustomAdvanced": "latent_image",
    "VAEDecode": "samples",
    "VAEDecodeTiled": "samples",
    "VAEEncode": "pixels",
    "VQSleep": "image",
}
_STILLS = frozenset({".png", ".jpg", ".jpeg", ".bmp"})  # other formats can hold many pictures in one file
_DEEPEST = 200


def expected_files(attempt_id: AttemptId, graph: Graph) -> tuple[RemoteFile, ...]:
    """All files that a finished run of the graph has written; empty when that cannot be told for sure."""
    expected: list[RemoteFile] = []
    for node_id, node in graph.items():
        prefix = PurePosixPath(str(node["inputs"].get("filename_prefix", "")))
        is_ours = prefix.parent == PurePosixPath("vqdesk") / attempt_id
        if not is_ours and "filename_prefix" in node["inputs"]:
            return ()  # its names cannot be known
        if is_ours:
            names = _names(graph, node, prefix.name)
            if not names:
                return ()
            expected += [RemoteFile(node_id, name, str(prefix.parent), "output") for name in names]
    return tuple(expected)


def surplus_files(files: tuple[RemoteFile, ...]) -> tuple[RemoteFile, ...]:
    """Of each node the file after its last one: if it exists, the graph makes more than was reckoned."""
    last = {file.node_id: file for file in files}
    return tuple(
        RemoteFile(node_id, _next(file.filename), file.subfolder, file.kind) for node_id, file in last.items()
    )


def _next(filename: str) -> str:
    stem, number, extension = filename.rsplit("_", 2)
    return f"{stem}_{int(number) + 1:05}_{extension}"


def _names(graph: Graph, node: Mapping[str, Any], stem: str) -> list[str]:
    kind = node["class_type"]
    if kind in _ONE_FILE:
        return [f"{stem}_00001_.{_ONE_FILE[kind]}"]
    if kind not in _FILE_PER_PICTURE:
        return []
    count = _pictures(graph, node["inputs"].get("images"), _DEEPEST) or 0
    return [f"{stem}_{number:05}_.{_FILE_PER_PICTURE[kind]}" for number in range(1, count + 1)]


def _pictures(graph: Graph, link: Any, depth: int) -> int | None:
    """How many pictures come over a link; None when the graph alone does not tell."""
    if not is_link(link) or depth == 0 or link[0] not in graph:
        return None
    node = graph[link[0]]
    kind, inputs = node["class_type"], node["inputs"]
    if kind == "LoadImage":
        return 1 if PurePosixPath(str(inputs.get("image"))).suffix.lower() in _STILLS else None
    if kind in _COUNTED:
        count = inputs.get(_COUNTED[kind], 1)
        return count if type(count) is int else None
    if kind == "RepeatImageBatch":
        before, amount = _pictures(graph, inputs.get("image"), depth - 1), inputs.get("amount")
        return before * amount if before is not None and type(amount) is int else None
    return _pictures(graph, inputs.get(_SAME_NUMBER_AS.get(kind)), depth - 1)
