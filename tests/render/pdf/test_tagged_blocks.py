"""Which elements each kind of block is in the PDF's structure tree: read back by pikepdf and pdfplumber."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from deckmaker.layout import Document, Role, TextItem
from tests.projects import DECK, Project
from tests.render.pdf.decks import rendered
from tests.render.pdf.tagging_judges import complaints, found, outlines

NESTED = "L(LI(Lbl LBody(L(LI(Lbl LBody) LI(Lbl LBody)))) LI(Lbl LBody))"

BLOCKS = {
    "text": ("text: One\n    layout: content", "P"),
    "two paragraphs": ('text: "One\\n\\nTwo"\n    layout: content', "P P"),
    "a list": ("bullets: [One, Two]", "L(LI(Lbl LBody) LI(Lbl LBody))"),
    "a list in a list": ("bullets: [{One: [Two, Three]}, Four]", NESTED),
    "numbers in numbers": ("numbered: [{One: [Two, Three]}, Four]", NESTED),
    "a text with a list": ('text: "One\\n\\n- Two\\n\\nThree"\n    layout: content', "P L(LI(Lbl LBody)) P"),
    "a heading": ("content: [{text: One}, {heading: Two}, {text: Three}]", "P H3 P"),
    "columns": ("columns: [{heading: One, text: Two}, {heading: Three, bullets: [Four]}]", "H3 P H3 L(LI(Lbl LBody))"),
    "a grid": ("grid: {across: 2, cells: [{heading: One, text: Two}, {text: Three}]}", "H3 P P"),
    "a picture": ("image: {file: ../a.png, alt: A quay, credit: B. Moe}\n    layout: picture", "Figure P"),
    "a picture with a caption": (
        "image: {file: ../a.png, alt: A quay, caption: The quay, credit: B. Moe}\n    layout: picture",
        "Div(Figure Caption P)",
    ),
    "pictures": (
        "images: [{file: ../a.png, alt: One, caption: Two, credit: B}, {file: ../a.png, alt: Three, credit: B}]",
        "Div(Figure Caption) Figure P",
    ),
    "a quotation": ("quote: {text: One, by: Two}", "BlockQuote(P) P"),
    "a callout": ("callout: {title: One, text: Two}", "Div(H3 P)"),
    "key figures": (
        "metrics: [{value: 48 dB, label: One}, {value: 61 dB, label: Two, change: '+3', since: May}]",
        "L(LI(LBody(P P)) LI(LBody(P P P)))",
    ),
    "a timeline": (
        "timeline: [{when: May, title: One}, {when: June, title: Two, text: Three}]",
        "L(LI(LBody(P P)) LI(LBody(P P P)))",
    ),
    "steps side by side": ("process: [One, {title: Two, text: Three}]", "L(LI(LBody(P)) LI(LBody(P P)))"),
    "steps below one another": (
        "columns: [{process: [One, Two, Three]}, {text: Four}]",
        f"L({' '.join(['LI(Lbl LBody(P))'] * 3)}) P",
    ),
    "a table": (
        "table: {rows: [[Berth, Level], [One, '48']], caption: Loudest hour}",
        "Table(THead(TR(TH TH)) TBody(TR(TD TD)) Caption)",
    ),
    "a comparison": (
        "compare: {options: [Wall, Power], criteria: [{Cost: [Low, High]}]}",
        "Table(THead(TR(TD TH TH)) TBody(TR(TH TD TD)))",
    ),
    "a footnote": (
        "text: One^[Two] three\n    layout: content",
        "P(Reference(Link)) Note(Lbl(Link) P)",
    ),
    "a link over two lines": (f"text: '[{'word ' * 40}](https://example.org)'\n    layout: content", "P(Link)"),
    "a chart": (
        "chart: {values: {2023: 4, 2024: 5}, type: column, subtitle: Deaths, note: By year}",
        "Div(P Figure Caption)",
    ),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with a picture."""
    project = Project(tmp_path_factory.mktemp("blocks"))
    Image.new("RGB", (160, 90), "#336699").save(project.folder / "a.png")
    return project


def one_slide(project: Project, slide: str) -> Document:
    """Return a deck of a title page and a slide with a title and what it says besides."""
    return project.document(f"{DECK}  - title: Levels\n    {slide}\n")


def outline(document: Document) -> str:
    """Return the elements of the last slide behind its heading, when nobody complains of any."""
    file = rendered(document)
    assert complaints(file, document) == []
    *_, last = outlines(file)
    return last.removeprefix("Sect(H2 ").removesuffix(")")


@pytest.mark.parametrize("kind", BLOCKS)
def test_blocks_are_what_they_are_called(kind: str, project: Project) -> None:
    """Behind the slide's heading."""
    slide, expected = BLOCKS[kind]
    assert outline(one_slide(project, slide)) == expected


