"""The client of one server of language models, over OpenAI's protocol. Blocking."""

import base64
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import requests
from urllib3.exceptions import HTTPError

from vqdesk.adapters.llm.address import base_url
from vqdesk.adapters.llm.failures import failed, failure_of, slow, unreachable, words_in
from vqdesk.adapters.llm.kinds import GENERIC, LM_STUDIO_0, LM_STUDIO_1, OLLAMA, ServerKind, kind_of
from vqdesk.adapters.llm.line import Cut, Line, Patience, session_on
from vqdesk.adapters.llm.listing import entries, models
from vqdesk.adapters.llm.stream import Heard, blocks, listen
from vqdesk.domain.auto_prompt.cleaning import without_fence, without_thinking
from vqdesk.domain.auto_prompt.faults import LlmFailed, LlmFault
from vqdesk.ports import LlmAnswer, LlmFacts, LlmModel, LlmQuestion, StopSignal

_CHAT = "/v1/chat/completions"
_PIECE = 65536
_POLL_S = 0.2
_LOOKED_FOR_S = 20.0
_MOST_SEED = 2**31 - 1


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    text: str

    def json(self) -> Any:
        """None for what is no JSON."""
        try:
            return json.loads(self.text)
        except ValueError:
            return None


class LlmClient:
    """Implements ports.LlmServer. Raises LlmFailed for an address that is none."""

    def __init__(self, url: str, token: str = "", patience: Patience | None = None) -> None:
        self._url = base_url(url)
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._patience = patience or Patience()
        self._kind: ServerKind | None = None
        self._warm: set[str] = set()

    def look(self) -> LlmFacts:
        kinds = (self._kind,) if self._kind else (LM_STUDIO_1, LM_STUDIO_0, GENERIC)
        reply = _Reply(0, "")
        for kind in kinds:
            reply = self._send("GET", kind.listing)
            if reply.status == 401:  # an old server would not ask for a token
                raise failure_of(reply.status, reply.text, where=self._url)
            answer = reply.json()
            listed = entries(answer, kind) if reply.status == 200 else None
            if listed is not None:
                self._kind = kind_of(listed) if kind is GENERIC else kind
                found = tuple(self._with_state(list(models(listed, self._kind, answer))))
                return LlmFacts(self._kind.title, found, bool(self._kind.load))
        raise self._no_list(reply)

    def ask(self, question: LlmQuestion, stop: StopSignal) -> LlmAnswer:
        stop.check()
        limits = self._patience
        is_warm = question.model in self._warm
        line = Line(limits.warm_s if is_warm else limits.cold_s, limits.stall_s, limits.total_s)
        began = time.monotonic()
        firsts: list[float] = []

        def moved() -> None:
            firsts.append(time.monotonic() - began) if not firsts else None
            line.moved()

        with line, stop.told(line.stop), session_on(line) as session:
            try:
                heard = self._heard(session, question, moved)
            except LlmFailed:
                self._explain(line, stop, question.model)
                raise
            except (requests.RequestException, HTTPError, OSError) as error:
                self._explain(line, stop, question.model)
                raise self._broken(error, question.model, bool(firsts)) from error
            self._explain(line, stop, question.model)
        text = _answer_of(heard, question)
        self._warm.add(question.model)
        return LlmAnswer(text, heard.end == "length", heard.model, firsts[0], time.monotonic() - began)

    def load(self, model: str, context: int, stop: StopSignal) -> str:
        kind = self._kind or self._looked()
        body = {"model": model} | ({"context_length": context} if kind.takes_context else {})
        reply = self._send("POST", kind.load, body, self._patience.load_s, stop)
        answer = _refused(reply, model)
        if isinstance(answer, Mapping) and answer.get("instance_id"):
            return str(answer["instance_id"])
        self._await(model, stop)
        return model

    def unload(self, instance: str) -> None:
        kind = self._kind or self._looked()
        if not kind.unload:
            return
        reply = self._send("POST", kind.unload, {kind.named_by: instance, **(kind.unload_extra or {})})
        if reply.status != 200 and "not running" not in reply.text:  # llama.cpp: it was gone already
            _refused(reply, instance)
        ends_at = time.monotonic() + self._patience.unload_s
        while any(instance in one.instances for one in self.look().models):
            if time.monotonic() > ends_at:
                raise slow(instance, self._patience.unload_s, "It stayed in memory")
            time.sleep(_POLL_S)

    # ---- one answer -------------------------------------------------------------------------------

    def _heard(self, session: requests.Session, question: LlmQuestion, moved: Any) -> Heard:
        limits, address = self._patience, self._url + _CHAT
        body = _body(question, self._kind or GENERIC)
        with session.post(
            address,
            json=body,
            headers=self._headers,
            stream=True,
            timeout=(limits.connect_s, limits.total_s),
            allow_redirects=False,
        ) as reply:
            if reply.status_code != 200:
                raise failure_of(reply.status_code, reply.text, question.model, self._url)
            if "event-stream" in reply.headers.get("Content-Type", ""):
                return listen(blocks(_pieces(reply)), question.model, moved)
            return listen(_as_stream(reply.text, question.model), question.model, moved)

    def _explain(self, line: Line, stop: StopSignal, model: str) -> None:
        """Raises what made us cut the line; a broken wire is only its consequence."""
        limits = self._patience
        match line.cause:
            case Cut.STOPPED:
                stop.check()
            case Cut.NO_CONTENT:
                seconds = limits.warm_s if model in self._warm else limits.cold_s
                raise slow(model, seconds, "Not a word came")
            case Cut.STALLED:
                raise slow(model, limits.stall_s, "Its answer stood still")
            case Cut.TOTAL:
                raise slow(model, limits.total_s, "Its answer did not end")

    def _broken(self, error: Exception, model: str, had_content: bool) -> LlmFailed:
        if isinstance(error, requests.ConnectTimeout) or "NewConnectionError" in repr(error):
            return unreachable(self._url, str(error))
        fault = LlmFault.CUT_OFF if had_content else LlmFault.HUNG_UP
        when = "after its first words" if had_content else "before the first word"
        return failed(fault, f"The connection broke {when}.", model, self._url, str(error))

    # ---- lists and models -------------------------------------------------------------------------

    def _send(
        self, method: str, path: str, body: Any = None, limit_s: float = 0.0, stop: StopSignal | None = None
    ) -> _Reply:
        limits, limit_s = self._patience, limit_s or self._patience.list_s
        line = Line(limit_s, limit_s, limit_s)
        stop = stop or StopSignal()
        try:
            with line, stop.told(line.stop), session_on(line) as session:
                reply = session.request(
                    method,
                    self._url + path,
                    json=body,
                    headers=self._headers,
                    timeout=(limits.connect_s, limit_s),
                    allow_redirects=False,
                )
                return _Reply(reply.status_code, reply.text)
        except requests.RequestException as error:
            stop.check()
            if line.cause or isinstance(error, requests.ReadTimeout):
                raise slow(str((body or {}).get("model", "The server")), limit_s, "It did not answer") from error
            raise unreachable(self._url, str(error)) from error

    def _looked(self) -> ServerKind:
        self.look()
        return self._kind or GENERIC

    def _with_state(self, found: list[LlmModel]) -> Iterator[LlmModel]:
        """Ollama tells elsewhere what is loaded."""
        if self._kind is not OLLAMA:
            yield from found
            return
        answer = self._send("GET", "/api/ps").json()
        listed = answer.get("models") if isinstance(answer, Mapping) else None
        loaded = {str(one.get("name")) for one in listed or ()}
        for one in found:
            here = (one.id,) if one.id in loaded else ()
            yield LlmModel(one.id, one.sees, bool(here) if listed is not None else None, here)

    def _no_list(self, reply: _Reply) -> LlmFailed:
        """A wrong server, or the right one in trouble."""
        if reply.status == 200 and not words_in(reply.json()):
            return failed(LlmFault.NO_SERVER, "It answers, but gives no list of models.", where=self._url)
        return failure_of(reply.status, reply.text, where=self._url)

    def _await(self, model: str, stop: StopSignal) -> None:
        """Until a model is there whose load was only accepted, but not for ever: a question to it waits as well.

        Raises LlmFailed when it falls over.
        """
        ends_at = time.monotonic() + min(self._patience.load_s, _LOOKED_FOR_S)
        while time.monotonic() < ends_at:
            stop.wait(_POLL_S)
            listed = entries(self._send("GET", GENERIC.listing).json(), GENERIC) or []
            status = next((one.get("status") or {} for one in listed if one["id"] == model), {})
            if status.get("failed"):
                raise failed(LlmFault.LOAD_FAILED, f"Its process ended with {status.get('exit_code')}.", model)
            if status.get("value") == "loaded":
                return


