"""Colours of the reading view: one ground for all slides, and every text in a colour that stands out from it.

On slides a text may be light, on a dark ground or a picture. Here it stands elsewhere, and takes the colour of running
text where its own would not be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckmaker.render.html.markup import identifier, rule
from deckmaker.render.html.scheme import plain_ground
from deckmaker.render.html.styles import color
from deckmaker.theme import Theme
from deckmaker.theme.contrast import AA, contrast, rgb


def reading_rules(theme: Theme, has_stages: bool) -> str:
    """Return what sets the colours of the reading view in each of the theme's modes (WCAG 2.2, 1.4.3)."""
    usual = dict(_readable(theme.palette, theme))
    own = {f"--own-{identifier(name)}": color(name) for name in theme.palette}
    # Charts and diagrams stand on the ground of their slide, in its colours.
    as_on_slides = {f"--color-{identifier(name)}": f"var(--own-{identifier(name)})" for name in theme.palette}
    rules = [_root(theme.palette, theme, own), rule(".page", _texts(usual))]
    if has_stages:
        rules.append(rule(".to-scale", as_on_slides))
    for mode, palette in theme.modes.items():
        whole = {**theme.palette, **palette}
        inner = _root(whole, theme, {}) + rule(".page", _texts(dict(_readable(whole, theme))))
        rules.append(f"@media screen and (prefers-color-scheme:{mode}){{{inner}}}\n")
    return "".join(rules)


def _root(palette: Mapping[str, str], theme: Theme, more: Mapping[str, str]) -> str:
    colors = {"--reading-ground": color(plain_ground(theme)), "--reading-ink": color(_ink(palette, theme))}
    return rule(":root", {**colors, **more})


def _texts(readable: Mapping[str, bool]) -> dict[str, str]:
    return {
        f"--color-{identifier(name)}": f"var(--own-{identifier(name)})" if is_readable else "var(--reading-ink)"
        for name, is_readable in readable.items()
    }


def _readable(palette: Mapping[str, str], theme: Theme) -> Iterator[tuple[str, bool]]:
    ground = rgb(palette[plain_ground(theme)])
    return ((name, contrast(rgb(value), ground) >= AA) for name, value in palette.items())


def _ink(palette: Mapping[str, str], theme: Theme) -> str:
    """Return the colour of running text, or where that is not read on the theme's ground, the strongest."""
    ground = rgb(palette[plain_ground(theme)])
    body = theme.styles.get("body")
    if body and contrast(rgb(palette[body.color]), ground) >= AA:
        return body.color
    return max(palette, key=lambda name: contrast(rgb(palette[name]), ground))
