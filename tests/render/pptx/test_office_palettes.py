"""Decks under Office's own colours (Design, Variants, Colors, Office): every text can still be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.layout.legibility import report_faint_texts
from deckmaker.pipeline import read_document
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.theme.contrast import contrast, rgb
from tests.agreement.libreoffice import convert_to_pdf
from tests.projects import ROOT
from tests.render.pptx.decks import NAMESPACES, document, find, rendered
from tests.render.pptx.drawn_contrast import drawn_words
from tests.render.pptx.office_palettes import PALETTES, accents, with_palette
from tests.render.pptx.painted import painted_pages
from tests.samples import mostly_slow

DECKS = sorted(path.stem for path in (ROOT / "decks").glob("*.yaml"))
LOOKS = [(theme, mode) for theme in ("briefing", "plain", "statement") for mode in ("light", "dark")]
LEAST = 3.0
"""The contrast that is demanded (WCAG 2.2, success criterion 1.4.3, of large text)."""

ON_MARKS = re.compile(r"`series-\d`")
"""Words of charts in the colours of their series, and on marks in them: as those of PowerPoint's own charts, they have
the contrast that a scheme's accents give them, and Office's of 2013 are pale."""


@cache
def looked(deck: str, theme: str, mode: str) -> Document:
    """Return a deck of the repository laid out in another theme and mode."""
    source = (ROOT / "decks" / f"{deck}.yaml").read_text(encoding="utf-8")
    source = re.sub(r"^(theme|mode):.*\n", "", source, flags=re.MULTILINE)
    with TemporaryDirectory(dir=ROOT / "decks", prefix=".looked-") as folder:
        # Its pictures are where they were, seen from one folder deeper.
        path = Path(folder) / "deck.yaml"
        path.write_text(f"theme: {theme}\nmode: {mode}\n{source.replace('../', '../../')}", encoding="utf-8")
        laid_out = read_document(path, Diagnostics())
    assert laid_out is not None
    return laid_out


def seen_in(reference: str, scheme: Mapping[str, str], color_map: Mapping[str, str]) -> str:
    """Return the colour #RRGGBB that a `schemeClr` or `srgbClr` is in a scheme: what PowerPoint would make of it."""
    declared = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
    (color,) = etree.fromstring(f"<x {declared}>{reference}</x>")
    value = color.get("val") or ""
    if color.tag.endswith("srgbClr"):
        return f"#{value}"
    hue, light, strength = rgb_to_hls(*rgb(f"#{scheme[color_map.get(value, value)]}"))
    for change in color:
        name, amount = etree.QName(change).localname, int(change.get("val", ""))
        if name == "hueOff":
            hue = (hue + amount / 60_000 / 360) % 1
        else:
            share = amount / 100_000
            light = light * share if name == "lumMod" else light + share if name == "lumOff" else light
            strength = strength * share if name == "satMod" else strength + share if name == "satOff" else strength
            light, strength = min(light, 1.0), min(strength, 1.0)
    return "#" + "".join(f"{round(255 * channel):02X}" for channel in hls_to_rgb(hue, light, strength))


def grounds(laid_out: Document, scheme: Mapping[str, str] | None = None) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield each colour of pages, with the palette as it is seen there in another scheme, or in the file's own."""
    colors = SchemeColors(laid_out.theme)
    for ground in dict.fromkeys(page.layout.background for page in laid_out.pages):
        there = colors.on(ground)
        known = {**there.map._asdict()}
        yield (
            ground,
            {name: seen_in(there.reference(name), scheme or colors.scheme(), known) for name in laid_out.theme.palette},
        )


def faint(laid_out: Document, scheme: Mapping[str, str]) -> list[str]:
    """Return what is said of texts that stand out too little in a scheme, but for those on or in colours of series."""
    found = []
    for ground, palette in grounds(laid_out, scheme):
        diagnostics = Diagnostics()
        pages = [page for page in laid_out.pages if page.layout.background == ground]
        theme = replace(laid_out.theme, palette=palette, modes={}, faint={})
        report_faint_texts(pages, theme, diagnostics)
        found += [one.message for one in diagnostics if float(ratio(one.message)) < LEAST]
    return [one for one in found if not ON_MARKS.search(one)]


