"""The ledger as an SPDX 2.3 document in JSON (https://spdx.github.io/spdx-spec/v2.3/).

A deck is a package, its pictures are the files in it, and what else it credits are packages beside it. What SPDX has no
place for stands in comments, so that nothing is lost.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from hashlib import sha1
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from deckmaker import __version__
from deckmaker.credits.forms.cells import cells
from deckmaker.credits.forms.spdx_licenses import UNKNOWN, Licenses
from deckmaker.credits.forms.summary import accepted, summary
from deckmaker.credits.ledger import Ledger, Work
from deckmaker.patterns import pattern

_Element = dict[str, Any]
_DOCUMENT = "SPDXRef-DOCUMENT"
_NAMESPACE = "https://spdx.org/spdxdocs/deckmaker"
_HOMEPAGE = pattern(r"https?://[a-z0-9]+(?:[-.][a-z0-9]+)*\.[a-z]{2,}(?:[:/?#][!-~]*)?", re.IGNORECASE)
"""Addresses that SPDX's own tools take: those of hosts with plain names. Others stand in the comment alone."""


def spdx(ledgers: Sequence[Ledger], created: datetime) -> str:
    """Return one document for all decks. Its namespace, which has to be unique, follows from all that is in it."""
    licenses = Licenses()
    decks = [_Deck(f"SPDXRef-Deck-{number}", ledger, licenses) for number, ledger in enumerate(ledgers, start=1)]
    content = {
        "packages": [package for deck in decks for package in (deck.package, *deck.sources)],
        "files": [file for deck in decks for file in deck.files],
        "hasExtractedLicensingInfos": licenses.named,
        "relationships": [one for deck in decks for one in deck.relationships()],
    }
    head = {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": _DOCUMENT,
        "name": ", ".join(ledger.title for ledger in ledgers),
        "creationInfo": {"created": f"{created:%Y-%m-%dT%H:%M:%SZ}", "creators": [f"Tool: deckmaker-{__version__}"]},
    }
    namespace = f"{_NAMESPACE}-{uuid5(NAMESPACE_URL, json.dumps([head, content]))}"
    document = {**head, "documentNamespace": namespace, **{key: some for key, some in content.items() if some}}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


class _Deck:
    """A deck's elements."""

    def __init__(self, id: str, ledger: Ledger, licenses: Licenses) -> None:
        self._id = id
        self._licenses = licenses
        by_file: dict[str, list[Work]] = {}
        for work in ledger.works:
            by_file.setdefault(work.fields["file"] or "", []).append(work)
        others = by_file.pop("", [])
        self.files = [self._file(number, works) for number, works in enumerate(by_file.values(), start=1)]
        self.sources = [self._source(number, work) for number, work in enumerate(others, start=1)]
        self.package = self._package(ledger)

    def relationships(self) -> Iterator[_Element]:
        yield _relationship(_DOCUMENT, "DESCRIBES", self._id)
        for file in self.files:
            yield _relationship(self._id, "CONTAINS", file["SPDXID"])
        for source in self.sources:
            yield {**_relationship(self._id, "OTHER", source["SPDXID"]), "comment": "The deck credits it."}

    def _package(self, ledger: Ledger) -> _Element:
        sums = sorted(one["checksums"][0]["checksumValue"] for one in self.files)
        facts = {"author": ledger.author, "date": ledger.date, "language": ledger.language, "use": ledger.use}
        lines = [summary(ledger), *(f"{key}: {value}" for key, value in facts.items() if value), *accepted(ledger)]
        package = {
            "SPDXID": self._id,
            "name": ledger.title,
            "packageFileName": ledger.deck,
            "downloadLocation": UNKNOWN,
            "filesAnalyzed": bool(sums),
            "licenseConcluded": self._licenses.concluded([ledger.license]),
            "licenseDeclared": self._licenses.concluded([ledger.license]),
            "copyrightText": UNKNOWN,
            "comment": "\n".join(lines),
        }
        if sums:  # SPDX 2.3, 7.9
            code = sha1("".join(sums).encode(), usedforsecurity=False).hexdigest()
            package["packageVerificationCode"] = {"packageVerificationCodeValue": code}
        return package

    def _file(self, number: int, works: Sequence[Work]) -> _Element:
        sums = {"SHA1": works[0].sha1, "SHA256": works[0].fields["sha256"]}
        contributors = _each(works, "creator", "publisher")
        return {
            "SPDXID": f"{self._id}-File-{number}",
            "fileName": f"./{works[0].fields['file']}",
            "fileTypes": ["IMAGE"],
            "checksums": [{"algorithm": name, "checksumValue": value} for name, value in sums.items()],
            "licenseInfoInFiles": [UNKNOWN],
            **({"fileContributors": contributors} if contributors else {}),
            **self._rights(works),
        }

    def _source(self, number: int, work: Work) -> _Element:
        fields = work.fields
        names = (fields[name] for name in ("title", "dataset", "source", "publisher", "creator", "text"))
        url = fields["url"] or ""
        return {
            "SPDXID": f"{self._id}-Source-{number}",
            "name": next((name for name in names if name), fields["role"]),
            "downloadLocation": UNKNOWN,
            **({"homepage": url} if _HOMEPAGE.fullmatch(url) else {}),
            "filesAnalyzed": False,
            "licenseDeclared": UNKNOWN,
            **self._rights([work]),
        }

    def _rights(self, works: Sequence[Work]) -> _Element:
        texts = _each(works, "text")
        return {
            "licenseConcluded": self._licenses.concluded(work.fields["license"] for work in works),
            "copyrightText": "\n".join(_each(works, "copyright")) or UNKNOWN,
            **({"attributionTexts": texts} if texts else {}),
            "comment": "\n\n".join(map(_record, works)),
        }


def _relationship(one: str, kind: str, other: str) -> _Element:
    return {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}


def _each(works: Iterable[Work], *names: str) -> list[str]:
    """Return what works say under some names, each once."""
    return list(dict.fromkeys(value for work in works for name in names if (value := work.fields[name])))


def _record(work: Work) -> str:
    """Return the whole record of a work, a line a field."""
    return "\n".join(f"{name.replace('_', ' ')}: {value}" for name, value in cells(work).items() if value)
