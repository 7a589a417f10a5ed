"""Forms of answers shared by the routes."""

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

SERVER_ERROR = "500 Internal Server Error\n\nServer got itself in trouble"


def json_reply(content: Any, status: int = 200) -> Response:
    """JSON with bare NaN tokens allowed, as the real server sends them."""
    return Response(json.dumps(content), status, media_type="application/json")


async def too_large(_request: Request, _error: Exception) -> Response:
    """A body over the limit."""
    return PlainTextResponse("Maximum request body size 104857600 exceeded.", 413)


async def server_error(_request: Request, _error: Exception) -> Response:
    """The plain text of every unexpected failure."""
    return PlainTextResponse(SERVER_ERROR, 500)
