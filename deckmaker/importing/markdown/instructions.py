"""Which comments are instructions to a program, and no notes: that is for each tool another matter."""

from __future__ import annotations

import re

from deckmaker.patterns import pattern

_FOR_TOOLS = r"prettier-ignore|markdownlint-|[cC]?[sS]pell(?:-?[cC]hecker)?:"
_SHORT = r"(?P<short>theme|math|marp|lang|transition|paginate)[ ]*+:"
_FOR_MARP = (
    rf"[_$]?(?:{_SHORT}|(?:style|headingDivider|size|title|author|description|keywords|url|image|header|footer|class|color"
    r"|background(?:Color|Image|Position|Repeat|Size)?)[ ]*+:)|fit$"
)
_LONGEST_SHORT = 3
"""Words of a value that is a name or a switch."""

_FOR_OTHERS = r"(?:width|height|prerender|template|page_number)[ ]*+:|\.(?:element|slide)\b"

_SLIDEV = pattern(_FOR_TOOLS)
_MARP = pattern(f"{_FOR_MARP}|{_FOR_TOOLS}")
_ANY = pattern(f"{_FOR_MARP}|{_FOR_OTHERS}|{_FOR_TOOLS}")
"""How lines of comments begin that are instructions: Marp's (Marpit's and Marp CLI's documentation, "Directives"; `$`
in older files), those of reveal.js, and those for tools that look at Markdown. Any other word before a colon is one of
somebody's notes; so are more words than such a value has."""


def instructions_to(is_marp: bool, is_slidev: bool) -> re.Pattern[str]:
    """Return how lines with instructions begin in a file of Marp, of Slidev, or of another tool."""
    return _SLIDEV if is_slidev and not is_marp else _MARP if is_marp else _ANY


def is_for_programs(comment: str, instructions: re.Pattern[str]) -> bool:
    """Tell whether all lines of a comment are instructions to a program."""
    lines = filter(None, map(str.strip, comment.split("\n")))
    return all(_is_instruction(line, instructions) for line in lines)


def _is_instruction(line: str, instructions: re.Pattern[str]) -> bool:
    found = instructions.match(line)
    if not found or found.lastgroup != "short":
        return bool(found)
    return len(line[found.end() :].split()) <= _LONGEST_SHORT
