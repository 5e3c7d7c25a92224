"""Whose a picture is and what may be done with it: fields of the IPTC Photo Metadata Standard, and owners."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass, fields

LONGEST = 2_000
"""Characters of a field; a licence's whole text has no place in a picture."""

_MOST_NAMES = 20


@dataclass(frozen=True, slots=True)
class Rights:
    """The rights that a file states of itself, each empty where it states none. Names are those of the standard.

    XMP's `owner`, PLUS's `copyright_owner` and Creative Commons' `attribution_name` say whose it is, too;
    `attribution_url` is where Creative Commons' attribution leads to.
    """

    creator: tuple[str, ...] = ()
    credit_line: str = ""
    copyright_notice: str = ""
    web_statement: str = ""
    usage_terms: str = ""
    owner: tuple[str, ...] = ()
    copyright_owner: tuple[str, ...] = ()
    attribution_name: str = ""
    licensor_name: str = ""
    licensor_url: str = ""
    license: str = ""
    attribution_url: str = ""
    source: str = ""
    title: str = ""
    description: str = ""
    alt_text: str = ""
    digital_source_type: str = ""

    def completed_by(self, other: Rights) -> Rights:
        """Return these fields, and another's where these are empty."""
        names = [one.name for one in fields(self)]
        return Rights(**{name: getattr(self, name) or getattr(other, name) for name in names})

    def __bool__(self) -> bool:
        return self != Rights()


def cleaned(text: str) -> str:
    """Return a text as XML and all readers can hold it: without control characters, not longer than is useful."""
    held = "".join(one if _is_held(one) else " " for one in text[: LONGEST * 2])
    return held.strip()[:LONGEST]


def cleaned_all(texts: list[str]) -> tuple[str, ...]:
    """Return those of several texts that say something, each once."""
    found = dict.fromkeys(cleaned(one) for one in texts[:_MOST_NAMES])
    return tuple(one for one in found if one)


def _is_held(character: str) -> bool:
    """Tell whether XML 1.0 (2.2) holds a character and it is no control."""
    code = ord(character)
    return character in "\n\t" or (
        code >= 0x20 and not 0x7F <= code < 0xA0 and not 0xD800 <= code < 0xE000 and code & 0xFFFE != 0xFFFE
    )
