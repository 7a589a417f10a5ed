"""How servers of language models differ, in one table.

Seen to work: llama.cpp. LM Studio, Ollama and vLLM are as their documents and issue threads say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class ServerKind:
    """`load` and `unload` are paths, "" where the server does it by itself; `named_by` is the key of the model.

    `waits` False: the answer comes before the model is there or gone, and the list must be asked.
    """

    title: str
    listing: str = "/v1/models"
    load: str = ""
    unload: str = ""
    named_by: str = "model"
    unload_extra: Mapping[str, Any] | None = None
    takes_context: bool = False
    idle_s: int = 0  # sent as `ttl`: the model leaves after so long without work


LM_STUDIO_1: Final = ServerKind(
    "LM Studio",
    "/api/v1/models",
    load="/api/v1/models/load",
    unload="/api/v1/models/unload",
    named_by="instance_id",
    takes_context=True,
)
LM_STUDIO_0: Final = ServerKind("LM Studio 0.3", "/api/v0/models", idle_s=30)
LLAMA_ROUTER: Final = ServerKind("llama.cpp", load="/models/load", unload="/models/unload")
LLAMA_ONE: Final = ServerKind("llama.cpp, one model")
OLLAMA: Final = ServerKind("Ollama", unload="/api/generate", unload_extra={"keep_alive": 0})
VLLM: Final = ServerKind("vLLM")
GENERIC: Final = ServerKind("OpenAI-compatible server")

_OWNERS: Final = {"library": OLLAMA, "vllm": VLLM}


def kind_of(listed: list[Mapping[str, Any]]) -> ServerKind:
    """Which server gives such a list at `/v1/models`."""
    first = listed[0] if listed else {}
    owner = str(first.get("owned_by", ""))
    if owner == "llamacpp":
        return LLAMA_ROUTER if isinstance(first.get("status"), Mapping) else LLAMA_ONE
    return _OWNERS.get(owner, GENERIC)
