"""HTTP to a ComfyUI-speaking server. Blocking: called in a pool. Every failure becomes a typed error in words."""

import json
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from http.client import HTTPException
from typing import Any
from urllib.parse import unquote, urlencode, urlsplit

import certifi
from urllib3 import BaseHTTPResponse, HTTPConnectionPool, Timeout, connection_from_url
from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError, LocationValueError, NameResolutionError, ReadTimeoutError
from urllib3.filepost import encode_multipart_formdata
from urllib3.util import make_headers

from vqdesk.domain.errors import EngineProtocolError, EngineUnreachable
from vqdesk.ports import Endpoint, EndpointSource

CONNECT_TIMEOUT_S = 5.0
READ_TIMEOUT_S = 30.0
_KEPT_CONNECTIONS = 20  # one for each thread of an engine, and its reader
_KEEP_ALIVE = (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)  # through quiet hours behind routers
_TOKEN_HEADER = "X-VQDesk-Token"
_CHECK_ADDRESS = "Check that the server runs and that its address is right; ComfyUI usually listens on port 8188."


Form = Mapping[str, str | tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Call:
    """One request. `path` begins with a slash; `body` goes as JSON, `form` as fields and (name, bytes) files."""

    method: str
    path: str
    params: Mapping[str, str] | None = None
    body: Any = None
    form: Form | None = None
    timeout_s: float = READ_TIMEOUT_S


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer. `url` is what was asked, without its parameters."""

    status: int
    content_type: str
    content: bytes
    url: str


class HttpClient:
    """Connections to one server, shared by all threads.

    urllib3 itself and not `requests`: its session is for one thread only, and what it does around a request, for
    which no ComfyUI has a use, costs as much as a small request.
    """

    def __init__(self, source: EndpointSource) -> None:
        self._source = source
        self._endpoint: Endpoint | None = None
        self._lock = threading.Lock()
        self._line: _Line | None = None
        self._is_closed = False

    def renew(self) -> Endpoint:
        """Asks the source for the address, which may start an engine. Raises EngineUnreachable."""
        with self._lock:
            self._endpoint = self._source()
            return self._endpoint

    def endpoint(self) -> Endpoint:
        """The address in use. Raises EngineUnreachable when there is none yet and none can be had."""
        return self._endpoint or self.renew()

    def send(self, call: Call) -> Reply:
        """Sends and returns whatever status came back. Raises EngineUnreachable."""
        return self.whole(self.open(call), call.path)

    def open(self, call: Call) -> BaseHTTPResponse:
        """As `send`, with the body still to come. Raises EngineUnreachable."""
        endpoint = self.endpoint()
        with breaks_told(endpoint.url):
            return self._connected(endpoint).open(call)

    def whole(self, response: BaseHTTPResponse, path: str) -> Reply:
        """Reads the rest of an opened answer to `path`. Raises EngineUnreachable."""
        url = self.endpoint().url
        with breaks_told(url):
            content_type = response.headers.get("Content-Type", "")
            return Reply(response.status, content_type, response.data, url.rstrip("/") + path.split("?")[0])

    def get_json(self, path: str, timeout_s: float = READ_TIMEOUT_S) -> Any:
        """The JSON of a 200. Raises EngineUnreachable, EngineProtocolError."""
        reply = self.send(Call("GET", path, timeout_s=timeout_s))
        if reply.status != 200:
            raise unexpected(reply)
        return json_of(reply)

    def close(self) -> None:
        """Closes all kept connections; transfers under way break off at their next chunk."""
        with self._lock:
            self._is_closed = True
            if self._line is not None:
                self._line.pool.close()
                self._line = None

    def check_open(self) -> None:
        """Raises EngineUnreachable after `close`."""
        if self._is_closed:
            raise EngineUnreachable(
                "The connection to the server was closed.",
                "VQDesk was stopped, or the engine removed, while a file was fetched.",
                "It is fetched when VQDesk follows the server again.",
            )

    def _connected(self, endpoint: Endpoint) -> "_Line":
        with self._lock:
            if self._line is None or self._line.endpoint is not endpoint:
                if self._line is not None:
                    self._line.pool.close()
                self._line = _Line.to(endpoint)
            return self._line


@dataclass(frozen=True, slots=True)
class _Line:
    """Kept connections to an address, and what is the same in every request."""

    endpoint: Endpoint
    pool: HTTPConnectionPool
    prefix: str
    headers: dict[str, str]

    @classmethod
    def to(cls, endpoint: Endpoint) -> "_Line":
        """Raises LocationValueError for what is no web address."""
        parts = urlsplit(endpoint.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise LocationValueError(endpoint.url)
        options = [*HTTPConnection.default_socket_options, _KEEP_ALIVE]
        secured = {"ssl_context": tls_context()} if parts.scheme == "https" else {}
        pool = connection_from_url(
            endpoint.url, maxsize=_KEPT_CONNECTIONS, retries=False, socket_options=options, **secured
        )
        account = f"{unquote(parts.username)}:{unquote(parts.password or '')}" if parts.username else None
        headers = make_headers(keep_alive=True, accept_encoding=True, user_agent="VQDesk", basic_auth=account)
        return cls(endpoint, pool, parts.path.rstrip("/"), {**headers, **own_headers(endpoint)})

    def open(self, call: Call) -> BaseHTTPResponse:
        """Raises urllib3's errors."""
        path, headers, body = self.prefix + call.path, self.headers, None
        if call.params:
            path += f"?{urlencode(call.params)}"
        if call.form is not None:
            body, kind = encode_multipart_formdata(call.form)
            headers = {**headers, "Content-Type": kind}
        elif call.body is not None:
            body = json.dumps(call.body).encode()
            headers = {**headers, "Content-Type": "application/json"}
        timeout = Timeout(CONNECT_TIMEOUT_S, call.timeout_s)
        return self.pool.urlopen(
            call.method, path, body, headers, timeout=timeout, redirect=False, preload_content=False
        )


@contextmanager
def breaks_told(url: str) -> Iterator[None]:
    """Whatever breaks on the way is an EngineUnreachable with its reason in words."""
    try:
        yield
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        raise unreachable(url, error) from error


def own_headers(endpoint: Endpoint) -> dict[str, str]:
    """What our own engine, or a proxy before the server, asks for; mostly empty."""
    return {**dict(endpoint.headers), **({_TOKEN_HEADER: endpoint.token} if endpoint.token else {})}


@lru_cache(maxsize=1)
def tls_context() -> ssl.SSLContext:
    """Trusts what this computer trusts (SSL_CERT_FILE included) and what browsers do."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def json_of(reply: Reply) -> Any:
    """The body as JSON, NaN allowed. Raises EngineProtocolError for anything else, such as a web page."""
    try:
        return json.loads(reply.content)
    except ValueError as error:
        raise unexpected(reply) from error


def unexpected(reply: Reply) -> EngineProtocolError:
    """The error for an answer that ComfyUI would not give here."""
    if reply.status in (401, 403):
        return EngineProtocolError(
            "The server refused access.",
            f"{reply.url} answered {reply.status}.",
            "Check the address; if a password or proxy guards the server, let this computer through.",
        )
    if reply.status == 500:
        return EngineProtocolError(
            "The server had an internal error.",
            f"{reply.url} answered 500.",
            "Look at the server's console for the reason, then retry.",
        )
    what = "a web page" if "html" in reply.content_type else (reply.content_type or "nothing readable")
    return EngineProtocolError(
        "The address does not lead to a ComfyUI server.",
        f"{reply.url} answered {reply.status} with {what}.",
        _CHECK_ADDRESS,
        details=reply.content[:2000].decode("utf-8", "replace"),
    )


def unreachable(url: str, error: BaseException) -> EngineUnreachable:
    """The error for an address where nobody answers, with the reason in words."""
    if _has_cause(error, ssl.SSLCertVerificationError):
        return EngineUnreachable(
            "The server cannot be trusted.",
            f"The certificate of {url} is of an unknown authority, or for another name.",
            "Use the name in the certificate; let this computer trust its authority, or set SSL_CERT_FILE.",
            details=repr(error),
        )
    if isinstance(error, ValueError):  # urllib3's LocationValueError is one
        cause = f"“{url}” is not a web address."
        return EngineUnreachable("The server cannot be reached.", cause, "Write it like http://127.0.0.1:8188.")
    if _has_cause(error, NameResolutionError | socket.gaierror):
        cause = f"No computer is known by the name in {url}."
    elif _has_cause(error, ConnectionRefusedError):
        cause = f"Nothing listens at {url}."
    elif _has_cause(error, ReadTimeoutError | TimeoutError):
        cause = f"{url} did not answer in time."
    else:
        cause = f"The connection to {url} broke."
    return EngineUnreachable("The server cannot be reached.", cause, _CHECK_ADDRESS, details=repr(error))


def _has_cause(error: BaseException | None, kind: Any) -> bool:
    """True if `error`, or anything that led to it, is of this kind."""
    for _ in range(8):
        if error is None or isinstance(error, kind):
            return error is not None
        reason = getattr(error, "reason", None) or next(iter(error.args), None)
        wrapped = reason if isinstance(reason, HTTPError | OSError) else None
        error = wrapped or error.__cause__ or error.__context__
    return False
