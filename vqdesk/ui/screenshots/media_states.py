"""States of the images, of the form and of what a workspace is for."""

import shutil
from pathlib import Path

from PIL import Image

from vqdesk.domain.modes import Mode
from vqdesk.ui.screenshots.album import Album

_WIDE = (1800, 500)
_TINY = (160, 96)


def take_media(album: Album, photos: Path) -> None:
    """Pictures that will be cropped or enlarged, and one that is there twice; one of them large."""
    shooting, page = album.shooting, album.window.workspace.page
    more = photos.parent / "More"
    more.mkdir()
    shutil.copy(photos / "two_dogs.jpg", more / "two_dogs (copy).jpg")
    with Image.open(photos / "mountain_trail.jpg") as trail:
        trail.crop((0, 0, trail.width, trail.width * _WIDE[1] // _WIDE[0])).resize(_WIDE).save(
            more / "panorama.jpg"
        )
        trail.resize(_TINY).save(more / "thumbnail.jpg")
    shooting.choose_workflow("wan22-i2v")
    page.media.add([str(more)])
    shooting.wait_for(lambda: not page.media.is_busy, "the images are read")
    album.take("media-warnings")
    page.media.show_preview(0)
    preview = page.media.preview
    shooting.wait_for(lambda: preview is not None and not preview.picture.isNull(), "the image is shown large")
    album.take("media-preview")
    preview.dismiss()


def take_modes(album: Album) -> None:
    """The same workspace for each kind of work."""
    shooting, workspace = album.shooting, album.window.workspace
    for mode in Mode:
        workspace.page.modes.chosen.emit(mode)
        shooting.wait_for(lambda mode=mode: workspace.state.mode == mode, f"the mode {mode}")
        album.take(f"mode-{mode.value.replace('_', '-')}")
    workspace.page.modes.chosen.emit(Mode.BATCH)
    shooting.wait_for(lambda: workspace.state.mode == Mode.BATCH, "the first mode again")


def take_bad_input(album: Album, photos: Path, workflows: Path) -> None:
    """Files that are no pictures, numbers that are none, a workflow that cannot be read."""
    (workflows / "portrait.yaml").write_text("name: portrait\ntitle: [half\ninput: {kind\n")
    (photos / "empty.png").write_bytes(b"")
    (photos / "letter.png").write_text("not a picture")
    shooting, workspace = album.shooting, album.window.workspace
    shooting.choose_workflow("camera-move")
    workspace.reload_workflows()
    workspace.page.media.add([str(photos / "empty.png"), str(photos / "letter.png")])
    shooting.wait_for(lambda: not workspace.page.media.is_busy, "the files are read")
    shooting.type_into("Width", "1281")
    shooting.type_into("Frames", "none")
    album.take("bad-input")
    (workflows / "portrait.yaml").unlink()
    workspace.reload_workflows()
    workspace.page.media.clear()
    workspace.page.media.add(sorted(str(path) for path in photos.glob("*.jpg")))
    shooting.wait_for(lambda: not workspace.page.media.is_busy, "the photos are back")
