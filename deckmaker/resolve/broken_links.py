"""Links that were meant and are none: they stay as they are typed, and nobody can follow them."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics
from deckmaker.patterns import pattern
from deckmaker.resolve.passages import Passage
from deckmaker.resolve.white_space import code_spans
from deckmaker.values.stand_ins import as_typed

_ADDRESS = r"\((?:https?://|mailto:)[^\s()<>]*+"
_BROKEN = pattern(
    rf"(?<!\\)\[[^\[\]\n]{{1,300}}(?<!\\)\](?:(?<!\[sic\])(?<=[^\W\d]\]) {_ADDRESS}\)"
    rf"|{_ADDRESS}(?:[ \t]+(?![\"'(\s])[^()\n]*\)|[ \t]*$))"
)
"""A link with a space before its address or in it, which a title would follow in quotes, or without an end. A number
before an address, as in `[3] (https://example.org)`, is that of a source."""

_HELP = "write `[words](address)` without a space in it; within an address, write `%20` for each"


def report_broken_links(passage: Passage, diagnostics: Diagnostics) -> None:
    """Report them in the words of a paragraph, which may hold code."""
    text = passage.text
    code = [*code_spans(text)] if "`" in text else []
    for found in _BROKEN.finditer(text):
        begin, end = found.span()
        if not any(first < end and begin < last for first, last in code):
            place = passage.place(text, begin, end)
            diagnostics.report("stays-as-typed", as_typed(f"`{found[0]}` makes no link"), place, _HELP)
