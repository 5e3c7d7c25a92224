"""Addresses outside a package, with the characters that their standard allows.

PowerPoint repairs a package with a link that is no URI: validators of schemas see text in it.
"""

from __future__ import annotations

from deckmaker.patterns import pattern

_CHARACTER = r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2}|[\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef])"
"""Those of a path (RFC 3986, 3.3), and others as XML Schema allows them in its `anyURI` (RFC 3987, 2.2)."""

_ADDRESS = pattern(
    rf"[A-Za-z][A-Za-z0-9+.\-]*:(?:(?://(?:{_CHARACTER}|[\[\]])*)|{_CHARACTER}*)(?:\?(?:{_CHARACTER}|\?)*)?"
    rf"(?:#(?:{_CHARACTER}|\?)*)?"
)
_PORT = pattern(r"[A-Za-z][^/]*://(?:[^/?#@]*@)?(?:\[[^\]]*\]|[^/?#:]*)(?::(?P<port>[^/?#]*))?(?:[/?#]|$)")


def is_address(written: str) -> bool:
    """Tell whether an absolute address is a URI: one `#` at most, no spaces, each `%` with its two digits."""
    if not _ADDRESS.fullmatch(written):
        return False
    if "//" not in written:
        return True
    match = _PORT.match(written)
    port = match["port"] if match else None
    return not port or (port.isdecimal() and int(port) < 2**16)
