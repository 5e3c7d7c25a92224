"""Last lines that look lost: the word before such a line is held by its first one."""

from __future__ import annotations

from collections.abc import Collection

from deckmaker.text.lines import MeasuredParagraph
from deckmaker.text.setting import SetParagraph, ends_lost


def before_last_line(one: SetParagraph, measured: MeasuredParagraph) -> Collection[int]:
    """Return the index of the space before a paragraph's last line where that looks lost and can hold a word more."""
    if len(one.lines) < 2 or one.paragraph.together:  # credits have phrases that no line parts, and are small
        return ()
    last = one.lines[-1].line
    before = [each.line for each in one.lines[:-1]]
    if not measured.text.endswith(f" {last.text}") or before[-1].is_broken or not ends_lost(last, before):
        return ()
    return (len(measured.text) - len(last.text) - 1,)
