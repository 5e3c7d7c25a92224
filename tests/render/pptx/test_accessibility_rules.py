"""What PowerPoint's accessibility checker would say of our files: nothing, of every deck in every theme."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from deckmaker.render.pptx import PptxRenderer
from deckmaker.theme import built_in_themes
from tests.agreement.conftest import DECKS, read_deck
from tests.agreement.libreoffice import convert_to_pdf
from tests.projects import Project
from tests.render.laid_out_decks import rendered_by
from tests.render.pptx.accessibility_rules import complaints
from tests.render.pptx.decks import find, parts_to_spoil
from tests.render.pptx.drawn_contrast import drawn_words
from tests.render.pptx.spoiling import Change, both, changed, edited, packed, removed, set_to
from tests.render.pptx.template.building import InTemplate
from tests.samples import mostly_long
from tests.template.packages import default
from tests.variants import write_variants

DECLARED = {"showcase": ["merged cells"]}
"""What decks do on purpose, which `deckmaker check` tells, too (`merged-cells`)."""


THEMES = [*built_in_themes()]


def themes_of(deck: Path) -> list[str]:
    """Return the themes in which a deck is looked at: the one of all there is in each, the others in one of them."""
    return THEMES if deck.stem == "showcase" else [THEMES[DECKS.index(deck) % len(THEMES)]]


@pytest.mark.alike(every=2)
@pytest.mark.slow
@pytest.mark.parametrize(
    ("deck", "theme"),
    mostly_long(product(DECKS, THEMES), is_usual=lambda case: case[1] in themes_of(case[0])),
    ids=lambda value: value.stem if isinstance(value, Path) else value,
)
def test_a_deck_breaks_no_rule(deck: Path, theme: str, tmp_path: Path) -> None:
    """But for what it does on purpose."""
    (variant,) = write_variants(deck, read_deck(deck), {theme: {"theme": theme}}, tmp_path)
    path = tmp_path / "deck.pptx"
    path.write_bytes(rendered_by(PptxRenderer(), read_deck(variant)))
    found = [one.partition(": ")[2] for one in complaints(path)]
    assert [one for one in found if one not in DECLARED.get(deck.stem, ())] == []
    assert {*DECLARED.get(deck.stem, ())} <= {*found}


def test_a_deck_in_a_template_breaks_no_rule(tmp_path: Path) -> None:
    """Its placeholders are the template's, and so are its layouts."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(InTemplate(tmp_path / "project", default()).file)
    assert complaints(path) == []


ROUNDED = 0.1
"""What is lost of a contrast where colours are read off pixels."""


@pytest.mark.outside
@pytest.mark.slow
@pytest.mark.parametrize(
    ("theme", "usual"),
    mostly_long(product(THEMES, (True, False)), lambda case: case == ("statement", True)),
)
def test_no_text_is_hard_to_read(theme: str, usual: bool, tmp_path: Path) -> None:
    """Hard-to-read text contrast: as LibreOffice draws them, words stand out as WCAG 2.2 (1.4.3) asks."""
    files = []
    for deck in (one for one in DECKS if (theme in themes_of(one)) is usual):
        (variant,) = write_variants(deck, read_deck(deck), {f"{deck.stem}-{theme}": {"theme": theme}}, tmp_path)
        path = tmp_path / f"{variant.stem}.pptx"
        path.write_bytes(rendered_by(PptxRenderer(), read_deck(variant)))
        files.append(path)
    assert faint_words(files, tmp_path) == []


@pytest.mark.outside
def test_grey_on_white_is_hard_to_read(tmp_path: Path) -> None:
    """Or the test above would find nothing, whatever there is."""
    project = Project(tmp_path)
    (tmp_path / "decks/pale.yaml").write_text('extends: briefing\npalette: {ink: "#BBBBBB"}\n')
    path = tmp_path / "pale.pptx"
    document = project.document("title: T\ntheme: pale.yaml\nslides:\n  - title: T\n  - {title: A, text: Pale words}\n")
    path.write_bytes(rendered_by(PptxRenderer(), document))
    assert {one.split()[1] for one in faint_words([path], tmp_path)} >= {"Pale", "words"}


