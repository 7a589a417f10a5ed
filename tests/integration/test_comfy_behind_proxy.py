"""A ComfyUI behind a reverse proxy: below a path, with a certificate, with a header of its own."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from odd_server import GRAPH, RUN, Stage, serving
from queue_samples import opened

from vqdesk.adapters.comfy import ComfyEngine
from vqdesk.adapters.comfy.http import tls_context
from vqdesk.adapters.platform import SystemSecrets
from vqdesk.domain.errors import EngineUnreachable, ParameterInvalid
from vqdesk.domain.events import EngineOnline
from vqdesk.ports import Endpoint, EngineInfo
from vqdesk.services.lanes import LaneService, headers_of, normal_url

CERTIFICATE = Path(__file__).parents[1] / "data" / "tls" / "localhost.pem"


@pytest.fixture
def fresh_trust() -> Iterator[None]:
    tls_context.cache_clear()
    yield
    tls_context.cache_clear()


@pytest.fixture
def trusted(fresh_trust: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The computer knows the authority of the certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))


def use(endpoint: Endpoint, stage: Stage) -> EngineInfo:
    """Asks, listens and submits."""
    script = stage.fresh()
    for (method, path), replies in list(script.replies.items()):
        script.reply(method, f"/comfy{path}", *replies)
    script.reply("POST", "/comfy/prompt", {"prompt_id": RUN, "number": 1, "node_errors": {}})

    async def session() -> Any:
        engine = ComfyEngine(lambda: endpoint)
        try:
            info = await engine.probe()
            assert isinstance(await anext(engine.events()), EngineOnline)
            await engine.submit(RUN, GRAPH)
            return info
        finally:
            await engine.close()

    return asyncio.run(session())


@pytest.mark.parametrize("slash", ["", "/"])
def test_a_path_before_the_routes_is_kept_for_questions_and_the_socket(slash: str) -> None:
    with serving("/comfy") as stage:
        assert use(Endpoint(normal_url(stage.url + slash)), stage).version == "0.3.64"
        assert any(method == "WS" for method, _, _ in stage.script.seen)
        assert stage.script.bodies("POST", "/comfy/prompt")


def test_a_certificate_that_the_computer_trusts_is_enough(trusted: None) -> None:
    with serving("/comfy", CERTIFICATE) as stage:
        assert stage.url.startswith("https://")
        assert use(Endpoint(stage.url), stage).version == "0.3.64"


def test_a_certificate_that_nobody_knows_is_refused_in_words(fresh_trust: None) -> None:
    with serving("/comfy", CERTIFICATE) as stage, pytest.raises(EngineUnreachable) as caught:
        use(Endpoint(stage.url), stage)
    assert "certificate" in caught.value.problem.cause
    assert "SSL_CERT_FILE" in caught.value.problem.remedy


def test_a_header_of_the_proxy_goes_with_every_request_and_no_origin_does() -> None:
    """ComfyUI refuses an Origin that is not its own address; a program needs none."""
    with serving("/comfy") as stage:
        use(Endpoint(stage.url, headers=(("Authorization", "Bearer abc"),)), stage)
        assert len(stage.script.headers) >= 4
        assert {headers.get("authorization") for headers in stage.script.headers} == {"Bearer abc"}
        assert not any("origin" in headers for headers in stage.script.headers)


def test_the_header_is_kept_with_its_lane(tmp_path: Path) -> None:
    with opened(tmp_path / "vqdesk.db") as store:
        secrets = SystemSecrets(tmp_path)
        service = LaneService(store, secrets, lambda endpoint: ComfyEngine(lambda: endpoint), lambda lane: None)  # type: ignore[arg-type, return-value]
        lane, other = service.use_comfyui("https://gpu.example/comfy/"), service.use_comfyui("127.0.0.1")
        assert lane.url == "https://gpu.example/comfy"
        service.use_header(lane, "Authorization:Bearer a:b")
        assert headers_of(secrets, lane) == (("Authorization", "Bearer a:b"),)
        assert headers_of(secrets, other) == ()
        for wrong in ("Authorization", ": x", "A b: c", "A: b\nC: d"):
            with pytest.raises(ParameterInvalid):
                service.use_header(lane, wrong)
        service.use_header(lane, "")
        assert headers_of(secrets, lane) == ()
