"""Which addresses may stand in an output: those of web pages and mailboxes, spelt so that every program reads the same.

Browsers drop tabs and line ends within an address, take `\\` for `/`, and guess at what is missing; PowerPoint wants to
repair a file whose addresses it cannot read. So what is not plainly an address is refused, not guessed at.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from deckmaker.patterns import pattern

_SCHEMES = pattern("(?:https?://|mailto:)[^/?#]", re.IGNORECASE)
_SAFE = pattern("(?:https?|mailto):", re.IGNORECASE)
_SCHEME = pattern(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_BLANKS = pattern(r"[\s\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_NO_HOST = pattern(r"[%<>\"{}|^`\\]")


@lru_cache(maxsize=64)  # a presentation may name a long one at each word
def address_of(written: str) -> str | None:
    """Return an address as it may stand in an output, percent-encoded (RFC 3986, 2.1); None if it may not.

    A scheme other than http, https and mailto could run code or reach local files; so could an address without one.
    """
    address = written.strip(" ")
    if _BLANKS.search(address) or "\\" in address or not _SCHEMES.match(address):
        return None
    from markdown_it.common.normalize_url import normalizeLink  # as for the links in texts; most texts are none

    address, sharp, fragment = normalizeLink(address).partition("#")
    address += sharp + fragment.replace("#", "%23")  # a URI has one (RFC 3986, 3.5), and browsers take more
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises where it is no number, or too large
    except ValueError:
        return None
    if parts.scheme == "mailto":
        return address
    return address if parts.hostname and not _NO_HOST.search(parts.netloc) else None


def help_for(written: str) -> str:
    """Return a way out of the commonest slips in addresses."""
    if re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", written):
        return f"write `mailto:{written}`"
    if re.match(r"www\.|[\w-]+(\.[\w-]+)*\.(com|org|net|edu|gov|int)\b", written, re.IGNORECASE):
        return f"write `https://{written}`"
    if _SAFE.match(written.strip(" ")):
        return "write a space as `%20`" if " " in written.strip(" ") else "write the address in full, with its host"
    if _SCHEME.match(_BLANKS.sub("", written)):
        return "link to a page of the web, or take the link out"
    return "begin with `https://`; files cannot be linked to, since they do not travel with every output"
