"""Every code that deckmaker can report, by what it is about (`deckmaker explain CODE`)."""

from __future__ import annotations

import re
from textwrap import indent, shorten

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

GROUPS: dict[str, dict[str, Code]] = {
    "Reading files": READING,
    "What decks and themes say": LANGUAGE,
    "Reuse": REUSE,
    "Pictures and credits": PICTURES,
    "For those who hear a deck, see no colours or sit at the back": ACCESSIBILITY,
    "Tables": TABLES,
    "Charts": CHARTS,
    "What licences permit": GATE,
    "Room on slides": LAYOUT,
    "Fonts": FONTS,
    "Footnotes": FOOTNOTES,
    "Writing files": OUTPUT,
    "Templates": TEMPLATES,
}
"""All codes by what they are about."""

CATALOGUE: dict[str, Code] = {code: known for group in GROUPS.values() for code, known in group.items()}


_LONGEST = 110
"""Characters of what a line of the list says of a code."""


def code_list() -> str:
    """Return all codes, by what they are about, each on a line with its severity and what it means."""
    parts = []
    for name, group in GROUPS.items():
        lines = [
            f"  {code:<21} {known.severity.value:<8} {_first_sentence(known.meaning)}" for code, known in group.items()
        ]
        parts.append("\n".join([name, *lines]))
    return "\n\n".join([*parts, "`deckmaker explain CODE` says more of one: an example, and how to mend it."])


def code_written(written: str) -> str:
    """Return the code that somebody copied from a message, brackets, severity and all; any other word as it is."""
    found = re.fullmatch(r"\W*(?:\w+\[)?([\w-]+)\]?\W*", written)
    return found[1].lower().replace("_", "-") if found else written


def _first_sentence(text: str) -> str:
    """Return a text up to the end of its first sentence, of a long one the beginning."""
    return shorten(re.split(r"(?<=[a-z`)])\.(?: |$)", text)[0], _LONGEST, placeholder=" …")


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
