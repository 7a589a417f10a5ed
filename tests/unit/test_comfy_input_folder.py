"""Where a server's inputs lie, from the words it was started with."""

import pytest

from vqdesk.adapters.comfy.input_folder import input_folder_of


@pytest.mark.parametrize(
    ("argv", "system", "folder"),
    [
        (["main.py", "--port", "8188"], "posix", ""),
        (["/opt/ComfyUI/main.py"], "posix", "/opt/ComfyUI/input"),
        (["main.py", "--base-directory", "/data/comfy"], "posix", "/data/comfy/input"),
        (["/opt/main.py", "--base-directory=/data", "--input-directory", "/pics"], "posix", "/pics"),
        (["/opt/main.py", "--input-directory", "/old", "--input-directory=/new"], "posix", "/new"),
        (["/opt/main.py", "--input-directory", "beside"], "posix", ""),
        (["/opt/main.py", "--input-directory"], "posix", "/opt/input"),
        (["C:\\Comfy\\main.py"], "nt", "C:\\Comfy\\input"),
        ([], "posix", ""),
        (["main.py", 5], "posix", ""),
        (None, "posix", ""),
        ("/opt/main.py", "", ""),
    ],
)
def test_the_folder_is_told_by_the_words_of_the_start(argv: object, system: str, folder: str) -> None:
    assert input_folder_of(argv, system) == folder
