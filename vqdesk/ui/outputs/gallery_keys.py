"""What the gallery and its player do by key."""

from collections.abc import Mapping
from enum import StrEnum

from vqdesk.domain.outputs import MOST_STARS


class GalleryWish(StrEnum):
    """A wish about what is selected, or about what plays. Ratings are `rate_0` to `rate_5` beside these."""

    FAVOURITE = "favourite"
    TAG = "tag"
    COMPARE = "compare"
    TRASH = "trash"
    PLAY = "play"
    BACK = "back"
    ON = "on"
    LOOP = "loop"
    MUTE = "mute"
    CLOSE = "close"


RATINGS: Mapping[str, int] = {f"rate_{stars}": stars for stars in range(MOST_STARS + 1)}
STRIP_KEYS: Mapping[str, tuple[str, ...]] = {
    **{wish: (str(stars),) for wish, stars in RATINGS.items()},
    GalleryWish.FAVOURITE: ("F",),
}
"""What a filmstrip hears."""
FIRST_KEYS: Mapping[str, tuple[str, ...]] = {
    **STRIP_KEYS,
    GalleryWish.TAG: ("T",),
    GalleryWish.COMPARE: ("C",),
    GalleryWish.TRASH: ("Del",),
    GalleryWish.PLAY: ("Space",),
    GalleryWish.BACK: (",",),
    GalleryWish.ON: (".",),
    GalleryWish.LOOP: ("L",),
    GalleryWish.MUTE: ("M",),
    GalleryWish.CLOSE: ("Esc",),
}
"""What the gallery hears until the user changes it."""