def ratio(message: str) -> str:
    """Return the contrast that a message names."""
    (said,) = re.findall(r" is ([\d.]+):1; ", message)
    return str(said)


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize(("theme", "mode"), mostly_slow(LOOKS, every=4))
@pytest.mark.parametrize("deck", mostly_slow(DECKS, every=3))
def test_every_text_can_be_read(deck: str, theme: str, mode: str) -> None:
    """In every deck, theme and mode, with either palette: on its page, on panels, on rows of tables."""
    laid_out = looked(deck, theme, mode)
    for name, palette in PALETTES.items():
        assert faint(laid_out, palette) == [], name


def test_a_color_of_the_wrong_place_is_found() -> None:
    """What was so once: links and headings as an accent, small text as a link that was followed."""
    pale = dict(PALETTES["Office 2013-2022"], hlink="FFC000")
    assert any("`accent` on `paper`" in one for one in faint(document("showcase"), pale))


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize(("theme", "mode"), LOOKS)
def test_references_are_the_palettes_own_colours(theme: str, mode: str) -> None:
    """In the file's own scheme each colour is what the theme says, shades to a step of 255."""
    laid_out = looked("us-china-fentanyl-talks", theme, mode)
    for _, palette in grounds(laid_out):
        for name, color in palette.items():
            own = laid_out.theme.palette[name]
            assert all(abs(a - b) <= 1.01 / 255 for a, b in zip(rgb(color), rgb(own), strict=True)), (name, color, own)


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize(("theme", "mode"), LOOKS)
def test_places_mean_what_they_are_called(theme: str, mode: str) -> None:
    """Dark is dark, light is light, in dark decks too; six accents differ; what lies over pictures has no place."""
    colors = SchemeColors(looked("us-china-fentanyl-talks", theme, mode).theme)
    scheme = colors.scheme()
    black, white = rgb("#000000"), rgb("#FFFFFF")
    for place in ("dk1", "dk2", "lt1", "lt2"):
        is_dark = contrast(rgb(f"#{scheme[place]}"), white) > contrast(rgb(f"#{scheme[place]}"), black)
        assert is_dark == place.startswith("dk"), (place, scheme[place])
    assert len({*accents(scheme)}) == 6
    assert (colors.map.bg1, colors.map.tx1) == (("dk1", "lt1") if mode == "dark" else ("lt1", "dk1"))
    assert all("srgbClr" in colors.reference(name) for name in ("bright", "scrim"))


WITNESSED = [("showcase", "briefing", "dark"), *((deck, "", "") for deck in DECKS)]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, ...], Path]:
    """Decks in either palette as LibreOffice draws them."""
    folder = tmp_path_factory.mktemp("palettes")
    files = {}
    for deck, theme, mode in WITNESSED:
        content = rendered(looked(deck, theme, mode) if theme else document(deck))
        for number, (name, palette) in enumerate(PALETTES.items()):
            path = folder / f"{deck}{mode}{number}.pptx"
            path.write_bytes(with_palette(content, palette))
            files[deck, theme, mode, name] = path
    convert_to_pdf([*files.values()], folder)
    return {key: path.with_suffix(".pdf") for key, path in files.items()}


@pytest.mark.slow
@pytest.mark.outside
@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("deck", "theme", "mode"), WITNESSED)
def test_libreoffice_draws_every_text_so_that_it_can_be_read(
    deck: str, theme: str, mode: str, name: str, drawn: Mapping[tuple[str, ...], Path]
) -> None:
    """Each word against what is painted behind it, words in and on the accents of charts aside."""
    pale = {*accents(PALETTES[name])}
    words = [*drawn_words(drawn[deck, theme, mode, name])]
    assert len(words) > 200
    assert [one for one in words if one.contrast < LEAST and not {one.color, one.ground} & pale] == []


@pytest.mark.outside
def test_a_chart_that_a_colleague_inserts_has_six_colours(tmp_path: Path) -> None:
    """It says none itself: they are the scheme's accents, in order, and those are the deck's series."""
    presentation = Presentation(BytesIO(rendered(document("us-china-fentanyl-talks"))))
    (layout,) = [one for one in presentation.slide_layouts if one.name == "Title only"]
    data = CategoryChartData()
    data.categories = ["A"]
    for number in range(6):
        data.add_series(f"S{number}", [number + 1])
    slide = presentation.slides.add_slide(layout)
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Pt(60), Pt(130), Pt(800), Pt(300), data)
    path = tmp_path / "chart.pptx"
    presentation.save(str(path))
    *_, last = painted_pages(convert_to_pdf([path], tmp_path)[0])
    palette = document("us-china-fentanyl-talks").theme.palette
    assert {palette[f"series-{number}"].lstrip("#") for number in range(1, 7)} <= last.fills
    assert not find(slide._element, "//a:srgbClr")
