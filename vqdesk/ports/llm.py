"""Servers of language models that speak OpenAI's protocol, as LM Studio does."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from vqdesk.ports.stopping import StopSignal


@dataclass(frozen=True, slots=True)
class LlmModel:
    """A model at a server. `sees` and `is_loaded` are None where the server does not say; `context` in tokens."""

    id: str
    sees: bool | None = None
    is_loaded: bool | None = None
    instances: tuple[str, ...] = ()  # names under which it is in memory
    context: int = 0


@dataclass(frozen=True, slots=True)
class LlmFacts:
    """What answers at an address. `can_load`: models can be put into memory and out of it by request."""

    kind: str
    models: tuple[LlmModel, ...]
    can_load: bool = False


@dataclass(frozen=True, slots=True)
class LlmQuestion:
    """One request. `picture` is a JPEG and stands before the text; `prefix` stands before the picture.

    `schema` asks for JSON of this form; a `seed` promises nothing.
    """

    model: str
    system: str
    text: str
    picture: bytes = b""
    prefix: str = ""
    schema: Mapping[str, Any] | None = None
    max_tokens: int = 512
    temperature: float = 0.4
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class LlmAnswer:
    """`is_cut`: the token limit ended it. `model` is who answered; times in seconds."""

    text: str
    is_cut: bool
    model: str
    first_s: float
    seconds: float


class LlmProbe(Protocol):
    """Asks what is there. Blocking."""

    def models(self, url: str) -> tuple[str, ...]:
        """Names of the models at a server (`GET /v1/models`). Raises EngineUnreachable, EngineProtocolError."""
        ...


class LlmServer(Protocol):
    """One server. Blocking; everything raises LlmFailed, and Stopped soon after the signal."""

    def look(self) -> LlmFacts:
        """Which server it is, and its models."""
        ...

    def ask(self, question: LlmQuestion, stop: StopSignal) -> LlmAnswer:
        """The whole answer. One at a time."""
        ...

    def load(self, model: str, context: int, stop: StopSignal) -> str:
        """Puts a model into memory, waits until it is there, and returns what `unload` takes."""
        ...

    def unload(self, instance: str) -> None:
        """Takes it out of memory and waits until it is gone."""
        ...


class Pictures(Protocol):
    """Pictures as language models take them. Blocking."""

    def jpeg(self, path: Path, edge: int) -> bytes:
        """Upright RGB JPEG, the long side at most `edge` pixels, without transparency. Raises InputUnusable."""
        ...
