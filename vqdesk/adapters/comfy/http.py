"""HTTP to a ComfyUI-speaking server. Blocking: called in a pool. Every failure becomes a typed error in words."""

import json
import socket
import ssl
import threading
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

import requests
from requests.adapters import HTTPAdapter
from requests.utils import DEFAULT_CA_BUNDLE_PATH, default_headers
from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError, NameResolutionError

from vqdesk.domain.errors import EngineProtocolError, EngineUnreachable
from vqdesk.ports import Endpoint, EndpointSource

CONNECT_TIMEOUT_S = 5.0
READ_TIMEOUT_S = 30.0
_KEPT_CONNECTIONS = 20  # one for each thread of an engine, and its reader
_NO_PROXIES: dict[str, str] = {}  # they are for the web; looking them up costs more than the request
_TOKEN_HEADER = "X-VQDesk-Token"
_CHECK_ADDRESS = "Check that the server runs and that its address is right; ComfyUI usually listens on port 8188."


@dataclass(frozen=True, slots=True)
class Call:
    """One request. `path` begins with a slash; `body` is sent as JSON; `files` and `fields` as a form."""

    method: str
    path: str
    params: dict[str, str] | None = None
    body: Any = None
    files: dict[str, Any] | None = None
    fields: dict[str, str] = field(default_factory=dict)
    timeout_s: float = READ_TIMEOUT_S
    stream: bool = False


class _KeepAliveAdapter(HTTPAdapter):
    """Kept connections survive quiet hours behind routers, and small requests leave at once."""

    def __init__(self, tls: ssl.SSLContext | None) -> None:
        self._tls = tls
        super().__init__(pool_connections=1, pool_maxsize=_KEPT_CONNECTIONS)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        keep_alive = (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        options = [*HTTPConnection.default_socket_options, keep_alive]
        super().init_poolmanager(*args, socket_options=options, ssl_context=self._tls, **kwargs)


class HttpClient:
    """Connections to one server, shared by all threads.

    It has no `requests.Session`: that is for one thread only, and its cookies, hooks and redirects, which no
    ComfyUI needs, would cost a fifth of a small request.
    """

    def __init__(self, source: EndpointSource) -> None:
        self._source = source
        self._endpoint: Endpoint | None = None
        self._lock = threading.Lock()
        self._adapter: _KeepAliveAdapter | None = None

    def renew(self) -> Endpoint:
        """Asks the source for the address, which may start an engine. Raises EngineUnreachable."""
        with self._lock:
            self._endpoint = self._source()
            return self._endpoint

    def endpoint(self) -> Endpoint:
        """The address in use. Raises EngineUnreachable when there is none yet and none can be had."""
        return self._endpoint or self.renew()

    def send(self, call: Call) -> requests.Response:
        """Sends and returns whatever status came back. Raises EngineUnreachable."""
        endpoint = self.endpoint()
        try:
            response = self._connections(endpoint).send(
                _prepared(call, endpoint),
                timeout=(CONNECT_TIMEOUT_S, call.timeout_s),
                stream=call.stream,
                verify=True,
                cert=None,
                proxies=_NO_PROXIES,
            )
            if not call.stream:
                _ = response.content  # read here, so that what breaks is told here
            return response
        except requests.RequestException as error:
            raise unreachable(endpoint.url, error) from error

    def get_json(self, path: str, timeout_s: float = READ_TIMEOUT_S) -> Any:
        """The JSON of a 200. Raises EngineUnreachable, EngineProtocolError."""
        response = self.send(Call("GET", path, timeout_s=timeout_s))
        if response.status_code != 200:
            raise unexpected(response)
        return json_of(response)

    def close(self) -> None:
        """Closes all kept connections."""
        with self._lock:
            if self._adapter is not None:
                self._adapter.close()
                self._adapter = None

    def _connections(self, endpoint: Endpoint) -> _KeepAliveAdapter:
        with self._lock:
            if self._adapter is None:
                self._adapter = _KeepAliveAdapter(tls_context() if endpoint.url.startswith("https") else None)
            return self._adapter


def _prepared(call: Call, endpoint: Endpoint) -> requests.PreparedRequest:
    """The request, ready to send. Its address is parsed and checked once, not at each of thousands of calls."""
    request = _blank(endpoint).copy()
    request.method = call.method
    request.url = endpoint.url.rstrip("/") + call.path
    if call.params:
        request.url += f"?{urlencode(call.params)}"
    if call.files:
        request.prepare_body(call.fields, call.files)
    elif call.body is not None:
        request.body = json.dumps(call.body).encode()
        request.headers["Content-Type"] = "application/json"
        request.headers["Content-Length"] = str(len(request.body))
    return request


@lru_cache(maxsize=16)
def _blank(endpoint: Endpoint) -> requests.PreparedRequest:
    """Raises requests' errors for a malformed address."""
    headers = {**default_headers(), **own_headers(endpoint)}
    return requests.Request("GET", endpoint.url, headers=headers).prepare()


def own_headers(endpoint: Endpoint) -> dict[str, str]:
    """What our own engine, or a proxy before the server, asks for; mostly empty."""
    return {**dict(endpoint.headers), **({_TOKEN_HEADER: endpoint.token} if endpoint.token else {})}


@lru_cache(maxsize=1)
def tls_context() -> ssl.SSLContext:
    """Trusts what this computer trusts (SSL_CERT_FILE included) and what browsers do."""
    context = ssl.create_default_context()
    context.load_verify_locations(DEFAULT_CA_BUNDLE_PATH)
    return context


def json_of(response: requests.Response) -> Any:
    """The body as JSON, NaN allowed. Raises EngineProtocolError for anything else, such as a web page."""
    try:
        return json.loads(response.content)
    except ValueError as error:
        raise unexpected(response) from error


def unexpected(response: requests.Response) -> EngineProtocolError:
    """The error for an answer that ComfyUI would not give here."""
    url = response.url.split("?")[0]
    content_type = response.headers.get("Content-Type", "")
    if response.status_code in (401, 403):
        return EngineProtocolError(
            "The server refused access.",
            f"{url} answered {response.status_code}.",
            "Check the address; if a password or proxy guards the server, let this computer through.",
        )
    if response.status_code == 500:
        return EngineProtocolError(
            "The server had an internal error.",
            f"{url} answered 500.",
            "Look at the server's console for the reason, then retry.",
        )
    what = "a web page" if "html" in content_type else (content_type or "nothing readable")
    return EngineProtocolError(
        "The address does not lead to a ComfyUI server.",
        f"{url} answered {response.status_code} with {what}.",
        _CHECK_ADDRESS,
        details=response.content[:2000].decode("utf-8", "replace"),
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
    if isinstance(error, ValueError):  # requests' family of malformed addresses
        cause = f"“{url}” is not a web address."
        return EngineUnreachable("The server cannot be reached.", cause, "Write it like http://127.0.0.1:8188.")
    if _has_cause(error, NameResolutionError | socket.gaierror):
        cause = f"No computer is known by the name in {url}."
    elif _has_cause(error, requests.Timeout | TimeoutError):
        cause = f"{url} did not answer in time."
    elif _has_cause(error, ConnectionRefusedError):
        cause = f"Nothing listens at {url}."
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
