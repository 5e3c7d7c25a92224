"""Text styles that are like others."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics
from deckmaker.source import Tree
from deckmaker.theme import Theme, built_in_themes
from deckmaker.theme.style_inheritance import with_inherited_styles
from tests.projects import DECK, Project, place


def house(tmp_path: Path, styles: str) -> Theme:
    """Return a theme that adds these styles to the built-in one."""
    (tmp_path / "house.yaml").write_text(f"extends: briefing\nstyles:\n{styles}", encoding="utf-8")
    return Project(tmp_path).document(f"theme: ../house.yaml\n{DECK}").theme


def test_a_style_takes_what_it_does_not_say_from_the_one_that_it_is_like(tmp_path):
    """And keeps what it says."""
    styles = house(tmp_path, "  ours: {like: title, size: 33, color: muted}\n").styles
    ours, title = styles["ours"], styles["title"]
    assert (ours.size, ours.color) == (33, "muted")
    for key in ("font", "minimum", "short", "leading", "gap", "bold", "italic", "tracking", "balance"):
        assert getattr(ours, key) == getattr(title, key)
    assert (title.size, title.name, ours.name) == (
        house(tmp_path, "  x: {like: title}\n").styles["x"].size,
        "title",
        "ours",
    )


def test_a_style_may_be_like_one_that_is_like_another(tmp_path):
    """What the nearer says goes before what the further says, in whatever order they are written."""
    styles = house(
        tmp_path,
        "  third: {like: second, size: 21}\n"
        "  second: {like: first, size: 24, short: 30}\n"
        "  first: {font: body, size: 27, min: 9, leading: 1.2, color: muted}\n",
    ).styles
    third = styles["third"]
    assert (third.size, third.short, third.minimum, third.color) == (21, 30, 9, "muted")


def test_a_style_follows_what_a_theme_changes_of_the_one_that_it_is_like(tmp_path):
    """Themes are laid one over the other first: change one style, and all that are like it change."""
    (tmp_path / "base.yaml").write_text(
        "extends: briefing\nstyles: {ours: {like: title}, quiet: {like: title, italic: false}}\n", encoding="utf-8"
    )
    (tmp_path / "house.yaml").write_text("extends: base.yaml\nstyles: {title: {italic: true}}\n", encoding="utf-8")
    styles = Project(tmp_path).document(f"theme: ../house.yaml\n{DECK}").theme.styles
    assert (styles["title"].italic, styles["ours"].italic, styles["quiet"].italic) == (True, True, False)


@pytest.mark.parametrize("name", built_in_themes())
def test_no_style_of_a_theme_says_again_what_it_takes(name):
    """What is inherited, written out, would not follow a change."""
    import yaml

    styles = yaml.safe_load(built_in_themes()[name].read_text(encoding="utf-8"))["styles"]
    for style in styles.values():
        other = styles.get(style.get("like"), {})
        assert not [key for key, value in style.items() if key != "like" and other.get(key) == value]


NAMES = ["one", "two", "three", "four", "five"]
keys = st.dictionaries(st.sampled_from("abc"), st.integers(0, 9), max_size=3)


@st.composite
def chains(draw: st.DrawFn) -> dict[str, dict[str, object]]:
    """Styles of which each is like one that is written before it, or like none, in any order."""
    styles = {}
    for index, name in enumerate(NAMES):
        like = draw(st.sampled_from([None, *NAMES[:index]]))
        styles[name] = {**draw(keys), **({"like": like} if like else {})}
    return {name: styles[name] for name in draw(st.permutations(NAMES))}


@given(chains())
def test_every_style_has_the_nearest_of_all_that_is_said_for_it(styles):
    """Own keys, else those of the next in the chain; nothing is made up, lost or reported."""
    diagnostics = Diagnostics()
    tree = Tree({"styles": styles}, {(): place()}, {})
    filled = with_inherited_styles(tree, diagnostics).data["styles"]
    assert not len(diagnostics)
    assert list(filled) == list(styles)
    for name, style in styles.items():
        expected, other = {}, style
        while other:
            expected = {**{key: value for key, value in other.items() if key != "like"}, **expected}
            other = styles.get(other.get("like"))
        assert {key: value for key, value in filled[name].items() if key != "like"} == expected


@given(st.fixed_dictionaries({name: st.sampled_from([None, *NAMES]) for name in NAMES}))
def test_a_circle_of_styles_is_reported_and_does_not_go_on_for_ever(likes):
    """Whatever is like whatever; once for each circle, however many styles lead into it."""
    diagnostics = Diagnostics()
    styles = {name: {"like": other} if other else {} for name, other in likes.items()}
    filled = with_inherited_styles(Tree({"styles": styles}, {(): place()}, {}), diagnostics)
    assert list(filled.data["styles"]) == list(likes)
    circles = set()
    for name in NAMES:
        way = [name]
        while (other := likes[way[-1]]) and other not in way:
            way.append(other)
        if other:
            circles.add(frozenset(way[way.index(other) :]))
    found = {one.message for one in diagnostics}
    assert len(found) == len(circles)
    assert found <= {f"style `{name}` is like itself in the end" for circle in circles for name in circle}


def test_a_style_like_none_is_shown_with_its_near_match(tmp_path):
    """The whole message, once for all styles that lead there."""
    (tmp_path / "house.yaml").write_text(
        "extends: briefing\nstyles:\n  one: {like: titel}\n  two: {like: one}\n", encoding="utf-8"
    )
    assert (
        Project(tmp_path).said(f"theme: ../house.yaml\n{DECK}")
        == """\
error[wrong-value]: the theme has no style `titel`
 --> house.yaml:3:15
  |
3 |   one: {like: titel}
  |               ^^^^^
  = help: did you mean `title`?"""
    )
