"""Gives a preset another name or folder."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from vqdesk.domain.presets import Preset
from vqdesk.ui.presets.dialog import PresetDialog
from vqdesk.ui.presets.keeper import PresetKeeper


def rename_preset(keeper: PresetKeeper, preset: Preset, beside: Iterable[Preset], owner: QWidget) -> None:
    """Asks for the new name, which none of those `beside` it may have."""
    title = QCoreApplication.translate("PresetDialog", "Rename the preset")
    verb = QCoreApplication.translate("PresetDialog", "Rename")
    dialog = PresetDialog(title, verb, owner, label=preset.label, taken=[one.label for one in beside])
    dialog.accepted.connect(lambda: keeper.rename(preset.key, dialog.folder, dialog.name.text()))
    dialog.open()
