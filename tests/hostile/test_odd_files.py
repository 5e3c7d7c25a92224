"""Files of others that a deck uses: fonts with odd names and heights, templates, presentations and tables."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pyarrow as pa
import pytest
from fontTools.ttLib import TTFont
from lxml import html
from PIL import Image
from pptx import Presentation
from pyarrow import parquet

from deckmaker.budget.bound import Bound
from deckmaker.rows.reading import parquet as parquet_rows
from deckmaker.template import pictures, read_template
from deckmaker.template.package import NotATemplate, Package
from deckmaker.template.pictures import TemplatePictures
from tests.hostile.work import calls_of
from tests.importing.presentations import body_of, content_slide, imported, presentation, with_parts
from tests.projects import ROOT, Project, run
from tests.template.templates import CONTENT, MASTER, THEME, packed, parts

pytestmark = pytest.mark.slow

_MAIN, _STYLES = "ppt/presentation.xml", "ppt/tableStyles.xml"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project."""
    return Project(tmp_path)


def with_font(project: Project, family: str, ascent: int = 0, descent: int = 0) -> None:
    """Write a theme whose body is set in a font of a name; with an ascent, its lines have these heights."""
    font = TTFont(ROOT / "deckmaker/data/thirdparty/fonts/Arimo-Regular.ttf")
    for record in font["name"].names:
        if record.nameID in (1, 16):
            record.string = family
    if ascent:
        font["hhea"].ascent, font["hhea"].descent = ascent, descent
        font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender = ascent, descent
        font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = abs(ascent), abs(descent)
        font["hhea"].lineGap = font["OS/2"].sTypoLineGap = 0
    font.save(project.deck.with_name("own.ttf"))
    name = family.replace("\\", "\\\\").replace('"', '\\"')
    project.deck.with_name("own.yaml").write_text(
        f'extends: briefing\nfonts: {{body: {{family: "{name}", files: [own.ttf]}}}}\n'
    )


@pytest.mark.parametrize(
    "family",
    ['a";}body{display:none}x{y:"', "x\\", "x</style><script>zzx()</script>", "Ünder 3 (Büro) & Co.", "a\nb"],
)
def test_a_font_s_name_stays_a_text_of_the_style_sheet(family: str, project: Project) -> None:
    """Whatever it is: a page was blank, and could not be built, for what a font is called."""
    with_font(project, family)
    project.write("title: A\ntheme: own.yaml\nslides: [{title: A}, {title: B, text: Words of it}]\n")
    result = run("build", project.deck, "-f", "html")
    if "unusable-font" in result.stderr or "wrong-" in result.stderr:
        return  # refused by its name
    assert result.exit_code == 0, result.stderr
    page = html.fromstring((project.folder / "build/deck.html").read_bytes())
    styles = "".join(page.xpath("//style/text()"))
    assert (
        "--font-body:" in styles and "display:none}x" not in styles and not page.xpath("//script[contains(., 'zzx')]")
    )
    (found,) = {one.split(";")[0] for one in styles.split("--font-body:")[1:]}
    assert found.count('"') == 2 and "{" not in found and "<" not in found


@pytest.mark.parametrize("heights", [(1, -1), (500, -500), (100, -900)])
def test_a_font_without_a_height_is_told_where_it_is_named(heights: tuple[int, int], project: Project) -> None:
    """What divides by it would fail in one output, and not in others."""
    with_font(project, "Odd", *heights)
    said = project.said("title: A\ntheme: own.yaml\nslides: [{title: A}, {title: B, bullets: [a, b]}]\n")
    assert "error[unusable-font]" in said and "own.yaml:2:" in said


def test_a_long_address_is_judged_once() -> None:
    """Many words that lead to it took the square of its length."""

    def linked(count: int) -> bytes:
        def made(found: Any) -> None:
            paragraph = body_of(content_slide(found), (0, "a")).paragraphs[0]
            for number in range(count):
                run = paragraph.add_run()
                run.text = f"word {number} "
                run.hyperlink.address = "https://example.org/" + "é" * 4_000

        return presentation(made)

    few, many = linked(20), linked(60)
    imported(few)
    costs = [calls_of(lambda content=content: imported(content)) for content in (few, many)]  # type: ignore[misc]
    assert costs[1] < 3.2 * costs[0]


