"""The reading view has one ground, and no text in a colour that is not read there."""

from __future__ import annotations

import re

import pytest

from deckmaker.render.html.reading_colors import reading_rules
from deckmaker.render.html.scheme import plain_ground
from deckmaker.theme import Theme, built_in_themes
from tests.render.html.decks import showcase
from tests.visual.wcag import AA, channels, contrast


def _declared(rules: str, selector: str) -> dict[str, str]:
    found = re.search(rf"(?m)^{re.escape(selector)}\{{([^}}]*)\}}", rules)
    assert found
    return dict(part.split(":", 1) for part in found[1].split(";"))


def _resolved(name: str, texts: dict[str, str], root: dict[str, str], palette: dict[str, str]) -> str:
    """Return the colour that a text of the palette's colour `name` has: its own, or that of running text."""
    value = texts[f"--color-{name}"]
    if value == f"var(--own-{name})":
        assert value[4:-1] not in root or root[value[4:-1]] == f"var(--color-{name})"
        return palette[name]
    assert value == "var(--reading-ink)"
    return palette[root["--reading-ink"].removeprefix("var(--color-").removesuffix(")")]


@pytest.mark.parametrize("name", built_in_themes())
def test_every_text_is_read_on_the_ground(name: str, tmp_path) -> None:
    """In each mode, at 4.5:1 or more; a colour that is read stays what it is."""
    theme: Theme = showcase(tmp_path, theme=name, mode="auto").theme
    rules = reading_rules(theme, has_stages=True)
    modes = {None: theme.palette, **theme.modes}
    changed = 0
    for mode, palette in modes.items():
        head = f"@media screen and (prefers-color-scheme:{mode}){{"
        own = rules if mode is None else rules[rules.index(head) + len(head) :]
        root, texts = _declared(f"{own}", ":root"), _declared(own, ".page")
        ground = channels(palette[plain_ground(theme)])
        for color, value in palette.items():
            shown = _resolved(color, texts, root, dict(palette))
            assert contrast(channels(shown), ground) >= AA, (mode, color)
            assert shown == value or contrast(channels(value), ground) < AA
            changed += shown != value
    assert changed


def test_charts_keep_their_colours(tmp_path) -> None:
    """They stand on the ground of their slide; decks without charts have no rule for them."""
    theme = showcase(tmp_path).theme
    frame = _declared(reading_rules(theme, has_stages=True), ".to-scale")
    assert frame == {f"--color-{name}": f"var(--own-{name})" for name in theme.palette}
    assert ".to-scale" not in reading_rules(theme, has_stages=False)
