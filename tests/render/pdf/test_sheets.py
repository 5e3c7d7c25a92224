"""Handouts and notes pages as PDF, read back by readers that had no part in writing them."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from itertools import product
from pathlib import Path

import page as pdf_validation
import pdfplumber
import pikepdf
import pytest

from deckmaker.dataclasses import replace
from deckmaker.layout import Document
from deckmaker.layout.sheets import Sheet, handout, notes_pages
from deckmaker.layout.sheets.paper import PAPERS
from deckmaker.model import PaperSettings
from deckmaker.model.paper import HANDOUTS
from tests.projects import Project
from tests.render.pdf.decks import DECKS, document, every_deck, links, pdf
from tests.render.pdf.decks import file as plain_file
from tests.render.pdf.sheets import file, opened, sheets
from tests.render.pdf.structure_check import problems_of
from tests.render.pdf.tagged_text import read_tagged
from tests.render.pdf.test_structure import outline
from tests.render.pdf.vera_pdf import broken_rules
from tests.samples import mostly_long, mostly_slow

KINDS = [{"kind": "handout", "handout": 6}, {"kind": "notes"}]
KINDS += [{"kind": "handout", "handout": count} for count in HANDOUTS if count != 6]
KIND_NAMES = [f"{one['kind']}-{one.get('handout', '')}" for one in KINDS]
every_kind = pytest.mark.parametrize("kind", mostly_slow(KINDS, quick=2), ids=KIND_NAMES)
CASES = sorted(product(DECKS, KINDS), key=lambda case: (case[0] == "showcase", KINDS.index(case[1])))
USUAL = [*CASES[: len(KINDS) : len(KINDS) // 4], CASES[len(KINDS)]]
word_by_word = pytest.mark.parametrize(
    ("deck", "kind"),
    [*mostly_slow(USUAL), *mostly_long((one for one in CASES if one not in USUAL), is_usual=lambda _: False)],
    ids=lambda value: value if isinstance(value, str) else KIND_NAMES[KINDS.index(value)],
)
"""Four kinds of the smaller deck, and one of the deck of all there is; the others are long."""


def laid_out(deck: str, kind: str, **settings: object) -> list[Sheet]:
    """Return the sheets of a deck of the repository."""
    wanted = replace(document(deck), paper=PaperSettings(**settings))  # type: ignore[arg-type]
    return list((handout if kind == "handout" else notes_pages)(wanted))


def words_in(page: pdfplumber.page.Page) -> str:
    """Return all characters that a page draws, in order, without spaces."""
    return "".join(char["text"] for char in page.chars).replace(" ", "")


@word_by_word
def test_each_slide_is_read_back_in_its_place(deck: str, kind: dict[str, object]) -> None:
    """All that its own page draws stands within its frame, in the same order, scaled as it is."""
    with pdfplumber.open(BytesIO(file(deck, **kind))) as read, pdfplumber.open(BytesIO(plain_file(deck))) as plain:
        found = laid_out(deck, **kind)
        assert len(read.pages) == len(found)
        for sheet, page in zip(found, read.pages, strict=True):
            assert (float(page.width), float(page.height)) == pytest.approx((sheet.width, sheet.height), abs=0.01)
            for slide in sheet.slides:
                rect, own = slide.rect, plain.pages[slide.page.number - 1]
                box = (rect.x - 0.1, rect.y - 0.1, rect.right + 0.1, rect.bottom + 0.1)
                part = page.within_bbox(box)
                assert words_in(part) == words_in(own)
                scale = rect.width / float(own.width)
                for one, other in zip(part.chars, own.chars, strict=True):
                    assert one["x0"] == pytest.approx(rect.x + other["x0"] * scale, abs=0.02)
                    assert one["size"] == pytest.approx(other["size"] * scale, abs=0.02)


@every_deck
@every_kind
def test_links_lead_where_those_of_slides_do(deck: str, kind: dict[str, object]) -> None:
    """From within their frames, to the same addresses and slides: to the sheet, at the height of the slide."""
    found, read = laid_out(deck, **kind), opened(deck, **kind)
    corners = {
        (page, round(slide.rect.x), round(sheet.height - slide.rect.y)): slide.page.number
        for page, sheet in enumerate(found)
        for slide in sheet.slides
    }
    for sheet, page in zip(found, read.pages, strict=True):
        for slide in sheet.slides:
            rect, led = slide.rect, set()
            for link in page.get("/Annots", []):
                left, bottom, right, top = (float(one) for one in link.Rect)
                x, y = (left + right) / 2, sheet.height - (bottom + top) / 2
                if rect.x <= x <= rect.right and rect.y <= y <= rect.bottom:
                    assert rect.x - 0.1 <= left < right <= rect.right + 0.1
                    led.add(str(link.A.URI) if link.A.S == "/URI" else led_to(link.A.D, read, corners))
            assert led == links(slide.page)


def led_to(destination: pikepdf.Array, read: pikepdf.Pdf, corners: dict[tuple[int, int, int], int]) -> int:
    """Return the number of the slide to whose corner a destination leads."""
    page = [one.objgen for one in read.pages].index(destination[0].objgen)
    assert destination[1] == "/XYZ"
    return corners[page, round(float(destination[2])), round(float(destination[3]))]


@every_deck
@every_kind
def test_the_outline_has_an_entry_a_slide(deck: str, kind: dict[str, object]) -> None:
    """Each leads to its sheet; otherwise it is that of the slides."""
    on_sheet = {
        slide.page.number: page for page, sheet in enumerate(laid_out(deck, **kind), start=1) for slide in sheet.slides
    }
    assert outline(opened(deck, **kind)) == [(depth, title, on_sheet[n]) for depth, title, n in outline(pdf(deck))]


@every_deck
@every_kind
def test_pictures_and_fonts_are_in_the_file_once(deck: str, kind: dict[str, object]) -> None:
    """As often as in the PDF of the slides, and the pictures are the same ones."""
    read = opened(deck, **kind)
    assert images(read) == images(pdf(deck))
    fonts = [str(one.BaseFont) for one in read.objects if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one]
    assert len(fonts) == 2 * len(set(fonts))  # a font and its descendant


def images(read: pikepdf.Pdf) -> list[bytes]:
    streams = (one for one in read.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image")
    return sorted(one.read_raw_bytes() for one in streams)


@every_deck
@every_kind
def test_every_sheet_is_tagged(deck: str, kind: dict[str, object]) -> None:
    """The tree and the content agree, and a validator of PDF/UA-1 finds nothing; with a cover, too."""
    pdf = file(deck, cover=True, **kind)
    with pikepdf.open(BytesIO(pdf)) as read:
        assert problems_of(read) == []
    report = pdf_validation.validate_pdf_bytes(pdf, profile="ua1", limits=pdf_validation.SafetyLimits.unlimited())
    assert [one.rule_id for one in report.failures] == []


@word_by_word
def test_slides_are_read_as_on_pages_of_their_own(deck: str, kind: dict[str, object]) -> None:
    """A section each, with the same elements and words; on notes pages, notes are its last ones."""
    slides, found = ([list(one.blocks) for one in read_tagged(pdf)] for pdf in (plain_file(deck), file(deck, **kind)))
    index = 0
    for slide, page in zip(slides, document(deck).pages, strict=True):
        while found[index][: len(slide)] != slide:  # the credits of a sheet are a section, too
            index += 1
        notes = " ".join(note.text for note in page.notes) if kind["kind"] == "notes" else ""
        markers = {"•", "▪", "–"}
        further = [one for one in found[index][len(slide) :] if one not in markers]
        assert " ".join(" ".join(further).split()) == " ".join(notes.split())
        index += 1


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("kind", ["handout", "notes"])
def test_the_same_bytes_twice(deck: str, kind: str) -> None:
    """Nothing of the moment is in the file."""
    assert sheets(document(deck), kind) == file(deck, kind)


def many(tmp_path: Path, count: int) -> Document:
    """Return a deck of so many slides, each with words of its own."""
    slides = "".join(
        f"  - title: Slide word{n}\n    text: This is body{n}.\n    notes: Say note{n}.\n" for n in range(1, count + 1)
    )
    return Project(tmp_path).document(f"title: Many\nslides:\n{slides}")


@pytest.mark.outside
@pytest.mark.parametrize("count", [16, 300])
@every_kind
def test_poppler_reads_slide_by_slide(kind: dict[str, object], count: int, tmp_path: Path) -> None:
    """In the order of the deck: title, text, and the note behind them where notes are printed."""
    path = tmp_path / "sheets.pdf"
    path.write_bytes(sheets(many(tmp_path, count), **kind))  # type: ignore[arg-type]
    said = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True, text=True).stdout
    found = re.findall(r"word\d+|body\d+|note\d+", said)
    per_slide = ["word{0}", "body{0}", *(["note{0}"] if kind["kind"] == "notes" else [])]
    assert found == [one.format(n) for n in range(1, count + 1) for one in per_slide]


@pytest.mark.outside
@every_kind
def test_qpdf_and_ghostscript_find_nothing_to_mend(kind: dict[str, object], tmp_path: Path) -> None:
    """Printing goes through programs like them."""
    path = tmp_path / "sheets.pdf"
    path.write_bytes(file("showcase", **kind))
    assert not pikepdf.open(path).check_pdf_syntax()
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONWARNING", "-sDEVICE=nullpage", path]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


FILTER = Path("/usr/lib/cups/filter/pdftopdf")
UNPRINTED = 18.0
"""Points at each edge that office printers leave out at most: a quarter of an inch."""

PPD = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "OFFICE.PPD"
*Manufacturer: "Office"
*Product: "(Office)"
*ModelName: "Office"
*ShortNickName: "Office"
*NickName: "Office"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*OpenUI *PageSize: PickOne
*DefaultPageSize: {name}
*PageSize {name}: "<</PageSize[{width} {height}]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: {name}
*PageRegion {name}: "<</PageSize[{width} {height}]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: {name}
*ImageableArea {name}: "18 18 {right} {top}"
*DefaultPaperDimension: {name}
*PaperDimension {name}: "{width} {height}"
"""
"""A printer of one paper, as CUPS is told of it (Adobe, PostScript Printer Description File Format, 4.3)."""


