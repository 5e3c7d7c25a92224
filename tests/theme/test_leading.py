"""Leading that is more than programs set alike: told at its place, whole messages as printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.theme import built_in_themes
from tests.projects import DECK, Project, briefing
from tests.template.templates import MASTER, changed, packed

STYLE = "styles: {body: {leading: 1.5}}\n"


def said(folder: Path, theme: str) -> str:
    """Return what is said of the leading in a theme of a deck."""
    project = Project(folder)
    (folder / "house.yaml").write_text(theme, encoding="utf-8")
    found = project.said("theme: ../house.yaml\n" + DECK).split("\n\n")
    return "\n\n".join(one for one in found if "lowered-leading" in one)


def test_a_style_whose_lines_are_set_closer_is_told_at_its_leading(tmp_path):
    """With how far apart they are set, and what else makes room."""
    assert (
        said(tmp_path, f"extends: briefing\n{STYLE}")
        == """\
warning[lowered-leading]: styles `body`, `column`, `callout` ask for lines 1.5 sizes apart: they are set 1.19 apart
 --> house.yaml:2:26
  |
2 | styles: {body: {leading: 1.5}}
  |                          ^^^
  = note: PowerPoint and LibreOffice put the baselines of lines that are further apart in different places
  = help: write `leading: 1.19`; a larger `gap` sets paragraphs further apart"""
    )


def test_styles_that_are_like_one_are_told_with_it(tmp_path):
    """Once, at the place that they have it from; at other distances, or elsewhere, on their own."""
    theme = (
        "extends: briefing\nstyles:\n  body: {leading: 1.5}\n  ours: {like: body}\n  other: {like: body, leading: 2}\n"
    )
    found = said(tmp_path, theme)
    assert "`callout` and 1 more ask for lines 1.5 sizes apart: they are set 1.19 apart\n --> house.yaml:3:19" in found
    assert "style `other` asks for lines 2 sizes apart" in found
    assert found.count("lowered-leading") == 2


@pytest.mark.parametrize("leading", ["1", "1.19", "1.2"])
def test_what_is_set_as_asked_is_not_told(leading, tmp_path):
    """1.2 is single spacing: one percent less is less than anybody sees."""
    assert said(tmp_path, f"extends: briefing\n{STYLE.replace('1.5', leading)}") == ""


@pytest.mark.parametrize("name", built_in_themes())
def test_built_in_themes_ask_for_no_more(name):
    """They would be told in every deck."""
    assert briefing(name=name).styles


def test_a_template_is_told_where_the_theme_names_it(tmp_path):
    """Once, however many styles have it."""
    spaced = changed(MASTER, ("<a:spcBef>", '<a:lnSpc><a:spcPct val="150000"/></a:lnSpc><a:spcBef>'))
    (tmp_path / "company.potx").write_bytes(packed(spaced))
    theme = 'extends: briefing\ntemplate:\n  file: company.potx\n  layouts: {content: "Title and Content"}\n'
    found = said(tmp_path, theme)
    assert "`farewell` and 13 more ask for lines 1.8 sizes apart: they are set 1.19 apart\n --> house.yaml:3:3" in found
    assert "help: `severity: {lowered-leading: off}` in the deck says that it may be so" in found
    assert found.count("warning[lowered-leading]") == 1
