"""Lines that begin as credits do, and the credits that come of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from deckmaker.credits.licenses import is_license
from deckmaker.credits.strip import begins_with_label

_LONGEST = 400
"""Characters of a line that may be a credit. Longer ones are texts that begin as a credit does."""

_BETWEEN = " · "
"""What parts the credits of a slide in our own outputs."""


def is_credit(text: str, of_pictures: bool) -> bool:
    """Tell whether a line is a credit: it begins with a label of one, in any language that credits have.

    Only `of_pictures` may be labels that are common words, too, such as `Map:`.
    """
    return len(text) <= _LONGEST and begins_with_label(text, of_pictures)


def is_of_pictures(text: str) -> bool:
    """Tell whether a credit is that of pictures, such as `Photo:`, and not `Data:` or `Source:`."""
    return begins_with_label(text) and not begins_with_label(text, of_pictures=False)


def credits_in(text: str) -> list[str]:
    """Return the credits of a line that has several, as our own outputs have them."""
    pieces = text.split(_BETWEEN)
    return pieces if all(map(begins_with_label, pieces)) else [text]


def credit_keys(credits: Sequence[Any]) -> dict[str, Any]:
    """Return the credits of a slide under their key; nothing where there are none."""
    if len(credits) == 1:
        return {"credit": credits[0]}
    return {"credits": list(credits)} if credits else {}


def credit_value(text: str, addresses: Sequence[str]) -> Any:
    """Return a credit as it stands, with the address of what is credited and its licence as data."""
    licenses = [one for one in addresses if is_license(one)]
    others = [one for one in addresses if one not in licenses]
    if len(others) > 1:
        text += f" ({', '.join(others)})"
    if not licenses and len(others) != 1:
        return text
    value = {"text": text}
    if len(others) == 1:
        value["url"] = others[0]
    if licenses:
        value["license"] = licenses[0]
    return value
