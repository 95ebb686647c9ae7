"""Single window for each library: a second launch hands its requests to the first."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from findling.domain.launch_request import LaunchRequest
    from findling.paths import LibraryPaths

SHOW = "show"
TOGGLE = "toggle"
OPEN_PREFIX = "open:"
"""Prefix of a query."""
ADD = "add:"
"""Prefix of a folder to add."""

ALIKE = "alike:"
"""Prefix of a file whose like are wanted."""
BACKGROUND = "background"
"""Request for nothing: whoever runs already is where a start in the background would be."""
QUIT = "quit"

_LIMIT_BYTES = 4_096
_LONGEST_NAME_BYTES = 103
"""Bytes of a socket's path that every system takes: 107 on Linux and 103 on macOS (`sun_path`), without the zero."""

_TIMEOUT_MS = 1_000
_BACKLOG = 128
_HEARD = b"heard\n"


class SingleInstance(QObject):
    """Lock and local server by which launches for the same library find each other."""

    asked = Signal(str)
    """Request of another launch: a word, or a prefix with what belongs to it."""

    def __init__(self, paths: LibraryPaths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = _name(paths)
        self._address = _address(name)
        # The lock decides, as two starts may come at the same moment; the socket only carries words.
        self._lock = QLockFile(str(_folder() / f"{name}.lock"))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setListenBacklogSize(_BACKLOG)
        self._server.newConnection.connect(self._accept)
        self._takes_requests = False
        self._refusal = ""

    @property
    def unreachable_reason(self) -> str:
        """Return why requests of other launches cannot be heard; "" if they can."""
        # The system's words mislead where a name is too long.
        if self._refusal and len(os.fsencode(self._address)) > _LONGEST_NAME_BYTES:
            return self.tr("the name {name} is too long").format(name=self._address)
        return self._refusal

    @property
    def address(self) -> str:
        """Return the address of the local server."""
        return self._address

    def finds_other(self) -> bool:
        """Return whether another is the running instance."""
        if not self._takes_lock():
            return True
        self._lock.unlock()
        return False

    def claim(self) -> bool:
        """Become the running instance; return False if another is."""
        if not self._takes_lock():
            return False
        # What a process that was killed has left there would keep others from being heard.
        QLocalServer.removeServer(self._address)
        # The window is of use all the same; who opened it is told (`DesktopIntegration`).
        is_heard = self._server.listen(self._address)
        self._refusal = "" if is_heard else f"{self._address}: {self._server.errorString()}"
        return True

    def take_requests(self) -> None:
        """Emit `asked` for each request from now on, those first that came since `claim`.

        A request that is heard before anyone can carry it out would be lost.
        """
        self._takes_requests = True
        self._accept()

    def hold_requests(self) -> None:
        """Leave requests waiting until they are taken again, as between one window and the next."""
        self._takes_requests = False

    def ask_other(self, word: str, timeout_ms: int = _TIMEOUT_MS) -> bool:
        """Send a request to the running instance; return False if too long or not acknowledged."""
        # A name that is no text keeps its bytes.
        line = word.encode("utf-8", "surrogateescape") + b"\n"
        if b"\n" in line[:-1] or len(line) > _LIMIT_BYTES:
            return False
        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if not socket.waitForConnected(timeout_ms):
            return False
        socket.write(line)
        heard = socket.waitForReadyRead(timeout_ms) and bytes(socket.readAll().data()) == _HEARD
        socket.abort()
        return heard

    def release(self) -> None:
        """Release the lock and stop listening."""
        self._server.close()
        self._lock.unlock()

    def _takes_lock(self) -> bool:
        """Lock, if nobody else has; where no lock can be made at all, nobody else can have it."""
        return self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError

    def _accept(self) -> None:
        while self._takes_requests and (socket := self._server.nextPendingConnection()) is not None:
            _Client(socket, self)


class _Client(QObject):
    """Connection of another launch, of which only a short line is read."""

    def __init__(self, socket: QLocalSocket, instance: SingleInstance) -> None:
        super().__init__(instance)
        self._instance = instance
        self._socket = socket
        socket.setParent(self)
        socket.setReadBufferSize(_LIMIT_BYTES)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self.deleteLater)
        timer = QTimer(self, singleShot=True, interval=_TIMEOUT_MS)
        # Not the socket's own method, which PySide complains of on standard error where the server made the socket.
        timer.timeout.connect(self._give_up)
        timer.start()
        if socket.bytesAvailable():
            self._read()

    def _give_up(self) -> None:
        self._socket.abort()

    def _read(self) -> None:
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() >= _LIMIT_BYTES:
                self._socket.abort()
            return
        word = bytes(self._socket.readLine().data()).decode("utf-8", "surrogateescape").rstrip("\n")
        if word in (SHOW, TOGGLE, BACKGROUND, QUIT) or word.startswith((OPEN_PREFIX, ADD, ALIKE)):
            self._socket.write(_HEARD)
            self._socket.flush()
            self._instance.asked.emit(word)
        self._socket.disconnectFromServer()


def list_words(request: LaunchRequest) -> list[str]:
    """Return what to ask of the running instance, in this order."""
    if request.toggle:
        return [TOGGLE]
    words = [f"{ADD}{folder}" for folder in request.folders]
    if request.alike:
        words.append(f"{ALIKE}{request.alike}")
    # Not all white space: a path in it may have two spaces.
    elif query := request.query.replace("\n", " ").strip():
        words.append(f"{OPEN_PREFIX}{query}")
    else:
        words.append(BACKGROUND if request.background else SHOW)
    return words


def _name(paths: LibraryPaths) -> str:
    """Return a name common to the processes of one user and one library."""
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    folder = os.path.realpath(paths.data)
    return (
        f"findling-{hashlib.blake2b(f'{user} {folder}'.encode('utf-8', 'surrogateescape'), digest_size=8).hexdigest()}"
    )


def _folder() -> Path:
    """Return the session's private folder, or the temporary folder."""
    session = os.environ.get("XDG_RUNTIME_DIR", "")
    return Path(session) if session and os.access(session, os.W_OK) else Path(tempfile.gettempdir())


def _address(name: str) -> str:
    """Return a pipe name on Windows, else a path: Qt would put a bare name into the shared /tmp."""
    return name if sys.platform == "win32" else str(_folder() / name)