def test_lists_say_how_they_are_numbered(project: Project) -> None:
    """Bullets by their levels, numbers, and letters below them."""
    bullets = rendered(one_slide(project, "bullets: [{One: [Two]}]"))
    numbers = rendered(one_slide(project, "numbered: [{One: [Two]}]"))
    kinds = [[one.attributes["ListNumbering"] for one in found(file, "L")] for file in (bullets, numbers)]
    assert kinds == [["/Disc", "/Circle"], ["/Decimal", "/LowerAlpha"]]
    assert [one.text for one in found(numbers, "Lbl")] == ["1.", "a."]


def test_a_numbered_list_that_begins_again_is_another(project: Project) -> None:
    """As it is in HTML."""
    file = rendered(one_slide(project, 'text: "1. One\\n2. Two\\n\\nThree\\n\\n1. Four"\n    layout: content'))
    assert len(found(file, "L")) == 2


TABLE = """table:
      header: 2
      stub: 1
      footer: 1
      rows:
        - [{text: Berth, rows: 2}, {text: Level, columns: 2}]
        - [Day, Night]
        - [One, "48", "50"]
        - [Mean, "48", "50"]"""


def test_tables_have_headers_and_spans(project: Project) -> None:
    """Headers say of what; in a footer, too, the first cell is its row's."""
    document = one_slide(project, TABLE)
    file = rendered(document)
    rows = "THead(TR(TH TH) TR(TH TH)) TBody(TR(TH TD TD)) TFoot(TR(TH TD TD))"
    assert outline(document) == f"Table({rows})"
    headers = {one.text.strip(): one.attributes for one in found(file, "TH")}
    assert headers["Berth"] == {"O": "/Table", "Scope": "/Column", "RowSpan": "2"}
    assert headers["Level"] == {"O": "/Table", "Scope": "/Column", "ColSpan": "2"}
    assert headers["One"]["Scope"] == headers["Mean"]["Scope"] == "/Row"


def test_figures_have_words_and_bounds(project: Project) -> None:
    """Those of the picture on the page, in points."""
    document = one_slide(project, "image: {file: ../a.png, alt: Ein Kai – bei Nacht, credit: B}\n    layout: picture")
    (figure,) = found(rendered(document), "Figure")
    assert figure.said == "Ein Kai – bei Nacht"
    placed = document.pages[1].slot("picture")
    assert placed
    height, rect = document.theme.height, placed.rect
    with pikepdf.open(BytesIO(rendered(document))) as pdf:
        (bounds,) = (
            [float(value) for value in one.A.BBox]
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
        )
    assert bounds == pytest.approx([rect.x, height - rect.bottom, rect.right, height - rect.y], abs=0.01)


def test_a_picture_under_a_title_is_read_behind_it(project: Project) -> None:
    """It is painted first, and is no background: it has words."""
    slide = "image: {file: ../a.png, alt: A quay, credit: B}\n    layout: picture-full"
    document = one_slide(project, slide)
    assert outline(document) == "Figure P"
    painted = [one.role for one in document.pages[1].placed]
    assert painted.index(Role.PICTURE) < painted.index(Role.TITLE)


def test_a_chart_tells_its_data(project: Project) -> None:
    """Behind what it shows; a reader hears no numbers of its axis."""
    (figure,) = found(rendered(one_slide(project, "chart: {values: {2023: 4, 2024: 5}, alt: Deaths rose}")), "Figure")
    assert figure.said == "Deaths rose 2023: 4; 2024: 5"


def test_links_say_where_they_lead(project: Project) -> None:
    """Each line of a link has a box of its own, all of them one link's; all can be printed."""
    words = "word " * 40
    file = rendered(one_slide(project, f"text: '[{words}](https://example.org/a)'\n    layout: content"))
    with pikepdf.open(BytesIO(file)) as pdf:
        annotations = list(pdf.pages[1].Annots)
        assert len(annotations) > 1
        assert {str(one.Contents) for one in annotations} == {"https://example.org/a"}
        assert {int(one.F) for one in annotations} == {4}
    assert len(found(file, "Link")) == 1


def test_a_link_that_is_read_from_the_right_has_one_box_a_line(project: Project) -> None:
    """Its words are set one by one. Where others stand between its parts, it has a box for each."""
    text = "קראו את [המדריך המלא **של** הנמל](https://example.org/a) עוד."
    text += " [One](https://example.org/b)[two](https://example.org/c)"
    file = rendered(one_slide(project, f"text: '{text}'\n    layout: content"))
    with pikepdf.open(BytesIO(file)) as pdf:
        boxes = {str(one.Contents)[-1]: [float(side) for side in one.Rect] for one in pdf.pages[1].Annots}
        assert len(pdf.pages[1].Annots) == len(boxes) == 3
    assert boxes["a"][2] - boxes["a"][0] > 3 * max(boxes["b"][2] - boxes["b"][0], boxes["c"][2] - boxes["c"][0])


