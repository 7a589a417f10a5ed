"""What the window asks about notices."""

import asyncio

from vqdesk.domain.notifications import Notice, Wishes, notices_text, read_notices
from vqdesk.domain.settings_window import (
    NOTIFY_END,
    NOTIFY_FAILURE,
    NOTIFY_QUIET_FROM,
    NOTIFY_QUIET_TO,
    NOTIFY_SOUND,
    NOTIFY_WEBHOOK,
)
from vqdesk.ports import SettingStore, Webhook
from vqdesk.runtime.pools import Pools
from vqdesk.services.settings import SettingService

_KEY = "notices"


class NoticeDesk:
    """All methods raise UserError with words for the user."""

    def __init__(self, store: SettingStore, settings: SettingService, webhook: Webhook, pools: Pools) -> None:
        self._store = store
        self._settings = settings
        self._webhook = webhook
        self._pools = pools

    async def kept(self) -> list[Notice]:
        """The notices of earlier days, newest first."""
        return read_notices(await self._pools.read(self._store.get, _KEY, ""))

    async def keep(self, notices: list[Notice]) -> None:
        """Stores all of them, newest first."""
        await self._pools.write(self._store.put, _KEY, notices_text(notices))

    async def wishes(self) -> Wishes:
        """What the user wants to be told of, and how."""
        return await self._pools.read(self._read_wishes)

    async def post(self, url: str, notice: Notice) -> None:
        """Tells the user's web address. Raises WebhookRefused."""
        await asyncio.to_thread(self._webhook.post, url, notice)

    def _read_wishes(self) -> Wishes:
        get = self._settings.get
        return Wishes(
            on_failure=get(NOTIFY_FAILURE),
            on_end=get(NOTIFY_END),
            sound=get(NOTIFY_SOUND),
            quiet_from=get(NOTIFY_QUIET_FROM),
            quiet_to=get(NOTIFY_QUIET_TO),
            webhook=get(NOTIFY_WEBHOOK),
        )