def _body(question: LlmQuestion, kind: ServerKind) -> dict[str, Any]:
    content: Any = question.text
    if question.picture:
        data = base64.b64encode(question.picture).decode("ascii")
        picture = {"type": "image_url", "image_url": {"url": f"data:image/jpeg;base64,{data}"}}
        before = [{"type": "text", "text": question.prefix}] if question.prefix else []
        content = [*before, picture, {"type": "text", "text": question.text}]
    body: dict[str, Any] = {
        "model": question.model,
        "messages": [{"role": "system", "content": question.system}, {"role": "user", "content": content}],
        "max_tokens": question.max_tokens,
        "temperature": question.temperature,
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    if question.seed is not None:
        body["seed"] = question.seed % _MOST_SEED
    if question.schema is not None:
        form = {"name": "answer", "strict": True, "schema": dict(question.schema)}
        body["response_format"] = {"type": "json_schema", "json_schema": form}
    if kind.idle_s:
        body["ttl"] = kind.idle_s
    return body


def _pieces(reply: requests.Response) -> Iterator[bytes]:
    """What arrives, as soon as it arrives."""
    while piece := reply.raw.read1(_PIECE, decode_content=True):
        yield piece


def _as_stream(text: str, model: str) -> Iterator[str]:
    """An answer in one piece, of a server that does not stream, as a stream of one event."""
    if not text.strip():
        raise failed(LlmFault.EMPTY, "Not a byte came.", model)
    yield f"data: {' '.join(text.splitlines())}" if text.lstrip().startswith("{") else text


def _answer_of(heard: Heard, question: LlmQuestion) -> str:
    """Its text. With a schema it can stand among the thoughts. Raises LlmFailed."""
    thoughts = "".join(heard.thoughts).strip()
    text = without_thinking(heard.text)
    if not heard.end:
        cause = f"It ended after {len(heard.text)} characters, without its end." if heard.text else "Nothing came."
        raise failed(LlmFault.CUT_OFF, cause, question.model)
    if text:
        return text
    if question.schema is not None and _is_json(thoughts):
        return thoughts
    if thoughts or heard.text.strip():
        cause = "Its thoughts used up the longest answer." if heard.end == "length" else "Only its thoughts came."
        raise failed(LlmFault.THOUGHT, cause, question.model)
    raise failed(LlmFault.EMPTY, "The answer has an end, but no words.", question.model)


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(without_fence(text)), dict | list)
    except ValueError:
        return False


def _refused(reply: _Reply, model: str) -> Any:
    """The answer's JSON. Raises LlmFailed for an error, also one with status 200."""
    answer = reply.json()
    if reply.status != 200 or words_in(answer):
        raise failure_of(reply.status, reply.text, model)
    return answer
