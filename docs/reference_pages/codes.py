"""Every code that deckmaker reports, from its catalogue."""

from __future__ import annotations

import re

from deckmaker.diagnostics.catalogue import CATALOGUE
from deckmaker.diagnostics.catalogue.code import Code, DeckExample, ThemeExample


def codes() -> str:
    """Return a heading for each code, in the alphabet's order, with what `deckmaker explain` says of it."""
    return "\n".join(_entry(name, CATALOGUE[name]) for name in sorted(CATALOGUE))


def _entry(name: str, code: Code) -> str:
    severity = f"{code.severity.value}, always" if code.is_fixed else code.severity.value
    parts = [
        f"## `{name}`",
        f"*{severity}*",
        _prose(code.meaning),
        _example(code),
        f"To mend it: {_prose(code.mend)}\n",
    ]
    return "\n\n".join(parts)


def _example(code: Code) -> str:
    if isinstance(code.example, DeckExample | ThemeExample):
        kind = "deck" if isinstance(code.example, DeckExample) else "theme"
        return f"For example, this {kind}:\n\n```yaml\n{code.example.rstrip()}\n```"
    return f"For example: {_prose(code.example)}"


def _prose(text: str) -> str:
    """Return a plain text as Markdown: what stands between backticks stays code, all else means itself."""
    parts = re.split(r"(`+[^`]+`+)", text)
    return "".join(part if index % 2 else re.sub(r"([\\*_\[\]<>])", r"\\\1", part) for index, part in enumerate(parts))
