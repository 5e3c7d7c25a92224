"""Presentations, PDF files and pages read back by what wrote none of them: a zip, parsers of XML and HTML, poppler."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from posixpath import basename
from zipfile import ZipFile

import lxml.html
from lxml import etree

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class NativeChart:
    """A chart of a presentation: the cells of its workbook, and the numbers of its highlighted points."""

    cells: Rows
    highlighted: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReadSlide:
    """A slide of a presentation: all of its words in their order, its notes, and its charts in their order."""

    words: str
    notes: str
    charts: tuple[NativeChart, ...]


def in_line(text: str) -> str:
    """Return words with single spaces between them."""
    return " ".join(text.split())


def slides_of(path: Path) -> list[ReadSlide]:
    """Return the slides of a presentation."""
    with ZipFile(path) as archive:
        count = sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", name)) for name in archive.namelist())
        return [_slide(archive, number) for number in range(1, count + 1)]


def pages_of(path: Path) -> list[str]:
    """Return the words of each page of a PDF, as poppler reads them."""
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    return [in_line(page) for page in done.stdout.split("\f")[:-1]]


def sections_of(path: Path) -> list[str]:
    """Return the words of each slide of a page, those for screen readers too."""
    root = lxml.html.parse(path).getroot()
    slides = [one for one in root.iter("section") if re.fullmatch(r"slide-\d+", one.get("id") or "")]
    return [in_line(" ".join(one.itertext())) for one in slides]


def _slide(archive: ZipFile, number: int) -> ReadSlide:
    root = etree.fromstring(archive.read(f"ppt/slides/slide{number}.xml"))
    parts = _related(archive, f"ppt/slides/slide{number}.xml")
    named = [parts[one.get(f"{{{_LINK}}}id")] for one in root.iter("{*}chart") if one.get(f"{{{_LINK}}}id")]
    charts = tuple(_chart(archive, name) for name in named)
    notes = [_words(etree.fromstring(archive.read(name))) for name in parts.values() if "notesSlide" in name]
    return ReadSlide(_words(root), " ".join(notes), charts)


_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _related(archive: ZipFile, name: str) -> dict[str, str]:
    folder, _, file = name.rpartition("/")
    root = etree.fromstring(archive.read(f"{folder}/_rels/{file}.rels"))
    kept = [one for one in root if one.get("TargetMode") != "External"]
    return {one.get("Id"): "ppt/" + one.get("Target").removeprefix("../").removeprefix("/ppt/") for one in kept}


def _words(root: etree._Element) -> str:
    paragraphs = (
        "".join(one.itertext("{*}t")) for one in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}p")
    )
    return in_line(" ".join(paragraphs))


def _chart(archive: ZipFile, name: str) -> NativeChart:
    (book,) = [one for one in _related(archive, name).values() if one.endswith(".xlsx")]
    root = etree.fromstring(archive.read(name))
    points = tuple(int(one.find("{*}idx").get("val")) for one in root.iter("{*}dPt"))
    return NativeChart(_cells(archive.read(f"ppt/embeddings/{basename(book)}")), points)


def _cells(workbook: bytes) -> Rows:
    with ZipFile(BytesIO(workbook)) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        shared = ["".join(one.itertext()) for one in etree.fromstring(archive.read("xl/sharedStrings.xml"))]
    rows = []
    for row in sheet.iter("{*}row"):
        cells = [(one.get("t"), one.findtext("{*}v") or "") for one in row]
        rows.append([shared[int(value)] if kind == "s" else value for kind, value in cells])
    return rows
