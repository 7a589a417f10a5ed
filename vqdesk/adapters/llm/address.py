"""Addresses of servers as people write them."""

import re
from urllib.parse import urlsplit

from vqdesk.domain.auto_prompt.faults import LlmFailed, LlmFault

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)


def base_url(written: str) -> str:
    """scheme://host:port, without `/v1`, slashes and spaces.

    `localhost` becomes 127.0.0.1: on Windows the other address of it is tried first and can cost two seconds.
    Raises LlmFailed.
    """
    text = written.strip()
    if text and not _SCHEME.match(text):
        text = f"http://{text}"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("")
    if parts.scheme not in ("http", "https") or not host or re.search(r"\s", host):
        raise LlmFailed(
            LlmFault.NO_SERVER,
            f"“{written.strip()}” is no address of a server.",
            "It needs a host and usually a port.",
            "Write it like http://127.0.0.1:1234.",
        )
    host = "127.0.0.1" if host == "localhost" else host
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}{f':{port}' if port else ''}"
