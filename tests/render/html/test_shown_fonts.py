"""Fonts of a theme in a browser, which refuses one for what other programs overlook."""

from __future__ import annotations

import pytest

from tests.hostile.test_refused_fonts import NAMES, renamed
from tests.projects import DECK, Project
from tests.render.html.conftest import Open
from tests.render.html.decks import rendered

pytestmark = pytest.mark.outside

FONTS = """
    const fonts = [...document.fonts];
    return Promise.allSettled(fonts.map(one => one.load())).then(() => fonts.map(one => one.status));
"""


def test_a_font_whose_name_is_none_of_postscripts_is_shown(open_file: Open, tmp_path) -> None:
    """The page had letters of another, and a complaint that nobody reads."""
    project = Project(tmp_path)
    for name in NAMES[:3]:
        project.deck.with_name("f.otf").write_bytes(renamed(name))
        theme = "extends: briefing\nfonts: {body: {family: Wild, files: [f.otf]}}\n"
        project.deck.with_name("theme.yaml").write_text(theme)
        document = project.document(f"theme: theme.yaml\n{DECK}    layout: content\n    text: abc\n")
        page = tmp_path / "deck.html"
        page.write_text(rendered(document), encoding="utf-8")
        assert set(open_file(page).evaluate(f"() => {{{FONTS}}}")) == {"loaded"}
