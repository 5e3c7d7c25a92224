"""Dark pictures on dark pages: a hairline says where they end."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from deckmaker.layout import Edge, Page, PictureItem
from tests.projects import Project
from tests.visual.wcag import channels, contrast

NIGHT = "#17191D"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a night sky, a day, one dark at its foot alone, and a drawing without ground."""
    project = Project(tmp_path)
    for name, ground in (("night", NIGHT), ("day", "#C8D8E8"), ("foot", "#C8D8E8"), ("clear", (0, 0, 0, 0))):
        picture = Image.new("RGBA", (300, 200), ground)
        draw = ImageDraw.Draw(picture)
        draw.ellipse((120, 60, 180, 120), fill="#F0E0A0")
        if name == "foot":
            draw.rectangle((0, 150, 300, 200), fill=NIGHT)
        picture.save(tmp_path / f"{name}.png")
    return project


def edges(project: Project, body: str, mode: str = "dark", theme: str = "briefing") -> list[Edge | None]:
    """Return what is around each picture of a slide."""
    deck = f"title: T\ntheme: {theme}\nmode: {mode}\nslides:\n  - {{title: A, layout: content, {body}}}\n"
    page: Page = project.document(deck).pages[0]
    return [one.item.edge for one in page.leaves if isinstance(one.item, PictureItem)]


def images(*names: str, more: str = "") -> str:
    """Return a row of pictures."""
    return f"images: [{', '.join(f'{{file: ../{one}.png, alt: A, credit: B{more}}}' for one in names)}]"


RIM = Edge(0.0, "tint", 0.75)


@pytest.mark.parametrize(
    ("names", "mode", "expected"),
    [
        (("night", "night"), "dark", RIM),
        (("night", "day"), "dark", RIM),  # all of a slide, or none
        (("foot", "day"), "dark", RIM),  # one side is enough
        (("day", "day"), "dark", None),
        (("night", "night"), "light", None),
        (("night", "night"), "auto", RIM),
    ],
)
def test_what_loses_an_edge_on_a_dark_page_has_a_line(
    names: tuple[str, ...], mode: str, expected: Edge | None, project: Project
) -> None:
    """In a colour of the theme."""
    assert edges(project, images(*names), mode) == [expected] * len(names)


def test_a_drawing_without_ground_has_none(project: Project) -> None:
    """It has no edge; those beside it keep theirs."""
    assert edges(project, images("clear", "clear")) == [None, None]
    assert edges(project, images("clear", "night")) == [None, RIM]


def test_what_is_cropped_off_does_not_count(project: Project) -> None:
    """The edge is that of the part which is shown: here, without the dark foot."""
    tall = Image.new("RGB", (300, 900), "#C8D8E8")
    tall.paste(Image.new("RGB", (300, 200), NIGHT), (0, 700))
    tall.save(project.folder / "tall.png")
    assert edges(project, images("tall", "tall", more=", fit: cover, focus: top")) == [None, None]
    assert edges(project, images("tall", "tall", more=", fit: cover, focus: bottom")) == [RIM, RIM]


def test_what_reaches_the_page_s_edge_has_none(project: Project) -> None:
    """It is a part of the page."""
    image = "{file: ../night.png, alt: A, credit: B, fit: cover}"
    for layout in ("picture-right", "picture-full"):
        slide = f"{{title: A, layout: {layout}, image: {image}}}"
        (page,) = project.document(f"title: T\nmode: dark\nslides: [{slide}]\n").pages
        assert [one.item.edge for one in page.leaves if isinstance(one.item, PictureItem)] == [None]


def test_a_theme_says_its_colour(project: Project) -> None:
    """A line around all pictures goes before it, and rounded corners stay."""
    (project.folder / "round.yaml").write_text(
        "extends: briefing\npictures: {corner: 6, rim: muted}\n", encoding="utf-8"
    )
    assert edges(project, images("night", "day"), theme="../round.yaml") == [Edge(6, "muted", 0.75)] * 2
    (project.folder / "line.yaml").write_text("extends: briefing\npictures: {border: accent}\n", encoding="utf-8")
    assert edges(project, images("night", "day"), theme="../line.yaml") == [Edge(0, "accent", 0.75)] * 2
    assert edges(project, images("day", "day"), theme="../line.yaml") == [Edge(0, "accent", 0.75)] * 2


@pytest.mark.parametrize("theme", ["briefing", "plain", "statement"])
def test_the_line_can_be_seen(theme: str, project: Project) -> None:
    """On dark pages of every theme it is lighter than what it parts."""
    deck = (
        f"title: T\ntheme: {theme}\nmode: dark\nslides: [{{title: A, layout: content, {images('night', 'night')}}}]\n"
    )
    document = project.document(deck)
    (edge, _) = (one.item.edge for one in document.pages[0].leaves if isinstance(one.item, PictureItem))
    assert edge and edge.color
    palette = document.theme.palette
    line = channels(palette[edge.color])
    assert min(contrast(line, channels(palette["paper"])), contrast(line, channels(NIGHT))) >= 1.8


def test_a_colour_that_is_not_there_is_told(project: Project) -> None:
    """With its place, as all names of a theme."""
    (project.folder / "wrong.yaml").write_text("extends: briefing\npictures: {rim: tin}\n", encoding="utf-8")
    _, diagnostics = project.read("title: T\ntheme: ../wrong.yaml\nslides: [{title: A}]\n")
    (one,) = diagnostics
    assert "`tin`" in one.message and one.span and one.span.place.endswith("wrong.yaml:2:17")
