"""The mode for a single image: what is added takes the place of what was there."""

from PySide6.QtCore import QObject

from vqdesk.ui.workspace.media_section import MediaSection


class OnlyOne(QObject):
    """Watches the files while `is_on`; of several that come together the first one stays."""

    def __init__(self, media: MediaSection) -> None:
        super().__init__(media)
        self.is_on = False
        self._media = media
        self._before: frozenset[str] = frozenset()
        media.adding.connect(self._remember)
        media.settled.connect(self._keep_one)

    def _remember(self) -> None:
        self._before = frozenset(self._media.model.paths)

    def _keep_one(self) -> None:
        paths = self._media.model.paths
        if not self.is_on or len(paths) < 2:
            return
        kept = next((at for at, path in enumerate(paths) if path not in self._before), 0)
        name = self._media.model.items[kept].name
        self._media.remove([at for at in range(len(paths)) if at != kept])
        self._media.note.tell(self.tr("Single takes one image: {0}. Batch takes them all.").format(name))