def printed(path: Path, paper: str) -> bytes:
    """Return what CUPS makes of a PDF for a printer with that paper."""
    width, height = (round(side) for side in PAPERS[paper])
    description = path.with_suffix(".ppd")
    description.write_text(
        PPD.format(name=paper, width=width, height=height, right=width - 18, top=height - 18), encoding="ascii"
    )
    command = [FILTER, "1", "nobody", "deck", "1", "", path]
    return subprocess.run(command, check=True, capture_output=True, env={"PPD": str(description)}).stdout


def extents(page: pdfplumber.page.Page) -> list[float]:
    """Return how large each character is, whichever way it is turned."""
    return sorted(max(char["width"], char["height"]) for char in page.chars)


@pytest.mark.outside
@pytest.mark.alike(every=3)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@every_kind
def test_what_cups_prints_is_whole(kind: dict[str, object], paper: str, tmp_path: Path) -> None:
    """On that paper: every word is there, within what printers print, and no smaller."""
    path = tmp_path / "sheets.pdf"
    path.write_bytes(file("us-china-fentanyl-talks", paper=paper, **kind))
    with pdfplumber.open(path) as ours, pdfplumber.open(BytesIO(printed(path, paper))) as theirs:
        assert len(ours.pages) == len(theirs.pages)
        for one, other in zip(ours.pages, theirs.pages, strict=True):
            assert sorted((one.width, one.height)) == pytest.approx(sorted((other.width, other.height)), abs=1)
            assert sorted(words_in(one)) == sorted(words_in(other))
            for char in other.chars:
                assert char["x0"] >= UNPRINTED and char["x1"] <= float(other.width) - UNPRINTED
                assert char["top"] >= UNPRINTED and char["bottom"] <= float(other.height) - UNPRINTED
            assert extents(other) == pytest.approx(extents(one), abs=0.01)


@pytest.mark.outside
def test_verapdf_has_no_complaint_of_any_sheet(tmp_path: Path) -> None:
    """PDF/UA-1, of every kind, with a cover and in all inks; and PDF/A where that is asked for."""
    paths = []
    for index, kind in enumerate(KINDS):
        ink = ("full", "light", "grey")[index % 3]
        paths.append(tmp_path / f"{index}.pdf")
        paths[-1].write_bytes(sheets(document("showcase"), cover=True, ink=ink, **kind))
    assert broken_rules("ua1", paths) == {path: [] for path in paths}
    archived = tmp_path / "archived.pdf"
    archived.write_bytes(sheets(document("us-china-fentanyl-talks"), standard="a-2b", ink="grey"))
    assert broken_rules("2b", [archived]) == {archived: []}