def test_pixels_of_a_template_that_take_no_room_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """As those of a deck are."""
    stream, talk = BytesIO(), Presentation()
    slide = talk.slides.add_slide(talk.slide_layouts[6])
    for shade in range(4):
        picture = BytesIO()
        Image.new("L", (2_000, 2_000), shade).save(picture, "PNG")
        slide.shapes.add_picture(picture, 0, 0)
    talk.save(stream)
    package = Package(stream.getvalue())
    parts = [name for name in ZipFile(BytesIO(stream.getvalue())).namelist() if name.startswith("ppt/media/")]
    monkeypatch.setattr(pictures, "DECK_PLAIN_PIXELS", Bound(5_000_000, "pixels that take no room", "the pictures"))
    reader = TemplatePictures(package)
    reader.read(parts[0])
    with pytest.raises(NotATemplate, match="more than 5,000,000 pixels that take no room"):
        for part in parts[1:]:
            reader.read(part)


def test_relationships_under_another_name_are_none() -> None:
    """PowerPoint would not open what is made of them."""
    broken = with_parts(
        presentation(content_slide),
        lambda name, part: (
            part.replace(b"<Relationships", b"<Relationship").replace(b"</Relationships>", b"</Relationship>")
            if name == "ppt/slideLayouts/_rels/slideLayout1.xml.rels"
            else part
        ),
    )
    with pytest.raises(NotATemplate, match="holds no relationships"):
        Package(broken).relationships("ppt/slideLayouts/slideLayout1.xml")


_THEIRS = "<p:clrMapOvr><a:masterClrMapping/>"
_OWN = "<p:clrMapOvr><a:overrideClrMapping"
_MISNUMBERED = "has a wrong `id` in `{}`, or that of another master or layout"
_UNSOUND = {
    "another root of a master": (MASTER, "p:sldMaster", "p:sldMasterx", "holds `sldMasterx`, not `sldMaster`"),
    "another root of a layout": (CONTENT, "p:sldLayout", "p:sldLayoutx", "holds `sldLayoutx`, not `sldLayout`"),
    "another root of a theme": (THEME, "a:theme", "a:themex", "holds `themex`, not `theme`"),
    "another root of styles": (_STYLES, "a:tblStyleLst", "a:tblStyles", "holds `tblStyles`, not `tblStyleLst`"),
    "a master twice": (_MAIN, r"(<p:sldMasterId .*?/>)", r"\1\1", "has one twice in `sldMasterIdLst`"),
    "a layout twice": (MASTER, r"(<p:sldLayoutId .*?/>)", r"\1\1", "has one twice in `sldLayoutIdLst`"),
    "a layout that is none": (
        *(MASTER, r'(<p:sldLayoutId [^>]*r:id=")rId5"', r'\1rId55"'),
        "has an entry in `sldLayoutIdLst` that is no layout",
    ),
    "two layouts of one id": (MASTER, 'id="2147483650"', 'id="2147483649"', _MISNUMBERED.format("sldLayoutId")),
    "a layout with a master's id": (MASTER, 'id="2147483650"', 'id="2147483648"', _MISNUMBERED.format("sldLayoutId")),
    "an id too small": (_MAIN, 'id="2147483648"', 'id="5"', _MISNUMBERED.format("sldMasterId")),
    "an id that is no number": (_MAIN, 'id="2147483648"', 'id="2147483648.0"', _MISNUMBERED.format("sldMasterId")),
    "two colour maps": (
        *(CONTENT, _THEIRS, f"{_THEIRS}<a:masterClrMapping/>"),
        "has another number of colour maps in `clrMapOvr` than one",
    ),
    "a colour that is none": (
        *(MASTER, 'bg1="lt1"', 'bg1="x"'),
        "has no colour of the theme for `bg1` in `clrMap`",
    ),
    "a colour that is left out": (
        *(CONTENT, _THEIRS, f'{_OWN} bg1="dk1"/>'),
        "has no colour of the theme for `tx1` in `overrideClrMapping`",
    ),
    "an order of its own": (
        *(MASTER, r"(<p:clrMap .*?/>)(<p:sldLayoutIdLst>.*</p:sldLayoutIdLst>)", r"\2\1"),
        "has `clrMap` in `sldMaster`, where none may stand",
    ),
    "what is none of it": (CONTENT, "</p:cSld>", "</p:cSld><p:odd/>", "has `odd` in `sldLayout`, where none may stand"),
    "shapes twice": (CONTENT, "(<p:spTree>.*</p:spTree>)", r"\1\1", "has `spTree` in `cSld`, where none may stand"),
    "no colour map": (MASTER, "<p:clrMap .*?/>", "", "has no `clrMap` in `sldMaster`"),
    "a theme's colour left out": (THEME, "<a:accent3>.*</a:accent3>", "", "has no `accent3` in `clrScheme`"),
}


