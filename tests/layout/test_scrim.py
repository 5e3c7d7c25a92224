"""Scrims: as opaque as the picture under them makes needful for the texts over them, and no more."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from deckmaker.layout import Page, Placed, ShapeItem, TextItem
from deckmaker.layout import scrim as measured
from deckmaker.layout.scrim import LEAST, SIDE, STEP
from deckmaker.theme import Shape, Theme
from deckmaker.theme.contrast import AA
from tests.projects import Project
from tests.render.pdf.pngs import PNGS, Png
from tests.samples import examples

THEME = """\
extends: briefing
palette: {scrim: "#10161F", bright: "#FFFFFF"}
dark: {scrim: "#3A2A50", bright: "#D8D8D8"}
layouts:
  picture-full:
    shapes:
      - color: scrim
        columns: [1, 5]
        top: 0
        bottom: 0
        bleed: left
        outset: 192
        fade: 180
        opacity: 0.3
        scrim: true
        over: picture
      - {color: accent, columns: [1, 5], top: 90, height: 3, width: 42, opacity: 0.4, over: picture}
"""

RGB = tuple[int, int, int]
DARK, WHITE = (8, 10, 14), (255, 255, 255)
channels = st.integers(0, 255)
colors = st.tuples(channels, channels, channels)


def contrast(one: RGB, other: RGB) -> float:
    """Contrast ratio of WCAG 2.2, written down a second time."""

    def luminance(color: RGB) -> float:
        linear = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in color]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    return (max(map(luminance, (one, other))) + 0.05) / (min(map(luminance, (one, other))) + 0.05)


def rgb(color: str) -> RGB:
    """Return #RRGGBB in 0..255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:], 16)


def over(scrim: RGB, ground: RGB, opacity: float) -> RGB:
    """Return what shows through a scrim."""
    return tuple(opacity * a + (1 - opacity) * b for a, b in zip(scrim, ground, strict=True))


def shown(folder: Path, picture: RGB | Image.Image | bytes, extra: str = "", image: str = "") -> tuple[Theme, Page]:
    """Return a slide whose texts lie over a picture: of one colour and the page's proportions, or this one."""
    project = Project(folder)
    (folder / "house.yaml").write_text(THEME, encoding="utf-8")
    if isinstance(picture, bytes):
        (folder / "a.png").write_bytes(picture)
    else:
        drawn = picture if isinstance(picture, Image.Image) else Image.new("RGB", (192, 108), picture)
        drawn.save(folder / "a.png")
    slide = f"  - title: At night\n    layout: picture-full\n    image: {{file: ../a.png, alt: A, credit: B{image}}}\n"
    document = project.document(f"title: T\ntheme: ../house.yaml\n{extra}slides:\n{slide}    text: Noise\n")
    return document.theme, document.pages[0]


def scrim(page: Page) -> tuple[Placed, Shape]:
    """Return a page's scrim as placed, and as its theme has it."""
    (shape,) = (one for one in page.layout.shapes if one.scrim)
    (placed,) = (one for one in page.leaves if isinstance(one.item, ShapeItem) and one.rect == shape.rect)
    return placed, shape


def enough(theme: Theme, grounds: list[RGB], opacity: float, least: float = LEAST) -> bool:
    """Tell whether white text keeps its contrast on each of these colours under the scrim."""
    own, text = rgb(theme.palette["scrim"]), rgb(theme.palette["bright"])
    return all(contrast(text, over(own, ground, opacity)) >= least for ground in grounds)


def check(theme: Theme, page: Page, grounds: list[RGB]) -> None:
    """Check that the page's scrim is opaque enough for these colours, and would not be with a step less."""
    placed, shape = scrim(page)
    opacity = placed.item.opacity
    assert enough(theme, grounds, opacity)
    assert opacity >= shape.opacity
    assert (opacity - shape.opacity) / STEP == pytest.approx(round((opacity - shape.opacity) / STEP))
    if opacity > shape.opacity:
        assert not enough(theme, grounds, opacity - STEP)


def test_the_least_contrast_is_at_least_that_of_small_text():
    """WCAG's AA, and the steps towards it are ones that an eye cannot tell apart."""
    assert LEAST >= AA == 4.5
    assert STEP <= 0.05


