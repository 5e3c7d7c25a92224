"""Every code that deckmaker can report, by what it is about (`deckmaker explain CODE`)."""

from __future__ import annotations

from textwrap import indent

from deckmaker.diagnostics.catalogue.accessibility import ACCESSIBILITY
from deckmaker.diagnostics.catalogue.charts import CHARTS
from deckmaker.diagnostics.catalogue.code import Code, DeckExample, Example, Severity, ThemeExample
from deckmaker.diagnostics.catalogue.fonts import FONTS
from deckmaker.diagnostics.catalogue.footnotes import FOOTNOTES
from deckmaker.diagnostics.catalogue.gate import GATE, NO_ADVICE
from deckmaker.diagnostics.catalogue.language import LANGUAGE
from deckmaker.diagnostics.catalogue.layout import LAYOUT
from deckmaker.diagnostics.catalogue.output import OUTPUT
from deckmaker.diagnostics.catalogue.pictures import PICTURES
from deckmaker.diagnostics.catalogue.reading import READING
from deckmaker.diagnostics.catalogue.reuse import REUSE
from deckmaker.diagnostics.catalogue.tables import TABLES
from deckmaker.diagnostics.catalogue.templates import TEMPLATES

CATALOGUE: dict[str, Code] = (
    READING
    | LANGUAGE
    | REUSE
    | PICTURES
    | ACCESSIBILITY
    | TABLES
    | CHARTS
    | GATE
    | LAYOUT
    | FONTS
    | FOOTNOTES
    | OUTPUT
    | TEMPLATES
)


def explanation(code: str) -> str:
    """Return what `deckmaker explain` says of a catalogued code: its meaning, an example and the way out."""
    known = CATALOGUE[code]
    parts = [f"{code} ({known.severity.value})", known.meaning, _example(known), f"To mend it: {known.mend}"]
    return "\n\n".join([*parts, NO_ADVICE] if code in GATE else parts)


def _example(known: Code) -> str:
    if not isinstance(known.example, DeckExample | ThemeExample):
        return f"For example: {known.example}"
    kind = "deck" if isinstance(known.example, DeckExample) else "theme"
    return f"For example, this {kind}:\n\n{indent(known.example.rstrip(), '    ')}"


__all__ = ["ACCESSIBILITY", "CATALOGUE", "GATE", "Code", "Example", "Severity", "explanation"]
