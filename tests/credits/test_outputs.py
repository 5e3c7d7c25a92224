"""Every credit that a deck's YAML has, found by readers that are not ours: on its slide, behind what it is for.

What must be found is taken from the YAML itself, past our own reading of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import lxml.html
import pdfplumber
import pikepdf
import pytest
import yaml
from pptx import Presentation

from deckmaker.layout import Document
from deckmaker.render.html import HtmlRenderer
from deckmaker.render.pdf import PdfRenderer
from deckmaker.render.pptx import PptxRenderer
from tests.projects import ROOT
from tests.render.html.decks import read
from tests.render.laid_out_decks import DECKS, document, rendered_by
from tests.variants import write_variants

pytestmark = pytest.mark.slow

WORDS = ("text", "title", "creator", "publisher", "source", "year", "modified")
"""Fields that are shown as they stand."""

LICENSES = {"CC0-1.0": "CC0 1.0", "CC-BY-4.0": "CC BY 4.0"}
DEEDS = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
}
VARIANTS = {
    "plain": {"theme": "plain", "size": "4:3"},
    "statement": {"theme": "statement", "mode": "dark"},
    "auto": {"mode": "auto", "size": "A4"},
    "german": {"language": "de"},
    "printed": {"credits": "{print: urls}"},
}
HEADINGS = {"german": "Bild- und Quellennachweise"}
"""Over the credits in notes, where it is not the English one."""

CASES = [*DECKS, *VARIANTS]
every_case = pytest.mark.parametrize("case", CASES)


@dataclass(frozen=True)
class Expected:
    """What a slide's strip must say, what its licences and sources must lead to, and its picture's alt text."""

    words: tuple[str, ...]
    addresses: frozenset[str]
    alt: str | None


def flat(text: str) -> str:
    """Return a text without what depends on where lines end."""
    return re.sub(r"\s+", "", text)


@cache
def expected(deck: str) -> tuple[Expected, ...]:
    """Return what the YAML of a deck asks for, slide by slide."""
    data = yaml.safe_load((ROOT / "decks" / f"{deck}.yaml").read_text(encoding="utf-8"))
    return tuple(_slide(one, data["sources"]) for one in data["slides"])


def _slide(slide: dict[str, Any], sources: dict[str, Any]) -> Expected:
    image = slide.get("image", {})
    records = [_record(one, sources) for one in _credits(slide)]
    words = [str(record[key]) for record in records for key in WORDS if key in record]
    licenses = [record["license"] for record in records if "license" in record]
    addresses = {DEEDS[one] for one in licenses} | {record["url"] for record in records if "url" in record}
    return Expected((*words, *(LICENSES[one] for one in licenses)), frozenset(addresses), image.get("alt"))


def _credits(written: Any) -> Iterator[str | dict[str, Any]]:
    """Yield every credit of a slide, its own and those of its blocks, however deep."""
    if isinstance(written, list):
        for one in written:
            yield from _credits(one)
    elif isinstance(written, dict):
        if "credit" in written:
            yield written["credit"]
        yield from written.get("credits", [])
        for key, one in written.items():
            if key not in ("credit", "credits"):
                yield from _credits(one)


def _record(written: str | dict[str, Any], sources: dict[str, Any]) -> dict[str, Any]:
    if isinstance(written, str):
        return {"text": written}
    named = sources.get(written.get("source"), {})
    return {**named, **{key: one for key, one in written.items() if not (named and key == "source")}}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """The decks of the repository, and the showcase in other themes, colours and page sizes."""
    folder = tmp_path_factory.mktemp("variants")
    paths = write_variants(ROOT / "decks" / "showcase.yaml", document("showcase"), VARIANTS, folder)
    return {deck: document(deck) for deck in DECKS} | {path.stem: read(path) for path in paths}


def pages_of(case: str, laid_out: Document) -> list[Expected]:
    """Return what each page of a deck or a variant of the showcase must have: all parts of a slide the same."""
    slides = iter(expected(case if case in DECKS else "showcase"))
    pages: list[Expected] = []
    for page in laid_out.pages:
        pages.append(pages[-1] if page.part and page.part[0] > 1 else next(slides))
        assert not (page.part and pages[-1].alt), "a picture would be on the first part alone"
    assert list(slides) == []
    return pages


@every_case
def test_html(case: str, documents: dict[str, Document]) -> None:
    """The strip is the footer behind its picture, whose element leads to it; names are links."""
    page = lxml.html.fromstring(rendered_by(HtmlRenderer(), documents[case]).decode())
    for wanted, section in zip(
        pages_of(case, documents[case]), page.xpath("//main[@class='slides']/section"), strict=True
    ):
        strips = section.xpath(".//footer")
        assert len(strips) == bool(wanted.words)
        for strip in strips:
            assert _missing(wanted, strip.text_content()) == []
            assert set(strip.xpath(".//a/@href")) == wanted.addresses
        if wanted.alt:
            (figure,) = section.xpath(".//figure[img[@alt=$alt] or svg[@aria-label=$alt]]", alt=wanted.alt)
            assert figure.get("aria-details") == strips[0].get("id")
            assert strips[0] in figure.xpath("following-sibling::*")


@every_case
def test_pptx(case: str, documents: dict[str, Document]) -> None:
    """The strip is the slide's named placeholder, behind its picture, linked; the notes say it all once more."""
    slides = Presentation(BytesIO(rendered_by(PptxRenderer(), documents[case]))).slides
    for wanted, slide in zip(pages_of(case, documents[case]), slides, strict=True):
        shapes = list(slide.shapes)
        strips = [shape for shape in shapes if shape.name.startswith("Credits")]
        assert len(strips) == bool(wanted.words)
        for strip in strips:
            assert _missing(wanted, strip.text_frame.text) == []
            assert _links(strip) == wanted.addresses
            notes = slide.notes_slide.notes_text_frame.text
            _, heading, records = notes.rpartition(f"{HEADINGS.get(case, 'Credits')}\n")
            assert heading and _missing(wanted, records) == []
            assert [one for one in wanted.addresses if one.removeprefix("https://") not in records] == []
        if wanted.alt:
            (picture,) = [one for one in shapes if _description(one) == wanted.alt]
            assert shapes.index(picture) < shapes.index(strips[0])


