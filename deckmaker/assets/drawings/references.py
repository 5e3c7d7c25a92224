"""What a drawing refers to: itself, and pictures that it carries within; nothing else."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from urllib.parse import unquote_to_bytes

from deckmaker.assets.flaw import Unusable
from deckmaker.assets.formats import jpeg, png
from deckmaker.patterns import pattern

# What repeats here keeps what it took (`*+`), so that no pattern goes back, and none looks twice at a letter.
_EMBEDDED = pattern(r"data:image/(png|jpe?g)\s*+((?:;[^,;]*+)*+),", re.IGNORECASE)
_ESCAPE = pattern(r"\\([0-9a-fA-F]{1,6}+)\s?+|\\(.)", re.DOTALL)  # CSS Syntax 3, 4.3.7
_ADDRESS = pattern(r"""url\s*+\(\s*+(?:"([^"]*+)"|'([^']*+)'|([^)]*+))""", re.IGNORECASE)
_RULES = pattern(r"@\s*+(import|keyframes|-webkit-keyframes|namespace|font-face)", re.IGNORECASE)
_LONGEST = 60


class MovesOut(Exception):
    """A reference that leads out of a drawing, or a style that does; says so as the end of a sentence."""


def check_reference(address: str) -> int:
    """Raise MovesOut unless an address leads to a part of the drawing or holds a picture itself; return its pixels."""
    address = address.strip()
    if not address or address.startswith("#"):
        return 0
    found = _EMBEDDED.match(address)
    if not found:
        raise MovesOut(f"refers to `{_short(address)}`")
    body = address[found.end() :]
    try:
        data = b64decode("".join(unquote_to_bytes(body).decode("latin-1").split())) if "base64" in found[2] else b""
        facts = png.facts(data) if found[1].lower() == "png" else jpeg.facts(data)
    except Error as error:
        raise MovesOut("holds a picture that is not whole") from error
    except Unusable as error:
        raise MovesOut(f"holds a picture that {error.flaw.what}") from error
    return facts.width * facts.height


def check_style(text: str) -> None:
    """Raise MovesOut where CSS, or an attribute that may be CSS, loads something or moves."""
    plain = _ESCAPE.sub(_unescaped, without_comments(text))
    for found in _ADDRESS.finditer(plain):
        address = next((one for one in found.groups() if one is not None), "").strip()
        if not address.startswith("#"):
            raise MovesOut(f"refers to `{_short(address)}`")
    if rule := _RULES.search(plain):
        raise MovesOut(f"has `@{rule[1].lower()}`")


def without_comments(text: str) -> str:
    """Return CSS without its comments; one that has no end stays, as if it were none."""
    pieces, position = [], 0
    while (begin := text.find("/*", position)) >= 0 and (end := text.find("*/", begin + 2)) >= 0:
        pieces.append(text[position:begin])
        position = end + 2
    return "".join([*pieces, text[position:]])


def _unescaped(found: re.Match[str]) -> str:
    if not found[1]:
        return str(found[2])
    code = int(found[1], 16)
    return chr(code) if code < 0x110000 else "?"


def _short(address: str) -> str:
    return address if len(address) <= _LONGEST else f"{address[:_LONGEST]}…"
