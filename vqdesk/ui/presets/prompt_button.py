"""Saved texts beside the prompts: put one in, keep what is there."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from vqdesk.domain.presets import Preset, PresetKey, PresetKind
from vqdesk.ui.presets.keeper import PresetKeeper
from vqdesk.ui.presets.renaming import rename_preset
from vqdesk.ui.widgets.buttons import QuietButton
from vqdesk.ui.widgets.menus import PassingMenu

_SHOWN = 60  # letters of a text in its tool tip


class PromptPresetButton(QuietButton):
    """`chosen` carries a Preset; `texts` gives what is kept under a new name."""

    chosen = Signal(object)

    def __init__(
        self, keeper: PresetKeeper, texts: Callable[[], Mapping[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__("", icon="list", small=True, parent=parent)
        self.setText(self.tr("Presets"))
        self.setToolTip(self.tr("Texts that were kept, for all workflows of this kind"))
        self._keeper = keeper
        self._texts = texts
        self.clicked.connect(lambda: self.make_menu().popup(self.mapToGlobal(QPoint(0, self.height()))))

    def make_menu(self) -> QMenu:
        """The kept texts by folder, and keeping those that are here."""
        menu = PassingMenu(self)
        menu.setToolTipsVisible(True)
        folders: dict[str, QMenu] = {}
        for preset in self._keeper.prompts:
            folder = preset.key.folder
            if folder and folder not in folders:
                folders[folder] = menu.addMenu(folder.replace("&", "&&"))
            action = folders.get(folder, menu).addAction(preset.key.name.replace("&", "&&"))
            action.setToolTip(" … ".join(str(text)[:_SHOWN] for text in preset.values.values()))
            if preset.problem is not None:
                action.setText(self.tr("{0} (damaged)").format(action.text()))
                action.setToolTip(preset.problem.sentence())
                action.setEnabled(False)
            action.triggered.connect(lambda _=False, one=preset: self.chosen.emit(one))
        if self._keeper.prompts:
            menu.addSeparator()
        keep = menu.addAction(self.tr("Keep these texts…"), self._ask_name)
        keep.setEnabled(any(self._texts().values()))
        renaming = menu.addMenu(self.tr("Rename"))
        renaming.setEnabled(bool(self._keeper.prompts))
        removal = menu.addMenu(self.tr("Delete"))
        removal.setEnabled(bool(self._keeper.prompts))
        for preset in self._keeper.prompts:
            label = preset.label.replace("&", "&&")
            renaming.addAction(label, lambda one=preset: self._rename(one))
            removal.addAction(label, lambda one=preset: self._keeper.delete(one.key))
        return menu

    def keep(self, folder: str, name: str, overwrite: bool = False) -> None:
        """Saves what is there."""
        key = PresetKey(PresetKind.PROMPT, self._keeper.category, folder, name)
        texts = {one: text for one, text in self._texts().items() if text}
        self._keeper.save(Preset(key, texts), overwrite)

    def _ask_name(self) -> None:
        taken = [one.label for one in self._keeper.prompts]
        from vqdesk.ui.presets.dialog import PresetDialog  # loaded when it is wanted

        dialog = PresetDialog(self.tr("Keep these texts"), self.tr("Keep texts"), self, taken=taken)
        dialog.accepted.connect(lambda: self.keep(dialog.folder, dialog.name.text(), dialog.overwrites))
        dialog.open()

    def _rename(self, preset: Preset) -> None:
        rename_preset(self._keeper, preset, self._keeper.prompts, self)
