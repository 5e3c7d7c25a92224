"""A deck with links to its slides in all kinds of texts."""

from __future__ import annotations

from deckmaker.layout import Document

LONG = "word " * 450
LINKED = f"""title: Night noise
subtitle: In short, [what is to be done](#remedies)
slides:
  - title: Night noise
  - title: "Noise, and [what helps](#remedies)"
    text: See [what **a wall** costs](#costs), or [a report](https://example.org).^[Or [the remedies](#remedies).]
  - {{title: Long, text: {LONG}, overflow: split}}
  - title: Costs
    id: costs
    table: {{rows: [[What, Where], [A wall, "[Remedies](#remedies)"]]}}
  - title: Remedies
    id: remedies
    bullets: ["[What a wall costs](#costs)", Nothing]
"""


def page_numbers(document: Document) -> dict[str, int]:
    """Return the numbers of pages by the ids of their slides."""
    return {page.id: page.number for page in document.pages if page.id}
