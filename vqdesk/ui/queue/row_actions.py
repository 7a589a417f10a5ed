"""The buttons inside a job's line: which, with what words, where."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from vqdesk.domain.job import Job
from vqdesk.domain.status import PromptStatus
from vqdesk.ui.commands.list_keys import ListKeys
from vqdesk.ui.queue.row_layout import Columns
from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.painting import Box, paint_box


class RowAction(StrEnum):
    """What a click inside a line does."""

    FOLD = "fold"
    FOLD_GROUP = "fold_group"
    CANCEL = "cancel"
    RETRY = "retry"
    FOLDER = "folder"
    MORE = "more"
    HOLD = "hold"
    RELEASE = "release"
    TOGGLE_HOLD = "toggle_hold"
    NEXT = "next"
    UP = "up"
    DOWN = "down"
    END = "end"
    EARLIER = "earlier"
    LATER = "later"
    STOP_AFTER = "stop_after"
    GO_ON_AFTER = "go_on_after"
    TOGGLE_STOP = "toggle_stop"
    GO_WITHOUT = "go_without"
    RETRY_ALL = "retry_all"
    DUPLICATE = "duplicate"
    NEW_SEEDS = "new_seeds"
    EDIT = "edit"
    REPLACE = "replace"
    RENAME = "rename"
    NOTE = "note"
    RUN = "run"
    LEAVE_RUN = "leave_run"
    RENAME_RUN = "rename_run"
    DELETE = "delete"
    SAVE = "save"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class RowButton:
    """A button of a line; one without words is an icon of 24 px."""

    action: RowAction
    rect: QRect
    words: str = ""
    icon: str = ""


def row_buttons(job: Job, places: Columns, theme: Theme, *, active: bool, roomy: bool) -> list[RowButton]:
    """From right to left. `active`: under the pointer or selected; `roomy`: they hide no time."""
    buttons = [RowButton(RowAction.MORE, places.more, icon="more")]
    right = places.end
    short = not roomy
    for action, words, icon in _wanted(job, active=active, roomy=roomy, short=short):
        width = _width(words, icon, theme)
        rect = QRect(right - width, places.more.y(), width, places.more.height())
        buttons.append(RowButton(action, rect, words, icon))
        right = rect.left() - theme.space.s
    return buttons


FIRST_KEYS: Mapping[RowAction, tuple[str, ...]] = {
    RowAction.CANCEL: ("Del",),
    RowAction.RETRY: ("R",),
    RowAction.RETRY_ALL: ("Shift+R",),
    RowAction.FOLDER: ("O",),
    RowAction.MORE: ("Menu",),
    RowAction.TOGGLE_HOLD: ("H",),
    RowAction.NEXT: ("T",),
    RowAction.UP: ("Alt+Up",),
    RowAction.DOWN: ("Alt+Down",),
    RowAction.END: ("Alt+End",),
    RowAction.EARLIER: ("+", "Shift++"),
    RowAction.LATER: ("-",),
    RowAction.TOGGLE_STOP: ("S",),
    RowAction.EDIT: ("E",),
    RowAction.NOTE: ("N",),
    RowAction.RENAME: ("F2",),
    RowAction.RUN: ("Ctrl+G",),
    RowAction.LEAVE_RUN: ("Ctrl+Shift+G",),
    RowAction.RENAME_RUN: (),
    RowAction.DUPLICATE: ("Ctrl+D",),
    RowAction.NEW_SEEDS: (),
    RowAction.REPLACE: ("Ctrl+H",),
    RowAction.DELETE: ("Shift+Del",),
    RowAction.UNDO: ("Ctrl+Z",),
}
"""What the queue's list hears until the user changes it."""
_SAME_KEYS = {
    RowAction.HOLD: RowAction.TOGGLE_HOLD,
    RowAction.RELEASE: RowAction.TOGGLE_HOLD,
    RowAction.STOP_AFTER: RowAction.TOGGLE_STOP,
    RowAction.GO_ON_AFTER: RowAction.TOGGLE_STOP,
}


