"""Colours of slides on paper, as numbers and as a rasterizer shows them."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageStat
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn

from deckmaker.layout import Document, Page, TextItem
from deckmaker.render.pdf.ink import Ink, on_white
from deckmaker.render.pdf.lightness import grey_of, lightness, with_lightness
from deckmaker.theme.contrast import AA, contrast, luminance, rgb
from tests.projects import DECK, Project, briefing, run
from tests.render.pdf.decks import document, every_deck
from tests.render.pdf.sheets import file, opened, sheets

THEMES = ("briefing", "plain", "statement")
COLORS = ["#000000", "#FFFFFF", "#B4232A", "#204CA8", "#FFC629", "#14171C", "#FBF9F5", "#D0C5AF", "#63A400"]
every_color = pytest.mark.parametrize("color", COLORS)


@every_color
def test_a_colour_keeps_itself_at_its_own_lightness(color: str) -> None:
    """To a level of 255."""
    pairs = zip(rgb(with_lightness(color, lightness(color))), rgb(color), strict=True)
    assert all(abs(one - other) <= 1.01 / 255 for one, other in pairs)


@every_color
def test_a_colour_gets_the_lightness_that_is_wanted(color: str) -> None:
    """Whether or not a screen has one of its strength."""
    for wanted in (0.15, 0.4, 0.7, 0.95):
        assert lightness(with_lightness(color, wanted)) == pytest.approx(wanted, abs=0.01)


@every_color
def test_a_grey_is_as_bright_as_its_colour(color: str) -> None:
    """And it is a grey."""
    grey = rgb(grey_of(color))
    assert len(set(grey)) == 1
    assert luminance(grey) == pytest.approx(luminance(rgb(color)), abs=0.005)


def test_lightness_is_that_of_oklab() -> None:
    """As its author's reference has it: white, black, and pure red, green and blue."""
    reference = {"#FFFFFF": 1.0, "#000000": 0.0, "#FF0000": 0.627955, "#00FF00": 0.866440, "#0000FF": 0.452014}
    for color, expected in reference.items():
        assert lightness(color) == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", ["light", "grey"])
def test_text_can_be_read_on_white(theme: str, mode: str, name: str, tmp_path: Path) -> None:
    """Every text of every layout that could be read on its own ground."""
    deck = f"theme: {theme}\nmode: {mode}\ntitle: T\nslides:\n"
    layouts = ("title", "section", "content", "closing", "table")
    deck += "".join(f"  - {{title: A, layout: {one}{', text: B' if one == 'content' else ''}}}\n" for one in layouts)
    laid_out, _ = Project(tmp_path).read(deck)
    assert laid_out
    ink, palette = Ink(laid_out.theme, name), laid_out.theme.palette
    for page in laid_out.pages:
        own = ink.palette(page)
        assert own[page.layout.background] == "#FFFFFF"
        styles = {slot.style.color for slot in page.layout.slots.values() if slot.style}
        for color in styles:
            if contrast(rgb(palette[color]), rgb(palette[page.layout.background])) >= AA:
                assert contrast(rgb(own[color]), rgb("#FFFFFF")) >= AA, (page.layout.name, color, own[color])


def test_what_stands_on_a_picture_stays_as_it_is() -> None:
    """There is no ground to be white."""
    theme, pages = document("showcase").theme, document("showcase").pages
    over = [page for page in pages if page.layout.draws_over_picture and page.slot("picture")]
    assert over
    assert all(Ink(theme, "light").palette(page) == theme.palette for page in over)


def test_full_ink_changes_nothing() -> None:
    """The palette is the theme's."""
    theme = briefing()
    page: Page = document("showcase").pages[0]
    assert Ink(theme).palette(page) is theme.palette


def test_a_lighter_ground_leaves_colours_nearly_alone() -> None:
    """Of a page that is almost white, ink changes by hardly a level."""
    assert contrast(rgb(on_white("#1B2330", "#FBF9F5")), rgb("#FFFFFF")) >= contrast(rgb("#1B2330"), rgb("#FBF9F5")) - 1


def test_a_dark_page_has_the_logo_for_light_grounds(tmp_path: Path) -> None:
    """The other one would not be seen on white."""
    project = Project(tmp_path)
    project.picture("light.png", (80, 60), "Light")
    project.picture("dark.png", (60, 60), "Dark")
    deck = f"logo: {{light: ../light.png, dark: ../dark.png}}\n{DECK}    layout: section\n"
    laid_out = project.document(deck)
    assert laid_out.logo
    (page,) = laid_out.pages
    dark = [one for one in page.leaves if getattr(one.item, "file", None) == laid_out.logo.dark]
    assert len(dark) == 1
    changed = Ink(laid_out.theme, "light").with_logo(page, laid_out.logo)
    (light,) = [one for one in changed.leaves if getattr(one.item, "file", None) == laid_out.logo.light]
    assert light.rect.width <= dark[0].rect.width and light.rect.height <= dark[0].rect.height
    assert light.rect.width / light.rect.height == pytest.approx(80 / 60)
    assert Ink(laid_out.theme).with_logo(page, laid_out.logo) is page


