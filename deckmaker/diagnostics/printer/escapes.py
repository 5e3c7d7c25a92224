"""Characters that must not reach a terminal: a deck's text must not steer what shows a message about it."""

from __future__ import annotations

from deckmaker.diagnostics.shortening import shortened
from deckmaker.patterns import pattern

_UNPRINTABLE = pattern(
    "["
    "\x00-\x1f\x7f-\x9f"  # control characters, escape among them
    "\xad\u034f\u180e\u200b\u2060-\u2065\ufeff\ufff0-\ufffb"  # what nobody sees
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # nor this
    "\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # letters that look like a space
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidirectional controls: they make words stand elsewhere
    "\u2028\u2029"  # line ends
    "\ud800-\udfff"  # halves of surrogate pairs, which no encoding can write
    "]"
)


def printable(text: str) -> str:
    """Return a text of one line with every such character as its escape, such as `\\x1b` or `\\u202e`."""
    return _UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def told(text: str) -> str:
    """Return a text as printable words for people: of one that nobody would read to its end, beginning and end."""
    return shortened(text, printable)
