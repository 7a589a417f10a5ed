"""Failures of servers of language models, by status first and then by their words, as typed errors.

Shapes: `error` is a text or an object with `message`, with any status, even 200; a body may be empty or no JSON.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from vqdesk.domain.auto_prompt.faults import LlmFailed, LlmFault

_START: Final = "Start LM Studio and its server (Developer, Start server), or correct the address in the settings."
_SHOWN: Final = 300

_STATUS: Final = {401: LlmFault.TOKEN, 403: LlmFault.TOKEN, 413: LlmFault.TOO_LARGE}
_WORDS: Final = tuple(
    (re.compile(words, re.I | re.S), fault)
    for words, fault in (
        (r"image input is not supported|not support image|not a multimodal model", LlmFault.NO_VISION),
        (r"'url' field must be|failed to load image|cannot identify image|invalid image", LlmFault.BAD_PICTURE),
        (r"context length|context size|n_keep|tokens to keep|exceed_context|context_length", LlmFault.OVERFLOW),
        (r"no models? (is |are )?loaded", LlmFault.NOT_LOADED),
        (r"failed to load|model_load_failed", LlmFault.LOAD_FAILED),
        (r"unexpected endpoint", LlmFault.NO_SERVER),
        (r"api.?key|unauthori[sz]ed|authentication", LlmFault.TOKEN),
        (r"crashed|channel error|is unloaded|prediction-error|compute error|proxy error", LlmFault.DIED),
        (r"loading model", LlmFault.LOADING),
        (r"model.*(not found|not exist)|model_not_found|try pulling|notfounderror", LlmFault.UNKNOWN_MODEL),
    )
)
_FALLBACK: Final = {503: LlmFault.LOADING, 404: LlmFault.NO_SERVER}

_SAID: Final[Mapping[LlmFault, tuple[str, str]]] = {
    LlmFault.NO_SERVER: (
        "What answers at {where} is no server of language models.",
        "Check the address: LM Studio's is usually http://127.0.0.1:1234.",
    ),
    LlmFault.LOADING: ("The server is still loading {model}.", "Wait a little, then go on."),
    LlmFault.NOT_LOADED: (
        "No model is loaded at the server, and it did not load {model}.",
        "Load it there, or switch on “Just-in-time model loading”.",
    ),
    LlmFault.UNKNOWN_MODEL: (
        "The server has no model {model}.",
        "Download it there, or choose another.",
    ),
    LlmFault.LOAD_FAILED: (
        "{model} could not be loaded.",
        "There is probably too little GPU memory: free some, or choose a smaller model or quantisation.",
    ),
    LlmFault.NO_VISION: (
        "{model} cannot see pictures.",
        "Choose a vision model for captions; its mmproj file must lie beside it.",
    ),
    LlmFault.BAD_PICTURE: (
        "The server could not read the picture.",
        "Save it again with another program.",
    ),
    LlmFault.OVERFLOW: (
        "The request does not fit into the context of {model}.",
        "Load it with a longer context (8192 for captions), or send smaller pictures.",
    ),
    LlmFault.DIED: (
        "{model} died at the server.",
        "Look at the server's log; often the GPU's memory was not enough.",
    ),
    LlmFault.CUT_OFF: ("The answer of {model} broke off.", "Try again; if it goes on, look at the server's log."),
    LlmFault.HUNG_UP: (
        "The server hung up without a word.",
        "Look whether it still runs, and at its log.",
    ),
    LlmFault.TOKEN: (
        "The server wants a token, or another one.",
        "Make one in its settings (LM Studio: Server Settings, Manage Tokens) and enter it in the settings here.",
    ),
    LlmFault.TOO_LARGE: ("The request is too large for the server.", "Send smaller pictures (settings)."),
    LlmFault.EMPTY: (
        "{model} answered with nothing.",
        "Load it with a longer context; if it was asked about a picture, choose a vision model.",
    ),
    LlmFault.THOUGHT: (
        "{model} only thought and never answered.",
        "Raise the longest answer in the settings to 1024 or more, or choose a model that does not think.",
    ),
    LlmFault.REFUSED: ("The server refused the request.", "Look at the server's log."),
}


def failed(fault: LlmFault, cause: str = "", model: str = "", where: str = "", details: str = "") -> LlmFailed:
    """The error of this kind, in words."""
    summary, remedy = _SAID[fault]
    named = f"“{model}”" if model else "the model"
    words = summary.format(model=named, where=where or "this address")
    return LlmFailed(fault, words[0].upper() + words[1:], cause, remedy, details)


def failure_of(status: int, body: str, model: str = "", where: str = "") -> LlmFailed:
    """What an answer with this status and body means."""
    said = error_words(body)
    fault = _STATUS.get(status) or _by_words(body if said else "") or _FALLBACK.get(status, LlmFault.REFUSED)
    shown = said or body.strip()
    cause = f"It says: {shown[:_SHOWN]}" if shown else f"It answered with status {status} and no words."
    return failed(fault, cause, model, where, details=f"status {status}: {body[:4000]}")


def error_words(body: str) -> str:
    """The message of an error, of whatever shape; "" for an answer that is none."""
    text = body.strip()
    if re.match(r"proxy error", text, re.I):
        return text
    try:
        return words_in(json.loads(text))
    except ValueError:
        return ""


def words_in(answer: Any) -> str:
    """The same of a parsed answer."""
    if not isinstance(answer, Mapping):
        return ""
    error = answer.get("error")
    if isinstance(error, Mapping):
        parts = (error.get("message"), error.get("type"), error.get("code"))
        return str(next((part for part in parts if part), "an error without words"))
    if isinstance(error, str) and error:
        return error
    if answer.get("object") == "error" or (answer.get("detail") and "choices" not in answer):
        return str(answer.get("message") or answer.get("detail"))
    return ""


def unreachable(where: str, details: str) -> LlmFailed:
    """Nobody answers."""
    return LlmFailed(
        LlmFault.UNREACHABLE,
        f"No language model server answers at {where}.",
        "The connection was refused or does not come about.",
        _START,
        details,
    )


def slow(model: str, seconds: float, what: str) -> LlmFailed:
    """A limit of time was reached."""
    return LlmFailed(
        LlmFault.SLOW,
        f"“{model}” took too long.",
        f"{what} for {seconds:.0f} s.",
        "Wait until the server has nothing else to do, or raise the limit in the settings.",
    )


def _by_words(body: str) -> LlmFault | None:
    return next((fault for words, fault in _WORDS if words.search(body)), None)
