"""Formulas in files, read back by readers that had no part in writing them."""

from __future__ import annotations

import subprocess
from zipfile import ZipFile

import pikepdf
import pytest
from lxml import etree, html
from pptx import Presentation

from tests.open_xml_sdk import complaints
from tests.projects import Project, run
from tests.render.pdf.structure_check import problems_of
from tests.render.pdf.tagged_text import read_tagged
from tests.render.pdf.vera_pdf import broken_rules

TEX = r"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}"
SAID = "x equals minus b, plus or minus the root, over two a"
DECK = f"""\
title: Formulas
slides:
  - title: Formulas

  - title: One alone
    equation: '{TEX}'

  - title: One with words
    text: It is
    equation: {{tex: '\\sum_{{i=1}}^{{n}} i \\text{{ <b>}}', alt: "{SAID}"}}

  - title: Several
    columns:
      - equation: '\\begin{{pmatrix}} 1 & 2 \\\\ 3 & 4 \\end{{pmatrix}} \\boxed{{x}}'
      - equation: |
          a &= b + \\hat{{c}} \\\\
            &= \\overline{{d}}
"""
NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The deck in all formats."""
    project = Project(tmp_path_factory.mktemp("formulas"))
    project.write(DECK)
    result = run("build", project.deck, *(one for format in ("pptx", "pdf", "html", "md") for one in ("-f", format)))
    assert result.exit_code == 0 and not result.stderr, result.stderr
    return project.folder / "build"


def slide(files, number: int) -> etree._Element:
    """Return a slide's part."""
    with ZipFile(files / "deck.pptx") as package:
        return etree.fromstring(package.read(f"ppt/slides/slide{number}.xml"))


@pytest.mark.outside
def test_a_pdf_has_formulas_with_their_words(files):
    """As elements of their own, in reading order; where nobody says them, there is the LaTeX."""
    pages = read_tagged((files / "deck.pdf").read_bytes())
    found = [one for page in pages for one in page.walk() if one.tag == "Formula"]
    assert [one.said for one in found][:2] == [TEX, SAID]
    assert len(found) == 4
    with pikepdf.open(files / "deck.pdf") as pdf:
        assert problems_of(pdf) == []
    assert broken_rules("ua1", [files / "deck.pdf"]) == {files / "deck.pdf": []}


def test_a_pdf_holds_formulas_as_outlines(files):
    """No picture, and no font beside those of the texts."""
    with pikepdf.open(files / "deck.pdf") as pdf:
        page = pdf.pages[1]
        content = pikepdf.parse_content_stream(page)
        operators = [str(one.operator) for one in content]
        assert operators.count("c") > 50 and "Do" not in operators
        assert not any("STIX" in str(font.BaseFont) for font in page.Resources.Font.values())


def test_a_page_says_formulas_in_mathml(files):
    """Or in words, where somebody has written some; what is drawn is hidden from readers."""
    page = html.fromstring((files / "deck.html").read_text(encoding="utf-8"))
    alone, said, *others = page.xpath("//div[contains(@class, 'equation ')]")
    assert [one.tag for one in alone.xpath("./math/mrow/*")] == ["mi", "mo", "mfrac"]
    assert (alone.get("role"), said.get("role"), said.get("aria-label")) == (None, "img", SAID)
    assert not said.xpath("./math") and len(others) == 2
    assert all(one.xpath("./svg[@aria-hidden='true']/path/@d") for one in (alone, said, *others))
    assert "<b>" not in etree.tostring(said, encoding="unicode").replace("&lt;b&gt;", "")


@pytest.mark.outside
def test_powerpoint_has_equations_of_its_own(files):
    """The Open XML SDK has nothing against them; each has an outline for programs that know none, in the same place."""
    assert complaints(files / "deck.pptx") == []
    for number, count in ((2, 1), (3, 1), (4, 2)):
        choices = slide(files, number).findall(".//mc:AlternateContent", NAMES)
        assert len(choices) == count
        for one in choices:
            frames = [shape.find("p:spPr/a:xfrm", NAMES) for shape in one.iter(f"{{{NAMES['p']}}}sp")]
            assert len(frames) == 2
            assert [dict(part.attrib) for part in frames[0]] == [dict(part.attrib) for part in frames[1]]
            assert one.find("mc:Choice//m:oMath", NAMES) is not None
            assert one.find("mc:Fallback//a:path", NAMES) is not None
            ids = {shape.get("id") for shape in one.iter(f"{{{NAMES['p']}}}cNvPr")}
            assert len(ids) == 1
    described = [one.get("descr") for one in slide(files, 3).iter(f"{{{NAMES['p']}}}cNvPr") if one.get("descr")]
    assert described == [SAID, SAID]


