"""Logos and pictures that can hardly be told from what they lie on."""

from __future__ import annotations

import shutil

import pytest
from PIL import Image, ImageDraw

from tests.projects import Project

DECK = """title: Night noise
theme: {theme}
mode: {mode}
{head}slides:
  - title: Night noise
  - title: What was measured
    text: Loud.
    image: {{file: ../{file}, alt: A chart, credit: A. Lind, fit: contain}}
"""


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    """A folder with pictures of all kinds, drawn once."""
    folder = tmp_path_factory.mktemp("pictures")
    for name, ground, ink, width in (
        ("white-ground", "white", "#1F4E79", 2),
        ("grey-lines", "white", "#999999", 2),
        ("dark-ground", "#15181C", "white", 2),
        ("dark-ink", (0, 0, 0, 0), "#222222", 40),
        ("white-ink", (0, 0, 0, 0), "white", 40),
        ("red-ink", (0, 0, 0, 0), "#C02030", 40),
        ("empty", "#17191D", "#1A1D21", 40),
        ("nothing", (0, 0, 0, 0), (0, 0, 0, 0), 1),
    ):
        picture = Image.new("RGBA", (1400, 900), ground)
        draw = ImageDraw.Draw(picture)
        draw.line([(100, 50), (100, 800), (1350, 800)], fill=ink, width=width)
        draw.line([(100 + 60 * one, 700 - 50 * (37 * one % 11)) for one in range(21)], fill=ink, width=width)
        picture.save(folder / f"{name}.png")
    Image.new("RGB", (300, 200), "#FFFFFF").save(folder / "opaque.png")
    sky = Image.linear_gradient("L").resize((300, 200)).point(lambda level: level // 32 + 20).convert("RGB")
    for name in ("night.png", "night.jpg"):
        sky.save(folder / name)
    return folder


@pytest.fixture
def project(pictures, tmp_path):
    """A project with these pictures."""
    shutil.copytree(pictures, tmp_path, dirs_exist_ok=True)
    return Project(tmp_path)


def said(project, file, theme="plain", mode="light", head=""):
    """Return what is said of sunk pictures."""
    document, diagnostics = project.read(DECK.format(file=file, theme=theme, mode=mode, head=head))
    assert document, project.shown(diagnostics)
    return [one for one in diagnostics if one.code == "sunk-picture"]


@pytest.mark.sampled(every=11)
@pytest.mark.parametrize(
    ("file", "light", "dark"),
    [
        ("white-ground.png", False, False),
        ("grey-lines.png", False, False),
        ("dark-ground.png", False, False),  # its ground is the page's there, and its lines are white
        ("dark-ink.png", False, False),  # on dark pages a light plate lies behind it
        ("white-ink.png", True, False),
        ("red-ink.png", False, False),
        ("empty.png", False, True),
        ("nothing.png", False, False),
        ("night.png", False, False),  # a photo has no ground of one colour
        ("night.jpg", False, False),
        ("opaque.png", False, False),  # by its header; its pixels are not looked at
    ],
)
def test_what_is_as_its_page_sinks(file, light, dark, project):
    """What stands out, if only in thin lines, does not, nor does any photo."""
    assert bool(said(project, file)) == light
    assert bool(said(project, file, mode="dark")) == dark
    found = said(project, file, mode="auto")
    assert [one.message.partition(" mode")[0].rpartition(" ")[2] for one in found] == ["light"] * light + [
        "dark"
    ] * dark


@pytest.mark.slow
def test_it_is_said_where_the_picture_is_written(project):
    """With what to do."""
    (one,) = said(project, "white-ink.png")
    assert (one.span.line, one.span.column) == (8, 12)
    assert one.message.startswith("the picture `white-ink.png` hardly stands out from what it lies on, on slide 2: ")
    assert one.help and "line around" in one.help


@pytest.mark.slow
def test_a_border_keeps_it_from_sinking(project):
    """A line around a picture shows where it is."""
    (project.folder / "decks/lined.yaml").write_text("extends: plain\npictures: {border: ink, border_width: 1}\n")
    assert not said(project, "white-ink.png", theme="lined.yaml")


PLACES = {
    "a picture": "    image: {}\n",
    "one that is cropped": "    image: {cover}\n",
    "pictures in rows": "    images: [{}, {}]\n",
    "cropped pictures in rows": "    images: [{cover}, {cover}]\n",
    "a picture among blocks": "    content: [Words, {image: {}}]\n",
    "pictures in a grid": "    grid: {cells: [{image: {}}, {image: {cover}}]}\n",
    "a picture below the title": "    layout: picture-full\n    image: {cover}\n",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("file", "mode"), [("dark-ink", "dark"), ("empty", "dark"), ("white-ink", "light")])
@pytest.mark.slow
def test_it_sinks_wherever_it_stands(place, file, mode, project):
    """Whole or cropped, alone or with others, and said once; on a page that it stands out from it does not."""
    picture = f"{{file: ../{file}.png, alt: A, credit: B}}"
    body = PLACES[place].replace("{cover}", picture.replace("}", ", fit: cover}")).replace("{}", picture)
    (project.folder / "decks/bare.yaml").write_text("extends: plain\npictures: {plate: paper}\n", encoding="utf-8")
    for shown in ("light", "dark"):
        deck = f"title: T\ntheme: bare.yaml\nmode: {shown}\nslides:\n  - title: T\n  - title: What\n{body}"
        document, diagnostics = project.read(deck)
        assert document, project.shown(diagnostics)
        assert [one.code for one in diagnostics if one.code == "sunk-picture"] == ["sunk-picture"] * (shown == mode)


@pytest.mark.slow
def test_a_cover_sinks_as_well(project):
    """On the title page, in the picture's own place beside the words."""
    picture = "{file: ../dark-ink.png, alt: A, credit: B, fit: cover}"
    deck = f"title: T\ntheme: briefing\nslides:\n  - title: T\n    image: {picture}\n"
    assert [one.span.line for one in project.read(deck)[1] if one.code == "sunk-picture"] == [5]


@pytest.mark.slow
def test_a_logo_needs_three_to_one_where_it_stands(project):
    """Of most of what is seen: on the dark title page, and on light ones. A ground of its own suffices."""
    (dark,) = said(project, "white-ground.png", "briefing", head="logo: ../dark-ink.png\n")
    assert (dark.span.line, dark.span.column) == (4, 7)
    assert dark.message == (
        "the logo `dark-ink.png` hardly stands out from what it lies on, on slide 1: of 100 % of it, the contrast is "
        "under 3:1"
    )
    (white,) = said(project, "white-ground.png", "briefing", head="logo: ../white-ink.png\n")
    assert "on slide 2" in white.message
    assert not said(project, "white-ground.png", "briefing", head="logo: ../white-ground.png\n")
    both = "logo: {light: ../dark-ink.png, dark: ../white-ink.png}\n"
    for mode in ("light", "dark", "auto"):
        assert not said(project, "white-ground.png", "briefing", mode, both)
    both = "logo: {light: ../white-ink.png, dark: ../dark-ink.png}\n"
    (swapped,) = said(project, "white-ground.png", "plain", "dark", both)
    assert "`dark-ink.png`" in swapped.message and swapped.span.column == 39


@pytest.mark.slow
def test_a_drawing_is_looked_at_as_well(project):
    """By its own paths; one with a ground of another colour than the page's need not be drawn for that."""
    shapes = '<rect x="9" y="9" width="80" height="40" fill="{}"/>'
    ground = '<rect width="100" height="60" fill="#204060"/>'
    for ink, below, light in (("#ffffff", "", True), ("#203040", "", False), ("#ffffff", ground, False)):
        inner = below + shapes.format(ink)
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60">{inner}</svg>'
        (project.folder / "a.svg").write_text(svg)
        assert bool(said(project, "a.svg")) == light
