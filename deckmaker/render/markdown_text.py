"""Plain text as Markdown that no reader takes for anything else: not CommonMark's, not GitHub's (GFM), not Pandoc's.

Sources: CommonMark 0.31.2; GitHub Flavored Markdown Spec 0.29, 6.9 (autolinks); Pandoc User's Guide, its Markdown.
What a reader does with typography, such as curly quotes, is its own affair.
"""

from __future__ import annotations

import re

from deckmaker.patterns import pattern

APART = "<!-- -->"
"""What no reader sees, and the rules of emphasis take for punctuation."""

_TOP_LEVEL = "biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|[a-z]{2}"
"""Ends of names that linkify-it takes for addresses without being told that they are."""

_SPECIAL = pattern(
    r"[\\`*_\[\]<>#~^|&$@{]"  # `$` and `{` begin formulas and attributes in Pandoc, `@` a citation
    r"|/(?=/)|(?<=www)\.|(?<=\w)\.(?=(?:" + _TOP_LEVEL + r")(?![^\W_]))"  # what begins or parts addresses
    r"|:(?!\d\d?:)(?=[\w+-]+:)",  # `:smile:`, but not times of day
    re.IGNORECASE,
)
_MAIL = pattern(r"(?<=[\w.+-])@(?=\w)")
"""A sign between words: GFM looks for addresses when escapes are gone."""

_LIST = r"\(?(?:\d{1,9}|(?![A-Z]\.\s)[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)(?=[.)](?:\s|$))"
"""What numbers an item, up to its sign. Of a capital and a point Pandoc asks for two spaces: names begin so."""

_BLOCK_START = pattern(rf"^({_LIST}|(?:[Tt]able)?(?=:)|(?=[-+=%]))")
"""What would be a list, a rule, an underline, a definition, a caption or a title block."""

_BOX = pattern(r"^(\\\[)(?=[ xX]\\\](?:\s|$))")
"""A box to tick, which Pandoc looks for when escapes are gone."""

_LINK_DEFINITION = pattern(r"\S+(?:\s+[\"'(].*)?")
"""A text that would be an address, perhaps with a title, behind a label. Any other has words that are neither."""


def escaped(text: str) -> str:
    """Return a text in which no sign is a mark, wherever it stands."""
    return "".join(escaped_characters(text))


def escaped_characters(text: str) -> list[str]:
    """Return what stands for each character of a text, such that no sign in it is a mark."""
    characters = list(text)
    for found in _SPECIAL.finditer(text):
        characters[found.start()] = f"\\{found[0]}"
    for found in _MAIL.finditer(text):
        characters[found.start()] = f"{APART}\\@"
    return characters


def described(text: str) -> str:
    """Return what describes a picture, such that no sign in it is a mark. It holds no address that a reader would look
    for, and no comment that a reader would leave out."""
    return escaped(text).replace(APART, "")


def block(markup: str) -> str:
    """Return inline Markdown as the beginning of a block: a paragraph, an item, a heading, a quote."""
    return _BOX.sub(rf"\1{APART}", _BLOCK_START.sub(r"\1\\", markup.lstrip(" ")))


def labelled(label: str, markup: str) -> str:
    """Return the text of a footnote behind its label.

    For readers that know no footnotes, a label and an address define a link: something follows, which no reader sees.
    """
    text = block(markup)
    return f"{label}: {text}" + (f" {APART}" if _LINK_DEFINITION.fullmatch(text) else "")