def test_footnotes_and_their_marks_lead_to_each_other(project: Project) -> None:
    """A reader hears the note's words before it goes there, and on the way back its number."""
    file = rendered(one_slide(project, "text: One^[Of two.] three\n    layout: content"))
    with pikepdf.open(BytesIO(file)) as pdf:
        assert [str(one.Contents) for one in pdf.pages[1].Annots] == ["Of two.", "1"]
        (note,) = (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Note")
        names = list(pdf.Root.StructTreeRoot.IDTree.Names)
        assert str(note.ID) == str(names[0]) and names[1].objgen == note.objgen


def test_parts_of_a_slide_have_headings_each(project: Project, tmp_path: Path) -> None:
    """And a list that goes on is a list again; its item goes on without a label."""
    items = ", ".join(f"Item {number} with some words" for number in range(60))
    document = one_slide(project, f"bullets: [{items}]\n    overflow: split")
    file = rendered(document)
    assert len(document.pages) > 2
    assert [one.tag for one in found(file, "H2")] == ["H2"] * (len(document.pages) - 1)
    assert len(found(file, "L")) == len(document.pages) - 1
    assert complaints(file, document) == []


def test_levels_of_headings_follow_sections(project: Project) -> None:
    """Slides of a section that a slide of its own opens are below that."""
    deck = """\
title: T
slides:
  - {title: T}
  - {title: A, text: B}
  - {title: One, section: One}
  - {title: A, text: B}
  - {title: C, section: Two, text: D}
  - {title: E, text: F}
"""
    document = project.document(deck)
    file = rendered(document)
    assert [outline.split("(")[1].split()[0].rstrip(")") for outline in outlines(file)] == [
        "H1",
        "H2",
        "H2",
        "H3",
        "H2",
        "H2",
    ]
    assert complaints(file, document) == []


def test_what_is_on_every_slide_is_no_content(project: Project) -> None:
    """The trail, the footer, the number and the logo."""
    deck = (
        "title: T\ntrail: [Trail]\nfooter: Footer\nlogo: ../a.png\n"
        "slides: [{title: T}, {title: A, text: B, layout: content}]\n"
    )
    document = project.document(deck)
    assert outline(document) == "P"
    with pikepdf.open(BytesIO(rendered(document))) as pdf:
        marks = pdf.pages[1].Contents.read_bytes()
    assert b"/Subtype/Header" in marks and b"/Subtype/Footer" in marks


LONG = (
    "Two thirds of the loud nights have a reefer ship at berth four, and its ventilators run until it leaves. "
    + "It is a never-ending-and-not-to-be-underestimated-by-whomsoever state of affairs. " * 3
).strip()


def test_words_are_copied_as_they_are_written(project: Project) -> None:
    """With a space where a line ends, and none behind a hyphen that ends one, or within a word."""
    document = one_slide(project, f"text: '{LONG}'\n    layout: content")
    (placed,) = (one for one in document.pages[1].placed if one.slot == "body")
    assert isinstance(placed.item, TextItem)
    ends = [one.line.text[-1] for one in placed.item.setting.paragraphs[0].lines]
    assert "-" in ends[:-1] and any(end.isalpha() or end in ",:" for end in ends[:-1])
    assert [one.text for one in found(rendered(document), "P")] == [LONG]


@pytest.mark.outside
def test_poppler_copies_them_so(project: Project) -> None:
    """In the order of the file; its line ends stand for spaces, but behind hyphens."""
    document = one_slide(project, f"text: '{LONG}'\n    layout: content")
    path = project.folder / "copied.pdf"
    path.write_bytes(rendered(document))
    command = ["pdftotext", "-raw", "-f", "2", path, "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert LONG in " ".join(said.replace("-\n", "-").split())


def test_a_hard_break_parts_words(project: Project) -> None:
    """Though nothing is drawn of it."""
    file = rendered(one_slide(project, 'text: "One  \\nTwo"\n    layout: content'))
    assert [one.text for one in found(file, "P")] == ["One Two"]


def test_an_address_over_two_lines_stays_whole(project: Project) -> None:
    """It is broken at its signs, and no space stands there."""
    address = "https://example.org/" + "a-long-path/" * 14
    file = rendered(one_slide(project, f"text: '[{address}](<{address}>)'\n    layout: content"))
    assert [one.text for one in found(file, "P")] == [address]
