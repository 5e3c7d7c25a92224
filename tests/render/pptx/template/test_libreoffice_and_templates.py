"""LibreOffice's own templates, as templates of decks; and decks in templates as it opens and saves them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from deckmaker.render.pptx.inspection import faults
from deckmaker.template import read_template
from tests.agreement.comparison import compare
from tests.agreement.expectation import expected_views
from tests.agreement.libreoffice import convert_to_pdf, saved_again
from tests.agreement.libreoffice_baselines import in_libreoffice
from tests.agreement.pdf_reader import read_pdf
from tests.agreement.report import Kind
from tests.installed_fonts import fonts_in
from tests.open_xml_sdk import complaints
from tests.render.pptx.template.building import DECK, InTemplate
from tests.samples import mostly_long
from tests.template.leftovers import with_leftovers
from tests.template.packages import default, opened, with_brand
from tests.template.presets import FONTS, preset_templates

pytestmark = pytest.mark.outside

USUAL = ("DNA", "Vivid")
FURTHER = ("Blueprint_Plans", "Focus", "Inspiration", "Yellow_Idea")
every_preset = pytest.mark.parametrize("name", mostly_long((*USUAL, *FURTHER), is_usual=lambda name: name in USUAL))

Decks = Callable[[str], tuple[InTemplate, Path, Path]]
"""Returns a deck in a preset: made, as a file, and as LibreOffice's PDF of that."""


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Decks]:
    """Decks in presets, of which the usual ones are made at once. The fonts that they name are there."""
    made = cache(lambda names: in_presets(names, tmp_path_factory.mktemp("presets")))
    with fonts_in(*FONTS):
        yield lambda name: made(USUAL if name in USUAL else FURTHER)[name]


def in_presets(names: tuple[str, ...], folder: Path) -> dict[str, tuple[InTemplate, Path, Path]]:
    """Return a deck in each preset, converted in one start."""
    made, files = [], []
    for name, content in preset_templates(names, folder, "pptx").items():
        one = InTemplate(folder / name, content, layouts=layouts_of(content), theme=SMALL)
        made.append(one)
        files.append(folder / f"deck-{name}.pptx")
        files[-1].write_bytes(one.file)
    return dict(zip(names, zip(made, files, convert_to_pdf(files, folder, FONTS), strict=True), strict=True))


SMALL = "styles:\n  body: {min: 8}\n  column: {min: 8}\n  title: {min: 12}\n"


def layouts_of(content: bytes) -> dict[str, str]:
    """Return our plain layout with the first of a template that has a title and a large place for text."""
    template = read_template(content)
    fitting = [
        one.name
        for one in template.layouts
        if one.placeholder("title") and (text := one.placeholder("obj", "body", "subTitle")) and text.rect
        if text.rect.width > template.width / 2 and text.rect.height > template.height / 3
    ]
    return {"content": fitting[-1]}


@every_preset
def test_words_are_on_their_lines(name: str, decks: Decks) -> None:
    """All that layout decided is there; what the template itself draws is besides."""
    made, _, pdf = decks(name)
    report = compare(expected_views(in_libreoffice(made.laid_out)), read_pdf(pdf, made.laid_out.theme.width))
    lost = (Kind.MISSING_LINE, Kind.WORDS, Kind.MISSING_PICTURE, Kind.PAGES)
    assert [str(one) for one in report.findings if one.kind in lost] == []
    assert report.expected_lines > 20


@every_preset
def test_masters_and_layouts_are_the_preset_s(name: str, decks: Decks) -> None:
    """Byte for byte, pictures too."""
    made, _, _ = decks(name)
    kept = ("ppt/slideMasters/", "ppt/slideLayouts/", "ppt/media/")
    referred = {one for one in made.parts if one.startswith(kept)}
    theirs = opened(made.template)
    assert all(made.parts[one] == theirs[one] for one in referred & theirs.keys())
    assert {one for one in theirs if one.startswith(kept[:2])} <= referred


@every_preset
def test_no_validator_finds_what_the_preset_has_not(name: str, decks: Decks, tmp_path: Path) -> None:
    """LibreOffice's files have faults of their own, which are copied with the parts that have them."""
    made, file, _ = decks(name)
    theirs = tmp_path / "template.pptx"
    theirs.write_bytes(made.template)
    audit = [
        Counter(str(one) for one in OpenXmlValidator(strict=True).validate(path).errors) for path in (file, theirs)
    ]
    assert audit[0] - audit[1] == Counter()
    sdk = [Counter(complaints(path)) for path in (file, theirs)]
    assert sdk[0] - sdk[1] == Counter()
    assert set(faults(list(made.parts.items()))) <= set(faults(list(opened(made.template).items())))


def test_open_save_and_reopen_keeps_texts(tmp_path: Path) -> None:
    """LibreOffice writes the deck anew: its slides say the same, in as many layouts."""
    made = InTemplate(tmp_path / "project", with_leftovers(with_brand(default())), DECK)
    path = tmp_path / "deck.pptx"
    path.write_bytes(made.file)
    (tmp_path / "saved").mkdir()
    (saved,) = saved_again([path], tmp_path / "saved")
    texts = [slide_texts(Presentation(BytesIO(content))) for content in (made.file, saved.read_bytes())]
    assert texts[0] == texts[1] and len(texts[0]) == 6


def slide_texts(presentation: Any) -> list[list[str]]:
    """Return the texts of each slide, with those of tables and groups, sorted; LibreOffice empties number fields."""
    return [
        sorted(text for text in texts_in(slide.shapes) if text not in ("", "<number>", str(number)))
        for number, slide in enumerate(presentation.slides, start=1)
    ]


def texts_in(shapes: Any) -> list[str]:
    """Return the texts of shapes."""
    found: list[str] = []
    for shape in shapes:
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        elif getattr(shape, "has_table", False):
            found += [cell.text for row in shape.table.rows for cell in row.cells]
        elif hasattr(shape, "shapes"):
            found += texts_in(shape.shapes)
    return found
