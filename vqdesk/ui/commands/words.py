"""Names of the sections of the book."""

from PySide6.QtCore import QCoreApplication


def section_words(section: str) -> str:
    """A section as it is read."""
    words = {
        "app": _tr("VQDesk"),
        "view": _tr("View"),
        "workspace": _tr("Workspaces"),
        "form": _tr("Form"),
        "workflow": _tr("Workflows"),
        "queue": _tr("Queue"),
        "job": _tr("Selected jobs"),
        "gallery": _tr("Outputs and player"),
        "images": _tr("Images of the form"),
        "table": _tr("Texts for every image"),
        "lines": _tr("Logs and graphs"),
        "tabs": _tr("Tabs of workspaces"),
        "go": _tr("Go to"),
        "folder": _tr("Folders"),
    }
    return words.get(section, section)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CommandSections", text)
