"""How far the inputs of a submission are: written by the thread that copies, read and stopped by the window."""

from vqdesk.domain.errors import Stopped


class Copying:
    """Counts files. Every field is one number or flag, so that both threads may use it without a lock."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self.is_stopped = False

    def stop(self) -> None:
        """Ends it after the file that is being copied; then nothing is queued."""
        self.is_stopped = True

    def tell(self, done: int, total: int) -> None:
        """For the thread that copies. Raises Stopped."""
        self.done, self.total = done, total
        if self.is_stopped:
            raise Stopped(
                "Nothing was queued.",
                f"You stopped it after {done} of {total} files.",
                "Add the job again when you like.",
            )
