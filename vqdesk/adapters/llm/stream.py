"""Answers as they stream: server-sent events, their content, and how they ended."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from vqdesk.adapters.llm.failures import failed, failure_of, words_in
from vqdesk.domain.auto_prompt.faults import LlmFailed, LlmFault

_DONE = "[DONE]"


@dataclass(slots=True)
class Heard:
    """What came so far. Success is content and an end, nothing else: not the status, not a clean close."""

    content: list[str] = field(default_factory=list)
    thoughts: list[str] = field(default_factory=list)
    end: str = ""  # finish_reason
    model: str = ""

    @property
    def text(self) -> str:
        return "".join(self.content)


def blocks(pieces: Iterable[bytes]) -> Iterator[str]:
    """Lines that mean something; comments (": ping") and empty ones are left out."""
    rest = b""
    for piece in pieces:
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            yield from _meaning(line)
    yield from _meaning(rest)


def listen(lines: Iterable[str], model: str, moved: Callable[[], None]) -> Heard:
    """Reads to the end; `moved` is called at every content or thought. Raises LlmFailed for an error inside."""
    heard = Heard()
    for line in lines:
        if line.startswith("event:") or line.startswith("id:") or line.startswith("retry:"):
            continue
        if not line.startswith("data:"):
            raise _outside(line, model)
        data = line.removeprefix("data:").strip()
        if data == _DONE:
            break
        _take(heard, _parsed(data, model), model, moved)
    return heard


def _outside(line: str, model: str) -> LlmFailed:
    """A line outside of the protocol: an error in words (llama.cpp: "proxy error: …"), or no stream at all."""
    if "error" in line.casefold():
        return failure_of(200, line, model)
    return failed(LlmFault.CUT_OFF, f"It sent what is no stream: {line[:200]}", model)


def _take(heard: Heard, chunk: dict[str, Any], model: str, moved: Callable[[], None]) -> None:
    if words_in(chunk):
        raise failure_of(200, json.dumps(chunk, ensure_ascii=False), model)
    heard.model = str(chunk.get("model") or heard.model)
    for choice in chunk.get("choices") or ():
        said = choice.get("delta") or choice.get("message") or {}
        content, thought = said.get("content"), said.get("reasoning_content") or said.get("reasoning")
        if content:
            heard.content.append(str(content))
        if thought:
            heard.thoughts.append(str(thought))
        if content or thought:
            moved()
        heard.end = str(choice.get("finish_reason") or heard.end)


def _parsed(data: str, model: str) -> dict[str, Any]:
    try:
        chunk = json.loads(data)
    except ValueError as error:
        raise failed(LlmFault.CUT_OFF, f"It sent what is no JSON: {data[:200]}", model) from error
    return chunk if isinstance(chunk, dict) else {}


def _meaning(line: bytes) -> Iterator[str]:
    text = line.decode("utf-8", "replace").rstrip("\r")
    if text.strip() and not text.startswith(":"):
        yield text
