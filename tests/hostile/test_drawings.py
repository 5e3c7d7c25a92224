"""What a drawing may cost: texts of megabytes are looked at once, and what draws is ended when its time is up."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from pathlib import Path

import pytest

from deckmaker.assets import Flaw, look_at
from deckmaker.assets.drawings import rasterising, size
from deckmaker.assets.drawings.facts import vector_facts
from deckmaker.assets.drawings.reading import read_drawing
from deckmaker.assets.drawings.references import MovesOut, check_reference, check_style
from deckmaker.assets.drawings.size import sized
from deckmaker.assets.flaw import Unusable
from deckmaker.budget.drawings import DECK_LINES
from deckmaker.resolve import allowance
from tests.assets.reading_back import flaw
from tests.hostile.pictures import flat_png
from tests.hostile.work import bytes_of, calls_of
from tests.projects import DECK, Project
from tests.samples import mostly_slow

SVG = 'xmlns="http://www.w3.org/2000/svg"'
MANY = 500_000


def drawing(inner: str, attributes: str = 'viewBox="0 0 40 30"') -> bytes:
    """Return a drawing; what is in it begins in line 2."""
    return f"<svg {SVG} {attributes}>\n{inner}\n</svg>".encode()


LONG_SIZES = {
    "a width of digits": f'width="{"1" * MANY}x" height="1"',
    "a width of dots": f'width="1{"." * MANY}" height="{"1e" * MANY}"',
    "a width of zeros and spaces": f'width="1.{"0" * MANY} {" " * MANY}q"',
    "a viewBox of numbers": f'viewBox="{"0 " * MANY}"',
    "a viewBox of commas": f'viewBox="0{"," * MANY}x"',
}


@pytest.mark.parametrize("attributes", LONG_SIZES.values(), ids=LONG_SIZES)
def test_a_long_size_is_none(attributes: str) -> None:
    """More digits than a number has need not be read: 20,000 took 43 seconds."""
    root = read_drawing(drawing("<rect/>", attributes))
    with pytest.raises(Unusable, match="is an SVG file without a size"):
        sized(root)


@pytest.mark.parametrize(
    "box", ["0 0 1e308 1e308", "0 0 1e-308 1e-308", "nan nan nan nan", "0 0 inf 1", "-1e308 0 1 1"]
)
def test_numbers_at_the_end_of_all_numbers_are_a_size_or_none(box: str) -> None:
    """What cannot be told in pixels is refused."""
    root = read_drawing(drawing("<rect/>", f'viewBox="{box}"'))
    try:
        assert max(sized(root)) == size.LONGER_SIDE
    except Unusable as refused:
        assert refused.flaw.what == "is an SVG file without a size"


LONG_STYLES = {
    "comments that are open": "/*" * MANY,
    "comments in comments": "/*" * MANY + "*/" * MANY,
    "a letter in each comment": "/**/u" * MANY,
    "escapes": "\\" * MANY,
    "escapes of six": "\\000041 " * MANY,
    "signs of rules": "@ " * MANY,
    "addresses without a bracket": "url " * MANY,
    "addresses of the drawing": "url(#a)" * MANY,
    "white space": "url" + " " * MANY + "@" + " " * MANY,
}


@pytest.mark.parametrize("style", mostly_slow(LONG_STYLES.values()), ids=LONG_STYLES)
def test_a_long_style_is_read_once(style: str) -> None:
    """60,000 opened comments took 76 seconds; a call a find at most."""
    assert calls_of(lambda: check_style(style)) < 12 * MANY


@pytest.mark.parametrize("style", ["url(" * MANY, 'url("' * MANY, "url('" * MANY, "url( " + " " * MANY + "x"])
def test_a_long_address_is_read_once(style: str) -> None:
    """And refused by its beginning."""
    with pytest.raises(MovesOut) as refused:
        check_style(style)
    assert len(str(refused.value)) < 100


@pytest.mark.parametrize("address", ["data:image/png" + ";" * MANY, "data:image/png" + " " * MANY, "x" * MANY])
def test_a_long_reference_is_read_once(address: str) -> None:
    """And refused by its beginning."""
    with pytest.raises(MovesOut) as refused:
        check_reference(address)
    assert len(str(refused.value)) < 100


def test_pictures_within_a_drawing_have_a_size_together() -> None:
    """Each a few kilobytes, and each a hundred million pixels for whoever draws them."""
    one = b64encode(flat_png(10_000, 10_000, depth=1, kind=0)).decode()
    data = drawing(f'<image href="data:image/png;base64,{one}"/>' * 50)
    said = "`<image>` brings the pictures in it to 200,000,000 pixels: more than 120,000,000"

    def looked_at() -> None:
        with pytest.raises(Unusable) as refused:
            read_drawing(data)
        assert refused.value.flaw.what == f"is not a safe SVG file: line 2: {said}"

    assert bytes_of(looked_at) < 15_000_000


def chained(before: str, one: str, behind: str, count: int) -> str:
    """Return definitions each of which refers to the next."""
    return before + "".join(one.format(number, number + 1) for number in range(count)) + behind


RICH = {
    "a path of a million steps": f'<path d="M0 0{"l1 1" * 1_000_000}" stroke="red"/>',
    "a path that begins a million times": f'<path d="{"M0 0" * 1_000_000}"/>',
    "dashes without end": '<path d="M0 0L1e9 1e9" stroke="red" stroke-dasharray="0.00001"/>',
    "a chain of gradients": chained(
        "<defs>",
        '<linearGradient id="g{}" href="#g{}"/>',
        '</defs><rect width="9" height="9" fill="url(#g0)"/>',
        20_000,
    ),
    "a chain of uses": chained("<defs>", '<g id="g{}"><use href="#g{}"/></g>', '</defs><use href="#g0"/>', 20_000),
    "a chain of masks": chained(
        "", '<mask id="m{}"><rect width="40" height="30" mask="url(#m{})"/></mask>', '<rect mask="url(#m0)"/>', 90
    ),
    "filters": '<filter id="f">'
    + '<feGaussianBlur stdDeviation="100"/>' * 9_000
    + '</filter><rect width="4" filter="url(#f)"/>',
    "patterns in patterns": chained(
        "",
        '<pattern id="p{}" width="0.1" height="0.1"><rect width="40" height="30" fill="url(#p{})"/></pattern>',
        '<rect width="40" height="30" fill="url(#p0)"/>',
        60,
    ),
    "a text of a megabyte": f"<text>{'a' * 1_000_000}</text>",
    "a hundred thousand words": "<text>" + '<tspan x="1">a b</tspan>' * 50_000 + "</text>",
    "numbers that are none": '<rect width="nan" height="inf" transform="scale(1e308) rotate(nan)"/><circle r="1e38"/>',
    "turns on turns": f'<rect transform="{"scale(2)" * 200_000}" width="1" height="1"/>',
    "a hundred thousand attributes": "<g " + " ".join(f'a{number}="1"' for number in range(100_000)) + "/>",
    "rules of style": "<style>"
    + "".join(f".a{number}{{fill:red}}" for number in range(30_000))
    + "</style>"
    + "<rect class='a1'/>" * 3_000,
    "a font again and again": f'<rect style="{"font:;" * MANY}"/>',
}


@pytest.mark.slow
@pytest.mark.parametrize("inner", RICH.values(), ids=RICH)
def test_a_rich_drawing_is_drawn_or_ended(inner: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the worker's time, here a second, and within its memory."""
    monkeypatch.setattr(rasterising, "LONGEST_SECONDS", 1)
    monkeypatch.setattr(size, "LONGER_SIDE", 640)
    (tmp_path / "a").write_bytes(drawing(inner))
    seen = look_at(tmp_path / "a")
    assert not isinstance(seen, Flaw) or seen.what.startswith(
        (
            "is an SVG file that takes more than 1 seconds",
            "is an SVG file that cannot",
            "is an SVG file that needs more memory",
        )
    )