def test_python_pptx_opens_what_holds_equations(files):
    """And finds all else."""
    titles = [one.shapes.title.text for one in Presentation(files / "deck.pptx").slides]
    assert titles == ["Formulas", "One alone", "One with words", "Several"]


def test_markdown_has_formulas_as_blocks(files):
    """As GitHub reads them."""
    text = (files / "deck.md").read_text(encoding="utf-8")
    assert f"```math\n{TEX}\n```" in text


def test_an_import_has_the_formulas(files, tmp_path):
    """Of a presentation and of Markdown, in decks that can be built."""
    for name in ("deck.pptx", "deck.md"):
        own = tmp_path / name.replace(".", "-")
        own.mkdir()
        (own / name).write_bytes((files / name).read_bytes())
        assert run("import", own / name).exit_code == 0
        text = (own / "deck.yaml").read_text(encoding="utf-8")
        assert text.count("equation:") == 4
        assert text.count("alt:") == text.count(f"alt: {SAID}") == (name == "deck.pptx")  # Markdown has no place for it
        assert "error" not in run("check", own / "deck.yaml").stderr


def test_a_formula_that_cannot_be_shown_is_imported_as_its_latex(tmp_path):
    """And told: the deck can be built."""
    path = tmp_path / "talk.md"
    parts = (
        "# Talk",
        "$$1$$",
        "# One",
        "$$x \\foo$$",
        "# Two",
        "```math\ny_i^2\n```",
        "# Three",
        "$$\n\\frac{a_1}{b_2}\n$$",
    )
    path.write_text("\n\n".join(parts))
    told = run("import", path).stderr
    assert "a formula is there as its LaTeX: formulas have no command `\\foo`" in told
    deck = (tmp_path / "talk.yaml").read_text(encoding="utf-8")
    assert "equation: y_i^2" in deck and "equation: \\frac{a_1}{b_2}" in deck and "```latex" in deck


def _changed(files, target, old: bytes, new: bytes) -> None:
    with ZipFile(files / "deck.pptx") as package, ZipFile(target, "w") as changed:
        for name in package.namelist():
            content = package.read(name)
            changed.writestr(name, content.replace(old, new) if name.endswith("slide2.xml") else content)


def test_what_somebody_changes_in_powerpoint_is_merged(files, tmp_path):
    """A number within a formula that is written otherwise; what is no formula then is left to its author."""
    project = Project(tmp_path)
    project.write(DECK)
    _changed(files, tmp_path / "changed.pptx", b">4</m:t>", b">5</m:t>")
    result = run("merge", project.deck, tmp_path / "changed.pptx")
    assert result.exit_code == 0, result.stderr
    assert project.deck.read_text(encoding="utf-8") == DECK.replace("4ac", "5ac")
    project.write(DECK)
    _changed(files, tmp_path / "broken.pptx", b">4</m:t>", ">你</m:t>".encode())
    assert run("merge", project.deck, tmp_path / "broken.pptx").exit_code == 1
    assert project.deck.read_text(encoding="utf-8") == DECK


@pytest.mark.outside
def test_libreoffice_shows_the_outline(files, tmp_path):
    """It knows no equation of PowerPoint's in a slide: what it shows is what a PDF shows."""
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", tmp_path, files / "deck.pptx"], check=True, capture_output=True, timeout=240)
    boxes = [
        _ink(path, tmp_path / name) for name, path in (("own", files / "deck.pdf"), ("office", tmp_path / "deck.pdf"))
    ]
    assert boxes[0] == pytest.approx(boxes[1], abs=2)


def _ink(path, stem) -> tuple[int, int, int, int]:
    """Return the box of what is dark on the second page below its title, in pixels of 96 an inch."""
    from PIL import Image, ImageOps

    command = ["pdftoppm", "-r", "96", "-f", "2", "-l", "2", "-gray", "-singlefile", "-png", path, stem]
    subprocess.run(command, check=True, timeout=60)
    with Image.open(f"{stem}.png") as page:
        part = page.crop((0, page.height // 4, page.width, page.height * 9 // 10))
        box = ImageOps.invert(part).point(lambda level: 255 * (level > 100)).getbbox()
        assert box
        return box
