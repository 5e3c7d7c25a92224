"""What it may take to see whether a drawing can be shown as vectors: what is used again and again is counted again."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from xml.etree.ElementTree import Element, SubElement

import pytest

from deckmaker.assets.drawings.facts import vector_facts, vectors
from deckmaker.assets.drawings.reading import SVG, read_drawing
from deckmaker.assets.drawings.size import sized
from deckmaker.assets.drawings.vectors import cascade, normalising, work
from deckmaker.assets.drawings.vectors.drawing import Unsaid
from deckmaker.assets.drawings.vectors.matrices import read_transform
from deckmaker.assets.drawings.vectors.normalising import normalise
from deckmaker.assets.drawings.vectors.outlines import read_path
from deckmaker.assets.drawings.vectors.writing import svg_file
from tests.hostile.test_drawings import LONG_STYLES, MANY, RICH, chained, drawing
from tests.hostile.work import calls_of
from tests.samples import mostly_slow

_NEST = "".join(f'<g id="a{n}">{f"""<use href="#a{n - 1}"/>""" * 10 if n else "<rect/>"}</g>' for n in range(9))
_LONG = "1 " * 20_000
HOSTILE = {
    "uses of uses": f'<defs>{_NEST}</defs><use href="#a8"/>',
    "uses in a circle": '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
    "a symbol in itself": '<symbol id="s"><use href="#s"/></symbol><use href="#s"/>',
    "a long path again and again": f'<path id="p" d="M0 0{"l1 1" * 50_000}" stroke="red"/>'
    + '<use href="#p"/>' * 5_000,
    "a long attribute again and again": f'<g id="p" data-a="{"x" * 100_000}"/>' + '<use href="#p"/>' * 4_000,
    "dashes without end": f'<g stroke="red" stroke-dasharray="{_LONG}">' + '<path d="M0 0L9 9"/>' * 4_000 + "</g>",
    "transforms without end": f'<g transform="{"scale(1)" * 10_000}">' + "<g/>" * 4_000 + "</g>",
    "points without end": f'<polygon points="{"1 1 " * 100_000}" stroke="red"/>',
    "spaces without end": f'<text xml:space="preserve">{" " * 100_000}</text>',
    "colours without end": f'<linearGradient id="g">{"<stop/>" * 10_000}</linearGradient>'
    + '<rect width="9" height="9" fill="url(#g)"/>',
    "colours again and again": f'<linearGradient id="g">{"<stop/>" * 250}</linearGradient>'
    + '<rect width="9" height="9" fill="url(#g)"/>' * 4_000,
    "gradients in a circle": '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>'
    '<rect width="9" height="9" fill="url(#a)"/>',
    "clips in a circle": '<clipPath id="a" clip-path="url(#b)"/><clipPath id="b" clip-path="url(#a)"/>'
    '<g clip-path="url(#a)"/>',
    "a clip again and again": f'<clipPath id="a"><path d="M0 0{"l1 1" * 1_000}z"/></clipPath>'
    + '<g clip-path="url(#a)"><rect width="9" height="9"/></g>' * 1_000,
    "markers on all": '<marker id="m"><path d="M0 0L9 9"/></marker><g style="marker:url(#m)">'
    + f'<path d="M0 0{"l1 1" * 1_000}"/>' * 100
    + "</g>",
    "patterns in patterns": '<pattern id="p" width=".1" height=".1"><rect width="9" height="9" fill="url(#q)"/>'
    '</pattern><pattern id="q" width=".1" height=".1"><rect width="9" height="9" fill="url(#p)"/></pattern>'
    '<rect width="40" height="30" fill="url(#p)"/>',
    "patterns of nothing": '<pattern id="p" width=".02" height=".02"><a:b xmlns:a="urn:a"/></pattern>'
    + '<rect width="40" height="30" fill="url(#p)"/>' * 10_000,
    "patterns without end": '<pattern id="p" width="1e-300" height="1e-300"><g/></pattern>'
    '<rect width="40" height="30" fill="url(#p)"/>',
    "rules for all": "<style>" + "".join(f"* .a{n}, g * {{fill:red}}" for n in range(500)) + "</style>" + "<g/>" * 500,
    "classes without end": f'<style>.b{{fill:red}}</style><g class="{"a " * 50_000}"/>',
}


@pytest.fixture(autouse=True)
def small_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundredth of what a drawing may take, so that it is soon seen whether more is done."""
    for module, name in (
        (work, "VECTOR_ELEMENTS"),
        (work, "VECTOR_STEPS"),
        (work, "VECTOR_CHARACTERS"),
        (normalising, "VECTOR_STEPS"),
        (cascade, "STYLES_TRIED"),
        (cascade, "SELECTOR_CHARACTERS"),
    ):
        bound = getattr(module, name)
        monkeypatch.setattr(module, name, replace(bound, most=bound.most // 100))


@pytest.mark.sampled(every=5)
@pytest.mark.parametrize("inner", mostly_slow([*HOSTILE.values(), *RICH.values()], every=4), ids=[*HOSTILE, *RICH])
def test_a_hostile_drawing_is_given_up_early(inner: str) -> None:
    """Each element and each rule is looked at once; all else takes no more than its bounds allow."""
    root = read_drawing(drawing(inner))
    sized(root)
    once = 12 * sum(1 for _ in root.iter()) + 40 * inner.count("{")
    assert calls_of(lambda: _tried(root)) < 400_000 + once


def _tried(root: Element) -> None:
    with suppress(Unsaid):
        normalise(root)


@pytest.mark.parametrize("style", mostly_slow(LONG_STYLES.values(), quick=0), ids=LONG_STYLES)
def test_a_long_style_is_read_once(style: str) -> None:
    """In a sheet and in an attribute; a call a declaration at most."""
    for text in (f"rect {{ {style} }}", style):
        root = Element(f"{SVG}svg", {"viewBox": "0 0 40 30", "width": "40", "height": "30", "style": text})
        SubElement(root, f"{SVG}style").text = text
        assert calls_of(lambda root=root: _tried(root)) < 12 * MANY


@pytest.mark.parametrize("piece", ["M0 0", "z", "1", "-", ".", "1e", "a1 1 0 1", "m,", "L 1 "])
def test_path_data_is_read_in_one_go(piece: str) -> None:
    """Twice as much takes twice as long, whatever it is."""
    counts = [calls_of(lambda times=times: _read("M0 0" + piece * times)) for times in (1_000, 2_000)]
    assert counts[1] <= 2.2 * counts[0] + 100


def _read(written: str) -> None:
    with suppress(Unsaid):  # of a number without end
        list(read_path(written))


@pytest.mark.parametrize("piece", ["scale(1)", "scale(", "(", ",", "a", "rotate(1 2 3)"])
def test_transforms_are_read_in_one_go(piece: str) -> None:
    """As path data is."""
    counts = [calls_of(lambda times=times: read_transform(piece * times)) for times in (1_000, 2_000)]
    assert counts[1] <= 2.2 * counts[0] + 100


def test_gradients_that_take_over_from_the_next_have_an_end() -> None:
    """Twenty of them; programs write two."""
    inner = chained("", '<linearGradient id="g{}" href="#g{}"/>', '<rect width="9" height="9" fill="url(#g0)"/>', 30)
    assert vector_facts(drawing(inner))[0] == "a gradient that takes over from too many"


_LONG_STYLE = "a:b;" * 30_000
_ATTRIBUTES = " ".join(f"a{number}=''" for number in range(30_000))
_TURNS = "scale(1)" * 10_000


def _box(more: str = "") -> str:
    return f'<rect width="9" height="9" {more}/>'


AGAIN = {
    "names of attributes": f'<g id="p" {_ATTRIBUTES}/>' + '<use href="#p"/>' * 90,
    "a clip path": f'<clipPath id="c" style="{_LONG_STYLE}">{_box()}</clipPath>' + _box('clip-path="url(#c)"') * 90,
    "a shape in a clip path": f'<rect id="r" width="9" height="9" style="{_LONG_STYLE}"/><clipPath id="c">'
    + '<use href="#r"/>' * 90
    + "</clipPath>"
    + _box('clip-path="url(#c)"'),
    "a gradient that others take over from": f'<linearGradient id="g" style="{_LONG_STYLE}"/>'
    + "".join(f'<linearGradient id="g{n}" href="#g"/>' + _box(f'fill="url(#g{n})"') for n in range(90)),
    "a gradient's transform": f'<linearGradient id="g" gradientTransform="{_TURNS}"><stop/><stop offset="1"/>'
    + "</linearGradient>"
    + _box('fill="url(#g)"') * 90,
    "a marker that is not seen": f'<marker id="m" markerWidth="0{"0" * 90_000}"/>'
    + '<path style="marker:url(#m)" d="M0 0L9 9L0 9"/>' * 90,
}


@pytest.mark.parametrize("inner", mostly_slow(AGAIN.values(), every=2), ids=AGAIN)
def test_what_is_written_in_attributes_counts_each_time_that_it_is_looked_at(inner: str) -> None:
    """Whatever refers to an element: 300 kB of attributes, referred to by each of 40,000 others, took hours."""
    said = f"more than {work.VECTOR_CHARACTERS.limit}, those that are used again counted again"
    assert vector_facts(drawing(inner))[0] == said


SELECTORS = {
    "very many": "a," * 5_000 + "b",
    "one of very many": "a " * 5_000,
    "many conditions": "a" + "[b]" * 2_000,
    "very many rules": "a{fill:red}" * 5_000 + "b",
}


@pytest.mark.parametrize("selectors", SELECTORS.values(), ids=SELECTORS)
def test_selectors_have_an_end(selectors: str) -> None:
    """Each takes hundreds of times as much memory as what is written."""
    found = vector_facts(drawing(f"<style>{selectors}{{fill:red}}</style><rect width='9' height='9'/>"))[0]
    assert found == f"more than {cascade.SELECTOR_CHARACTERS.limit}"


def test_conditions_of_a_selector_count() -> None:
    """All of them are looked at for an element that has what they ask for."""
    rule = "rect" + "[width]" * 200
    inner = f"<style>{rule}{{fill:red}}</style>" + '<rect width="9" height="9"/>' * 90
    assert vector_facts(drawing(inner))[0] == "too many styles"


def test_a_shape_of_its_own_units_is_not_far_out_in_them() -> None:
    """Its numbers are written as they are: of 150 digits each, no program reads them, and they fill files."""
    far = '<path transform="matrix(1e-140 0 0 2e-140 0 0)" stroke="red" d="M0 0L1e141 1e141"/>'
    assert vector_facts(drawing(far))[0] == "lines that lead far out of it"
    long = '<path stroke="red" stroke-miterlimit="1e308" d="M0 0L9 9"/>'
    assert len(svg_file(vectors(drawing(long)), b"")) < 400


@pytest.mark.parametrize(
    "element",
    [
        *(f'<rect width="9" height="9" transform="{name}(1e999)"/>' for name in ("rotate", "skewX", "skewY", "scale")),
        '<rect width="9" height="9" transform="rotate(1 1e999 2)"/>',
        '<path d="M0 0A9 9 1e999 0 1 5 5"/>',
        '<path d="M0 0L1e999 0"/>',
        '<linearGradient id="g" gradientTransform="rotate(-1e999)"><stop/><stop offset="1"/></linearGradient>'
        '<rect width="9" height="9" fill="url(#g)"/>',
    ],
)
def test_numbers_without_end_are_told(element: str) -> None:
    """They have neither sine nor tangent."""
    assert vector_facts(drawing(element))[0] in (
        "a number that is too large",
        "a transform that is none",
        "a gradient's transform that is none",
    )


def test_a_pattern_turned_without_end_paints_nothing() -> None:
    """As one that is broken otherwise."""
    pattern = '<pattern id="p" width="1" height="1" patternTransform="rotate(1e999)"><g/></pattern>'
    assert vector_facts(drawing(f'{pattern}<rect width="9" height="9" fill="url(#p)"/>'))[0] == ""


@pytest.mark.parametrize("more", ["", 'transform="scale(1 2)"'])
def test_dashes_are_lines(more: str) -> None:
    """A path of two lines may have a million of them, which whoever opens the deck has to draw."""
    path = f'<path stroke="red" stroke-dasharray="{{}}" d="M0 0L40 0C40 10 40 20 40 30z" {more}/>'
    assert vector_facts(drawing(path.format("1 2")))[0] == ""
    assert vector_facts(drawing(path.format(".005 .02 .01")))[0] == f"more than {work.VECTOR_STEPS.limit}"
    assert vector_facts(drawing(path.format("2e-6")))[0] == f"more than {work.VECTOR_STEPS.limit}"
