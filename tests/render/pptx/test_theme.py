"""The theme part: change its fonts or colours in PowerPoint and the deck follows, because nothing else names any."""

from __future__ import annotations

from deckmaker.fonts.families import FAMILIES
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
    """Every colour of the palette has a place in the scheme, text and page those that PowerPoint gives them.

    What says good and bad has none, since it means the same in every scheme.
    """
    theme = document(deck).theme
    (scheme,) = find(trees(deck, "ppt/theme")[THEME], "//a:clrScheme")
    colors = {place.tag.rpartition("}")[2]: f"#{place[0].get('val')}" for place in scheme}
    assert len(colors) == 12
    assert (colors["dk1"], colors["lt1"]) == (theme.palette["ink"], theme.palette["paper"])
    assert (colors["dk2"], colors["lt2"]) == (theme.palette["deep"], theme.palette["tint"])
    assert set(colors.values()) == {one for name, one in theme.palette.items() if name not in ("good", "bad")}
    assert colors["hlink"] == theme.palette[theme.link_color]


@every_deck
def test_fonts_are_written_by_reference(deck: str) -> None:
    """Master, layouts and slides say heading or body font; only code names a family."""
    roots = trees(deck, *FOLDERS)
    faces = {face for root in roots.values() for face in find(root, "//a:latin/@typeface | //a:buFont/@typeface")}
    assert {"+mj-lt", "+mn-lt"} <= faces <= {"+mj-lt", "+mn-lt", document(deck).theme.fonts["code"]}


@every_deck
def test_colors_are_written_by_reference(deck: str) -> None:
    """No colour of master, layouts or slides is written as such, but for what says good and bad in every scheme."""
    palette = document(deck).theme.palette
    fixed = {palette[name].lstrip("#") for name in ("good", "bad")}
    for name, root in trees(deck, *FOLDERS).items():
        written = find(root, "//a:srgbClr | //a:sysClr | //a:prstClr")
        assert {one.get("val") for one in written} <= fixed, name
    assert any(find(root, "//a:schemeClr") for root in trees(deck, *FOLDERS).values())
