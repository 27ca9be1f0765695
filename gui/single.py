"""One window a home and person: a second start brings the first one up."""

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

#: Milliseconds that the first window gets to answer.
_PATIENCE_MS = 1_000


class Single(QObject):
    """The name under which a window of a home is found on this machine.

    Args:
        home: The home folder.
    """

    called = Signal()

    def __init__(self, home: Path) -> None:
        super().__init__()
        digest = hashlib.sha256(f"{home.resolve()}|{getpass.getuser()}".encode()).hexdigest()[:16]
        self._name = f"syspro-stripe-tray-{digest}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._call)

    def take(self) -> bool:
        """Take the name; where a window has it already, call that one up and return false."""
        if self._call_first():
            return False
        # What a window that was killed has left behind is removed.
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def give_back(self) -> None:
        """Give the name back."""
        self._server.close()

    def _call_first(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        found = socket.waitForConnected(_PATIENCE_MS)
        if found:
            socket.disconnectFromServer()
        return found

    def _call(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.deleteLater()
            self.called.emit()