@pytest.mark.parametrize("fault", _UNSOUND)
def test_a_template_s_parts_are_what_powerpoint_asks_for(fault: str) -> None:
    """They are copied: it would repair every deck that is made with the template."""
    part, old, new, said = _UNSOUND[fault]
    content = parts()
    text, count = re.subn(old, new, content[part].decode(), flags=re.DOTALL)
    assert count
    with pytest.raises(NotATemplate) as found:
        read_template(packed({**content, part: text.encode()}))
    assert (str(found.value), found.value.help) == (f"is broken: `{part}` {said}", "save it anew in PowerPoint")


@pytest.mark.parametrize("lost", ["ppt/slideLayouts/slideLayout5.xml", "ppt/theme/theme9.xml"])
def test_a_template_has_the_layouts_and_themes_to_which_its_masters_lead(lost: str) -> None:
    """The master is copied, and PowerPoint would repair a deck with a layout that is not there."""
    content = parts()
    name = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    more = f'<Relationship Id="rId99" Type="{kind}" Target="/{lost}"/></Relationships>'
    if content.pop(lost, None) is None:
        content[name] = content[name].replace(b"</Relationships>", more.encode())
    with pytest.raises(NotATemplate) as found:
        read_template(packed(content))
    assert str(found.value) == f"is broken: `{MASTER}` refers to `{lost}`, which it does not have"


def test_what_other_programs_add_to_a_part_is_no_fault() -> None:
    """Elements of namespaces of their own, wherever they stand: PowerPoint passes over them, or knows them."""
    odd = '<o:odd xmlns:o="urn:odd"/>'
    content = parts()
    for part in (MASTER, CONTENT):
        content[part] = (
            content[part]
            .replace(b"<p:cSld>", f"{odd}<p:cSld>{odd}".encode())
            .replace(b"</p:cSld>", f"{odd}</p:cSld>{odd}".encode())
        )
    assert len(read_template(packed(content)).layouts) == 11


def test_rows_of_a_parquet_file_take_some_room(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four million of one value took 20 kB and 44 seconds."""
    rows = Bound(1_000, "rows that take no room", "a Parquet file of rows for decks")
    monkeypatch.setattr(parquet_rows, "ROWS_WITHOUT_ROOM", rows)
    path = project.deck.with_name("rows.parquet")
    for count, is_refused in ((900, False), (200_000, True)):
        parquet.write_table(pa.table({"name": pa.array(["a"] * count).dictionary_encode()}), path)
        assert (count > 1_000 + 10 * path.stat().st_size) == is_refused
        project.write("title: A\nrows: rows.parquet\nslides: [{title: '{{ name }}'}]\n")
        said = run("check", project.deck).stderr
        assert ("has more than 1,000 rows that take no room in it" in said) == is_refused
