"""Reading what a client sends, for as long as one may take in all: one that sends a byte now and then is no browser."""

from __future__ import annotations

import socket
import time
from io import BufferedReader, RawIOBase
from typing import Any


class Patience(RawIOBase):
    """What comes in at a socket. `renew` begins a span of so many seconds, in which a whole request has to come.

    Whoever waits in vain gets a TimeoutError, which is how `http.server` ends a connection.
    """

    def __init__(self, connection: socket.socket, seconds: float) -> None:
        super().__init__()
        self._connection, self._seconds = connection, seconds
        self._until = 0.0
        self.renew()

    def renew(self) -> None:
        """Begin anew."""
        self._until = time.monotonic() + self._seconds

    def readable(self) -> bool:
        """Tell that this can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read what there is, at least a byte unless all is over. Raises TimeoutError when the time is up."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError("a request took too long")
        self._connection.settimeout(left)
        try:
            return self._connection.recv_into(buffer)
        finally:
            self._connection.settimeout(self._seconds)  # as long as a browser may take for each piece of an answer


def patient_reader(connection: socket.socket, seconds: float) -> tuple[BufferedReader, Patience]:
    """Return a stream of what a client sends, and what renews its time."""
    patience = Patience(connection, seconds)
    return BufferedReader(patience), patience