def faint_words(files: list[Path], folder: Path) -> list[str]:
    """Return the words of presentations that do not stand out enough, as LibreOffice draws them."""
    return [
        f"{path.stem}:{word.page}: {word.text} {word.color} on {word.ground}: {word.contrast:.2f}"
        for path in convert_to_pdf(files, folder)
        for word in drawn_words(path)
        if word.contrast < (3 if word.is_large else 4.5) - ROUNDED
    ]


PICTURED, TABLE, CHARTED, LINKED = "A sound-level meter", "<a:tbl>", "/drawingml/2006/chart", "The full report"
PRESENTATION = "ppt/presentation.xml"
TITLE = "//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='title']]"


def emptied(element: Any) -> None:
    """Take all words out of an element."""
    for text in find(element, ".//a:t"):
        text.text = ""


def retitled(words: str) -> Callable[[Any], None]:
    """Return what gives a title other words."""

    def change(element: Any) -> None:
        emptied(element)
        find(element, ".//a:t")[0].text = words

    return change


FAULTS: dict[str, tuple[Change, str]] = {
    "a picture without alt text": (set_to(PICTURED, "//p:pic/p:nvPicPr/p:cNvPr", "descr", ""), "missing alt text: "),
    "a file name for alt text": (
        set_to(PICTURED, "//p:pic/p:nvPicPr/p:cNvPr", "descr", "meter.png"),
        "alt text is the name of a file: meter.png",
    ),
    "a chart without alt text": (
        set_to(CHARTED, "//p:graphicFrame/p:nvGraphicFramePr/p:cNvPr", "descr", ""),
        "missing alt text: ",
    ),
    "a table without alt text": (
        set_to(TABLE, "//p:graphicFrame/p:nvGraphicFramePr/p:cNvPr", "descr", ""),
        "missing alt text: ",
    ),
    "no title": (removed(TABLE, TITLE), "missing slide title"),
    "a title without words": (edited(TABLE, TITLE, emptied), "missing slide title"),
    "a title that another slide has": (
        both(edited(TABLE, TITLE, retitled("Once more")), edited(PICTURED, TITLE, retitled("Once more"))),
        "duplicate slide title: Once more",
    ),
    "no header row": (set_to(TABLE, "//a:tblPr", "firstRow", "0"), "no header row"),
    "a blank row": (edited(TABLE, "//a:tr[last()]", emptied), "blank table row"),
    "a link that reads here": (
        changed(LINKED, b"<a:t>The full report</a:t>", b"<a:t>here</a:t>"),
        "unclear hyperlink text: here",
    ),
    "a title at the end": (
        edited(TABLE, TITLE, lambda title: title.getparent().append(title)),
        "read before the title: ",
    ),
    "a default section": (changed(PRESENTATION, b'name="Findings"', b'name="Section 2"'), "default section name: "),
    "two sections of one name": (
        changed(PRESENTATION, b'name="Remedies"', b'name="Findings"'),
        "duplicate section name: Findings",
    ),
    "a file without a title": (removed("docProps/core.xml", "//*[local-name()='title']"), "the file has no title"),
    "text without a language": (changed(PICTURED, b' lang="', b' other="'), "no language: "),
    "a protected file": (
        changed(PRESENTATION, b"</p:presentation>", b"<p:modifyVerifier/></p:presentation>"),
        "the file is protected",
    ),
}
"""Mistakes, each planted in the showcase, and what is said of them."""


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is said of the file in which mistakes are planted."""
    path = tmp_path_factory.mktemp("sound") / "deck.pptx"
    path.write_bytes(packed(parts_to_spoil()))
    return complaints(path)


@pytest.mark.parametrize("name", FAULTS)
def test_each_rule_finds_what_breaks_it(name: str, before: list[str], tmp_path: Path) -> None:
    """One mistake planted in a sound file."""
    plant, said = FAULTS[name]
    path = tmp_path / "deck.pptx"
    path.write_bytes(packed(plant(parts_to_spoil())))
    new = [one for one in complaints(path) if one not in before]
    assert any(said in one for one in new), new
