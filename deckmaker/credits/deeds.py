"""Addresses of Creative Commons deeds: which there are, and which one with a slip in it is meant."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

from deckmaker.patterns import pattern

_VARIANTS = ("by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd")
_VERSIONS = ("4.0", "3.0", "2.5", "2.0", "1.0")
_OTHERS = ("licenses/sa/1.0", "publicdomain/zero/1.0", "publicdomain/mark/1.0", "licenses/publicdomain")
_PATHS = [*(f"licenses/{variant}/{version}" for variant in _VARIANTS for version in _VERSIONS), *_OTHERS]
_ADDRESS = pattern(r"(?:https?:/*)?(?:www\.)?(?P<host>[\w-]+\.\w+)/(?P<path>[^?#]*+)(?:[?#].*)?", re.IGNORECASE)
_FORM = pattern(r"/(?:deed|legalcode)(?:[.-]\w++)*+\Z", re.IGNORECASE)
"""What an address may end with: the deed or the whole text, in one of their languages."""

_JURISDICTION = pattern(r"(licenses/[\w-]+/\d\.\d)/[a-z]{2,3}(?:-[a-z]{2})?")
_SCHEME = pattern(r"https?://(?!/)", re.IGNORECASE)
_LONGEST = 200


@lru_cache(maxsize=1_024)  # few licences, of many works
def near_address(written: str) -> str | None:
    """Return the deed's address that a text looks like a slip of; None for one that is right, or leads elsewhere."""
    match = _ADDRESS.fullmatch(written[: 2 * _LONGEST].strip()[:_LONGEST])
    if not match or not get_close_matches(match["host"].lower(), ["creativecommons.org"], cutoff=0.85):
        return None
    path = _JURISDICTION.sub(r"\1", _FORM.sub("", match["path"].removesuffix("/")).lower())
    near = get_close_matches(path, _PATHS, n=1, cutoff=0.7)
    if not near or (path in _PATHS and match["host"].lower() == "creativecommons.org" and _SCHEME.match(written)):
        return None
    return f"https://creativecommons.org/{near[0]}/"
