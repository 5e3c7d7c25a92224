"""Footnotes in every output, read back by readers that had no part in writing it."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from itertools import groupby

import lxml.html
import pdfplumber
import pikepdf
from pptx import Presentation

from deckmaker.layout import Document, Page, TextItem
from deckmaker.render.html import HtmlRenderer
from deckmaker.render.markdown import MarkdownRenderer
from deckmaker.render.pdf import PdfRenderer
from deckmaker.render.pptx import PptxRenderer
from tests.projects import ROOT
from tests.render.html.decks import read
from tests.render.laid_out_decks import rendered_by

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
RENDERERS = {"pptx": PptxRenderer, "pdf": PdfRenderer, "html": HtmlRenderer, "md": MarkdownRenderer}


@cache
def document() -> Document:
    """Return the deck whose outputs are compared with each other, too."""
    return read(ROOT / "tests" / "agreement" / "footnotes.yaml")


@cache
def file(format: str) -> bytes:
    return rendered_by(RENDERERS[format](), document())


def footnotes(page: Page) -> dict[int, str]:
    """Return a page's footnotes by their numbers."""
    placed = page.slot("footnotes")
    assert placed and isinstance(placed.item, TextItem)
    return {one.paragraph.number: one.paragraph.text for one in placed.item.setting.paragraphs}


def marks(page: Page) -> list[int]:
    """Return the numbers that mark footnotes on a page, in reading order."""
    texts = (text.item for placed in page.placed for text in placed.texts)
    paragraphs = (one.paragraph for item in texts if isinstance(item, TextItem) for one in item.setting.paragraphs)
    return [footnote.number for one in paragraphs for footnote in one.footnotes]


def test_powerpoint_has_them_as_a_numbered_text() -> None:
    """In a text box, for which every layout has a place; each paragraph is counted to the number of its mark."""
    for page, slide in zip(document().pages, Presentation(BytesIO(file("pptx"))).slides, strict=True):
        (shape,) = [one for one in slide.shapes if one.name == "Footnotes"]
        assert not shape.is_placeholder and "Footnotes" in [one.name for one in slide.slide_layout.shapes]
        assert [one.text for one in shape.text_frame.paragraphs] == list(footnotes(page).values())
        counted, starts = [], []
        for paragraph in shape.text_frame.paragraphs:
            number = paragraph._p.pPr.find(f"{A}buAutoNum")
            assert number.get("type") == "arabicPlain"
            starts.append(int(number.get("startAt", 1)))
        for start, group in groupby(starts):
            counted += [start + index for index, _ in enumerate(group)]
        assert counted == list(footnotes(page))


def test_powerpoint_has_real_superscripts() -> None:
    """In texts and in cells."""
    for page, slide in zip(document().pages, Presentation(BytesIO(file("pptx"))).slides, strict=True):
        raised = [run for run in slide._element.iter(f"{A}r") if int(run.find(f"{A}rPr").get("baseline", 0)) > 0]
        texts = [text for run in raised if (text := run.findtext(f"{A}t").strip(",")).isdigit()]
        assert [int(one) for one in texts if int(one) in footnotes(page)][: len(marks(page))] == marks(page)


def test_the_page_says_what_they_are() -> None:
    """DPUB-ARIA: references that lead to footnotes, each with a way back; every id once, every link has an end."""
    root = lxml.html.document_fromstring(file("html").decode())
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    for page, section in zip(document().pages, root.iter("section"), strict=True):
        references = section.xpath(".//sup//a[@role='doc-noteref']")
        assert sorted(int(one.text) for one in references) == marks(page)  # a caption is the first in its table
        found = section.xpath(".//*[@role='doc-footnote']")
        assert [one.get("id") for one in found] == [
            f"slide-{page.number}-footnote-{number}" for number in footnotes(page)
        ]
        backs = [one.xpath(".//a[@role='doc-backlink']")[0] for one in found]
        assert [int(one.text) for one in backs] == list(footnotes(page))
        assert not section.xpath(".//a//a") and not section.xpath(".//*[@aria-hidden]//a")
        for link in (*references, *backs):
            (end,) = section.xpath(f".//*[@id='{link.get('href')[1:]}']")
            assert end.get("role") in ("doc-footnote", "doc-noteref")