def shown_key(action: RowAction, keys: ListKeys) -> str:
    """The key that does it, "" for none."""
    return keys.shown(_SAME_KEYS.get(action, action))


def action_name(action: RowAction, keys: ListKeys) -> str:
    """Name and shortcut, for tool tips."""
    names = {
        RowAction.FOLD: QCoreApplication.translate("RowActions", "Show prompts (Right), hide them (Left)"),
        RowAction.FOLD_GROUP: QCoreApplication.translate("RowActions", "Show jobs (Right), hide them (Left)"),
        RowAction.CANCEL: QCoreApplication.translate("RowActions", "Cancel"),
        RowAction.RETRY: QCoreApplication.translate("RowActions", "Retry failed and canceled prompts"),
        RowAction.FOLDER: QCoreApplication.translate("RowActions", "Open the folder with the outputs"),
        RowAction.MORE: QCoreApplication.translate("RowActions", "More actions"),
        RowAction.HOLD: QCoreApplication.translate("RowActions", "Hold"),
        RowAction.RELEASE: QCoreApplication.translate("RowActions", "Release"),
        RowAction.NEXT: QCoreApplication.translate("RowActions", "Run next"),
    }
    key = shown_key(action, keys)
    return f"{names[action]} ({key})" if key else names[action]


def retry_words(job: Job, *, short: bool = False) -> str:
    """“Retry 2 failed”, or “Retry” for one prompt and where there is little room."""
    number = job.counts.failed
    if number and job.counts.total > 1 and not short:
        return QCoreApplication.translate("RowActions", "Retry {0} failed").format(number)
    return QCoreApplication.translate("RowActions", "Retry")


def paint_row_button(painter: QPainter, button: RowButton, theme: Theme, *, hovered: bool, pressed: bool) -> None:
    """Draws a button like the widgets of the same look."""
    fill = "control.pressed" if pressed else "surface.3" if hovered else "surface.2" if button.words else None
    line = "line.normal" if button.words else None
    if fill or line:
        paint_box(painter, button.rect, Box(fill, line, theme.radius.control), theme)
    size, space = theme.size, theme.space
    icon = QRect(0, 0, size.icon, size.icon)
    if not button.words:
        icon.moveCenter(button.rect.center())
        paint_icon(painter, icon, button.icon, "text.primary" if hovered else "text.secondary", theme)
        return
    words = button.rect.adjusted(size.row_button_padding, 0, -size.row_button_padding, 0)
    if button.icon:
        icon.moveCenter(words.center())
        icon.moveLeft(words.left())
        paint_icon(painter, icon, button.icon, "text.primary", theme)
        words.setLeft(icon.right() + 1 + space.s)
    painter.setFont(theme.font("button"))
    painter.setPen(theme.color("text.primary"))
    painter.drawText(words.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, button.words)


def _wanted(job: Job, *, active: bool, roomy: bool, short: bool) -> list[tuple[RowAction, str, str]]:
    cancel = (RowAction.CANCEL, QCoreApplication.translate("RowActions", "Cancel"), "")
    folder = (RowAction.FOLDER, "", "folder")
    retry = (RowAction.RETRY, retry_words(job, short=short), "refresh")
    hold = (RowAction.RELEASE, "", "play") if job.held else (RowAction.HOLD, "", "pause")
    first = (RowAction.NEXT, "", "top")
    match job.status:
        case PromptStatus.PENDING:
            return [first, hold] if active else []
        case PromptStatus.RUNNING:
            return [cancel] if active or roomy else []
        case PromptStatus.FAILED:
            return [retry, folder] if active and job.counts.succeeded else [retry]
        case PromptStatus.SUCCEEDED:
            return [folder] if active or roomy else []
        case PromptStatus.CANCELED:
            return [retry] if active else []
        case _:
            return []


def _width(words: str, icon: str, theme: Theme) -> int:
    size = theme.size
    if not words:
        return size.control_small
    width = QFontMetrics(theme.font("button")).horizontalAdvance(words) + 2 * size.row_button_padding
    return max(size.button_min, width + (size.icon + theme.space.s if icon else 0))
