"""One desktop per data folder: a second start raises the first and goes away."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_MS = 500


class SingleInstance(QObject):
    """Listens under a name made of the data folder. `raised` comes when a second start knocked."""

    raised = Signal()

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(str(data_folder.resolve()).encode()).hexdigest()
        self._name = f"vqdesk-{digest[:16]}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._knocked)

    def is_first(self) -> bool:
        """Takes the name; False when another desktop has it and was raised."""
        if self._knock():
            return False
        QLocalServer.removeServer(self._name)  # left over by a process that was killed
        self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Gives the name back."""
        self._server.close()

    def _knock(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = socket.waitForConnected(_ANSWER_MS)
        socket.abort()
        return answered

    def _knocked(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.deleteLater()
        self.raised.emit()