def test_the_page_has_them_between_its_content_and_its_credits() -> None:
    """As read aloud."""
    root = lxml.html.document_fromstring(file("html").decode())
    section = root.get_element_by_id("slide-2")
    order = [one.get("class").split()[-1] for one in section.xpath("./div[@class='page']/*[contains(@class,'text')]")]
    assert order.index("slot-body") < order.index("slot-footnotes") < order.index("slot-credits")


def test_marks_and_footnotes_lead_to_each_other_in_the_pdf() -> None:
    """On the same page, from their own places: pikepdf finds the links, pdfplumber the words there.

    Its boxes begin lower than ours by a share of the size, which is the font's: for marks, which are raised, too.
    """
    shifts: set[tuple[str, float]] = set()
    with pikepdf.open(BytesIO(file("pdf"))) as opened, pdfplumber.open(BytesIO(file("pdf"))) as read_pages:
        for page, leaf, words in zip(document().pages, opened.pages, read_pages.pages, strict=True):
            jumps = [one for one in leaf.get("/Annots", []) if "/Dest" in one]
            assert len(jumps) == 2 * len(marks(page))
            for jump in jumps:
                target, kind, _, top, zoom = jump.Dest
                assert target.objgen == leaf.obj.objgen and str(kind) == "/XYZ" and zoom == 0
                left, bottom, right, upper = map(float, jump.Rect)
                height = float(words.height)
                under = [
                    char
                    for char in words.chars
                    if left < (char["x0"] + char["x1"]) / 2 < right
                    and height - upper < (char["top"] + char["bottom"]) / 2 < height - bottom
                ]
                text = "".join(char["text"] for char in under)
                assert text.strip(",") in {str(number) for number in footnotes(page)}
                shifts |= {
                    (char["fontname"], round((char["bottom"] - height + bottom) / char["size"], 2)) for char in under
                }
                assert abs(float(top) - upper) > 5
    assert len(shifts) == len({font for font, _ in shifts})


def test_the_pdf_has_them_behind_the_text_and_before_the_credits() -> None:
    """In the order of its content."""
    with pdfplumber.open(BytesIO(file("pdf"))) as pages:
        text = " ".join(one["text"] for one in pages.pages[1].extract_words(use_text_flow=True))
    assert text.index("No wall between") < text.index("Nights above") < text.index("Text after:")


def test_markdown_has_references_and_definitions() -> None:
    """Each once in the file, whatever numbers slides have in common."""
    text = file("md").decode()
    assert "Two thirds of loud nights[^2-1] have a reefer ship.[^2-2][^2-3] CO~2~ is another matter.[^2-4]" in text
    assert "[^2-2]: See the [full report](<https://example.org/noise>), p. 12.\n[^2-3]: The *Hanse Trader*" in text
    assert "| Berth 4[^3-2] | 62.5\u00a0dB | −3% |" in text
    labels = [f"[^{page.number}-{number}]" for page in document().pages for number in footnotes(page)]
    assert all(text.count(f"\n{label}: ") == 1 and text.count(label) == 2 for label in labels)


def test_a_deck_without_footnotes_has_no_trace_of_them() -> None:
    """Neither places in the layouts of a presentation nor styles in a page."""
    plain = read(ROOT / "decks" / "us-china-fentanyl-talks.yaml")
    layouts = Presentation(BytesIO(rendered_by(PptxRenderer(), plain))).slide_layouts
    assert all(one.name != "Footnotes" for layout in layouts for one in layout.shapes)
    assert b"slot-footnotes" not in rendered_by(HtmlRenderer(), plain)
