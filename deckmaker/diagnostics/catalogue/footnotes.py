"""Codes about footnotes."""

from __future__ import annotations

from deckmaker.diagnostics.catalogue.code import Code, DeckExample, E

FOOTNOTES = {
    "nested-footnote": Code(
        E,
        "The text of a footnote holds another footnote, which has no place.",
        "Put its text into the footnote around it, or its mark into the text of the slide.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    text: From ships^[Reefer ships.^[They are cooled.]].
"""),
    ),
}