@pytest.mark.slow
@given(colors)
@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_texts_can_be_read_on_a_picture_of_any_colour(tmp_path, color):
    """With the least opacity that does it, in steps of a twentieth from the theme's own."""
    check(*shown(tmp_path, color), [color])


@pytest.mark.slow
@given(st.lists(colors, min_size=8, max_size=8))
@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_texts_can_be_read_on_every_part_of_a_picture(tmp_path, stripes):
    """The lightest and the darkest that lies behind one of them counts, if it is only a stripe.

    Of two colours the lighter may be the darker one under a scrim, by next to nothing.
    """
    image = Image.new("RGB", (192, 112))
    for index, color in enumerate(stripes):
        image.paste(color, (0, index * 14, 192, 112))
    theme, page = shown(tmp_path, image, extra="size: A4\n")
    placed, _ = scrim(page)
    texts, height = [one.rect for one in page.leaves if isinstance(one.item, TextItem)], theme.height / len(stripes)
    behind = [  # what lies at least half behind a text; all of these are
        color
        for index, color in enumerate(stripes)
        if any(one.y <= (index + 0.5) * height <= one.bottom for one in texts)
    ]
    assert len(behind) > 4
    assert enough(theme, behind, placed.item.opacity, 0.95 * LEAST)


def test_a_dark_picture_leaves_the_scrim_as_the_theme_has_it(tmp_path):
    """Its own opacity is the least that it has."""
    placed, shape = scrim(shown(tmp_path, DARK)[1])
    assert placed.item.opacity == shape.opacity == 0.3


def test_a_white_picture_makes_it_nearly_opaque(tmp_path):
    """And no text is drawn in another colour instead."""
    placed, _ = scrim(shown(tmp_path, WHITE)[1])
    assert 0.6 <= placed.item.opacity < 1


def test_what_does_not_lie_behind_texts_does_not_count(tmp_path):
    """A white sky on the far side of the page."""
    image = Image.new("RGB", (192, 108), DARK)
    image.paste(WHITE, (110, 0, 192, 108))
    assert scrim(shown(tmp_path, image)[1])[0].item.opacity == 0.3


@pytest.mark.parametrize(("focus", "white"), [("top", False), ("center", True), ("bottom", True)])
def test_what_is_cropped_off_does_not_count(focus, white, tmp_path):
    """Of a tall picture, white but for its top, only the part counts that shows."""
    image = Image.new("RGB", (192, 432), WHITE)
    image.paste(DARK, (0, 0, 192, 120))
    opacity = scrim(shown(tmp_path, image, image=f", focus: {focus}")[1])[0].item.opacity
    assert (opacity > 0.6) if white else (opacity == 0.3)


def test_a_picture_that_ends_before_the_texts_does_not_count(tmp_path):
    """Shown whole, a tall one stands in the middle of the page, where this theme has no text."""
    image = Image.new("RGB", (20, 540), WHITE)
    assert scrim(shown(tmp_path, image, image=", fit: contain")[1])[0].item.opacity == 0.3


def test_other_shapes_keep_their_opacity(tmp_path):
    """A panel or a rule that is no scrim is drawn as the theme says."""
    _, page = shown(tmp_path, WHITE)
    rules = [one for one in page.leaves if isinstance(one.item, ShapeItem) and one.rect.height == 3]
    assert [one.item.opacity for one in rules] == [0.4]


@pytest.mark.parametrize("mode", ["light", "dark", "auto"])
def test_texts_can_be_read_in_every_palette_that_may_show(mode, tmp_path):
    """Where the reader's setting chooses, the opacity suits both."""
    theme, page = shown(tmp_path, WHITE, extra=f"mode: {mode}\n")
    opacity = scrim(page)[0].item.opacity
    palettes = [theme.palette, *theme.modes.values()]
    assert len({one["scrim"] for one in palettes}) == (2 if mode == "auto" else 1)
    for palette in palettes:
        assert contrast(rgb(palette["bright"]), over(rgb(palette["scrim"]), WHITE, opacity)) >= LEAST


