"""Pandoc's line blocks, whose lines begin with a stroke, to lines that stay lines.

Source: Pandoc's manual, "Extension: line_blocks".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckmaker.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

_STROKE = "|"
_LINE = pattern(r"\|(?: (?P<indent>[ ]*+)(?P<words>.*))?")
_SPACE = "\u00a0"


def read_line_blocks(state: StateCore) -> None:
    """Take the strokes away before the lines of paragraphs that have one each; a row of a table has one at its end."""
    for before, token in zip(state.tokens, state.tokens[1:], strict=False):
        if token.type != "inline" or before.type != "paragraph_open" or not token.content.startswith(_STROKE):
            continue
        lines = [_LINE.fullmatch(line.strip()) for line in token.content.split("\n")]
        found = [one for one in lines if one]
        if len(found) < max(len(lines), 2) or any((one["words"] or "").endswith(_STROKE) for one in found):
            continue
        words = [_SPACE * len(one["indent"] or "") + (one["words"] or "") for one in found]
        token.content = "\\\n".join(words)
