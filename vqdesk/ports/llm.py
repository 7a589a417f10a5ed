"""Servers of language models that speak OpenAI's protocol, as LM Studio does."""

from typing import Protocol


class LlmProbe(Protocol):
    """Asks what is there. Blocking."""

    def models(self, url: str) -> tuple[str, ...]:
        """Names of the models at a server (`GET /v1/models`). Raises EngineUnreachable, EngineProtocolError."""
        ...
