"""Decks under Office's own colours (Design, Variants, Colors, Office): every text can still be read."""

from __future__ import annotations

import atexit
import re
from collections.abc import Callable, Iterator, Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from zipfile import ZipFile

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
from deckmaker.theme.palette import SERIES, SERIES_WORDS
from tests.agreement.libreoffice import convert_to_pdf
from tests.projects import DECKS, ROOT
from tests.render.pptx.decks import NAMESPACES, document, find, rendered
from tests.render.pptx.drawn_contrast import drawn_words
from tests.render.pptx.office_palettes import PALETTES, accents, with_palette
from tests.render.pptx.offices import require_uno, run
from tests.render.pptx.painted import PaintedPages
from tests.samples import mostly_long, mostly_slow
from tests.variants import write_variants

NAMES = [path.stem for path in DECKS]
LOOKS = [(theme, mode) for theme in ("briefing", "plain", "statement") for mode in ("light", "dark")]
CHARTING = Path(__file__).with_name("charting.py")
LIBREOFFICE_BLUE = "004586"
"""The first colour of LibreOffice's own for charts. Since it is none of the scheme's, a chart without colours of its
own is inserted by python-pptx, too."""

LEAST = 3.0
"""The contrast that is demanded (WCAG 2.2, success criterion 1.4.3, of large text)."""

ON_MARKS = re.compile(r"`([\w-]+)` on `(series-\d)` ")
"""What is said of words on marks of charts, which may have a ground of their own there."""


@cache
def looked(deck: str, theme: str, mode: str) -> Document:
    """Return a deck of the repository laid out in another theme and mode: a copy, since others read that folder too."""
    folder = Path(mkdtemp(prefix="looked-"))
    atexit.register(rmtree, folder, ignore_errors=True)  # its pictures are read until then
    look = {deck: {"theme": theme, "mode": mode}}
    (path,) = write_variants(ROOT / "decks" / f"{deck}.yaml", document(deck), look, folder)
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
    """Return what is said of texts that stand out too little in a scheme, but for those on a ground of their own."""
    found, colors = [], SchemeColors(laid_out.theme)
    for ground, palette in grounds(laid_out, scheme):
        diagnostics = Diagnostics()
        pages = [page for page in laid_out.pages if page.layout.background == ground]
        theme = replace(laid_out.theme, palette=palette, modes={}, faint={})
        report_faint_texts(pages, theme, diagnostics)
        found += [one.message for one in diagnostics if float(ratio(one.message)) < LEAST]
    return [one for one in found if not ((on := ON_MARKS.search(one)) and _has_ground(colors, *on.groups(), scheme))]


def _has_ground(colors: SchemeColors, words: str, mark: str, scheme: Mapping[str, str]) -> bool:
    """Tell whether words on a mark have a ground on which they can be read."""
    known = {**colors.map._asdict()}
    references = re.findall(r"<a:solidFill>(.*)</a:solidFill>", colors.ground(mark, words) or "")
    text = rgb(seen_in(colors.reference(words), scheme, known))
    return any(contrast(text, rgb(seen_in(one, scheme, known))) >= LEAST for one in references)


def ratio(message: str) -> str:
    """Return the contrast that a message names."""
    (said,) = re.findall(r" is ([\d.]+):1; ", message)
    return str(said)


@pytest.mark.sampled(every=4)
@pytest.mark.alike(every=5)  # as many decks, so that each look has one, and each deck one look or two
@pytest.mark.parametrize(("theme", "mode"), mostly_slow(LOOKS, every=4))
@pytest.mark.parametrize("deck", mostly_slow(NAMES, every=3))
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


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("theme", "mode"), LOOKS)
def test_words_name_each_series_in_every_accent(theme: str, mode: str, name: str) -> None:
    """At 3:1 on the page and on quiet areas; of the hue of the accent, and as strong, in the deck's own scheme too."""
    laid_out = looked("us-china-fentanyl-talks", theme, mode)
    colors = SchemeColors(laid_out.theme)
    known = {**colors.map._asdict()}
    for scheme in (PALETTES[name], colors.scheme()):
        page = rgb(seen_in(colors.reference("paper"), scheme, known))
        for series, accent in zip(SERIES, accents(scheme), strict=True):
            words = rgb(seen_in(colors.reference(SERIES_WORDS[series]), scheme, known))
            assert contrast(words, page) >= LEAST, (series, name)
            (hue, _, strength), (own_hue, _, own_strength) = (rgb_to_hls(*one) for one in (words, rgb(f"#{accent}")))
            assert strength == pytest.approx(own_strength, abs=0.02)
            assert not strength or hue == pytest.approx(own_hue, abs=0.01)


@pytest.mark.parametrize(("theme", "mode"), LOOKS)
def test_words_of_a_series_are_written_as_a_shade_of_its_accent(theme: str, mode: str) -> None:
    """So that they go with the scheme; the plain accent is for marks."""
    colors = SchemeColors(looked("us-china-fentanyl-talks", theme, mode).theme)
    for number, series in enumerate(SERIES, 1):
        words, mark = colors.reference(SERIES_WORDS[series]), colors.reference(series)
        assert re.fullmatch(
            rf'<a:schemeClr val="accent{number}"><a:lumMod val="20000"/><a:lumOff val="\d+"/></a:schemeClr>', words
        )
        assert mark == f'<a:schemeClr val="accent{number}"></a:schemeClr>'


