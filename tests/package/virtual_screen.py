"""A screen that nobody sees."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def virtual_screen() -> Iterator[str]:
    """Its name, as DISPLAY takes it, once it is there."""
    ready, told = os.pipe()
    command = ["Xvfb", "-displayfd", str(told), "-noreset", "-screen", "0", "1280x800x24"]
    server = subprocess.Popen(command, pass_fds=[told], stderr=subprocess.DEVNULL)
    os.close(told)
    try:
        with os.fdopen(ready) as said:
            yield f":{said.readline().strip()}"
    finally:
        server.terminate()
        server.wait(30)
