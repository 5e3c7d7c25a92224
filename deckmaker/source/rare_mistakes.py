"""Ways out of mistakes that few authors make: directives, ends of documents, keys that are missing or endless."""

from __future__ import annotations

import re

import yaml

from deckmaker.diagnostics import SourceFile
from deckmaker.source.places import lines_up

LONGEST_KEY = 1024
"""Characters of a key before its `:` (YAML 1.2.2, 7.4.3)."""

_DIRECTIVE = "remove the line that begins with `%`; a deck needs none"
_ENDLESS = (
    f"what stands before a `: ` has {LONGEST_KEY:,} characters at most; shorten it, or put quotes around the text"
)


def rare_hint(source: SourceFile, error: yaml.MarkedYAMLError) -> str | None:
    """Return the help for one of these mistakes, None for any other."""
    problem, mark = error.problem or "", error.problem_mark
    if mark is None:
        return None
    line = source.line(mark.line + 1)
    if "directive" in f"{error.context} {problem}" or "incompatible YAML document" in problem:
        return _DIRECTIVE
    if "<document start>" in problem:
        if source.line(1).startswith("%"):
            return _DIRECTIVE
        before = (source.line(number + 1) for number in lines_up(mark.line - 1))
        if next((one for one in before if one.strip()), "").rstrip() == "...":
            return "remove the `...`, which ends the deck"
    if problem == "did not find expected key" and re.match(r":(\s|$)", line[mark.column :]):
        return "write the key before its `:`"
    return _ENDLESS if _has_endless_key(source, error, mark) else None


def _has_endless_key(source: SourceFile, error: yaml.MarkedYAMLError, mark: yaml.Mark) -> bool:
    """Tell whether the mistake is a colon so far behind its key that YAML no longer looks for it."""
    if error.context == "while scanning a simple key" and error.context_mark:
        start = error.context_mark
        return re.search(r":(\s|$)", source.line(start.line + 1)[start.column + LONGEST_KEY :]) is not None
    line = source.line(mark.line + 1)
    wanted = (
        "mapping values are not allowed" in (error.problem or "") or error.context == "while parsing a flow sequence"
    )
    return wanted and mark.column > LONGEST_KEY and line[mark.column] == ":"
