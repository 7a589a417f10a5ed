"""Routes of files: uploads in, `/view` out."""

import asyncio
import io
import mimetypes
import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from PIL import Image
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from vqdesk.adapters.builtin.frames import require_size
from vqdesk.adapters.builtin.replies import json_reply
from vqdesk.adapters.builtin.storage import Storage, split_annotation

SMALL_FILE = 256 * 1024  # read in the loop: cheaper than a thread
UNSAFE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/javascript", "text/css"})


class FileRoutes:
    """Handlers that need only the folders."""

    def __init__(self, storage: Storage, view_delay_s: float = 0.0) -> None:
        self._storage = storage
        self._view_delay_s = view_delay_s
        self._upload_lock = asyncio.Lock()  # two uploads must not choose the same free name

    def routes(self) -> list[Route]:
        return [
            Route("/upload/image", self.upload, methods=["POST"]),
            Route("/view", self.view, methods=["GET"]),
        ]

    async def upload(self, request: Request) -> Response:
        """Stores the field `image`; the reply names the file as loaders take it."""
        async with request.form(max_files=8, max_fields=32) as form:
            image = form.get("image")
            if not isinstance(image, UploadFile) or not image.filename:
                return Response(status_code=400)
            kind, subfolder = str(form.get("type") or "input"), str(form.get("subfolder") or "")
            target = self._storage.within(kind, os.path.normpath(subfolder), image.filename)
            if target is None:
                # An unknown type breaks the real server's handler; a path outside is a plain refusal.
                return Response(status_code=400 if self._storage.folder(kind) else 500)
            content = await image.read()
            replaces = form.get("overwrite") in ("true", "1")
            async with self._upload_lock:
                (self._storage.root / kind / subfolder).mkdir(parents=True, exist_ok=True)
                stored = await run_in_threadpool(_store, target, content, replaces)
        head, _, _ = image.filename.rpartition(target.name)
        return json_reply({"name": head + stored.name, "subfolder": subfolder, "type": kind})

    async def view(self, request: Request) -> Response:
        """A file of input, output or temp; `preview` and `channel` re-encode it."""
        query = request.query_params
        await asyncio.sleep(self._view_delay_s)
        if "filename" not in query:
            return Response(status_code=404)
        name, annotated = split_annotation(query["filename"])
        kind = annotated or query.get("type", "output")
        if not name or name.startswith("/") or ".." in name or self._storage.folder(kind) is None:
            return Response(status_code=400)
        path = self._storage.within(kind, query.get("subfolder", ""))
        if path is None:
            return Response(status_code=403)
        path = path / Path(name).name
        try:
            size = path.stat().st_size if path.is_file() else -1
        except (OSError, ValueError):  # a name that no file system takes
            size = -1
        if size < 0:
            return Response(status_code=404)
        headers = {"content-disposition": _disposition(path.name)}
        if "preview" in query or query.get("channel", "rgba") in ("rgb", "a"):
            body, media_type = await run_in_threadpool(_recode, path, dict(query))
            return Response(body, media_type=media_type, headers=headers)
        return _whole_file(path, size, request, headers)


def _whole_file(path: Path, size: int, request: Request, headers: dict[str, str]) -> Response:
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    if media_type in UNSAFE_TYPES:
        media_type = "application/octet-stream"
    if size > SMALL_FILE or request.method == "HEAD" or "range" in request.headers:
        return FileResponse(path, media_type=media_type, headers=headers)
    return Response(path.read_bytes(), media_type=media_type, headers={**headers, "accept-ranges": "bytes"})


def _disposition(name: str) -> str:
    if name.isascii() and name.isprintable():
        return f'filename="{name}"'
    return f"filename*=UTF-8''{quote(name)}"


def _store(path: Path, content: bytes, replaces: bool) -> Path:
    """Writes an upload. Equal content under a known name is kept; other content gets "name (1).png"."""
    target, number = path, 0
    while not replaces and target.exists():
        if target.stat().st_size == len(content) and target.read_bytes() == content:
            return target
        number += 1
        target = path.with_name(f"{path.stem} ({number}){path.suffix}")
    temporary = target.with_name(".upload.part")
    temporary.write_bytes(content)
    os.replace(temporary, target)  # noqa: PTH105 - must overwrite on Windows too
    return target


def _recode(path: Path, query: dict[str, Any]) -> tuple[bytes, str]:
    buffer = io.BytesIO()
    with Image.open(path) as image:
        require_size(*image.size)
        channel = query.get("channel", "")
        if "preview" in query:
            wanted, _, quality = query["preview"].partition(";")
            kind = wanted if wanted in ("webp", "jpeg") and "a" not in channel else "webp"
            picture = image.convert("RGB") if kind == "jpeg" or channel == "rgb" else image
            picture.save(buffer, format=kind, quality=int(quality) if quality.isdecimal() else 90)
            return buffer.getvalue(), f"image/{kind}"
        if channel == "rgb":
            picture = image.convert("RGB")
        else:
            picture = Image.new("RGBA", image.size)
            picture.putalpha(image.getchannel("A") if image.mode == "RGBA" else Image.new("L", image.size, 255))
        picture.save(buffer, format="PNG")
    return buffer.getvalue(), "image/png"
