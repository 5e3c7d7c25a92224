"""Licences as an SPDX document names them: by their ids, or by references to what the document says of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from deckmaker.credits.licenses import license_of
from deckmaker.credits.spdx_ids import spdx_id

UNKNOWN = "NOASSERTION"


class Licenses:
    """Counts the licences that the SPDX licence list does not have, each once in a document."""

    def __init__(self) -> None:
        self._references: dict[str, str] = {}

    def concluded(self, written: Iterable[str | None]) -> str:
        """Return the licence that credits agree on; none is asserted where they do not, or where one names none."""
        found = {self._expression(one) if one else UNKNOWN for one in written}
        return found.pop() if len(found) == 1 else UNKNOWN

    @property
    def named(self) -> list[dict[str, Any]]:
        """The entries of the document for licences that are not on the list: their names, and where their texts are."""
        return [_named(reference, written) for written, reference in self._references.items()]

    def _expression(self, written: str) -> str:
        return spdx_id(written) or self._references.setdefault(written, f"LicenseRef-{len(self._references) + 1}")


def _named(reference: str, written: str) -> dict[str, Any]:
    known = license_of(written)
    addresses = {"seeAlsos": [known.url]} if known.url else {}
    return {"licenseId": reference, "name": known.name, "extractedText": written, **addresses}
