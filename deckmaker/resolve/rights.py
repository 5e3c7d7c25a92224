"""The rights that outputs write into a picture: its own, and what the deck's credit says besides."""

from __future__ import annotations

from typing import Any

from deckmaker.assets import Rights
from deckmaker.assets.rights.record import cleaned
from deckmaker.credits import words_for
from deckmaker.credits.licenses import license_of
from deckmaker.credits.record import by_ai, record_runs
from deckmaker.model import Credit

_MADE_BY_AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
"""IPTC NewsCodes, digital source type."""


def written_rights(rights: Rights, credit: Credit | None, language: str) -> Rights:
    """Return a file's rights, and the credit's where the file has none; the credit line is what the strip says."""
    if credit is None or credit.role != "picture" or credit.nobody is not None:
        return rights
    license = license_of(credit.license) if credit.license else None
    address = license and license.url
    said = {
        "credit_line": "".join(run.text for run in record_runs(credit, words_for(language), "screen")),
        "copyright_notice": credit.copyright,
        "web_statement": address,
        "license": address,
        "usage_terms": license.name if license and not address else None,
        "attribution_url": credit.url,
        "title": credit.title,
        "digital_source_type": _MADE_BY_AI if by_ai(credit) else None,
    }
    texts: dict[str, Any] = {name: cleaned(text) for name, text in said.items() if text}
    creator = (cleaned(credit.creator),) if credit.creator else ()
    return rights.completed_by(Rights(creator=creator, **texts))
