"""Which texts of a document stand out too little from their page, by a formula of its own; and what is said of them."""

from __future__ import annotations

import re
from collections import defaultdict

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, TextItem
from tests.visual.wcag import channels, contrast, required

EVERYTHING = """\
title: Night noise
subtitle: In the harbour
author: A. Lind
footer: Draft
trail: [Home, Noise]
slides:
  - title: Night noise
  - title: Where it *comes* from
    layout: content
    text: Two **thirds**, see `dB(A)` and [here](https://example.org).^[Measured in [May](https://example.org/may).]
    bullets: [{Fans: [one, two]}, Ships]
    credits: [{role: text, creator: B. Berg}]
  - title: Remedies
    columns: [{heading: Power, text: It helps.}, {heading: A wall, bullets: [Too]}]
  - title: Levels
    text: Measured
    table: {rows: [[Berth, Level], [Berth 4, 62.5], ['[Berth](https://example.org) 5', 55], [Mean, 58]], footer: 1,
      caption: In May, lines: zebra, credit: C. Holm}
  - title: A section
    layout: section
    text: Of its own
"""
"""A deck that shows a text in nearly every slot, of every kind."""


def faint_texts(document: Document) -> set[tuple[str, str]]:
    """Return the slot and the colour of each text that stands out too little from the colour of its page.

    Of texts on panels and in tables nothing is said: their grounds are other ones.
    """
    palette = document.theme.palette
    found = set()
    for page in document.pages:
        ground = channels(palette[page.layout.background])
        for placed in page.leaves:
            if not isinstance(placed.item, TextItem):
                continue
            for run in (run for one in placed.item.setting.paragraphs for run in one.glyph_runs):
                wanted = required(run.style.size, run.style.face.bold)
                if run.text.strip() and contrast(channels(palette[run.style.color]), ground) < wanted:
                    found.add((placed.region or placed.slot or "", run.style.color))
    return found


def messages_about(diagnostics: Diagnostics) -> dict[str, set[str]]:
    """Return the slots that are named in warnings of contrast, each with the colours that the warnings are about."""
    named = defaultdict(set)
    for one in diagnostics:
        if one.code == "low-contrast":
            color, *rest = re.findall("`([^`]+)`", " ".join((one.message, *one.notes)))
            for slot in rest:
                named[slot].add(color)
    return dict(named)
