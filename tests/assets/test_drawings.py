"""Drawings: what reaches out of them is refused with its element and line; the rest is drawn."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from deckmaker.assets import content
from deckmaker.assets.drawings import rasterising, size
from tests.assets.reading_back import flaw, found
from tests.assets.samples import embedded_plan, picture, saved
from tests.assets.test_bombs import png_bomb
from tests.hostile.work import processor_seconds_below

pytestmark = pytest.mark.slow

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.fixture(autouse=True)
def small_drawings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw with a fifth of the pixels: here it counts what is drawn, not how finely."""
    monkeypatch.setattr(size, "LONGER_SIDE", 640)


def drawing(inner: str, attributes: str = 'viewBox="0 0 40 30"') -> bytes:
    """Return a drawing; what is in it begins in line 2."""
    return f"<svg {SVG} {attributes}>\n{inner}\n</svg>".encode()


UNSAFE = {
    "<script>alert(1)</script>": "`<script>` runs code",
    '<g onload="alert(1)"/>': "`<g>` has `onload`, which runs code",
    '<g OnClick="alert(1)"/>': "`<g>` has `OnClick`, which runs code",
    "<foreignObject/>": "`<foreignObject>` holds another kind of document",
    '<g xmlns:h="http://www.w3.org/1999/xhtml"><h:p/></g>': "`<p>` holds another kind of document",
    '<image href="file:///etc/passwd"/>': "`<image>` refers to `file:///etc/passwd`",
    '<image href="/etc/passwd"/>': "`<image>` refers to `/etc/passwd`",
    '<image xlink:href="http://x.org/a.png"/>': "`<image>` refers to `http://x.org/a.png`",
    '<use href="other.svg#a"/>': "`<use>` refers to `other.svg#a`",
    '<a href="javascript:alert(1)"><text>a</text></a>': "`<a>` refers to `javascript:alert(1)`",
    '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>': "`<image>` refers to `data:image/svg+xml;base64,PHN2Zy8+`",
    '<image href="data:image/jpeg;base64,/9j/"/>': "`<image>` holds a picture that is cut short",
    '<image href="data:image/png;base64,A"/>': "`<image>` holds a picture that is not whole",
    '<rect fill="url(http://x.org/a#b)"/>': "`<rect>` refers to `http://x.org/a#b`",
    "<rect style=\"fill: url( 'a.svg#b' )\"/>": "`<rect>` refers to `a.svg#b`",
    '<rect style="fill: u\\72l(a.svg#b)"/>': "`<rect>` refers to `a.svg#b`",
    '<rect style="fill: ur/**/l(#b) url/**/(a.svg#b)"/>': "`<rect>` refers to `a.svg#b`",
    "<style>@import 'a.css';</style>": "`<style>` has `@import`",
    "<style>@\\69mport 'a.css';</style>": "`<style>` has `@import`",
    "<style>rect { fill: url(a.svg#b) }</style>": "`<style>` refers to `a.svg#b`",
    "<style>@font-face { src: local(x) }</style>": "`<style>` has `@font-face`",
    '<rect><animate attributeName="x" to="9"/></rect>': "`<animate>` moves",
    '<rect><set attributeName="x" to="9"/></rect>': "`<set>` moves",
    "<style>@keyframes a { to { x: 9px } }</style>": "`<style>` has `@keyframes`",
    '<?xml-stylesheet href="a.css"?>': "`<?xml-stylesheet?>` refers to another file",
    "<g>" * 100 + "</g>" * 100: "elements stand more than 100 deep in each other",
}


@pytest.mark.parametrize("inner", UNSAFE)
def test_what_is_not_safe_is_refused_with_its_line(inner: str, tmp_path: Path) -> None:
    """Before anything of it is drawn."""
    assert flaw(tmp_path, drawing(inner)) == f"is not a safe SVG file: line 2: {UNSAFE[inner]}"


