"""The theme part: change its fonts or colours in PowerPoint and the deck follows, because nothing else names any."""

from __future__ import annotations

from deckmaker.fonts.families import FAMILIES
from deckmaker.theme.palette import SERIES, SERIES_MUTED
from tests.render.pptx.decks import document, every_deck, find, trees

FOLDERS = ("ppt/slideMasters", "ppt/slideLayouts", "ppt/slides")
THEME = "ppt/theme/theme1.xml"


@every_deck
def test_fonts_are_families_that_every_office_has(deck: str) -> None:
    """The font scheme names the theme's families, not the open fonts that PDF and HTML embed."""
    root = trees(deck, "ppt/theme")[THEME]
    scheme = [find(root, f"string(//a:{place}/a:latin/@typeface)") for place in ("majorFont", "minorFont")]
    assert scheme == [document(deck).theme.fonts["heading"], document(deck).theme.fonts["body"]]
    assert set(scheme) <= set(FAMILIES)


@every_deck
def test_palette_is_the_color_scheme(deck: str) -> None:
    """Text and page have the places that PowerPoint gives them, the colours of charts are the accents, in order."""
    theme = document(deck).theme
    (scheme,) = find(trees(deck, "ppt/theme")[THEME], "//a:clrScheme")
    colors = {place.tag.rpartition("}")[2]: f"#{place[0].get('val')}" for place in scheme}
    assert len(colors) == 12
    assert (colors["dk1"], colors["lt1"]) == (theme.palette["ink"], theme.palette["paper"])
    assert (colors["dk2"], colors["lt2"]) == (theme.palette["deep"], theme.palette["tint"])
    assert [colors[f"accent{n}"] for n in range(1, 7)] == [theme.palette[name] for name in SERIES]
    assert (colors["hlink"], colors["folHlink"]) == (theme.palette[theme.link_color], theme.palette["muted"])


@every_deck
def test_fonts_are_written_by_reference(deck: str) -> None:
    """Master, layouts and slides say heading or body font; only code and formulas name a family."""
    roots = trees(deck, *FOLDERS)
    path = "//a:latin[not(ancestor::mc:Choice)]/@typeface | //a:buFont/@typeface"
    faces = {face for root in roots.values() for face in find(root, path)}
    assert {"+mj-lt", "+mn-lt"} <= faces <= {"+mj-lt", "+mn-lt", document(deck).theme.fonts["code"]}


@every_deck
def test_colors_are_written_by_reference(deck: str) -> None:
    """No colour of master, layouts or slides is written as such, but for those that mean the same in every scheme.

    Twelve places of a scheme are fewer than a palette has colours. What lies on strong pages and over pictures, which
    stay as they are, has none.
    """
    palette = document(deck).theme.palette
    fixed = {palette[name].lstrip("#") for name in ("good", "bad", "mark", "bright", "scrim", "plate", SERIES_MUTED)}
    for name, root in trees(deck, *FOLDERS).items():
        written = find(root, "//a:srgbClr[not(ancestor::*[local-name()='guide'])] | //a:sysClr | //a:prstClr")
        assert {one.get("val") for one in written} <= fixed, name
    assert any(find(root, "//a:schemeClr") for root in trees(deck, *FOLDERS).values())
