"""What pictures themselves say of where they come from, and their users have to know: made by AI, or a mere preview.

By their metadata alone, and only what is said there outright.
"""

from __future__ import annotations

import re
from functools import lru_cache

from deckmaker.assets import Rights, rights_in
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.model import Credit, PictureFile
from deckmaker.patterns import pattern

_WHOLLY = "trainedalgorithmicmedia"
_BY_AI = {
    _WHOLLY: "that AI made it",
    "compositewithtrainedalgorithmicmedia": "that AI made a part of it",
    "compositesynthetic": "that AI made a part of it",
}
"""IPTC NewsCodes, digital source type, of what generative AI had a part in; mere algorithms and filters are others."""

_SAYS_SO = pattern(r"\b(?:AI|A\.I\.|KI|IA)\b|artificial|künstlich|artificiel|人工智能|AI生成")
_PREVIEW = pattern(
    r"\bwatermark(?:ed)?\b|\bpreview (?:only|image|copy)|\b(?:for|as a) preview\b"
    r"|\bcomp(?:ing)? (?:only|image|use|licen[cs]e)\b",
    re.IGNORECASE,
)
"""Words that say of a picture that it is there to choose from, whoever owns it."""

_COMP = pattern(r"\bcomp\b|\bpreview\b", re.IGNORECASE)
_AGENCY = pattern(
    r"getty ?images|i ?stock|shutterstock|adobe ?stock|fotolia|deposit ?photos|alamy|dreamstime|123rf|bigstock|pond5"
    r"|picture alliance|imago images|age fotostock",
    re.IGNORECASE,
)


def check_origin(file: PictureFile, written: str, credit: Credit | None, span: Span, diagnostics: Diagnostics) -> None:
    """Report a picture, named `written`, whose metadata says what its credit ought to, or that it may not be shown."""
    rights = rights_in(file)
    if (origin := made_by_ai(rights)) and not says_ai(credit):
        message = f"picture `{written}` says {origin}, and its credit does not"
        diagnostics.report("unsaid-ai", message, span, "add `ai:` to the credit, with the AI's name or `yes`")
    if words := preview_words(rights):
        message = f"picture `{written}` is a preview: its metadata says `{words}`"
        diagnostics.report("preview-watermark", message, span, "license it, and use the file that you get for it")


def made_by_ai(rights: Rights) -> str | None:
    """Return in words what AI had to do with a picture, None where its metadata does not say so."""
    return _BY_AI.get(_source_type(rights))


def is_wholly_by_ai(rights: Rights) -> bool:
    """Tell whether a picture says that AI made it, not merely a part of it."""
    return _source_type(rights) == _WHOLLY


@lru_cache(maxsize=256)  # a picture may stand on all slides
def preview_words(rights: Rights) -> str | None:
    """Return the field by which a picture says that it is a preview, None where it does not.

    `comp` and `preview` have other meanings; they count beside an agency's name.
    """
    fields = (rights.credit_line, rights.usage_terms, rights.copyright_notice, rights.source)
    owners = (*rights.owner, *rights.copyright_owner, rights.licensor_name, rights.licensor_url, rights.web_statement)
    pattern = _COMP if any(_AGENCY.search(one) for one in (*fields, *owners)) else _PREVIEW
    return next((one for one in fields if pattern.search(one) or _PREVIEW.search(one)), None)


def says_ai(credit: Credit | None) -> bool:
    """Tell whether a credit says that AI had to do with a picture: in the field for it, or in words."""
    if credit is None:
        return False
    words = (credit.text, credit.creator, credit.title, credit.note, credit.modified, credit.nobody)
    return bool(credit.ai) or any(_SAYS_SO.search(one) for one in words if one)


def _source_type(rights: Rights) -> str:
    """Return a source type's own name: it may stand as an address, a short form or alone."""
    return rights.digital_source_type.rstrip("/").rpartition("/")[2].rpartition(":")[2].casefold()
