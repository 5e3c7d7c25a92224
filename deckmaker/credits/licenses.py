"""Licence ids to names and addresses. Source: SPDX licence list 3.27 and the Creative Commons deeds."""

from __future__ import annotations

import re

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
