"""Pictures of pages as files, one a page, put into their folder as builds' files are: whole, and never over edits."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, tostring

from deckmaker.assets import PictureLost
from deckmaker.assets.drawings.rasterising import rasterised
from deckmaker.assets.flaw import Unusable
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Page
from deckmaker.output import Finished, OutputFolder
from deckmaker.survey.picture.drawing import drawing
from deckmaker.survey.survey import DeckSurvey, PageSurvey

ACROSS = 1920
"""Pixels across a PNG: two to a point of a 16:9 page, so that hairlines and labels of seven points can be read."""


def write_pictures(
    document: Document, survey: DeckSurvey, stem: str, form: str, folder: OutputFolder, diagnostics: Diagnostics
) -> list[Path]:
    """Write `stem-slide-NN.form` for each page of a survey, one at a time; return the files.

    A page that cannot be drawn or written is reported, and does not hold up the others.
    """
    digits = max(2, len(str(survey.last)))
    pages = {page.number: page for page in document.pages}
    written: list[Path] = []
    for one in survey.pages:
        data = _data(pages[one.number], one, survey, document, form, diagnostics)
        if data is not None:
            written += _put(f"{stem}-slide-{one.number:0{digits}}.{form}", data, folder, diagnostics)
    return written


def _data(
    page: Page, survey: PageSurvey, deck: DeckSurvey, document: Document, form: str, diagnostics: Diagnostics
) -> bytes | None:
    try:
        picture = drawing(page, survey, deck, document.theme)
        return rasterised(_enlarged(picture)) if form == "png" else _svg(picture)
    except PictureLost as loss:
        span = next((one.span for one in page.leaves if getattr(one.item, "file", None) == loss.picture), page.span)
        diagnostics.report("unusable-picture", str(loss), span, loss.flaw.help)
    except Unusable as error:
        message = f"format `{form}` could not be made: slide {page.number} {error.flaw.what}"
        diagnostics.report("renderer-failed", message, help="take `-f svg`, which needs no rasterising")
    return None


def _svg(picture: Element) -> bytes:
    return bytes(tostring(picture, "utf-8", xml_declaration=True)) + b"\n"


def _enlarged(picture: Element) -> Element:
    """Return the picture with as many pixels as a PNG has across."""
    height = float(picture.get("height", "")) * ACROSS / float(picture.get("width", ""))
    picture.set("width", str(ACROSS))
    picture.set("height", str(round(height)))
    return picture


def _put(name: str, data: bytes, folder: OutputFolder, diagnostics: Diagnostics) -> list[Path]:
    with folder.draft(name, diagnostics) as draft:
        if draft is None:
            return []
        try:
            draft.stream.write(data)
            finished = Finished(draft, draft.finish())
        except OSError as error:
            folder.refuse(name, error, diagnostics)
            return []
        return folder.put([finished], diagnostics)
