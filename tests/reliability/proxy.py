"""A wire between app and engine that can be cut, slowed, held, and that can lie."""

import random
import socket
import struct
import threading
import time
from contextlib import suppress

_CHUNK = 1 << 16
_LOOK_S = 0.2
_FAILED = b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 3\r\nConnection: close\r\n\r\n500"
_METHODS = (b"GET ", b"POST ")
_RESET = struct.pack("ii", 1, 0)


class _Wire:
    """One connection of the app and its counterpart to the engine."""

    def __init__(self, app: socket.socket, engine: socket.socket) -> None:
        self.app, self.engine = app, engine
        self.is_events = False
        self.fails_reply = False

    def cut(self) -> None:
        """Both ends see a reset, as when a cable is pulled and put back."""
        for end in (self.app, self.engine):
            with suppress(OSError):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                end.shutdown(socket.SHUT_RDWR)
            end.close()


class Proxy:
    """Listens on `port` of loopback and forwards to the engine's port."""

    def __init__(self, engine_port: int, rng: random.Random) -> None:
        self._engine_port = engine_port
        self._rng = rng
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._wires: list[_Wire] = []
        self._lock = threading.Lock()
        self._delay_until = self._hold_until = self._refuse_until = 0.0
        self._fail_next = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listener.close()
        self.cut()

    def cut(self) -> None:
        """Every connection breaks; new ones are taken."""
        with self._lock:
            wires, self._wires = self._wires, []
        for wire in wires:
            wire.cut()

    def refuse(self, seconds: float) -> None:
        """Nobody gets through for a while."""
        self._refuse_until = time.monotonic() + seconds
        self.cut()

    def delay(self, seconds: float) -> None:
        """Every piece comes late for a while."""
        self._delay_until = time.monotonic() + seconds

    def hold(self, seconds: float) -> None:
        """Nothing comes through for a while, and then everything."""
        self._hold_until = time.monotonic() + seconds

    def fail_next(self, count: int) -> None:
        """The next requests are answered with 500, about half of them although the engine has done the deed."""
        self._fail_next = count

    def garble(self) -> None:
        """The event socket gets a message that is no JSON, an odd one, or bytes that are no frame at all."""
        payload = self._rng.choice([b"\xff\xfe{", b'{"type": "progress", "data": 7}', b'{"type": NaN', b"[]"])
        frame = bytes([0x81, len(payload)]) + payload
        if self._rng.random() < 0.4:
            frame = self._rng.randbytes(40)
        with self._lock:
            wires = [wire for wire in self._wires if wire.is_events]
        for wire in wires:
            with suppress(OSError):
                wire.app.sendall(frame)

    def _accept(self) -> None:
        while True:
            try:
                app, _ = self._listener.accept()
            except OSError:
                return
            try:
                if time.monotonic() < self._refuse_until:
                    raise ConnectionRefusedError
                engine = socket.create_connection(("127.0.0.1", self._engine_port), timeout=5)
            except OSError:
                app.close()
                continue
            for end in (app, engine):
                end.settimeout(None)
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            wire = _Wire(app, engine)
            with self._lock:
                self._wires.append(wire)
            threading.Thread(target=self._to_engine, args=(wire,), daemon=True).start()
            threading.Thread(target=self._to_app, args=(wire,), daemon=True).start()

    def _to_engine(self, wire: _Wire) -> None:
        with suppress(OSError):
            while data := wire.app.recv(_CHUNK):
                self._wait()
                if b" /ws?" in data[:20]:
                    wire.is_events = True
                elif data.startswith(_METHODS) and self._fail_next > 0:
                    self._fail_next -= 1
                    if self._rng.random() < 0.5:
                        wire.app.sendall(_FAILED)
                        break
                    wire.fails_reply = True
                wire.engine.sendall(data)
        self._end(wire)

    def _to_app(self, wire: _Wire) -> None:
        with suppress(OSError):
            while data := wire.engine.recv(_CHUNK):
                self._wait()
                if wire.fails_reply:
                    wire.app.sendall(_FAILED)
                    break
                wire.app.sendall(data)
        self._end(wire)

    def _wait(self) -> None:
        if time.monotonic() < self._delay_until:
            time.sleep(self._rng.uniform(0, _LOOK_S))
        while time.monotonic() < self._hold_until:
            time.sleep(0.02)

    def _end(self, wire: _Wire) -> None:
        for end in (wire.app, wire.engine):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        with self._lock:
            if wire in self._wires:
                self._wires.remove(wire)
