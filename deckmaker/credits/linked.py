"""Credits as linked data: schema.org's terms, as search engines read them, and Creative Commons' own (ccREL).

Sources: schema.org 29; Google Search Central, Image metadata; W3C, ccREL; IPTC's mapping of its fields to schema.org.
"""

from __future__ import annotations

from typing import Any

from deckmaker.credits.languages import words_for
from deckmaker.credits.licenses import license_of
from deckmaker.credits.record import by_ai, record_runs
from deckmaker.model import Credit
from deckmaker.patterns import pattern

Node = dict[str, Any]
"""An object of JSON-LD 1.1."""

CONTEXT = ["https://schema.org", {"cc": "http://creativecommons.org/ns#"}]
"""What the keys of nodes mean."""

_MADE_BY_AI = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
_DATE = pattern(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
"""Dates of ISO 8601; authors may write others, which readers of data do not take for dates."""


def picture_node(credit: Credit, language: str) -> Node:
    """Return what a credit says of a picture; whoever knows the picture adds which one it is."""
    node = {"@type": "ImageObject", **_work(credit, language)}
    if credit.license and credit.url and not license_of(credit.license).public:
        node["acquireLicensePage"] = credit.url
    if credit.modified and "url" in node:
        node["isBasedOn"] = node.pop("url")  # ours is another work than the one that is found there
    if by_ai(credit):
        node["digitalSourceType"] = _MADE_BY_AI
    return node


def work_node(credit: Credit, language: str) -> Node:
    """Return what a credit says of data, of a text, or of anything else that is not on the slide itself."""
    node = {"@type": "Dataset" if credit.role == "data" else "CreativeWork", **_work(credit, language)}
    if credit.dataset:
        node["name"] = credit.dataset
    if credit.date and credit.role == "data":
        node["temporalCoverage"] = credit.date
    return node


def _work(credit: Credit, language: str) -> Node:
    runs = record_runs(credit, words_for(language), "screen")
    said = {
        "name": credit.title,
        "creditText": "".join(run.text for run in runs),
        "creator": _creator(credit),
        "publisher": _party("Organization", credit.publisher),
        "copyrightNotice": credit.copyright,
        "copyrightHolder": _holder(credit),
        "dateCreated": credit.year if _DATE.fullmatch(credit.year or "") else None,
        "url": credit.url,
        **_license(credit),
    }
    return {key: value for key, value in said.items() if value}


def _license(credit: Credit) -> Node:
    """Return the licence's address, with whom it asks to name; one that has none is a work with a name alone."""
    if not credit.license:
        return {}
    license = license_of(credit.license)
    if not license.url:
        return {"usageInfo": {"@type": "CreativeWork", "name": license.name}}
    return {
        "license": license.url,
        "cc:license": {"@id": license.url},
        "cc:attributionName": credit.creator or credit.publisher,
        "cc:attributionURL": credit.url and {"@id": credit.url},
    }


def _creator(credit: Credit) -> Node | None:
    """Return who made it. Records do not tell people from bodies: photographers are people, publishers are not."""
    return _party("Organization" if credit.creator == credit.publisher else "Person", credit.creator)


def _holder(credit: Credit) -> Node | None:
    """Return whom the copyright notice names, where that is somebody whom the record knows."""
    notice = (credit.copyright or "").casefold()
    if credit.creator and credit.creator.casefold() in notice:
        return _creator(credit)
    named = credit.publisher and credit.publisher.casefold() in notice
    return _party("Organization", credit.publisher) if named else None


def _party(kind: str, name: str | None) -> Node | None:
    return {"@type": kind, "name": name} if name else None
