"""Markings of a deck and its slides: how they are written, and that no slide is for fewer people than its deck says."""

from __future__ import annotations

import re

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.diagnostics.edit import respelled
from deckmaker.model.marking import TLP, is_higher, label_of, seen, spelt
from deckmaker.patterns import pattern

_SPACES = pattern(r"(?<![\s_])[\s_]*+([:+])[\s_]*+")
_FORMER = {"TLP:WHITE": "TLP:CLEAR", "TLP:AMBERSTRICT": "TLP:AMBER+STRICT", "TLP:AMBER-STRICT": "TLP:AMBER+STRICT"}
"""Labels of older versions, and slips, with what they are called."""


def check_marking(text: str, span: Span, diagnostics: Diagnostics) -> None:
    """Report what begins as a label of the Traffic Light Protocol does, and is none of them."""
    shown, label = seen(text), label_of(text)
    if not shown.casefold().startswith("tlp") or (label and shown.startswith(label)):
        return
    plain = re.sub(r"^TLP[\s_-]++", "TLP:", _SPACES.sub(r"\1", shown.upper()))
    meant = plain if plain in TLP else spelt(text) if label else _FORMER.get(plain)
    help = f"did you mean `{meant}`?" if meant else nearest(plain, TLP) or f"labels: {', '.join(TLP)}"
    message = f"`{text}` is no label of the Traffic Light Protocol"
    diagnostics.report("unknown-marking", message, span, help, edits=respelled(span, text, help, TLP))


def check_slide_marking(text: str, of_deck: str | None, deck: str, span: Span, diagnostics: Diagnostics) -> None:
    """Report a slide's marking in a deck that has none, or that many may see to whom it does not apply.

    The `deck` is what messages call its file: the slide may come from another.
    """
    where = "above `slides:`" + (f" of `{deck}`" if span.source.name != deck else "")
    if of_deck is None:
        help = f"write `marking:` {where}, too, as in `marking: {text}`: all other slides have that"
        diagnostics.report("unmarked-deck", "a slide has a marking, and the deck has none", span, help)
    elif is_higher(text, of_deck):
        message = f"the slide is `{text}`, and the whole deck only `{of_deck}`"
        help = f"write `marking: {text}` {where}: whoever has the deck has this slide"
        diagnostics.report("higher-marking", message, span, help)