def test_a_bomb_within_a_drawing_is_refused(tmp_path: Path) -> None:
    """A picture that it holds is looked at like any other."""
    inner = f'<image href="data:image/png;base64,{b64encode(png_bomb()).decode()}"/>'
    assert flaw(tmp_path, drawing(inner)).endswith(
        "holds a picture that has 30,000 × 30,000 pixels: more than 120 million"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_billion_laughs_are_refused_at_once(encoding: str, tmp_path: Path) -> None:
    """A DOCTYPE is where entities come from; one that declares anything is not read."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    data = f'<!DOCTYPE svg [{laughs}]>\n<svg {SVG} viewBox="0 0 1 1"><text>&l9;</text></svg>'.encode(encoding)
    with processor_seconds_below(0.5):
        assert flaw(tmp_path, data) == "is not a safe SVG file: line 1: a `<!DOCTYPE>` declares what could be entities"


PUBLIC = (
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n',
    "<!DOCTYPE svg>\n",
)


@pytest.mark.parametrize("doctype", PUBLIC)
def test_a_doctype_that_only_names_the_standard_is_passed_over(doctype: str, tmp_path: Path) -> None:
    """Graphviz, matplotlib and older versions of Inkscape write one; nothing is fetched for it."""
    data = doctype.encode() + drawing('<rect width="40" height="30"/>')
    with Image.open(BytesIO(content(found(tmp_path, data)))) as image:
        assert ink(image.convert("RGBA")) == 640 * 480


def test_a_doctype_that_names_a_file_is_refused(tmp_path: Path) -> None:
    """What a file of somebody's own declares, nobody knows."""
    said = flaw(tmp_path, b"<!DOCTYPE svg SYSTEM 'my.dtd'>" + drawing("<rect/>"))
    assert said == "is not a safe SVG file: line 1: a `<!DOCTYPE>` refers to `my.dtd`"


def test_a_word_that_a_doctype_would_have_declared_is_refused(tmp_path: Path) -> None:
    """Left out in silence, it would be missing in a text."""
    said = flaw(tmp_path, PUBLIC[0].encode() + drawing("<text>a&nbsp;b</text>"))
    assert said == "is not a safe SVG file: line 4: the entity `&nbsp;` is declared nowhere"


@pytest.mark.parametrize("unit", ["pt", "mm", "cm", "in", "pc"])
def test_lengths_in_units_of_print_count(unit: str, tmp_path: Path) -> None:
    """An inch has 96 pixels, as in CSS; resvg's own default makes them nothing."""
    across = {"pt": 30, "mm": 10.5833, "cm": 1.05833, "in": 0.416667, "pc": 2.5}[unit]
    assert ink(shown(tmp_path, f'<rect width="{across}{unit}" height="30"/>')) == pytest.approx(640 * 480, rel=0.002)


def test_a_drawing_of_50_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    """By its size alone."""
    data = f"<svg {SVG}>".encode() + b"<g/>" * 12_500_000
    with processor_seconds_below(1):
        assert flaw(tmp_path, data) == "is an SVG file that has 50,000,083 bytes: a drawing may have 10,000,000"


def test_drawings_within_drawings_without_end_are_refused(tmp_path: Path) -> None:
    """The same as laughs, without entities: each group uses the one before it ten times."""
    groups = "".join(f'<g id="a{n}">{f"""<use href="#a{n - 1}"/>""" * 10 if n else "<rect/>"}</g>' for n in range(9))
    said = flaw(tmp_path, drawing(f'<defs>{groups}</defs><use href="#a8"/>'))
    assert said.startswith("is an SVG file that cannot be drawn")


def test_a_drawing_that_takes_forever_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A filter may ask for any number of octaves; the process that draws is ended."""
    monkeypatch.setattr(rasterising, "LONGEST_SECONDS", 1)
    inner = '<filter id="f"><feTurbulence baseFrequency="0.1" numOctaves="1000000"/></filter>'
    inner += '<rect width="40" height="30" filter="url(#f)"/>'
    assert flaw(tmp_path, drawing(inner)) == "is an SVG file that takes more than 1 seconds"


@pytest.mark.parametrize(
    "attributes",
    [
        "",
        'width="100%" height="100%"',
        'viewBox="0 0 0 30"',
        'viewBox="0 0 nan 1"',
        'viewBox="0 0 1 \N{ARABIC-INDIC DIGIT THREE}"',
    ],
)
def test_a_drawing_without_a_size_is_refused(attributes: str, tmp_path: Path) -> None:
    """Nobody could tell its proportions."""
    assert flaw(tmp_path, drawing("<rect/>", attributes)) == "is an SVG file without a size"


@pytest.mark.parametrize(
    "attributes", ['width="1000000" height="1"', 'width="1" height="10001"', 'viewBox="0 0 1e300 1e-300"']
)
def test_a_drawing_of_which_nothing_would_be_seen_is_refused(attributes: str, tmp_path: Path) -> None:
    """It has a size, and what is amiss with it is said."""
    said = flaw(tmp_path, drawing("<rect/>", attributes))
    assert said == "is an SVG file with one side more than 10,000 times the other"


def test_a_flat_drawing_is_a_pixel_high(tmp_path: Path) -> None:
    """Its shorter side would be rounded to none."""
    picture = found(tmp_path, drawing('<rect width="10000" height="1"/>', 'width="10000" height="1"'))
    assert picture.width > 600 and picture.height == 1


def test_a_drawing_without_its_namespace_is_told_it(tmp_path: Path) -> None:
    """Browsers would not show it either."""
    assert flaw(tmp_path, b"<svg viewBox='0 0 1 1'/>") == "is an SVG file without its namespace"


def test_what_is_xml_and_no_drawing_is_no_picture(tmp_path: Path) -> None:
    """Also where it begins with a declaration."""
    assert flaw(tmp_path, b"<?xml version='1.0'?><feed/>") == "is not a picture"


def shown(folder: Path, inner: str) -> Image.Image:
    """Return a drawing as it is drawn."""
    with Image.open(BytesIO(content(found(folder, drawing(inner))))) as image:
        return image.convert("RGBA")


def ink(image: Image.Image) -> int:
    """Return how many pixels are drawn."""
    return sum(image.getchannel("A").point(lambda level: level > 127).histogram()[1:])


@pytest.mark.parametrize(("family", "own"), [("Arial", "Arimo"), ("Georgia", "Gelasio"), ("'Courier New'", "Cousine")])
@pytest.mark.parametrize("how", ['<text y="20" font-family="{}">', '<text y="20" style="font-family: {}">'])
def test_text_is_set_in_our_fonts(family: str, own: str, how: str, tmp_path: Path) -> None:
    """So it looks alike on every machine; whoever names a family of Office gets the one of the same widths."""
    one = shown(tmp_path, how.format(family) + "Kran</text>")
    other = shown(tmp_path, how.format(own) + "Kran</text>")
    assert ink(one) > 500 and one.tobytes() == other.tobytes()
    assert one.tobytes() != shown(tmp_path, how.format("Carlito") + "Kran</text>").tobytes()


@pytest.mark.parametrize(("family", "own"), [("Foo", "Arimo"), ("Foo, serif", "Tinos"), ("inherit", "Arimo")])
def test_a_family_that_we_do_not_have_is_set_in_arimo(family: str, own: str, tmp_path: Path) -> None:
    """Unless the drawing says of what kind it is."""
    one, other = (shown(tmp_path, f'<text y="20" font-family="{name}">Kran</text>') for name in (family, own))
    assert one.tobytes() == other.tobytes()


def test_a_style_sheet_counts_for_text_too(tmp_path: Path) -> None:
    """Names of families in it are ours as well; words on the drawing that happen to be such names stay."""
    one = shown(tmp_path, '<style>text { font-family: Georgia }</style><text y="20">Arial</text>')
    assert one.tobytes() == shown(tmp_path, '<text y="20" font-family="Gelasio">Arial</text>').tobytes()


LONG = "font-family: Georgia; font-size: 9px; font-weight: normal"
BOTH = f"{LONG}; font-style: italic; font-weight: bold"
SHORT_FONTS = {
    "9px Georgia": LONG,
    "italic bold 9px Georgia": BOTH,
    "italic bold 9px/1.2 Georgia": BOTH,
    "bold  italic 9px / 120% 'Georgia', serif": BOTH,
    "ITALIC Bold normal 9PX/normal Georgia !important": BOTH,
    "/* as in print */ italic 700 9px/*tight*//1 Georgia": BOTH,
    "650 9px Georgia": f"{LONG}; font-weight: 650",
    "small-caps .9em/1.1em Georgia": f"{LONG}; font-size: .9em; font-variant: small-caps",
    "oblique condensed x-small/1 Georgia": f"{LONG}; font-size: x-small; font-style: oblique",
    "inherit": "",
}
"""Fonts in CSS's short form, and what they mean."""


@pytest.mark.parametrize("short", SHORT_FONTS)
@pytest.mark.parametrize("how", ['<text y="20" style="{}">', "<style>text {{ {} }}</style><text y='20'>"])
def test_a_font_in_short_form_is_what_it_is_at_length(how: str, short: str, tmp_path: Path) -> None:
    """With a height of lines, too: such fonts were lost without a word, size and all."""
    before = '<g font-family="Courier New" font-weight="bold" font-size="8">'
    one, other = (
        shown(tmp_path, f"{before}{how.format(css)}Kran</text></g>") for css in (f"font: {short}", SHORT_FONTS[short])
    )
    assert ink(one) > 100 and one.tobytes() == other.tobytes()


def test_letters_that_would_be_missing_are_told(tmp_path: Path) -> None:
    """No word is lost without a message."""
    assert flaw(tmp_path, drawing('<text y="20">a漢b</text>')) == (
        "is an SVG file with letters that our fonts do not have: `漢`"
    )


def test_metadata_of_editors_is_no_obstacle(tmp_path: Path) -> None:
    """Inkscape writes elements and attributes of its own, with paths in them."""
    inner = (
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:type rdf:resource="http://x"/>'
        '</rdf:RDF></metadata><g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:export-filename="/a.png"/>'
        '<rect width="40" height="30"/>'
    )
    assert ink(shown(tmp_path, inner)) == 640 * 480


def test_a_picture_within_a_drawing_is_drawn_and_its_own_metadata_is_not(tmp_path: Path) -> None:
    """A drawing becomes pixels."""
    data = saved(picture(), "JPEG", comment=b"SECRET")
    assert b"SECRET" not in content(found(tmp_path, embedded_plan("jpeg", data).encode()))


def test_what_has_no_paint_and_is_too_large_to_be_drawn_is_left_out(tmp_path: Path) -> None:
    """Vectors leave it out; the process that draws gave up, and PowerPoint's file could not be made."""
    circle = '<circle cy="6" r="36" fill-opacity="0" transform="scale(1e9)"/>'
    data = drawing(f'{circle}<rect width="40" height="30" fill="#c00"/>')
    shown = found(tmp_path, data)
    assert shown.vector
    with Image.open(BytesIO(content(shown))) as image:
        assert image.convert("RGB").getpixel((image.width // 2, image.height // 2)) == (204, 0, 0)