def test_a_key_without_end_is_quoted_by_its_beginning(tmp_path: Path) -> None:
    """No message is as long as the file."""
    assert len(flaw(tmp_path, drawing(f'<g on{"x" * MANY}="1"/>'))) < 200
    assert len(flaw(tmp_path, drawing(f"<{'x' * MANY}:script/>"))) < 300


def test_an_element_counts_as_many_lines() -> None:
    """It takes as long as eight of them, each time that another refers to it: a marker stands on every vertex."""
    marker = '<marker id="m"><path d="M0 0h9"/></marker>'
    path = '<path marker-mid="url(#m)" stroke="red" d="M0 0{}"/>'
    few, many = (vector_facts(drawing(marker + path.format("h1v1" * count))).lines for count in (10, 20))
    assert many - few >= 20 * (1 + 2 * 8), "a vertex more is a step, a marker and its path"


def test_the_drawings_of_a_deck_have_lines_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each output draws all of them; one that is given up for pixels was gone through as far as that was not clear."""
    project = Project(tmp_path)
    (tmp_path / "a.svg").write_bytes(drawing('<path stroke="red" d="M0 0L9 9L0 9"/>' * 3))
    image = "    image: {file: ../a.svg, alt: A, credit: B}\n"
    deck = DECK + image + "  - title: Other\n" + image
    assert "endless-deck" not in project.said(deck)
    bound = replace(DECK_LINES, most=50)  # three paths of three steps are 33
    monkeypatch.setattr(allowance, "DECK_LINES", bound)
    said = project.said(deck)
    assert f"the deck {bound.excess()}, and here they begin to be too many\n --> " in said
    assert "\n6 | " in said, "the second time that it is shown"
