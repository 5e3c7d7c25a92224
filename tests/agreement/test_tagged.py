"""Every deck, theme, size and arrangement as a tagged PDF: what three readers make of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pikepdf
import pytest

from deckmaker.dataclasses import replace
from deckmaker.layout import Document
from deckmaker.model import PaperSettings
from deckmaker.model.paper import HANDOUTS
from deckmaker.render.pdf import HandoutRenderer, NotesRenderer, PdfRenderer
from tests.agreement.arrangements import LENGTHS, deck_text
from tests.agreement.conftest import NAMES, read_deck
from tests.agreement.outputs import Outputs
from tests.installed_fonts import DEJAVU, fonts_in
from tests.projects import ROOT
from tests.render.laid_out_decks import rendered_by
from tests.render.pdf.poppler_text import blocks_by_poppler
from tests.render.pdf.said_words import said_words
from tests.render.pdf.structure_check import problems_of
from tests.render.pdf.vera_pdf import broken_rules
from tests.samples import mostly_long, mostly_slow

pytestmark = pytest.mark.outside

OTHERS = [path.stem for path in sorted((ROOT / "tests" / "agreement").glob("*.yaml")) if path.stem != "scripts"]
"""Decks of texts, lists, tables, footnotes and what has no room; one of scripts needs fonts of its own."""


@pytest.fixture(scope="module")
def all_outputs(outputs: Outputs, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """Those of all decks, of the agreement's own, and of the arrangements in each length."""
    folder = tmp_path_factory.mktemp("tagged")
    (folder / "decks").mkdir()
    shutil.copytree(ROOT / "assets" / "showcase", folder / "assets" / "showcase")
    documents: dict[str, Document] = {}
    for length in LENGTHS:
        path = folder / "decks" / f"{length}.yaml"
        path.write_text(deck_text(length), encoding="utf-8")
        documents[f"arrangements-{length}"] = read_deck(path)
    with fonts_in(DEJAVU):
        for name in OTHERS:
            documents[name] = read_deck(ROOT / "tests" / "agreement" / f"{name}.yaml")
        yield Outputs({**outputs.documents, **documents}, folder)


TURNED = ("arabic", "hebrew", "words_of_other_ways")
"""Those with words from right to left, which poppler reads from left to right where it follows the tree."""

EVERY = [*NAMES, *OTHERS, *(f"arrangements-{length}" for length in LENGTHS)]


def test_verapdf_has_no_complaint_of_any(all_outputs: Outputs) -> None:
    """By the profile of PDF/UA-1: one start of Java for all."""
    paths = [all_outputs.file(name, "pdf") for name in EVERY]
    broken = broken_rules("ua1", paths)
    assert {path.stem: rules for path, rules in broken.items() if rules} == {}


ARCHIVES = {"a-2b": "2b", "a-3a": "3a"}
"""Standards of PDF/A, by which veraPDF has profiles."""

SHARES = 8


def archived(standard: str, share: int) -> list[str]:
    """Return the decks of a share: others than for the other standard, but for the deck of all there is."""
    others = EVERY[(share + 2 * [*ARCHIVES].index(standard)) % SHARES :: SHARES]
    return others if share or "showcase" in others else ["showcase", *others]


@pytest.mark.parametrize(
    ("standard", "share"), mostly_long(product(ARCHIVES, range(SHARES)), is_usual=lambda case: case[1] == 0)
)
def test_verapdf_has_no_complaint_of_archives(standard: str, share: int, all_outputs: Outputs, tmp_path: Path) -> None:
    """Every deck as PDF/A, by both profiles."""
    paths = []
    for name in archived(standard, share):
        laid_out = all_outputs.documents[name]
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(rendered_by(PdfRenderer(), replace(laid_out, paper=PaperSettings(standard=standard))))
    broken = broken_rules(ARCHIVES[standard], paths)
    assert {path.stem: rules for path, rules in broken.items() if rules} == {}


@pytest.mark.parametrize(
    "names",
    mostly_long([["footnotes", "tables"], ["showcase", "heating-grant"]], is_usual=lambda names: "tables" in names),
    ids="-".join,
)
def test_verapdf_has_no_complaint_of_sheets(names: list[str], all_outputs: Outputs, tmp_path: Path) -> None:
    """Handouts of each kind, and notes pages."""
    paths = []
    for name in names:
        laid_out = all_outputs.documents[name]
        for kind, settings in {**{f"{count}-up": {"handout": count} for count in HANDOUTS}, "notes": {}}.items():
            paths.append(tmp_path / f"{name}-{kind}.pdf")
            renderer = NotesRenderer() if kind == "notes" else HandoutRenderer()
            paths[-1].write_bytes(rendered_by(renderer, replace(laid_out, paper=PaperSettings(**settings))))
    broken = broken_rules("ua1", paths)
    assert {path.stem: rules for path, rules in broken.items() if rules} == {}
    for path in paths:
        with pikepdf.open(path) as pdf:
            assert problems_of(pdf) == [], path.stem


@pytest.mark.parametrize("name", mostly_slow(EVERY))
def test_trees_agree_with_contents(name: str, all_outputs: Outputs) -> None:
    """Each mark is of the element that holds it, and all that is painted is somebody's or an artifact."""
    with pikepdf.open(all_outputs.file(name, "pdf")) as pdf:
        assert problems_of(pdf) == []


@pytest.mark.parametrize("name", mostly_slow(EVERY))
def test_poppler_reads_out_what_layout_says(name: str, all_outputs: Outputs) -> None:
    """Word for word, in reading order: no words are joined where a line ends. Of those from right to left, each letter
    once.
    """
    said = [" ".join(blocks).split() for blocks in blocks_by_poppler(all_outputs.file(name, "pdf"))]
    pages = all_outputs.documents[name].pages
    assert len(said) == len(pages)
    for page, words in zip(pages, said, strict=True):
        expected = said_words(page, all_outputs.documents[name].language)
        if name in TURNED:
            assert sorted("".join(words)) == sorted("".join(expected)), page.number
        else:
            assert words == expected, page.number