@every_deck
def test_grey_has_no_colour_anywhere(deck: str) -> None:
    """Neither in operators nor in pictures nor in what drawings are made of."""
    read = opened(deck, "handout", handout=6, ink="grey")
    spaces = [str(one.ColorSpace) for one in read.objects if isinstance(one, pikepdf.Stream) and "/ColorSpace" in one]
    assert spaces and set(spaces) == {"/DeviceGray"}
    streams = [page.Contents.read_bytes() for page in read.pages]
    streams += [
        one.read_bytes() for one in read.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"
    ]
    for stream in streams:
        assert not re.search(rb"[\d.]+ [\d.]+ [\d.]+ (rg|RG)\b", stream)


@pytest.mark.outside
@pytest.mark.parametrize("name", ["light", "grey"])
def test_light_sheets_take_less_ink(name: str, tmp_path: Path) -> None:
    """Poppler's pictures of them: lighter than in full, and in grey without colour."""
    full, other = (shown(file("showcase", "handout", handout=6, ink=one), tmp_path / one) for one in ("full", name))
    assert darkness(other) < 0.75 * darkness(full)
    if name == "grey":
        assert all(low == high for low, high in _spread(other))


def shown(pdf: bytes, folder: Path) -> Image.Image:
    """Return the first page as poppler draws it."""
    folder.mkdir()
    (folder / "a.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-png", "-r", "50", "-singlefile", folder / "a.pdf", folder / "a"], check=True)
    return Image.open(BytesIO((folder / "a.png").read_bytes())).convert("RGB")


def darkness(image: Image.Image) -> float:
    """Return how much of black there is, from 0 to 1."""
    return 1 - ImageStat.Stat(image.convert("L")).mean[0] / 255


def _spread(image: Image.Image) -> list[tuple[int, int]]:
    return [(min(pixel), max(pixel)) for _, pixel in image.getcolors(image.width * image.height) or []]


def test_notes_are_black_on_white_in_a_dark_theme(tmp_path: Path) -> None:
    """Around slides, paper is paper."""
    laid_out = Project(tmp_path).document(f"theme: statement\n{DECK}    notes: Say it.\n")
    with pikepdf.open(BytesIO(sheets(laid_out, "notes"))) as read:
        content = read.pages[0].Contents.read_bytes()
    assert b"0 0 0 rg /T" in content


@pytest.mark.parametrize(("ground", "text", "is_kept"), [("14305A", "FFFFFF", False), ("F3EFE6", "202020", True)])
def test_a_template_is_drawn_where_its_page_is_light(ground: str, text: str, is_kept: bool, tmp_path: Path) -> None:
    """On a dark one it would be most of the ink, and texts are dark then."""
    laid_out = _in_template(tmp_path, ground, text)
    (page,) = laid_out.pages
    ink = Ink(laid_out.theme, "light")
    assert page.layout.brand and ink.shows_brand(page) is is_kept and Ink(laid_out.theme).shows_brand(page)
    title = page.slot("title")
    assert title and isinstance(title.item, TextItem)
    color = ink.palette(page)[title.item.style.color]
    assert contrast(rgb(color), rgb("#FFFFFF")) >= AA
    with pikepdf.open(BytesIO(sheets(laid_out, "handout", ink="light"))) as read:
        drawn = [one for one in read.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]
    assert bool(drawn) is is_kept


def _in_template(folder: Path, ground: str, text: str) -> Document:
    """Return a deck in a company's template of one ground and one colour of texts."""
    template = Presentation()
    fill = template.slide_master.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor.from_string(ground)
    for style in template.slide_master._element.iterfind(f".//{qn('p:txStyles')}//{qn('a:defRPr')}"):
        for own in style.findall(qn("a:solidFill")):
            style.remove(own)
        color = style.makeelement(qn("a:solidFill"))
        color.append(color.makeelement(qn("a:srgbClr"), {"val": text}))
        style.insert(0, color)
    template.save(str(folder / "company.pptx"))
    assert run("theme", "from", folder / "company.pptx", "-q").exit_code == 0
    return Project(folder).document(f"theme: ../company.yaml\n{DECK}    bullets: [One, Two]\n    layout: content\n")
