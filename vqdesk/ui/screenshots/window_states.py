"""What opens over the window or beside the desk."""

from PySide6.QtCore import QItemSelectionModel

from vqdesk.ui.outputs.entry import DESK, OUTPUTS
from vqdesk.ui.outputs.gallery_keys import GalleryWish
from vqdesk.ui.screenshots.album import Album


def take_dialogs(album: Album) -> None:
    """Windows that the menu and keys open."""
    window, side = album.window, album.window.side
    album.take("command-palette", lambda: _search_commands(album, "retry"))
    album.take("notifications", window.strip.tools.bell.click)
    album.take("settings", side.show_settings)
    album.take("support-bundle", side.show_bundle)


def take_outputs(album: Album) -> None:
    """The gallery, and two clips compared, one of them marked and rated."""
    shooting, places = album.shooting, album.window.places
    places.show(OUTPUTS)
    page = places.page
    view, gallery = page.view, page.view.gallery
    shooting.wait_for(lambda: page.is_loaded and all(map(gallery.known, gallery.ids)), "the outputs are read")
    rows = [gallery.known(one) for one in gallery.ids]
    clips = [at for at, row in enumerate(rows) if row is not None and row.is_clip][:2]
    view.setCurrentIndex(gallery.index(clips[0]))
    for wish in ("rate_4", "favourite"):
        page.do(wish)
    album.take("outputs-gallery")
    view.selectionModel().select(gallery.index(clips[1]), QItemSelectionModel.SelectionFlag.Select)
    page.do(GalleryWish.COMPARE)
    shooting.wait_for(lambda: page.stage.clock.position > 0.5, "both play")
    page.do(GalleryWish.PLAY)
    album.take("outputs")
    page.do(GalleryWish.CLOSE)
    places.show(DESK)


def _search_commands(album: Album, words: str) -> None:
    album.window.palette.open()
    album.window.palette.line.setText(words)
