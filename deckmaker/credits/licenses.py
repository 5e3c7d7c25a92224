"""Licence ids to names and addresses. Source: SPDX licence list 3.27 and the Creative Commons deeds."""

from __future__ import annotations

import re
from difflib import get_close_matches

_CC = re.compile(r"CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)", re.IGNORECASE)


def license_name(id: str) -> str:
    """Return the name that people read, such as `CC BY-SA 4.0`; what is no known id stands as written."""
    if match := _CC.fullmatch(id):
        return f"CC {match[1].upper()} {match[2]}"
    return {"CC0-1.0": "CC0 1.0", "CC-PDDC": "Public Domain"}.get(id.upper(), id)


def license_url(id: str) -> str | None:
    """Return the address of the licence's deed, None where none is known."""
    if match := _CC.fullmatch(id):
        return f"https://creativecommons.org/licenses/{match[1].lower()}/{match[2]}/"
    return {"CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/"}.get(id.upper())


_CC_VERSIONS = ("4.0", "3.0", "2.5", "2.0", "1.0")
_CC_VARIANTS = ("BY", "BY-SA", "BY-ND", "BY-NC", "BY-NC-SA", "BY-NC-ND")
_CC_PORTED = re.compile(r"CC-BY(?:-NC)?(?:-SA|-ND)?-(?:2\.[0-5]|3\.0)-[A-Z]{2,3}", re.IGNORECASE)
_EXPRESSION = re.compile(" (?:AND|OR|WITH) ")
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

_IDS = [f"CC-{variant}-{version}" for variant in _CC_VARIANTS for version in _CC_VERSIONS] + _OTHERS


def near_license(written: str) -> str | None:
    """Return the id that a text looks like a slip of; None for an id, and for a licence named in words of its own.

    Signs and capitals count for nothing here: `CC BY 4.0` is near `CC-BY-4.0`, which a deed can be found for.
    """
    known = {_letters(id): id for id in reversed(_IDS)}
    if written.upper() in (id.upper() for id in _IDS) or _CC_PORTED.fullmatch(written) or _EXPRESSION.search(written):
        return None
    near = get_close_matches(_letters(written), known, n=1, cutoff=0.75)
    return known[near[0]] if near else None


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
