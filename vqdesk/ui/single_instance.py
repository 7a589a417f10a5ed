"""One desktop per data folder: a second start raises the first, hands over its files, and goes away."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from vqdesk.domain.errors import UserError

_ANSWER_MS = 500
_HANDOVER_MS = 5_000
_MOST_BYTES = 8 << 20
"""Of a message: the paths of a very large folder, each named by itself."""


class SingleInstance(QObject):
    """Listens under a name made of the data folder. `raised` comes when a second start knocked, then its files."""

    raised = Signal()
    opened = Signal(list)  # absolute paths

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(str(data_folder.resolve()).encode()).hexdigest()
        self.name = f"vqdesk-{digest[:16]}"
        self._visits: list[_Visit] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._knocked)

    def is_first(self, files: Sequence[str] = ()) -> bool:
        """Takes the name; False when another desktop has it, which was raised and given the files.

        Raises UserError when that one takes no files.
        """
        if self._knock(files):
            return False
        QLocalServer.removeServer(self.name)  # left over by a process that was killed
        self._server.listen(self.name)
        return True

    def close(self) -> None:
        """Gives the name back."""
        self._server.close()
        for visit in self._visits:
            visit.cut()
        self._visits.clear()

    def _knock(self, files: Sequence[str]) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self.name)
        if not socket.waitForConnected(_ANSWER_MS):
            socket.abort()
            return False
        if files:
            self._hand_over(socket, json.dumps(list(files)).encode())
        socket.disconnectFromServer()
        return True

    def _hand_over(self, socket: QLocalSocket, message: bytes) -> None:
        socket.write(message)
        while socket.bytesToWrite():
            if not socket.waitForBytesWritten(_HANDOVER_MS):
                raise UserError(
                    "The window that is open did not take the files.",
                    f"It has not listened for {_HANDOVER_MS // 1000} seconds.",
                    "Try again, or drop them on the window.",
                )

    def _knocked(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            visit = _Visit(connection, self)
            visit.named.connect(self.opened)
            self._visits.append(visit)
            visit.ended.connect(self._forget)
        self.raised.emit()

    def _forget(self, visit: "_Visit") -> None:
        self._visits.remove(visit)


class _Visit(QObject):
    """What one second start says until it goes."""

    named = Signal(list)  # absolute paths
    ended = Signal(object)  # itself

    def __init__(self, connection: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._held = bytearray()
        self._connection = connection
        connection.setParent(self)
        connection.readyRead.connect(self._hold)
        connection.disconnected.connect(self._end)

    def cut(self) -> None:
        """Hears nothing more."""
        self._connection.blockSignals(True)
        self._connection.abort()
        self.deleteLater()

    def _hold(self) -> None:
        self._held += self._connection.readAll().data()
        del self._held[_MOST_BYTES:]  # what is cut short cannot be read, and names nothing

    def _end(self) -> None:
        self._hold()
        self.ended.emit(self)
        self.deleteLater()
        if files := _files_in(bytes(self._held)):
            self.named.emit(files)


def _files_in(message: bytes) -> list[str]:
    """Only absolute paths; nothing for what no second start of ours has sent."""
    try:
        found = json.loads(message) if message else []
    except (ValueError, RecursionError):
        return []
    named = found if isinstance(found, list) else []
    return [one for one in named if isinstance(one, str) and Path(one).is_absolute()]
