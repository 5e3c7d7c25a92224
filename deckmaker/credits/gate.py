"""What a deck does with works, held against the terms of their licences. It is no legal advice.

Only what is certain is reported: what a licence's text rules out or asks for, and the deck plainly does or lacks.
Pictures in the source (role `original`) are not shown, so nothing is asked of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from deckmaker.credits.licenses import license_name, license_url, near_license
from deckmaker.credits.terms import Terms, allows_under, choices, named_in
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.model import Credit, Deck, Picture
from deckmaker.patterns import pattern

_PERMISSION = "or get permission and give it as the reason under `severity`"
_UNCHANGED = pattern(
    r"\W*(?:no|none|nothing|not changed|unchanged|unmodified|resized|scaled|scaled down|reduced|compressed|converted"
    r"|unverändert|verkleinert|skaliert|inchangé|redimensionné|sin cambios|redimensionado|未修改|缩小)\W*",
    re.IGNORECASE,
)
"""What `modified` may say that is no adaptation: none, or technical ones (CC 4.0, 2 a 4)."""


def check_works(deck: Deck, cropped: Collection[Span], diagnostics: Diagnostics) -> None:
    """Report what the licences of a deck's works do not permit, of each credit once.

    `cropped` are the places of those pictures of which the layout shows only a part.
    """
    seen: set[Credit] = set()
    for slide in deck.slides:
        for credit in slide.credits:
            if credit.role != "original" and credit not in seen:
                seen.add(credit)
                _check_use(credit, deck, diagnostics)
                _check_changes(credit, deck, diagnostics)
                _check_attribution(credit, diagnostics)
        for block in slide.walk():
            if isinstance(block, Picture) and block.credit and block.span in cropped:
                _check_crop(block.credit, deck, block.span, diagnostics)


def _check_use(credit: Credit, deck: Deck, diagnostics: Diagnostics) -> None:
    if deck.use != "commercial":
        return
    terms, name = choices(_license(credit)), _name(credit)
    said, help = "and the deck says `use: commercial`", f"use another work, {_PERMISSION}"
    if all(one.editorial for one in terms):
        diagnostics.report("editorial-only", f"`{name}` permits editorial use alone, {said}", credit.span, help)
    elif all(one.noncommercial for one in terms):
        diagnostics.report("non-commercial", f"`{name}` permits no commercial use, {said}", credit.span, help)


def _check_changes(credit: Credit, deck: Deck, diagnostics: Diagnostics) -> None:
    if not _is_changed(credit):
        return
    terms, name = choices(_license(credit)), _name(credit)
    if all(one.no_derivatives for one in terms):
        message = f"`{name}` permits no changes, and `modified` says `{credit.modified}`"
        diagnostics.report("no-derivatives", message, credit.span, f"use the work unchanged, {_PERMISSION}")
    _check_sharing(credit, deck, f"is `{credit.modified}`", credit.span, diagnostics)


def _check_crop(credit: Credit, deck: Deck, span: Span, diagnostics: Diagnostics) -> None:
    if all(one.no_derivatives for one in choices(_license(credit))):
        message = f"`{_name(credit)}` permits no changes, and the layout crops the picture"
        diagnostics.report("no-derivatives", message, span, f"show it whole with `fit: contain`, {_PERMISSION}")
    if not _is_changed(credit):  # else it is said of the credit
        _check_sharing(credit, deck, "is cropped by the layout", span, diagnostics)


def _check_sharing(credit: Credit, deck: Deck, change: str, span: Span | None, diagnostics: Diagnostics) -> None:
    terms = choices(_license(credit))
    if not all(one.share_alike for one in terms) or _is_shared(terms, credit, deck):
        return
    if credit.license and near_license(credit.license):
        return  # the slip is reported, and what to do about the licence once it is mended
    given = f"the deck is under `{license_name(deck.license)}`" if deck.license else "the deck names no licence"
    message = f"`{_name(credit)}` wants changed works to be under it, too; this one {change}, and {given}"
    wanted = terms[0].id if terms[0].is_creative_commons else credit.license
    help = f"give the deck `license: {wanted}`, or the credit a `note:` that names it for the changed work"
    diagnostics.report("share-alike", message, span, help)


def _is_shared(terms: tuple[Terms, ...], credit: Credit, deck: Deck) -> bool:
    """Tell whether the deck, or the credit in its note, names a licence under which the changed work may be given."""
    offered = [one for text in (deck.license, credit.note) for one in choices(text)]
    return deck.license == _license(credit) or any(allows_under(own, other) for own in terms for other in offered)


def _check_attribution(credit: Credit, diagnostics: Diagnostics) -> None:
    """Report what TASL lacks (CC 4.0, 3 a 1 A; before, 4): a name, and the licence's address."""
    terms, name = choices(_license(credit)), _name(credit)
    if credit.text or not all(one.attribution for one in terms):
        return  # a text stands as its owner wants it
    if not (credit.creator or credit.publisher or credit.copyright):
        diagnostics.report("incomplete-credit", f"`{name}` asks for its creator's name", credit.span, "add `creator:`")
    if id := _without_link(credit.license or "", terms):
        message = f"`{name}` asks for a link to its text, and none is known"
        diagnostics.report("incomplete-credit", message, credit.span, f"write the licence as an id, such as `{id}`")


def _without_link(license: str, terms: tuple[Terms, ...]) -> str | None:
    """Return the id of a Creative Commons licence that is named so that no deed is found, but for a mere slip."""
    if len(terms) > 1 or not terms[0].is_creative_commons or license_url(license) or near_license(license):
        return None
    return None if license.casefold().startswith(("http://", "https://")) else terms[0].id


def _license(credit: Credit) -> str | None:
    """Return the licence of a record, or the one that a line as its owner wants it names."""
    return credit.license or named_in(credit.text)


def _name(credit: Credit) -> str:
    return license_name(_license(credit) or "")


def _is_changed(credit: Credit) -> bool:
    return bool(credit.modified) and not _UNCHANGED.fullmatch(credit.modified or "")
