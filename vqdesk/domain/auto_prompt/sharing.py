"""Who shares a GPU with the language models (R-A9)."""

from urllib.parse import urlsplit

from vqdesk.domain.job import Lane

SAME_GPU = "same"
_THIS_COMPUTER = frozenset({"localhost", "127.0.0.1", "::1", "0.0.0.0"})
_RENDERS_ON_GPU = "comfyui"


def sharers(lanes: list[Lane], llm_url: str, where: str) -> list[Lane]:
    """The lanes that must rest meanwhile: those on the computer of the language models, if they share its GPU.

    The built-in engine renders on the CPU.
    """
    if where != SAME_GPU:
        return []
    host = _host(llm_url)
    return [lane for lane in lanes if lane.kind == _RENDERS_ON_GPU and _host(lane.url) == host]


def _host(url: str) -> str:
    try:
        host = urlsplit(url if "://" in url else f"http://{url}").hostname or ""
    except ValueError:
        return url
    return "this computer" if host in _THIS_COMPUTER else host.casefold()
