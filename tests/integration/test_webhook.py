"""A notice reaches a web address as JSON; whatever goes wrong is said in words."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from vqdesk.adapters.notify.webhook import HttpWebhook
from vqdesk.domain.errors import WebhookRefused
from vqdesk.domain.notifications import Notice, NoticeKind

NOTICE = Notice("2026-11-21T08:00:00+00:00", NoticeKind.FAILED, "#3 Lake: 1 of 4 failed", "Out of memory", 3)


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.server.got.append(json.loads(body))  # type: ignore[attr-defined]
            self.send_response(404 if self.path == "/absent" else 200)
            self.end_headers()

        def log_message(self, *_words: object) -> None:
            """Silent."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.got = []  # type: ignore[attr-defined]
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def test_one_post_with_all_facts(server) -> None:
    HttpWebhook().post(f"http://127.0.0.1:{server.server_port}/hook", NOTICE)
    words = "#3 Lake: 1 of 4 failed: Out of memory"
    assert server.got == [
        {
            "title": NOTICE.title,
            "text": words,
            "content": words,
            "body": words,
            "kind": "failed",
            "job": 3,
            "at": NOTICE.at,
        }
    ]


@pytest.mark.parametrize("address", ["/absent", "", "nonsense"])
def test_a_refusal_names_the_reason(server, address: str) -> None:
    url = (
        f"http://127.0.0.1:{server.server_port}/absent"
        if address == "/absent"
        else address or "http://127.0.0.1:9/"
    )
    with pytest.raises(WebhookRefused) as refused:
        HttpWebhook().post(url, NOTICE)
    assert refused.value.problem.cause
    assert "settings" in refused.value.problem.remedy
