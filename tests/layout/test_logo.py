"""The logo: a file for light grounds and one for dark ones, chosen by what lies behind it."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest
from lxml import html
from PIL import Image
from pptx import Presentation

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Placed, Role, ShapeItem
from deckmaker.layout.logo import ground_behind, is_dark, logo_frame
from deckmaker.model.geometry import Rect
from deckmaker.pipeline import read_ledger
from deckmaker.render.registry import load_renderer
from deckmaker.theme import Slot, built_in_themes, load_theme
from deckmaker.theme.contrast import rgb
from tests.projects import ROOT, Project, place

SLIDES = """slides:
  - title: Night noise
  - title: What it is like
    text: Loud.
  - title: By night
    layout: picture-full
    text: Dark.
    image: {file: ../night.png, alt: A street at night, credit: A. Lind}
  - title: At noon
    layout: picture-full
    text: Light.
    image: {file: ../noon.png, alt: A street at noon, credit: A. Lind}
  - title: The end
    layout: closing
"""
LOGO = "title: Night noise\nlogo: {light: ../light.png, dark: ../dark.png}\n"
HEAD = f"{LOGO}theme: ../briefing.yaml\n"
"""With a theme whose logo stands over pictures: what is behind it there is not the page."""


@pytest.fixture
def project(tmp_path):
    """A project with a logo in two variants: a black ring for light grounds, a white one for dark ones."""
    project = Project(tmp_path)
    for name, level in (("light", 0), ("dark", 255)):
        picture = Image.new("RGBA", (60, 30))
        picture.paste((level, level, level, 255), (10, 5, 50, 25))
        picture.save(tmp_path / f"{name}.png")
    place = "layouts: {picture-full: {slots: {logo: {columns: [6, 6]}}}}"
    for theme in ("briefing", "plain"):
        (tmp_path / f"{theme}.yaml").write_text(f"extends: {theme}\n{place}\n", encoding="utf-8")
    Image.new("RGB", (960, 540), "#101418").save(tmp_path / "night.png")
    Image.new("RGB", (960, 540), "#F4F0E4").save(tmp_path / "noon.png")
    return project


def logos(document):
    """Return which file each page's logo is."""
    return [page.slot("logo").item.file.path.stem for page in document.pages]


@pytest.mark.parametrize(
    ("theme", "expected"),
    [
        ("briefing", ["dark", "light", "dark", "dark", "dark"]),
        ("plain", ["light", "light", "light", "light", "light"]),
    ],
)
def test_the_variant_follows_what_is_behind_it(theme, expected, project):
    """The page's ground, a picture, a scrim over it: `briefing` has white letters and dark scrims over pictures."""
    document, diagnostics = project.read(f"{LOGO}theme: ../{theme}.yaml\n{SLIDES}")
    assert document and logos(document) == expected
    assert "sunk-picture" not in {one.code for one in diagnostics}


def shape(rect, color, opacity, fade=0.0):
    """Return a shape that is drawn."""
    return Placed(rect, ShapeItem(color, opacity, fade), Role.DECORATION, None, None)


def test_what_is_behind_counts(project):
    """Pictures where the logo stands, and shapes as far as they are opaque, less where they fade; nothing beside it."""
    palette = {"paper": "#FFFFFF", "scrim": "#000000"}
    place, page = Rect(100, 20, 60, 24), Rect(0, 0, 960, 540)

    def ground(*below):
        return [round(channel, 2) for channel in ground_behind(place, below, "paper", palette)]

    assert ground() == [1, 1, 1]
    assert ground(shape(page, "scrim", 0.5)) == [0.5, 0.5, 0.5]
    assert ground(shape(Rect(0, 0, 180, 540), "scrim", 1.0, fade=100)) == [0.5, 0.5, 0.5]
    assert ground(shape(Rect(0, 0, 99, 540), "scrim", 1.0)) == [1, 1, 1]
    picture = project.document(HEAD + SLIDES).pages[2].slot("picture")
    assert ground(picture) == [0.06, 0.08, 0.09]
    assert ground(picture, shape(page, "paper", 0.5)) == [0.53, 0.54, 0.55]
    assert is_dark(rgb("#15181C")) and not is_dark(rgb("#FBF9F5")) and not is_dark(rgb("#808080"))


def test_one_file_stands_on_all_grounds(project):
    """A path alone, or `light` alone; the ground is not looked at."""
    for written in ("../light.png", "{light: ../light.png}"):
        document = project.document(
            f"title: T\ntheme: ../briefing.yaml\nlogo: {written}\nseverity: {{sunk-picture: off}}\n{SLIDES}"
        )
        assert logos(document) == ["light"] * 5