def labels_of(content: bytes) -> Iterator[tuple[str, str, str]]:
    """Yield the ground, its change of lightness and the words' colour of labels that have a ground, as charts say."""
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"ppt/charts/chart\d+\.xml", name):
                for label in find(etree.fromstring(archive.read(name)), "//c:dLbls|//c:dLbl"):
                    for ground in find(label, "c:spPr/a:solidFill/a:schemeClr"):
                        (words,) = find(label, "c:txPr//a:defRPr/a:solidFill/a:schemeClr/@val")
                        yield ground.get("val"), find(ground, "a:lumOff/@val")[0], words


def test_words_on_marks_that_pale_accents_would_lose_have_a_ground() -> None:
    """White on the third series, a grey in Office's scheme of 2013; on the first white is read in all of them. It is as
    dark as the mark in the deck's own scheme, so that nobody sees it there."""
    theme = looked("showcase", "briefing", "light").theme
    colors, own = SchemeColors(theme), theme.palette["series-3"]
    found = [*labels_of(rendered(looked("showcase", "briefing", "light")))]
    assert {(ground, words) for ground, _, words in found} == {("accent3", "bg1")}
    ground = colors.ground("series-3", "paper")
    assert ground
    (reference,) = re.findall(r"<a:schemeClr.*</a:schemeClr>", ground)
    seen = seen_in(reference, colors.scheme(), {})
    assert all(abs(a - b) <= 1.01 / 255 for a, b in zip(rgb(seen), rgb(own), strict=True))
    for palette in PALETTES.values():
        assert contrast(rgb("#FFFFFF"), rgb(seen_in(reference, palette, {}))) >= LEAST
    assert colors.ground("series-1", "paper") is None and colors.ground("series-2", "ink") is None
    # A blue of which no orange is as dark: `accent2` in both of Office's schemes.
    bright = SchemeColors(looked("showcase", "statement", "light").theme)
    assert bright.ground("series-2", "paper") == '<a:solidFill><a:srgbClr val="316DF2"/></a:solidFill>'


WITNESSED = [
    ("showcase", "briefing", "dark", next(iter(PALETTES))),
    ("heating-grant", "", "", [*PALETTES][-1]),
]
"""Decks with a palette: the model of them, tested above, has each in all."""

FURTHER = [
    case
    for case in [
        *(("showcase", "briefing", "dark", name) for name in PALETTES),
        *product(NAMES, [""], [""], PALETTES),
    ]
    if case not in WITNESSED
]
"""All decks with all palettes."""

Drawn = Callable[[bool], Mapping[tuple[str, ...], Path]]
"""Returns PDFs of the cases, or of the further ones."""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """Decks in a palette as LibreOffice draws them."""
    return cache(lambda further: by_libreoffice(FURTHER if further else WITNESSED, tmp_path_factory.mktemp("palettes")))


def by_libreoffice(cases: list[tuple[str, ...]], folder: Path) -> Mapping[tuple[str, ...], Path]:
    """Return PDFs of decks in a palette, converted in one start."""
    files = {}
    for deck, theme, mode, name in cases:
        content = rendered(looked(deck, theme, mode) if theme else document(deck))
        path = folder / f"{deck} {mode} {name}.pptx"
        path.write_bytes(with_palette(content, PALETTES[name]))
        files[deck, theme, mode, name] = path
    convert_to_pdf([*files.values()], folder)
    return {key: path.with_suffix(".pdf") for key, path in files.items()}


@pytest.mark.slow
@pytest.mark.outside
@pytest.mark.parametrize(
    ("deck", "theme", "mode", "name"),
    mostly_long([*WITNESSED, *FURTHER], is_usual=lambda case: case in WITNESSED),
)
def test_libreoffice_draws_every_text_so_that_it_can_be_read(
    deck: str, theme: str, mode: str, name: str, drawn: Drawn
) -> None:
    """Each word against what is painted behind it, in and on charts, too."""
    case = deck, theme, mode, name
    words = [*drawn_words(drawn(case in FURTHER)[case])]
    assert len(words) > 200
    assert [one for one in words if one.contrast < LEAST] == []


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
    last = PaintedPages(convert_to_pdf([path], tmp_path)[0])[-1]
    palette = document("us-china-fentanyl-talks").theme.palette
    assert {palette[f"series-{number}"].lstrip("#") for number in range(1, 7)} <= last.fills
    assert not find(slide._element, "//a:srgbClr")


@pytest.mark.outside
@pytest.mark.xdist_group("libreoffice")
def test_a_chart_that_is_inserted_in_libreoffice_has_six_colours(tmp_path: Path) -> None:
    """By UNO: LibreOffice gives its own colours to series, whatever the scheme; they differ, drawn and in the file."""
    require_uno()
    path = tmp_path / "deck.pptx"
    path.write_bytes(rendered(document("us-china-fentanyl-talks")))
    run(CHARTING, path, tmp_path)
    last = PaintedPages(tmp_path / "charted.pdf")[-1]
    *_, slide = Presentation(str(tmp_path / "charted.pptx")).slides
    (chart,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    own = [find(one._element, "c:spPr/a:solidFill/a:srgbClr/@val")[0].upper() for one in chart.plots[0].series]
    assert len({*own}) == 6
    assert {*own} <= last.fills
    assert own[0] == LIBREOFFICE_BLUE
