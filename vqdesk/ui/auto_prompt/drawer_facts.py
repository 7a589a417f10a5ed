"""What the models are told of the workflow, and how many texts are kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vqdesk.domain.auto_prompt import WorkflowContext
from vqdesk.ports import KeptTexts
from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import LinkButton
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.question import Question, Role
from vqdesk.ui.widgets.surfaces import Card


class ContextCard(Card):
    """Hidden until there is a workflow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.rows.setSpacing(current_theme().space.xs)
        self.rows.addWidget(Label(self.tr("The model is also told"), "label_strong"))
        self.words = Label("", "small", "text.secondary", wrap=True)
        self.rows.addWidget(self.words)
        self.hide()

    def show_context(self, context: WorkflowContext) -> None:
        """Clips, frames and moments of a workflow."""
        lines = [context.title]
        facts = (context.frames, f"{context.fps:g}", f"{context.seconds:.1f}")
        if context.frames and context.clips == 1:
            lines.append(self.tr("1 clip of {0} frames at {1} fps, {2} s").format(*facts))
        elif context.frames:
            words = self.tr("{0} clips of {1} frames at {2} fps, {3} s each")
            lines.append(words.format(context.clips, *facts))
        if context.markers:
            lines.append(self.tr("Moments of each clip: {0}").format(", ".join(context.markers)))
        self.words.setText("\n".join(filter(None, lines)))
        self.setVisible(bool(context.workflow))


class KeptLine(QWidget):
    """“12 captions and 24 motion prompts are kept”, and the way to forget them."""

    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._kept = KeptTexts(0, 0)
        self.words = Label("", "small", "text.secondary", wrap=True)
        self.words.setToolTip(self.tr("The same image and the same system prompt are not asked for again"))
        self.forget = LinkButton(self.tr("Forget them…"))
        self.forget.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.forget)

    def read(self) -> None:
        """Asks how many there are."""
        self._calls.ask(self, lambda desk: desk.auto_prompt.kept(), self._show, self.failed.emit)

    def _show(self, kept: KeptTexts) -> None:
        self._kept = kept
        captions = self.tr("1 caption") if kept.captions == 1 else self.tr("{0} captions").format(kept.captions)
        one = kept.motions == 1
        motions = self.tr("1 motion prompt") if one else self.tr("{0} motion prompts").format(kept.motions)
        self.words.setText(self.tr("Kept: {0}, {1}").format(captions, motions))
        self.forget.setVisible(bool(kept.captions + kept.motions))

    def _ask(self) -> None:
        words = self.tr("They are written anew when they are needed next. Texts in tabs and jobs stay.")
        verb = self.tr("Forget {0} texts").format(self._kept.captions + self._kept.motions)
        box = Question(self.tr("Forget kept texts"), words, "", self.window())
        go = box.add(verb, Role.DestructiveRole)
        box.add(self.tr("Keep them"), Role.RejectRole)
        go.clicked.connect(self._forget)
        box.open()

    def _forget(self) -> None:
        self._calls.ask(
            self, lambda desk: desk.auto_prompt.forget_kept(), lambda _done: self.read(), self.failed.emit
        )