def test_outputs_show_the_variant(project):
    """PowerPoint in its layouts, and on a slide where a picture lies over those; the PDF has both files."""
    document = project.document(HEAD + SLIDES)
    written = {}
    for name in ("pptx", "pdf"):
        stream = BytesIO()
        renderer = load_renderer(name, Diagnostics())
        assert renderer
        renderer.render(document, stream, Diagnostics())
        written[name] = stream.getvalue()
    shown = []
    for slide in Presentation(BytesIO(written["pptx"])).slides:
        own = [one for place in (slide, slide.slide_layout) for one in place.shapes if one.name == "Logo"]
        (logo,) = own
        blob = Image.open(BytesIO(logo.part.related_part(logo._element.blip_rId).blob)).convert("RGBA")
        shown.append("dark" if blob.getpixel((30, 15))[0] > 128 else "light")
    assert shown == logos(document)
    with pikepdf.open(BytesIO(written["pdf"])) as opened:
        for page, expected in zip(opened.pages, logos(document), strict=True):
            (image,) = [one for one in page.get_images().values() if one.Width == 60]
            middle = pikepdf.PdfImage(image).as_pil_image().convert("L").getpixel((30, 15))
            assert middle == (255 if expected == "dark" else 0)


def test_in_html_it_follows_the_mode(project):
    """`auto` has both there, and the style sheet shows one; elsewhere the deck is light."""
    document = project.document(HEAD + "mode: auto\n" + SLIDES)
    item = document.pages[1].slot("logo").item
    assert (item.file.path.stem, [(mode, file.path.stem) for mode, file in item.in_modes]) == (
        "light",
        [("dark", "dark")],
    )
    assert not document.pages[0].slot("logo").item.in_modes  # dark in both
    text = render_html(document)
    section = html.fromstring(text).findall(".//section")[1]
    assert [one.get("class") for one in section.find_class("slot-logo")] == [
        "picture not-in-dark slot-logo",
        "picture only-in-dark slot-logo",
    ]
    assert re.search(r"\.only-in-dark\{display:none;?\}", text)
    assert re.search(r"@media screen and \(prefers-color-scheme:dark\)\{\.only-in-dark\{display:block", text)
    assert "only-in" not in render_html(project.document("title: T\nmode: auto\nlogo: ../light.png\n" + SLIDES))


def render_html(document):
    """Return a deck as HTML."""
    stream = BytesIO()
    renderer = load_renderer("html", Diagnostics())
    assert renderer
    renderer.render(document, stream, Diagnostics())
    return stream.getvalue().decode()


@pytest.mark.parametrize(("align", "x"), [("right", 136), ("left", 100), ("center", 118)])
def test_it_stands_at_the_edge_that_its_slot_says(align, x):
    """Whole, whatever its proportions."""
    place = Rect(100, 20, 60, 24)
    document = type("File", (), {"width": 10, "height": 10})
    assert logo_frame(document, Slot("logo", place, place, None, "contain", align=align)) == Rect(x, 20, 24, 24)


def test_the_ledger_lists_both(project):
    """Each with the slides that show it."""
    found = read_ledger(project.write(HEAD + SLIDES), Diagnostics())
    assert found
    works = {work.fields["file"]: work.slides for work in found.works if work.fields["role"] == "logo"}
    assert works == {"light.png": (2,), "dark.png": (1, 3, 4, 5)}


def test_what_is_wrong_is_said_at_its_place(project):
    """Of the file that is missing, not of the logo."""
    said = project.said("title: T\nlogo:\n  light: ../light.png\n  dark: ../drak.png\n" + SLIDES)
    assert "decks/deck.yaml:4:9" in said and "drak.png" in said
    assert "light" in project.said("title: T\nlogo: {dark: ../dark.png}\n" + SLIDES)


@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("name", built_in_themes())
def test_built_in_themes_have_one_place_for_it(name, size):
    """The upper right corner on every slide; a cover has it where its words end, clear of the picture."""
    theme = load_theme(name, size, ROOT / "deck.yaml", place(), Diagnostics(), "light")
    places = {layout.name: layout.slots["logo"].rect for layout in theme.layouts.values() if "logo" in layout.slots}
    cover = places.pop("title")
    assert len(set(places.values())) == 1
    assert {theme.layouts[one].slots["title"].rect.right for one in ("content", "section")} == {places["content"].right}
    assert cover.right < theme.layouts["title"].slots["picture"].rect.x
    assert theme.layouts.keys() - places.keys() == {"title", "picture", "picture-full"}


def test_there_is_none_where_a_picture_is(project):
    """It does not move aside; a picture that is shown whole leaves it its place."""
    image = "image: {file: ../night.png, alt: A street, credit: A. Lind, fit: %s}"
    slides = "".join(
        f"  - {{title: A, text: B, layout: {layout}, {image % fit}}}\n"
        for layout in ("picture-right", "picture-left", "feature")
        for fit in ("cover", "contain")
    )
    document = project.document(f"{LOGO}slides:\n{slides}")
    assert [bool(page.slot("logo")) for page in document.pages] == [False, True, True, True, False, True]
    assert len({page.slot("logo").rect for page in document.pages if page.slot("logo")}) == 1
    stream = BytesIO()
    renderer = load_renderer("pptx", Diagnostics())
    assert renderer
    renderer.render(document, stream, Diagnostics())
    shown = [
        sum(one.name == "Logo" for place in (slide, slide.slide_layout) for one in place.shapes)
        for slide in Presentation(BytesIO(stream.getvalue())).slides
    ]
    assert shown == [0, 1, 1, 1, 0, 1]