@pytest.mark.sampled(every=18)
@pytest.mark.parametrize("png", PNGS.values(), ids=PNGS)
def test_pictures_of_every_kind_are_measured_as_they_are_seen(png: Png, tmp_path: Path) -> None:
    """Sixteen bits, palettes, and what is transparent: there the page's colour shows. Nothing is said about any."""
    theme, page = shown(tmp_path, png.file(320), image=", focus: left")
    ground = rgb(theme.palette[page.layout.background])
    *left, alpha = png.seen[0]
    check(theme, page, [over(tuple(left), ground, alpha / 255)])


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize(("spot", "seen"), [(2, False), (100, True)])
def test_a_large_picture_is_reduced_before_it_is_looked_at(spot, seen, tmp_path):
    """To so few pixels that a white speck does not count, and a patch behind a word still does."""
    side = SIDE * 20
    image = Image.new("RGB", (side, side * 9 // 16), DARK)
    image.paste(WHITE, (300, 500, 300 + spot, 500 + spot))
    opacity = scrim(shown(tmp_path, image)[1])[0].item.opacity
    assert (opacity > 0.6) if seen else (opacity == 0.3)


def test_a_picture_that_has_changed_is_looked_at_anew(tmp_path):
    """In one run too, as an editor that builds at each change does."""
    assert scrim(shown(tmp_path, DARK)[1])[0].item.opacity == 0.3
    assert scrim(shown(tmp_path, WHITE)[1])[0].item.opacity > 0.6


def test_a_picture_is_decoded_once_for_all_that_lies_over_it(tmp_path, monkeypatch):
    """For light and for dark pages alike."""
    decoded = []
    own = measured.upright_pixels
    monkeypatch.setattr(measured, "upright_pixels", lambda file, least: decoded.append(file) or own(file, least))
    shown(tmp_path, WHITE, extra="mode: auto\n")
    assert len(decoded) == 1


def test_a_turned_photo_is_measured_as_it_is_seen(tmp_path):
    """Its dark side may be stored at the top and shown on the left, under the text."""
    for side, (first, second) in {"dark": (DARK, WHITE), "light": (WHITE, DARK)}.items():
        upright = Image.new("RGB", (192, 108), first)
        upright.paste(second, (120, 0, 192, 108))
        exif = Image.Exif()
        exif[0x0112] = 6
        opacities = []
        for name, image, options in (
            ("upright", upright, {}),
            ("turned", upright.transpose(Image.Transpose.ROTATE_90), {"exif": exif}),
        ):
            stream = BytesIO()
            image.save(stream, "JPEG", quality=95, subsampling=0, **options)
            folder = tmp_path / f"{side} {name}"
            folder.mkdir()
            _, page = shown(folder, stream.getvalue())
            opacities.append(scrim(page)[0].item.opacity)
        assert opacities[0] == opacities[1]
        assert (opacities[0] > 0.4) == (side == "light")


def line(picture: Image.Image, theme: Theme, page: Page, width: float) -> Image.Image:
    """Draw a dark line, of a width in points, down through the slide's body."""
    (body,) = (one.rect for one in page.leaves if isinstance(one.item, TextItem) and one.region == "body")
    scale = picture.width / theme.width
    left = (body.x + 12) * scale
    picture.paste(DARK, (round(left), 0, round(left + width * scale), picture.height))
    return picture


DUSK = (120, 90, 70)
"""On which white has enough contrast by the theme's own scrim, nearly."""


@pytest.mark.parametrize("width", [3.0, 40.0])
def test_edges_behind_letters_make_a_scrim_darker(width: float, tmp_path: Path) -> None:
    """Thin strokes and the sides of large things alike: they would be read with the letters."""
    theme, page = shown(tmp_path, DUSK)
    even = scrim(page)[0].item.opacity
    drawn = line(Image.new("RGB", (1920, 1080), DUSK), theme, page, width)
    opacity = scrim(shown(tmp_path, drawn)[1])[0].item.opacity
    own = rgb(theme.palette["scrim"])
    assert opacity > even
    seen = [contrast(over(own, DUSK, one), over(own, DARK, one)) for one in (opacity, opacity - STEP)]
    assert seen[0] <= measured.EVEN * 1.03
    assert seen[1] > measured.EVEN * 0.9


def test_a_slow_change_of_colour_does_not(tmp_path: Path) -> None:
    """A sky that grows lighter across the page has no edges."""
    picture = Image.linear_gradient("L").rotate(90).resize((1920, 1080)).point(lambda level: 20 + level // 3)
    assert scrim(shown(tmp_path, picture.convert("RGB"))[1])[0].item.opacity == 0.3
