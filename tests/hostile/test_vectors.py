"""What it may take to see whether a drawing can be shown as vectors: what is used again and again is counted again."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from xml.etree.ElementTree import Element, SubElement

import pytest

from deckmaker.assets.drawings.facts import vector_facts
from deckmaker.assets.drawings.reading import SVG, read_drawing
from deckmaker.assets.drawings.size import sized
from deckmaker.assets.drawings.vectors import cascade, normalising, work
from deckmaker.assets.drawings.vectors.drawing import Unsaid
from deckmaker.assets.drawings.vectors.matrices import read_transform
from deckmaker.assets.drawings.vectors.normalising import normalise
from deckmaker.assets.drawings.vectors.outlines import read_path
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
    counts = [calls_of(lambda times=times: list(read_path("M0 0" + piece * times))) for times in (1_000, 2_000)]
    assert counts[1] <= 2.2 * counts[0] + 100


@pytest.mark.parametrize("piece", ["scale(1)", "scale(", "(", ",", "a", "rotate(1 2 3)"])
def test_transforms_are_read_in_one_go(piece: str) -> None:
    """As path data is."""
    counts = [calls_of(lambda times=times: read_transform(piece * times)) for times in (1_000, 2_000)]
    assert counts[1] <= 2.2 * counts[0] + 100


def test_gradients_that_take_over_from_the_next_have_an_end() -> None:
    """Twenty of them; programs write two."""
    inner = chained("", '<linearGradient id="g{}" href="#g{}"/>', '<rect width="9" height="9" fill="url(#g0)"/>', 30)
    assert vector_facts(drawing(inner))[0] == "a gradient that takes over from too many"
