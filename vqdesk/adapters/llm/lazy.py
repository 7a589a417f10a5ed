"""The ports of language models, whose libraries are loaded at their first use: the window opens without them."""

from pathlib import Path
from typing import Protocol, TypeVar

from vqdesk.domain.setting import Setting
from vqdesk.domain.settings import LLM_FIRST_S, LLM_STALL_S, LLM_TOKEN, LLM_TOTAL_S
from vqdesk.ports import LlmServer

T = TypeVar("T", bool, int, float, str)
_WARM_S = 120.0


class Settings(Protocol):
    """Reads a setting."""

    def __call__(self, setting: Setting[T], /) -> T: ...


class LazyLlm:
    """Makes clients with the limits that the settings name."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def __call__(self, url: str) -> LlmServer:
        """Raises LlmFailed for an address that is none."""
        from vqdesk.adapters.llm.line import Patience
        from vqdesk.adapters.llm.server import LlmClient

        get = self._settings
        first_s = float(get(LLM_FIRST_S))
        patience = Patience(
            cold_s=first_s,
            warm_s=min(first_s, _WARM_S),
            stall_s=float(get(LLM_STALL_S)),
            total_s=float(get(LLM_TOTAL_S)),
            load_s=first_s,
        )
        return LlmClient(url, get(LLM_TOKEN), patience)


class LazyPictures:
    """Implements ports.Pictures."""

    def jpeg(self, path: Path, edge: int) -> bytes:
        from vqdesk.adapters.llm.pictures import JpegPictures

        return JpegPictures().jpeg(path, edge)
