"""A picture is fitted to its shape: what has another shape than its place, or words at its edges, is not cropped."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from deckmaker.assets import Found, look_at
from deckmaker.layout import Page, PictureItem, picture_fit, scrim
from deckmaker.layout.figures import place_picture
from deckmaker.model import Picture, PictureFile
from deckmaker.model.geometry import Rect
from tests.projects import Project, place

CHART = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><path d="M0 0h400v300z" fill="#036"/></svg>'


def chart(path: Path, mode: str = "RGB") -> None:
    """Draw bars on a white ground, as a screenshot or a chart has one."""
    image = Image.new("RGB", (800, 600), "white")
    draw = ImageDraw.Draw(image)
    for index in range(5):
        draw.rectangle((80 + 140 * index, 500 - 70 * index, 160 + 140 * index, 560), fill="#336699")
    image.convert(mode).save(path)


def scene(path: Path) -> None:
    """Save what has no ground of one colour."""
    Image.effect_noise((800, 600), 90).convert("RGB").save(path)


def page(project: Project, file: str, more: str = "", layout: str = "picture-right") -> Page:
    """Return a slide with that picture beside a text."""
    image = f"{{file: ../{file}, alt: A, credit: B{more}}}"
    return project.document(f"title: T\nslides:\n  - {{title: A, layout: {layout}, image: {image}}}\n").pages[0]


def is_cropped(page: Page) -> bool:
    """Tell whether something of the slide's picture is cut off."""
    placed = page.slot("picture")
    assert placed and isinstance(placed.item, PictureItem)
    return any(placed.item.crop)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a photo, a panorama, a tall picture, and a chart in three formats: they take long to make."""
    folder = tmp_path_factory.mktemp("pictures")
    scene(folder / "photo.png")
    Image.effect_noise((900, 100), 90).convert("RGB").save(folder / "panorama.jpg")
    Image.effect_noise((100, 900), 90).convert("RGB").save(folder / "tall.jpg")
    chart(folder / "chart.png")
    chart(folder / "palette.png", "P")
    chart(folder / "chart.gif", "P")
    chart(folder / "chart.jpg")
    (folder / "chart.svg").write_text(CHART, encoding="utf-8")
    return folder


@pytest.fixture
def project(tmp_path: Path, pictures: Path) -> Project:
    """A project with all of the pictures."""
    shutil.copytree(pictures, tmp_path, dirs_exist_ok=True)
    return Project(tmp_path)


@pytest.mark.sampled(every=9)
@pytest.mark.parametrize(
    ("file", "cut"),
    [
        ("photo.png", True),
        ("chart.jpg", True),
        ("panorama.jpg", False),
        ("tall.jpg", False),
        ("chart.png", False),
        ("palette.png", False),
        ("chart.gif", False),
        ("chart.svg", False),
    ],
)
def test_what_cropping_would_spoil_is_shown_whole(file: str, cut: bool, project: Project) -> None:
    """Charts, screenshots and drawings, and shapes far from that of the place; photos fill it."""
    assert is_cropped(page(project, file)) is cut


@pytest.mark.parametrize("more", [", fit: cover", ", focus: left"])
@pytest.mark.parametrize("file", ["chart.png", "chart.svg", "panorama.jpg"])
def test_the_author_decides(file: str, more: str, project: Project) -> None:
    """By `fit`, or by what must stay in view."""
    assert is_cropped(page(project, file, more))


def test_a_picture_behind_texts_covers(project: Project) -> None:
    """Where it would leave them on the page's ground."""
    assert is_cropped(page(project, "panorama.jpg", layout="picture-full"))


def test_a_chart_of_its_place_s_shape_fills_it(project: Project) -> None:
    """There is nothing to lose."""
    slot = page(project, "photo.png").layout.slots["picture"].rect
    image = Image.new("RGB", (round(slot.width * 2), round(slot.height * 2)), "white")
    ImageDraw.Draw(image).rectangle((9, 9, 99, 99), fill="#336699")
    image.save(project.folder / "exact.png")
    placed = page(project, "exact.png").slot("picture")
    assert placed and placed.rect == slot


@pytest.mark.parametrize("layout", ["picture-right", "picture"])
def test_a_caption_stands_below_a_picture_that_is_shown_whole(layout: str, project: Project) -> None:
    """At its start, on the grid, and not at the foot of the place."""
    shown = page(project, "chart.png", ", caption: Nights above the limit", layout)
    picture, caption = shown.slot("picture"), shown.slot("picture caption")
    assert picture and caption
    gap = caption.rect.y - picture.rect.bottom
    assert 0 < gap < 24
    assert caption.rect.x == pytest.approx(picture.rect.x, abs=2)


def test_only_pictures_that_would_be_cropped_are_looked_at(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a file, however many slides show it: pixels are unpacked for it."""
    looked: list[str] = []
    pixels = scrim.upright_pixels

    def counted(file: PictureFile, least: int) -> Image.Image:
        looked.append(file.path.name)
        return pixels(file, least)

    monkeypatch.setattr(scrim, "upright_pixels", counted)
    scrim._reduced.cache_clear()
    picture_fit._is_drawing.cache_clear()
    for file, more in [
        ("chart.png", ""),
        ("chart.png", ""),
        ("photo.png", ", fit: cover"),
        ("palette.png", ", focus: top"),
        ("panorama.jpg", ""),
        ("chart.jpg", ""),
        ("chart.svg", ""),
    ]:
        page(project, file, more)
    assert looked == ["chart.png"]


SIDES = st.integers(1, 5_000)
FOCUSES = st.sampled_from([(0.5, 0.5), (0.0, 0.5), (1.0, 0.5), (0.5, 0.0), (0.5, 1.0)])


@given(st.tuples(SIDES, SIDES), st.tuples(st.integers(20, 960), st.integers(20, 960)), FOCUSES)
def test_no_key_area_is_lost(size: tuple[int, int], room: tuple[int, int], focus: tuple[float, float]) -> None:
    """What must stay in view is within the part that is shown, and that has the place's shape."""
    file = PictureFile(Path("a.jpg"), "image/jpeg", *size)
    picture = Picture(file, "A", focus, None, None, place())
    frame = Rect(0, 0, *room)
    fit = picture_fit.fit_in(picture, frame, "cover", is_behind=False)
    rect, (left, top, right, bottom) = place_picture(picture, frame, fit)
    assert left <= focus[0] + 1e-9 and focus[0] <= 1 - right + 1e-9
    assert top <= focus[1] + 1e-9 and focus[1] <= 1 - bottom + 1e-9
    width, height = size[0] * (1 - left - right), size[1] * (1 - top - bottom)
    assert width / height == pytest.approx(rect.width / rect.height)
    if focus == (0.5, 0.5):
        assert (1 - left - right) * (1 - top - bottom) >= picture_fit.FAR - 1e-9


def test_a_picture_of_one_colour_is_no_drawing(tmp_path: Path) -> None:
    """It has no ground, and nothing on it."""
    Image.new("RGB", (60, 40), "#336699").save(tmp_path / "a.png")
    found = look_at(tmp_path / "a.png")
    assert isinstance(found, Found) and not picture_fit._is_drawing(found.picture)
