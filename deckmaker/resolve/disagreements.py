"""Where a deck and a picture's own file say different things of whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from deckmaker.assets import Rights
from deckmaker.credits.agreement import names_owner, same_license, same_name, same_notice
from deckmaker.credits.licenses import is_license
from deckmaker.credits.terms import named_in
from deckmaker.model import Credit
from deckmaker.resolve.embedded import license_in


class Disagreement(NamedTuple):
    """A field of a credit, what the deck says there, and what the file says."""

    field: str
    typed: str
    found: str

    @property
    def is_of_names(self) -> bool:
        """Whether it is about whom to credit."""
        return self.field in ("none", "text", "creator")


def disagreements(typed: Credit, rights: Rights) -> Iterator[Disagreement]:
    """Yield what a deck's credit says otherwise than the picture: name, licence, copyright.

    A name agrees with any that the file gives: agencies, owners and creators may each be whom a credit names.
    """
    if typed.role != "picture":
        return
    names = _names(rights)
    if typed.nobody is not None:
        if names and not _agrees(typed.nobody, names, rights):
            yield Disagreement("none", typed.nobody, names[0])
        return
    said = typed.text or typed.creator
    if said and names and not _agrees(said, names, rights):
        wanted = rights.credit_line if typed.text and rights.credit_line else names[0]
        yield Disagreement("text" if typed.text else "creator", said, wanted)
    license, found = typed.license or named_in(typed.text), license_in(rights)
    if license and found and is_license(found) and not same_license(license, found):
        yield Disagreement("license", license, found)
    if typed.copyright and rights.copyright_notice and not same_notice(typed.copyright, rights.copyright_notice):
        yield Disagreement("copyright", typed.copyright, rights.copyright_notice)


def _names(rights: Rights) -> list[str]:
    """Return whom a file names as the picture's, the creators first."""
    owners = (rights.attribution_name, *rights.owner, *rights.copyright_owner)
    notice = rights.copyright_notice if names_owner(rights.copyright_notice) else ""
    named = (", ".join(rights.creator), *rights.creator, rights.credit_line, *owners, notice)
    return [one for one in named if one]


def _agrees(said: str, names: list[str], rights: Rights) -> bool:
    """Tell whether a credit names one of them; whoever gives licences to use a picture, or holds it, will do, too."""
    return any(same_name(said, one) for one in (*names, rights.licensor_name, rights.source) if one)
