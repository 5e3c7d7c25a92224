"""The line of credits at the foot of a slide.

Order of a record: title, author, source, licence, then the change in brackets (Creative Commons, Recommended
practices for attribution: TASL). Names are links where their address is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from deckmaker.credits.licenses import license_name, license_url
from deckmaker.model import Credit, Run
from deckmaker.model.text import join_runs

SEPARATOR = " · "
_KINDS = {
    "photo": "Photo",
    "illustration": "Illustration",
    "map": "Map",
    "chart": "Chart",
    "diagram": "Diagram",
    "screenshot": "Screenshot",
    "picture": "Picture",
}
_ROLES = {"picture": "Picture", "data": "Data", "text": "Text after", "original": "Picture in the source"}
_NOBODY = "no credit given"
_LABELLED = re.compile(
    rf"(?:{'|'.join([*_KINDS.values(), *_ROLES.values(), 'Image', 'Credit', 'Source'])})s?\s*:", re.IGNORECASE
)


def strip_runs(credits: Iterable[Credit]) -> tuple[Run, ...]:
    """Return the strip for a slide's credits in reading order, each once."""
    runs: list[Run] = []
    for credit in dict.fromkeys(credits):
        if runs:
            runs.append(Run(SEPARATOR))
        runs += credit_runs(credit)
    return join_runs(runs)


def credit_runs(credit: Credit) -> tuple[Run, ...]:
    """Return one credit with its label, such as `Photo: “Berth 4”, A. Lind, CC BY 4.0 (cropped)`."""
    if credit.text and _LABELLED.match(credit.text):
        return (Run(credit.text, link=credit.url),)
    kind = _KINDS.get(credit.kind or "") if credit.role == "picture" else None
    return join_runs([Run(f"{kind or _ROLES[credit.role]}: "), *_record_runs(credit)])


def _record_runs(credit: Credit) -> tuple[Run, ...]:
    if credit.text:
        return (Run(credit.text, link=credit.url),)
    if credit.nobody and credit.role != "original":
        return (Run(credit.nobody),)
    parts = [
        Run(part)
        for part in (
            credit.title and f"“{credit.title}”",
            credit.creator,
            credit.publisher,
            credit.source,
            credit.year,
        )
        if part
    ]
    if not parts and credit.url:
        parts = [Run(credit.url)]
    if parts:
        parts[0] = Run(parts[0].text, link=credit.url)
    if credit.license:
        parts.append(Run(license_name(credit.license), link=license_url(credit.license)))
    runs = [parts[0]] if parts else [Run(_NOBODY)]
    for part in parts[1:]:
        runs += [Run(", "), part]
    if credit.modified:
        runs.append(Run(f" ({credit.modified})"))
    return tuple(runs)
