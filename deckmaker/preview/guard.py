"""Who may ask the server for anything: this machine, the page's own address, and who knows the token in that.

A page from elsewhere, open in the same browser, can send requests to any port of this machine. It does not know the
token. A name that somebody makes lead to this machine (DNS rebinding) is not one of the server's own, so that such a
page gets nothing either; and what does something is done for requests of the page itself alone.
"""

from __future__ import annotations

import secrets
from email.message import Message
from http import HTTPStatus

from deckmaker.dataclasses import dataclass

ADDRESS = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Guard:
    """What is demanded of a request to a server at a `port`: hosts, origins and the first step of the path."""

    port: int
    token: str

    @property
    def home(self) -> str:
        """The address of the page."""
        return f"http://{ADDRESS}:{self.port}/{self.token}/"

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names that lead to the server, as browsers send them."""
        return f"{ADDRESS}:{self.port}", f"localhost:{self.port}"

    def admitted(self, method: str, path: str, headers: Message) -> str | HTTPStatus:
        """Return what of a path is behind the token, without a query, or why a request gets nothing.

        `headers` are found whatever their capitals (RFC 9110, 5.1).
        """
        origin = headers.get("Origin")
        if headers.get("Host") not in self.hosts:
            return HTTPStatus.FORBIDDEN
        if origin is not None and origin not in [f"http://{host}" for host in self.hosts]:
            return HTTPStatus.FORBIDDEN
        if headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
            return HTTPStatus.FORBIDDEN
        if method == "POST" and origin is None:  # browsers always say it of these (Fetch, 3.2: Origin)
            return HTTPStatus.FORBIDDEN
        token, _, rest = path.partition("?")[0].removeprefix("/").partition("/")
        if not secrets.compare_digest(token.encode(), self.token.encode()):
            return HTTPStatus.NOT_FOUND
        return rest


def new_token() -> str:
    """Return a token that nobody guesses: 128 bits."""
    return secrets.token_urlsafe(16)
