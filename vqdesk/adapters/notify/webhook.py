"""A notice as JSON to a web address; also understood by ntfy, Slack, Discord and Apprise's API."""

from vqdesk.domain.errors import WebhookRefused
from vqdesk.domain.notifications import Notice

_PATIENCE_S = 10.0


class HttpWebhook:
    """Implements ports.Webhook."""

    def post(self, url: str, notice: Notice) -> None:
        """POST of {"title", "text", "content", "body", "kind", "job", "at"}; every status below 300 is success."""
        import requests  # loaded when somebody asks

        words = ": ".join(part for part in (notice.title, notice.text) if part)
        document = {
            "title": notice.title,
            "text": words,  # Slack
            "content": words,  # Discord
            "body": words,  # Apprise
            "kind": notice.kind.value,
            "job": notice.job,
            "at": notice.at,
        }
        try:
            reply = requests.post(url, json=document, timeout=_PATIENCE_S, allow_redirects=False)
        except (requests.RequestException, ValueError) as error:
            raise WebhookRefused(
                "A notice did not reach its web address.", f"{error}.", "Check the address in the settings."
            ) from error
        if reply.status_code >= 300:
            raise WebhookRefused(
                "A notice did not reach its web address.",
                f"The server answered with status {reply.status_code}.",
                "Check the address in the settings.",
            )
