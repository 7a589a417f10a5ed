"""Asks a server of language models what it has."""

from vqdesk.domain.errors import EngineProtocolError, EngineUnreachable

_PATIENCE_S = 3.0


class LlmModels:
    """Implements ports.LlmProbe."""

    def models(self, url: str) -> tuple[str, ...]:
        """`GET /v1/models` of OpenAI's protocol: {"data": [{"id": "…"}, …]}."""
        import requests  # loaded when somebody asks

        address = f"{url.rstrip('/')}/v1/models"
        try:
            reply = requests.get(address, timeout=_PATIENCE_S)
        except requests.RequestException as error:
            raise EngineUnreachable(
                f"No language model server answers at {url}.",
                "",
                "Start LM Studio and its server (Developer, Start server), or change the address in the settings.",
                details=str(error),
            ) from error
        try:
            return tuple(str(one["id"]) for one in reply.json()["data"])
        except (ValueError, KeyError, TypeError) as error:
            raise EngineProtocolError(
                f"What answers at {url} is no server of language models.",
                f"{address} answered with status {reply.status_code} and no list of models.",
                "Check the address: LM Studio's is usually http://127.0.0.1:1234.",
            ) from error
