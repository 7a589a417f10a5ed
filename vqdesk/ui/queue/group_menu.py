"""What the menu of a group's head has above that of its jobs."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from vqdesk.ui.queue.group_folds import GroupFolds
from vqdesk.ui.queue.lines import GroupKey


def add_folding(menu: QMenu, heads: Sequence[GroupKey], folds: GroupFolds) -> None:
    """Folding of these groups, and of all, above what the menu has."""
    first = menu.actions()[0]

    def add(words: str, act: Callable[[], None], possible: bool = True, key: str = "") -> None:
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        entry = QAction(f"{words}\t{shown}" if key else words, menu, enabled=possible)
        entry.triggered.connect(lambda _checked: act())
        menu.insertAction(first, entry)

    if all(head in folds for head in heads):
        add(_tr("Unfold"), lambda: folds.fold(heads, is_folded=False), key="Right")
    else:
        add(_tr("Fold"), lambda: folds.fold(heads), key="Left")
    unfolded = [head for head in folds.heads if head not in folds]
    add(_tr("Fold all groups"), lambda: folds.fold(folds.heads), bool(unfolded))
    some_folded = len(unfolded) < len(folds.heads)
    add(_tr("Unfold all groups"), lambda: folds.fold(folds.heads, is_folded=False), some_folded)
    menu.insertSeparator(first)


def _tr(text: str) -> str:
    return QCoreApplication.translate("GroupMenu", text)
