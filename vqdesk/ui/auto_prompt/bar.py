"""The buttons of auto-prompts, above the table."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from vqdesk.domain.auto_prompt import AutoStage
from vqdesk.ui.widgets.buttons import Button, QuietButton
from vqdesk.ui.widgets.flow import FlowLayout
from vqdesk.ui.widgets.menus import PassingMenu
from vqdesk.ui.widgets.switches import CheckBox


class AutoBar(QWidget):
    """`write_asked` carries an AutoStage; `fill` fills the menu of “Write again”."""

    write_asked = Signal(object)
    apply_asked = Signal()
    clear_asked = Signal()
    review_asked = Signal()

    def __init__(self, fill: Callable[[QMenu], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fill = fill
        self.captions = Button(self.tr("Captions"), small=True)
        self.captions.setToolTip(self.tr("Describes each image that has no caption yet"))
        self.motion = Button(self.tr("Motion prompts"), small=True)
        self.motion.setToolTip(self.tr("Writes texts from captions; no image is read for it"))
        self.both = Button(self.tr("Both"), small=True)
        self.both.setToolTip(self.tr("Captions first, then motion prompts, for images without texts"))
        self.again = QuietButton(self.tr("Write again"), small=True)
        self.again.setToolTip(self.tr("Other texts for the selected images or for all, or a second variant"))
        self.apply = QuietButton(self.tr("Apply all"), small=True)
        self.apply.setToolTip(self.tr("Written texts count from now on"))
        self.clear = QuietButton(self.tr("Clear all"), small=True)
        self.clear.setToolTip(self.tr("Takes captions and texts away; Ctrl+Z brings them back"))
        self.review = QuietButton(self.tr("Review"), small=True)
        self.review.setToolTip(self.tr("One large image after the other, with its texts beside it"))
        self.later = CheckBox(self.tr("Write the rest in the queue"))
        self.later.setToolTip(
            self.tr("Adds images without a text too; the job waits, also for a server, until they have one")
        )
        row = FlowLayout(self)
        for part in (*self.parts, self.later):
            row.addWidget(part)
        self._connect()

    @property
    def parts(self) -> tuple[Button, ...]:
        """All buttons, in order."""
        writing = (self.captions, self.motion, self.both, self.again)
        return (*writing, self.apply, self.clear, self.review)

    def open_again(self) -> None:
        """Shows what can be written again."""
        menu = PassingMenu(self)
        self._fill(menu)
        menu.exec(self.again.mapToGlobal(QPoint(0, self.again.height())))

    def _connect(self) -> None:
        self.captions.clicked.connect(lambda: self.write_asked.emit(AutoStage.CAPTION))
        self.motion.clicked.connect(lambda: self.write_asked.emit(AutoStage.MOTION))
        self.both.clicked.connect(lambda: self.write_asked.emit(AutoStage.BOTH))
        self.again.clicked.connect(self.open_again)
        self.apply.clicked.connect(self.apply_asked)
        self.clear.clicked.connect(self.clear_asked)
        self.review.clicked.connect(self.review_asked)
