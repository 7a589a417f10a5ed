"""What the keys of the lists do, in words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from vqdesk.ui.outputs.gallery_keys import RATINGS, GalleryWish
from vqdesk.ui.queue.row_actions import RowAction


def job_words() -> Mapping[RowAction, str]:
    """What is done with the selected jobs."""
    return {
        RowAction.CANCEL: _tr("Cancel"),
        RowAction.RETRY: _tr("Retry"),
        RowAction.RETRY_ALL: _tr("Retry failed and canceled"),
        RowAction.TOGGLE_HOLD: _tr("Hold or release"),
        RowAction.NEXT: _tr("Run next"),
        RowAction.UP: _tr("Move up"),
        RowAction.DOWN: _tr("Move down"),
        RowAction.END: _tr("Move to the end"),
        RowAction.EARLIER: _tr("Raise priority"),
        RowAction.LATER: _tr("Lower priority"),
        RowAction.TOGGLE_STOP: _tr("Stop after this one, or do not"),
        RowAction.EDIT: _tr("Edit values…"),
        RowAction.REPLACE: _tr("Find and replace in texts…"),
        RowAction.DUPLICATE: _tr("Duplicate"),
        RowAction.NEW_SEEDS: _tr("Duplicate with new seeds"),
        RowAction.RENAME: _tr("Rename…"),
        RowAction.NOTE: _tr("Note…"),
        RowAction.RUN: _tr("Put into a run…"),
        RowAction.LEAVE_RUN: _tr("Take out of the run"),
        RowAction.RENAME_RUN: _tr("Rename the run…"),
        RowAction.FOLDER: _tr("Open folder with the job's outputs"),
        RowAction.DELETE: _tr("Delete from the list"),
        RowAction.UNDO: _tr("Undo the last change of the queue"),
        RowAction.MORE: _tr("More actions…"),
    }


def gallery_words() -> Mapping[str, str]:
    """What is done with the selected outputs, and with what plays."""
    rating = _tr("Rate: {0} of 5 stars")
    return {
        **{
            wish: rating.format(stars) if stars else _tr("Take the rating away") for wish, stars in RATINGS.items()
        },
        GalleryWish.FAVOURITE: _tr("Favourite, or not"),
        GalleryWish.TAG: _tr("Add a tag"),
        GalleryWish.COMPARE: _tr("Play or compare the selected outputs"),
        GalleryWish.TRASH: _tr("Move outputs to the trash"),
        GalleryWish.PLAY: _tr("Play or pause"),
        GalleryWish.BACK: _tr("One frame back"),
        GalleryWish.ON: _tr("One frame on"),
        GalleryWish.LOOP: _tr("Play in a loop, or once"),
        GalleryWish.MUTE: _tr("Sound on or off"),
        GalleryWish.CLOSE: _tr("Close the player"),
    }


def fixed_keys() -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Place, name, words and keys of what cannot be changed, because it is the same in every list."""
    return [
        ("job", "fold", _tr("Show or hide prompts, or the jobs of a group"), ("Right", "Left")),
        ("job", "open", _tr("Go to the detail"), ("Return",)),
        ("gallery", "open", _tr("Play"), ("Return",)),
        ("gallery", "copy", _tr("Copy the files"), ("Ctrl+C",)),
        ("gallery", "undo", _tr("Take back out of the trash"), ("Ctrl+Z",)),
        ("gallery", "wipe", _tr("Move the edge of the comparison"), ("Shift+Left", "Shift+Right")),
        ("images", "preview", _tr("Look at it large"), ("Space",)),
        ("images", "remove", _tr("Remove"), ("Del",)),
        ("images", "move", _tr("Move"), ("Alt+Left", "Alt+Right")),
        ("images", "undo", _tr("Undo"), ("Ctrl+Z",)),
        ("table", "edit", _tr("Edit the cell"), ("Return", "F2")),
        ("table", "copy", _tr("Copy cells"), ("Ctrl+C",)),
        ("table", "paste", _tr("Paste cells"), ("Ctrl+V",)),
        ("table", "clear", _tr("Clear cells"), ("Del",)),
        ("table", "fill", _tr("Fill down"), ("Ctrl+D",)),
        ("table", "find", _tr("Find and replace"), ("Ctrl+H",)),
        ("table", "undo", _tr("Undo"), ("Ctrl+Z",)),
        ("table", "redo", _tr("Redo"), ("Ctrl+Y",)),
        ("lines", "open", _tr("Open the line"), ("Return",)),
        ("lines", "copy", _tr("Copy the lines"), ("Ctrl+C",)),
        ("lines", "all", _tr("Select all lines"), ("Ctrl+A",)),
        ("lines", "fold", _tr("Fold or unfold a part of the graph"), ("Left", "Right")),
        ("tabs", "rename", _tr("Rename the tab"), ("F2",)),
        ("tabs", "close", _tr("Close the tab"), ("Del",)),
        ("tabs", "move", _tr("Move the tab"), ("Alt+Left", "Alt+Right")),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ListWords", text)