def _links(shape: Any) -> set[str]:
    runs = [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
    return {run.hyperlink.address for run in runs if run.hyperlink.address}


def _description(shape: Any) -> str:
    return str(shape._element.xpath("string(.//p:cNvPr/@descr)"))


@every_case
def test_pdf(case: str, documents: dict[str, Document]) -> None:
    """The strip is drawn behind its picture, at the foot of the page, and its links lie on it."""
    laid_out = documents[case]
    file = rendered_by(PdfRenderer(), laid_out)
    with pdfplumber.open(BytesIO(file)) as opened, pikepdf.open(BytesIO(file)) as structure:
        for wanted, page, drawn, placed in zip(
            pages_of(case, laid_out), opened.pages, structure.pages, laid_out.pages, strict=True
        ):
            strip = placed.slot("credits")
            assert (strip is not None) == bool(wanted.words)
            if not strip:
                continue
            box = (0, strip.rect.y, page.width, page.height)
            text = page.within_bbox(box).extract_text(x_tolerance=1)
            assert _missing(wanted, text) == []
            if case == "printed":
                assert [one for one in wanted.addresses if one.removeprefix("https://") not in flat(text)] == []
            links = {one["uri"] for one in page.hyperlinks if one["top"] >= strip.rect.y - 1}
            assert links == wanted.addresses
            if wanted.alt:
                order = list(_drawn(drawn, float(page.height) - strip.rect.y))
                assert "picture" in order and order.index("picture") < order.index("strip")


def _drawn(page: pikepdf.Page, foot: float) -> Iterator[str]:
    """Yield what a page draws, in order: pictures, and texts whose baseline is less than `foot` points up."""
    images = {name for name, one in page.Resources.XObject.items() if one.Subtype == "/Image"}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Do" and str(operands[0]) in images:
            yield "picture"
        elif str(operator) == "Tm" and float(operands[5]) < foot:
            yield "strip"


def _missing(wanted: Expected, text: str) -> list[str]:
    found = flat(text)
    return [one for one in wanted.words if flat(one) not in found]


@pytest.mark.parametrize("deck", DECKS)
def test_there_is_something_to_find(deck: str) -> None:
    """Words on most slides, addresses behind some of them."""
    slides = expected(deck)
    assert sum(bool(one.words) for one in slides) > len(slides) / 2
    assert any(one.addresses for one in slides)


def test_a_credit_on_another_slide_is_missed(documents: dict[str, Document]) -> None:
    """The comparison can fail."""
    page = lxml.html.fromstring(rendered_by(HtmlRenderer(), documents["showcase"]).decode())
    strip = page.xpath("//section[1]//footer")[0].text_content()
    assert _missing(expected("showcase")[3], strip)
