"""Whether a picture fills its place or is shown whole: the author decides, else the layout."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.layout import Page
from deckmaker.theme import built_in_themes
from tests.projects import Project, briefing
from tests.samples import examples

LAYOUTS = [name for name, layout in briefing().layouts.items() if "picture" in layout.slots]


def page(
    project: Project, fit: str | None, layout: str = "picture", head: str = "", size: tuple[int, int] = (300, 300)
) -> Page:
    """Return a slide with a picture of that size."""
    name = "{}x{}.png".format(*size)
    project.picture(name, size)
    asked = f", fit: {fit}" if fit else ""
    slide = f"  - title: A\n    layout: {layout}\n    image: {{file: ../{name}, alt: A, credit: B{asked}}}\n"
    return project.document(f"title: T\n{head}slides:\n{slide}").pages[0]


def cropped(page: Page) -> bool:
    """Tell whether something of the slide's picture is cut off."""
    return any(page.slot("picture").item.crop)


@pytest.mark.parametrize(("asked", "cut"), [(None, True), ("cover", True), ("contain", False)])
def test_a_picture_fills_its_place_unless_its_author_says_otherwise(asked, cut, tmp_path):
    """In a layout whose pictures cover."""
    assert cropped(page(Project(tmp_path), asked)) is cut


@pytest.mark.parametrize(("asked", "cut"), [(None, False), ("cover", True), ("contain", False)])
def test_a_picture_is_whole_in_a_layout_that_shows_whole_pictures(asked, cut, tmp_path):
    """Unless its author wants it to fill its place."""
    theme = "extends: briefing\nlayouts: {picture: {slots: {picture: {fit: contain}}}}\n"
    (tmp_path / "house.yaml").write_text(theme, encoding="utf-8")
    assert cropped(page(Project(tmp_path), asked, head="theme: ../house.yaml\n")) is cut


@given(
    st.sampled_from(LAYOUTS),
    st.sampled_from(list(built_in_themes())),
    st.sampled_from(["16:9", "4:3", "A4"]),
    st.tuples(st.integers(1, 60), st.integers(1, 60)),
)
@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_whole_picture_stands_within_the_pages_margins(tmp_path, layout, theme, size, pixels):
    """Where one that fills its place runs off the page's edge; it touches two of its place's edges and is centred."""
    whole = page(Project(tmp_path), "contain", layout, f"theme: {theme}\nsize: '{size}'\n", pixels)
    frame, slot = whole.slot("picture").rect, whole.layout.slots["picture"]
    inner = slot.rect.within(slot.inner)
    assert not cropped(whole)
    assert frame.width / frame.height == pytest.approx(pixels[0] / pixels[1])
    assert frame.x + frame.width / 2 == pytest.approx(inner.x + inner.width / 2)
    assert frame.y + frame.height / 2 == pytest.approx(inner.y + inner.height / 2)
    assert frame.width == pytest.approx(inner.width) or frame.height == pytest.approx(inner.height)
    assert frame.width <= inner.width + 1e-6 and frame.height <= inner.height + 1e-6


def test_a_word_that_is_no_fit_is_an_error(tmp_path):
    """The whole message."""
    project = Project(tmp_path)
    project.picture("a.png")
    assert (
        project.said("title: T\nslides:\n  - title: A\n    image: {file: ../a.png, alt: A, credit: B, fit: contian}\n")
        == """\
error[wrong-value]: `fit` is `cover` or `contain`, not `contian`
 --> decks/deck.yaml:4:53
  |
4 |     image: {file: ../a.png, alt: A, credit: B, fit: contian}
  |                                                     ^^^^^^^
  = help: did you mean `contain`?"""
    )
