"""Facts and pictures from image and video files: OpenCV, Pillow and PyAV. Importing this costs 0.2 s."""

from vqdesk.adapters.media.reader import MediaReader
from vqdesk.adapters.media.thumbnails import ThumbnailCache

__all__ = ["MediaReader", "ThumbnailCache"]
