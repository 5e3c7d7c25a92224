"""Licences as credits name them: ids and addresses to the names that people read and the deeds that links lead to.

Sources: SPDX licence list 3.27; the Creative Commons deeds; rightsstatements.org 1.0.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

from deckmaker.credits.addresses import is_address, written_out
from deckmaker.credits.known_licenses import KNOWN, STATEMENTS
from deckmaker.dataclasses import dataclass
from deckmaker.patterns import pattern


@dataclass(frozen=True, slots=True)
class License:
    """A licence's name, and the address of its deed where one is known.

    `public` works are free of copyright by a dedication or a mark; `marked` ones by a mark, which is no licence.
    """

    name: str
    url: str | None = None
    public: bool = False
    marked: bool = False


_DEEDS = "https://creativecommons.org"
_TERMS = "by(?:-nc)?(?:-sa|-nd)?"
_CC = pattern(rf"CC-({_TERMS})-(\d\.\d)(?:-([A-Z]{{2,3}}))?", re.IGNORECASE)
_DEED = pattern(
    rf"creativecommons\.org/licenses/({_TERMS}|by-nd-nc|nd-nc|nc-sa|nc|nd|sa)/(\d\.\d)"
    r"(?:/(?!rdf)([a-z]{2,3}|scotland))?(?:/(?:deed|legalcode|rdf)?(?:\.[\w-]+)?)?",
    re.IGNORECASE,
)
_PUBLIC = pattern(
    r"creativecommons\.org/publicdomain/(zero|mark)/1\.0(?:/(?:deed|legalcode|rdf)?(?:\.[\w-]+)?)?", re.IGNORECASE
)
_STATEMENT = pattern(r"rightsstatements\.org/(?:vocab|page|data)/([a-z-]+)/1\.0", re.IGNORECASE)

_ZERO = License("CC0 1.0", f"{_DEEDS}/publicdomain/zero/1.0/", public=True)
_MARK = License("Public Domain Mark 1.0", f"{_DEEDS}/publicdomain/mark/1.0/", public=True, marked=True)
_BY_ID = {id.upper(): License(*named) for id, named in KNOWN.items()} | {
    "CC0-1.0": _ZERO,
    "CC-PDM-1.0": _MARK,
    "CC-PDDC": License("Public Domain", public=True),
}
_STATEMENT_BY_ID = {
    id.upper(): License(name, f"http://rightsstatements.org/vocab/{id}/1.0/") for id, name in STATEMENTS.items()
}


def license_of(written: str) -> License:
    """Return the licence that an id or an address means; what is neither is a name, and stands as written."""
    if "/" in written and (known := _by_address(written)):
        return known
    if is_address(written):
        return License(written_out(written), written)
    if match := _CC.fullmatch(written):
        return _creative_commons(*match.groups())
    return _BY_ID.get(written.upper(), License(written))


def is_license(written: str) -> bool:
    """Tell whether a text is the id or the address of a licence that is known."""
    return license_of(written).name not in (written, written_out(written))


def license_name(written: str) -> str:
    """Return the name that people read, such as `CC BY-SA 4.0`."""
    return license_of(written).name


def license_url(written: str) -> str | None:
    """Return the address of the licence's deed, None where none is known."""
    return license_of(written).url


def _by_address(written: str) -> License | None:
    """Return what an address leads to, however it is spelt: with `www.`, in a language, at deed or full text."""
    place = _place(written)
    if match := _DEED.fullmatch(place):
        return _creative_commons(*match.groups())
    if match := _PUBLIC.fullmatch(place):
        return _ZERO if match[1].lower() == "zero" else _MARK
    if match := _STATEMENT.fullmatch(place):
        return _STATEMENT_BY_ID.get(match[1].upper())
    return next((one for one in _BY_ID.values() if one.url and _place(one.url).lower() == place.lower()), None)


def _place(address: str) -> str:
    """Return an address without what tells no licences apart: scheme, `www.`, query, fragment and the last slash."""
    return re.sub(r"^https?://(?:www\.)?|[?#].*$", "", address, flags=re.IGNORECASE).rstrip("/")


def _creative_commons(terms: str, version: str, country: str | None) -> License:
    """Return one of the licences, `country` being where its law was that a version before 4.0 was fitted to."""
    named = terms.upper().replace("BY-ND-NC", "BY-NC-ND")
    # In version 1.0 alone the deed of BY-NC-ND has its terms in this order.
    path = "by-nd-nc" if (named, version) == ("BY-NC-ND", "1.0") else named.lower()
    port, ported = (f" {country.upper()}", f"{country.lower()}/") if country else ("", "")
    return License(f"CC {named} {version}{port}", f"{_DEEDS}/licenses/{path}/{version}/{ported}")


_CC_VERSIONS = ("4.0", "3.0", "2.5", "2.0", "1.0")
_CC_VARIANTS = ("BY", "BY-SA", "BY-ND", "BY-NC", "BY-NC-SA", "BY-NC-ND")
_CC_PORTED = pattern(r"CC-BY(?:-NC)?(?:-SA|-ND)?-(?:2\.[0-5]|3\.0)-[A-Z]{2,3}", re.IGNORECASE)
_EXPRESSION = pattern(" (?:AND|OR|WITH) ")
_OTHERS = [
    "CC0-1.0",
    "CC-PDDC",
    "CC-PDM-1.0",
    "CC-SA-1.0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "DL-DE-BY-2.0",
    "DL-DE-ZERO-2.0",
    "EUPL-1.2",
    "GFDL-1.2",
    "GFDL-1.2-only",
    "GFDL-1.2-or-later",
    "GFDL-1.3",
    "GFDL-1.3-only",
    "GFDL-1.3-or-later",
    "GPL-2.0",
    "GPL-2.0-only",
    "GPL-2.0-or-later",
    "GPL-3.0",
    "GPL-3.0-only",
    "GPL-3.0-or-later",
    "LAL-1.3",
    "LGPL-2.1-only",
    "LGPL-3.0-only",
    "LGPL-3.0-or-later",
    "MIT",
    "MPL-2.0",
    "ODC-By-1.0",
    "ODbL-1.0",
    "OFL-1.1",
    "OGL-Canada-2.0",
    "OGL-UK-1.0",
    "OGL-UK-2.0",
    "OGL-UK-3.0",
    "PDDL-1.0",
    "etalab-2.0",
]
"""Ids, besides those of Creative Commons, under which pictures, data and fonts are given away."""

IDS = [f"CC-{variant}-{version}" for variant in _CC_VARIANTS for version in _CC_VERSIONS] + _OTHERS


_LONGEST = 200
"""Characters of what may be an id with a slip in it, or in its signs."""


@lru_cache(maxsize=1_024)  # few licences, of many works, asked for at several places
def near_license(written: str) -> str | None:
    """Return the id that a text looks like a slip of; None for an id, and for a licence named in words of its own.

    Signs and capitals count for nothing here: `CC BY 4.0` is near `CC-BY-4.0`, which a deed can be found for.
    """
    if len(written) > _LONGEST:
        return None
    known = {_letters(id): id for id in reversed(IDS)}
    if written.upper() in (id.upper() for id in IDS) or _CC_PORTED.fullmatch(written) or _EXPRESSION.search(written):
        return None
    near = get_close_matches(_letters(written), known, n=1, cutoff=0.75)
    return known[near[0]] if near else None


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
