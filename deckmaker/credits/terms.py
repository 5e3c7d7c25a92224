"""What licences ask for and rule out, as far as their texts say so for certain. It is no legal advice.

Read from SPDX ids and expressions, addresses, and names in words. Sources: the legal codes of Creative Commons 1.0 to
4.0, https://creativecommons.org/compatiblelicenses, rightsstatements.org, and the licences' own texts.
"""

from __future__ import annotations

import re
from typing import Any

from deckmaker.credits.terms_in_words import ELEMENTS, is_editorial, is_noncommercial, is_public_domain
from deckmaker.dataclasses import dataclass, fields
from deckmaker.patterns import pattern

Version = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one licence; of one that is not known, none.

    `family` is its name without version, such as `CC-BY-SA`, empty where there is no such name; `version` is (0, 0)
    where none is named.
    """

    family: str = ""
    version: Version = (0, 0)
    attribution: bool = False
    share_alike: bool = False
    noncommercial: bool = False
    no_derivatives: bool = False
    editorial: bool = False
    public_domain: bool = False

    @property
    def is_creative_commons(self) -> bool:
        """Whether it is one of the six licences that begin with BY."""
        return self.family.startswith("CC-BY")

    @property
    def id(self) -> str:
        """The licence's id, of the newest version where none is named."""
        major, minor = self.version if self.version > (0, 0) else (4, 0)
        return f"{self.family}-{major}.{minor}"


_LONGEST = 1_000
"""Characters of a licence's name or of an expression; a whole legal text is neither."""

_ORDER = ("BY", "NC", "ND", "SA")  # of elements in the names of Creative Commons
_TOKEN = pattern(r"\bCC[- ]?(BY(?:[- ](?:NC|ND|SA))*)\b(?:[- ]v?(\d)(?:\.(\d))?)?", re.IGNORECASE)
_ADDRESS = pattern(r"creativecommons\.org/licen[sc]es/(by(?:-(?:nc|nd|sa))*)/(\d)\.(\d)", re.IGNORECASE)
_PUBLIC = pattern(
    r"CC0\b|CC-PD\w*|PDDL|https?://(?:www\.)?creativecommons\.org/(?:publicdomain|licenses/publicdomain)", re.IGNORECASE
)
_NO_COMMERCIAL_STATEMENT = pattern(r"rightsstatements\.org/\w+/(?:InC-NC|NoC-NC)/", re.IGNORECASE)
_VERSION = pattern(r"\b(\d)\.(\d)\b")
_OTHER = pattern(r"([A-Z]+(?:-[A-Z0-9]+)*?)(?:-(\d)(?:\.(\d))?)?(?:-only|-or-later)?", re.IGNORECASE)

_BY, _SA, _BOTH = {"attribution": True}, {"share_alike": True}, {"attribution": True, "share_alike": True}
_OTHERS = {
    **dict.fromkeys(("GFDL", "GPL", "LGPL", "LAL", "EUPL"), _BOTH),
    "CC-SA": _SA,
    # ODbL 4.5 b: pictures made of a database are no share of it; 4.3 asks for a notice.
    **dict.fromkeys(("DL-DE-BY", "ETALAB", "MIT", "ODBL", "ODC-BY", "OGL-CANADA", "OGL-UK"), _BY),
}
"""Further licences with terms that concern pictures, by their ids without version."""

_COMPATIBLE = {("CC-BY-SA", (4, 0)): (("LAL", (1, 3)), ("GPL", (3, 0)))}
"""Licences that Creative Commons has approved for works made of one under another."""


def choices(license: str | None) -> tuple[Terms, ...]:
    """Return the terms of each licence among which an expression with `OR` leaves the choice; of others, of one."""
    return tuple(_together(one) for one in (license or "")[:_LONGEST].strip().split(" OR "))


def named_in(text: str | None) -> str | None:
    """Return the Creative Commons licence that a credit line names as `CC BY 4.0` or by its address, None without."""
    match = _TOKEN.search(text or "") or _ADDRESS.search(text or "")
    return match and match[0]


def allows_under(own: Terms, other: Terms) -> bool:
    """Tell whether what is made of a work under `own`, which asks for the same licence, may be given under `other`.

    CC BY-SA 2.0 to 4.0 (4 b, since 4.0 3 b) take later versions of theirs, 1.0 takes itself alone.
    """
    if own.family and own.family == other.family:
        later = other.version > own.version and own.version != (1, 0)
        return later or other.version == own.version or (0, 0) in (own.version, other.version)
    return (other.family, other.version) in _COMPATIBLE.get((own.family, own.version), ())


def _together(license: str) -> Terms:
    """Return the terms of licences that hold at once."""
    first, *others = (_single(one.strip(" ()")) for one in license.split(" AND "))
    if not others:
        return first
    given = [one.name for one in fields(Terms) if one.name not in ("family", "version")]
    held: dict[str, Any] = {name: any(getattr(one, name) for one in (first, *others)) for name in given}
    return Terms(**held)


def _single(license: str) -> Terms:
    if match := _TOKEN.search(license) or _ADDRESS.search(license):
        return _creative_commons(set(re.split("[- ]", match[1].upper())), (int(match[2] or 0), int(match[3] or 0)))
    if _PUBLIC.match(license):
        return Terms(public_domain=True)
    elements = {name for name, pattern in ELEMENTS.items() if pattern.search(license)}
    if "BY" in elements and ("creative commons" in license.casefold() or len(elements) > 1):
        version = _VERSION.search(license)
        return _creative_commons(elements, (int(version[1]), int(version[2])) if version else (0, 0))
    if (match := _OTHER.fullmatch(license)) and (terms := _OTHERS.get(match[1].upper())):
        return Terms(match[1].upper(), (int(match[2] or 0), int(match[3] or 0)), **terms)
    return Terms(
        noncommercial=is_noncommercial(license) or bool(_NO_COMMERCIAL_STATEMENT.search(license)),
        editorial=is_editorial(license),
        public_domain=is_public_domain(license),
    )


def _creative_commons(elements: set[str], version: Version) -> Terms:
    return Terms(
        "-".join(["CC", *(name for name in _ORDER if name in elements)]),
        version,
        attribution=True,
        share_alike="SA" in elements,
        noncommercial="NC" in elements,
        no_derivatives="ND" in elements,
    )
