"""The token of the language models: sent to their server, and found nowhere else."""

import sys
from pathlib import Path

import pytest
from llm_server import llm_server

from vqdesk import bootstrap
from vqdesk.domain.auto_prompt import WorkflowContext
from vqdesk.domain.settings import LLM_TOKEN
from vqdesk.ports import StopSignal
from vqdesk.services.auto_prompt import AutoOverrides

PASSWORD = "c0rrect-h0rse"


def test_the_token_is_kept_like_a_password(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    app = bootstrap.build(str(home))
    settings = app.services.settings
    settings.change({LLM_TOKEN.key: PASSWORD})
    assert settings.get(LLM_TOKEN) == PASSWORD
    assert PASSWORD not in str(settings.values())
    settings.change(settings.values())  # as a window that has read them may do
    app.close()
    holders = [path.name for path in home.rglob("*") if path.is_file() and PASSWORD.encode() in path.read_bytes()]
    assert holders == ["secrets.json"]
    app = bootstrap.build(str(home))
    settings = app.services.settings
    with llm_server() as server:
        overrides = AutoOverrides(server.url, motion_model="m")
        app.services.auto_prompt.generator(overrides, StopSignal()).caption_to_motion("A boat.", WorkflowContext())
    assert server.tokens == [f"Bearer {PASSWORD}"]
    settings.reset(LLM_TOKEN)
    assert settings.get(LLM_TOKEN) == "" == settings.values()[LLM_TOKEN.key]
    app.close()
    assert PASSWORD not in (home / "secrets.json").read_text(encoding="utf-8")
