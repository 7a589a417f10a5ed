"""What the window asks about VQDesk itself."""

import asyncio
from collections.abc import Sequence

from vqdesk.services.licences import Licence, bundled, texts


class AboutDesk:
    """Reads the metadata of packages: many small files."""

    async def licences(self) -> Sequence[Licence]:
        """All packages that VQDesk is made of."""
        return await asyncio.to_thread(bundled)

    async def licence_texts(self, package: str) -> str:
        """The full licences that a package ships; empty for none."""
        return "\n\n".join(await asyncio.to_thread(texts, package))
