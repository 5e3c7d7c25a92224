"""The rights that outputs write into a picture: its own, and what the deck's credits say besides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from deckmaker.assets import Rights, rights_in, with_rights
from deckmaker.assets.rights.record import cleaned
from deckmaker.credits import words_for
from deckmaker.credits.licenses import license_of
from deckmaker.credits.record import by_ai, record_runs
from deckmaker.dataclasses import fields, replace
from deckmaker.model import Block, Credit, Picture, PictureFile, Slide

_MADE_BY_AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
"""IPTC NewsCodes, digital source type."""


def with_written_rights(slides: tuple[Slide, ...], language: str) -> tuple[Slide, ...]:
    """Return slides whose pictures' files have what the deck says of them, too.

    A file that many slides show is in an output once, and so gets what all that they say of it agrees on.
    """
    said: dict[PictureFile, dict[Rights, None]] = {}
    for slide in slides:
        for block in slide.walk():
            if isinstance(block, Picture):
                said.setdefault(block.file, {})[_said(block.credit, language)] = None
    written = {file: with_rights(file, rights_in(file).completed_by(_agreed(each))) for file, each in said.items()}

    def marked(block: Block) -> Block:
        return replace(block, file=written[block.file]) if isinstance(block, Picture) else block

    if not said:
        return slides
    return tuple(replace(slide, blocks=tuple(one.map_blocks(marked) for one in slide.blocks)) for slide in slides)


def _agreed(each: Iterable[Rights]) -> Rights:
    """Return the fields of which not two say different things."""
    names = [one.name for one in fields(Rights)]
    values = {name: {value for one in each if (value := getattr(one, name))} for name in names}
    return Rights(**{name: found.pop() for name, found in values.items() if len(found) == 1})


def _said(credit: Credit | None, language: str) -> Rights:
    """Return what a credit says of its picture; the credit line is what the strip says."""
    if credit is None or credit.role != "picture" or credit.nobody is not None:
        return Rights()
    license = license_of(credit.license) if credit.license else None
    address = license and license.url
    said = {
        "credit_line": "".join(run.text for run in record_runs(credit, words_for(language), "screen")),
        "copyright_notice": credit.copyright,
        "web_statement": address,
        "license": address,
        "usage_terms": license.name if license and not address else None,
        "attribution_url": credit.url,
        "title": credit.title,
        "digital_source_type": _MADE_BY_AI if by_ai(credit) else None,
    }
    texts: dict[str, Any] = {name: cleaned(text) for name, text in said.items() if text}
    creator = (cleaned(credit.creator),) if credit.creator else ()
    return Rights(creator=creator, **texts)
