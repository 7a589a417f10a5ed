"""What a try has brought: caption, texts, what each step took."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.auto_prompt import AutoBatch, AutoImage, BatchStep
from vqdesk.domain.errors import Problem
from vqdesk.ui.detail.texts import SelectableText, copy_text
from vqdesk.ui.detail.words import span
from vqdesk.ui.language import in_words
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import LinkButton
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import row_of


class TryResult(QWidget):
    """Fills from top to bottom while the try goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(current_theme().space.xs)
        self.problem = Label("", "small", "status.failed", wrap=True)
        self.caption = SelectableText()
        self.texts: list[SelectableText] = []
        self.copy = LinkButton(self.tr("Copy texts"))
        self.copy.clicked.connect(lambda: copy_text("\n\n".join(self._texts)))
        self._caption_head = Label("", "small", "text.secondary")
        self._steps = Label("", "small", "text.secondary", wrap=True)
        self._motion = QWidget()
        self._motion_rows = QVBoxLayout(self._motion)
        self._motion_rows.setContentsMargins(0, 0, 0, 0)
        for part in (self._steps, self._caption_head, self.caption, self._motion, self.problem):
            self._rows.addWidget(part)
        self._rows.addLayout(row_of(self.copy, None))
        self.clear()

    @property
    def steps(self) -> str:
        """The steps beside the images, with their times."""
        return self._steps.text()

    def clear(self) -> None:
        """Shows nothing."""
        self._texts = ()
        self._steps.setText("")
        self._show_texts(())
        for part in (self._steps, self._caption_head, self.caption, self._motion, self.problem, self.copy):
            part.hide()

    def add_step(self, step: BatchStep) -> None:
        """Another step is done."""
        line = self.tr("{0}: {1}").format(in_words(step.words), span(step.seconds))
        self._steps.setText("\n".join(filter(None, (self._steps.text(), line))))
        self._steps.show()

    def show_image(self, image: AutoImage) -> None:
        """What there is of it so far."""
        if image.caption:
            took = self.tr("taken again") if not image.caption_s else span(image.caption_s)
            self._caption_head.setText(self.tr("Caption · {0}").format(took))
            self.caption.setText(image.caption)
            self._caption_head.show()
            self.caption.show()
        if image.texts:
            self._show_texts(image.texts, span(image.motion_s), tuple(map(in_words, image.notes)))
        if image.problem:
            self.show_problem(image.problem)

    def show_problem(self, problem: Problem) -> None:
        """Why there is no more."""
        self.problem.setText(problem.sentence())
        self.problem.show()

    def show_models(self, batch: AutoBatch) -> None:
        """Who has written, at the end."""
        models = " → ".join(filter(None, (batch.caption_model, batch.motion_model)))
        took = self.tr("{0} in all, by {1}").format(span(batch.seconds), models)
        self._steps.setText("\n".join(filter(None, (self._steps.text(), took))))
        self._steps.show()

    def _show_texts(self, texts: tuple[str, ...], took: str = "", notes: tuple[str, ...] = ()) -> None:
        while (item := self._motion_rows.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self._texts, self.texts = texts, []
        for number, text in enumerate(texts, 1):
            name = self.tr("Clip {0}").format(number) if len(texts) > 1 else self.tr("Motion prompt")
            head = self.tr("{0} · {1}").format(name, took) if number == 1 else name
            self._motion_rows.addWidget(Label(head, "small", "text.secondary"))
            self.texts.append(SelectableText(text))
            self._motion_rows.addWidget(self.texts[-1])
        for note in notes:
            self._motion_rows.addWidget(Label(note, "small", "status.paused", wrap=True))
        self._motion.setVisible(bool(texts))
        self.copy.setVisible(bool(texts))
