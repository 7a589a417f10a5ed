"""How loud: a button that mutes and a slider."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vqdesk.ui.commands.list_keys import ListKeys
from vqdesk.ui.outputs.gallery_keys import GalleryWish
from vqdesk.ui.player.speaker import Speaker
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.buttons import IconButton
from vqdesk.ui.widgets.slider import Slider

_LOUDEST = 100
_STEP = 5


class Loudness(QWidget):
    """Follows a speaker and sets it; without anything to hear it is off and says why."""

    def __init__(self, speaker: Speaker, keys: ListKeys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._keys = keys
        self.mute = IconButton("sound", "")
        self.mute.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.volume = Slider(0, _LOUDEST, _STEP)
        self.volume.setAccessibleName(self.tr("Volume"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space.xs)
        row.addWidget(self.mute)
        row.addWidget(self.volume)
        self.mute.clicked.connect(lambda: speaker.set_muted(not speaker.is_muted))
        self.volume.moved.connect(lambda percent: speaker.set_volume(round(percent)))
        speaker.changed.connect(self._show)
        follow_theme(self._retheme)
        self._show()

    def _show(self) -> None:
        speaker = self._speaker
        muted = speaker.is_muted or bool(speaker.silence)
        word = self.tr("Sound on") if speaker.is_muted else self.tr("Mute")
        self.mute.set_icon("mute" if muted else "sound")
        self.mute.set_blocked(None)
        self.mute.set_name(word, self._keys.shown(GalleryWish.MUTE))
        self.volume.set_value(speaker.volume)
        self.volume.setToolTip(self.tr("Volume: {0} %").format(speaker.volume))
        self.volume.setEnabled(not speaker.silence)
        if speaker.silence:
            self.mute.set_blocked(speaker.silence)
            self.volume.setToolTip(speaker.silence)

    def _retheme(self, theme: Theme) -> None:
        self.volume.setFixedWidth(theme.size.number_field)
