"""Licences as the SPDX licence list names them, from however a deck writes them.

Source: SPDX licence list 3.27, and Annex D of SPDX 2.3 for expressions.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from deckmaker.credits.licenses import IDS, license_url
from deckmaker.patterns import pattern

_COUNTRIES = {
    "CC-BY-2.5": ("AU",),
    "CC-BY-3.0": ("AT", "AU", "DE", "IGO", "NL", "US"),
    "CC-BY-NC-3.0": ("DE",),
    "CC-BY-NC-ND-3.0": ("DE", "IGO"),
    "CC-BY-NC-SA-2.0": ("DE", "FR", "UK"),
    "CC-BY-NC-SA-3.0": ("DE", "IGO"),
    "CC-BY-ND-3.0": ("DE",),
    "CC-BY-SA-2.0": ("UK",),
    "CC-BY-SA-2.1": ("JP",),
    "CC-BY-SA-3.0": ("AT", "DE", "IGO"),
}
"""Of Creative Commons' licences that were fitted to a country's law, those on the list; most are not."""

_DEPRECATED = {id: f"{id}-only" for id in ("GFDL-1.2", "GFDL-1.3", "GPL-2.0", "GPL-3.0")}
_OPERATOR = pattern(r" (?:AND|OR) ")


def spdx_id(written: str) -> str | None:
    """Return the id of a licence, or the expression of several, that an id or an address means; None for any other."""
    parts = [_single(one) for one in _OPERATOR.split(written)]
    operators = iter(_OPERATOR.findall(written))
    if None in parts:
        return None
    return "".join(part + next(operators, "") for part in parts if part)


def _single(written: str) -> str | None:
    id = _known().get(written.upper())
    if not id and "/" in written:
        id = _by_address().get(license_url(written) or "")
    return id and _DEPRECATED.get(id, id)


@cache
def _known() -> dict[str, str]:
    ported = [f"{id}-{country}" for id, countries in _COUNTRIES.items() for country in countries]
    return {id.upper(): id for id in [*IDS, *ported]}


@cache
def _by_address() -> dict[str, str]:
    """Return ids by address, without those of licences that share one: it does not say which is meant."""
    addresses = [(url, id) for id in _known().values() if (url := license_url(id))]
    shared = Counter(url for url, _ in addresses)
    return {url: id for url, id in addresses if shared[url] == 1}
