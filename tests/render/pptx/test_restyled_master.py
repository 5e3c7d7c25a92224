"""The master restyled as PowerPoint does it: every slide follows, but for what its layout says otherwise.

LibreOffice shows the result: it reads a file's styles rightly. What becomes of styles that are changed in LibreOffice
itself is told in docs/analysis/libreoffice-restyling.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from deckmaker.layout import Role, TextItem
from deckmaker.model import Marker, Run
from deckmaker.render.pptx.shades import seen_held
from deckmaker.text.styling import run_color
from deckmaker.theme.palette import SERIES, SERIES_WORDS
from tests.agreement.libreoffice import convert_to_pdf
from tests.render.pptx.decks import DECKS, document, file
from tests.render.pptx.painted import Painted, PaintedPages, squeezed
from tests.render.pptx.restyling import Look, with_styles, with_theme
from tests.render.pptx.test_placeholders import SMALL
from tests.samples import mostly_long

pytestmark = pytest.mark.outside

TITLE = Look("Arial", "0B6E4F", (27,))
BODY = Look("Times New Roman", "7A1FA2", tuple(range(18, 9, -1)))
ACCENT = "0057B8"
HEADING = "Gelasio"
"""LibreOffice's stand-in for Georgia, the decks' font for headings."""
Restyled = Callable[[str], dict[str, PaintedPages]]

every_deck = pytest.mark.parametrize("deck", mostly_long(DECKS, is_usual=lambda deck: deck == "showcase"))


@pytest.fixture(scope="module")
def restyled(tmp_path_factory: pytest.TempPathFactory) -> Restyled:
    """Each deck that is asked for with other text styles and with another theme: pages by `styles` and `theme`."""

    @cache
    def pages(deck: str) -> dict[str, PaintedPages]:
        folder = tmp_path_factory.mktemp("restyled")
        (folder / "styles.pptx").write_bytes(with_styles(file(deck), TITLE, BODY))
        (folder / "theme.pptx").write_bytes(with_theme(file(deck), "Times New Roman", "Arial", ACCENT))
        converted = convert_to_pdf([folder / "styles.pptx", folder / "theme.pptx"], folder)
        return {path.stem: PaintedPages(path) for path in converted}

    return pages


def runs(
    deck: str, pages: PaintedPages, composed: bool = False
) -> Iterator[tuple[str, TextItem, int, Run, list[Painted]]]:
    """Yield every run of every text but the furniture, with its place, its level, and its letters as painted.

    Texts in groups and what is small, if they are wanted, follow the theme, but no style of the master: they are no
    placeholders.
    """
    for page, painted in zip(document(deck).pages, pages, strict=True):
        for placed in page.leaves if composed else page.objects:
            if not isinstance(placed.item, TextItem) or placed.slot in (None, "footer", "number"):
                continue
            if not composed and (placed.slot in SMALL or placed.role is Role.CAPTION):
                continue
            end = 0
            for one in placed.item.setting.paragraphs:
                letters, end = painted.looks(one.paragraph.text, end, placed.rect)
                start = 0
                for run in one.paragraph.runs:
                    length = len(squeezed(run.text))
                    yield placed.slot, placed.item, one.paragraph.level, run, letters[start:][:length]
                    start += length


@every_deck
def test_every_text_follows_the_masters_font(deck: str, restyled: Restyled) -> None:
    """Titles take the title style's font and all other text the body's, on every layout; only code keeps its own.

    So do quotations, whose layouts set them in the theme's font for headings.
    """
    quoted = set()
    for name, item, _, run, letters in runs(deck, restyled(deck)["styles"]):
        own = item.style.font == "heading" and name != "title"
        font = "Cousine" if run.code else "Arimo" if name == "title" else HEADING if own else "Tinos"
        assert {letter.font for letter in letters} <= {font}, run.text
        quoted |= {name} if own else set()
    assert quoted == ({"cell 1 quotation"} if deck == "showcase" else set())


@every_deck
def test_every_text_follows_the_masters_color_or_its_layouts(deck: str, restyled: Restyled) -> None:
    """Titles and texts take the master's new colour; those whose layout has a colour of its own keep that one."""
    theme = document(deck).theme
    followed, kept = set(), set()
    for name, item, _, run, letters in runs(deck, restyled(deck)["styles"]):
        own = item.style.color != theme.layouts["content"].slots["title"].style.color
        color = theme.palette[item.style.color if own else theme.link_color][1:]
        if not own and not run.link:
            color = TITLE.color if name == "title" else BODY.color
        assert {letter.color for letter in letters} <= {color}, run.text
        (kept if own else followed).add(name)
    assert {"title", "body"} <= followed & kept


@every_deck
def test_every_text_follows_the_masters_size_or_its_layouts(deck: str, restyled: Restyled) -> None:
    """Where a layout leaves the size to the master, and the text fitted in it, the size follows, level by level."""
    plain = document(deck).theme.layouts["content"].slots
    followed = set()
    for name, item, level, run, letters in runs(deck, restyled(deck)["styles"]):
        parent, look = (plain["title"], TITLE) if name == "title" else (plain["body"], BODY)
        if item.style.size == parent.style.size == item.setting.size and not run.script:
            assert {letter.size for letter in letters} <= {float(look.sizes[level])}, run.text
            followed.add(name)
        elif not run.script and not level:
            assert {letter.size for letter in letters} <= {float(item.setting.size)}, run.text
    assert {"title", "body"} <= followed


@every_deck
def test_every_text_follows_the_themes_fonts(deck: str, restyled: Restyled) -> None:
    """Another heading and body font in the theme reach every text of every slide."""
    for name, item, _, run, letters in runs(deck, restyled(deck)["theme"], composed=True):
        assert name != "title" or item.style.font == "heading"
        font = "Cousine" if run.code else "Tinos" if item.style.font == "heading" else "Arimo"
        assert {letter.font for letter in letters} <= {font}, run.text


@every_deck
def test_links_rules_and_markers_follow_the_themes_accent(deck: str, restyled: Restyled) -> None:
    """What is drawn in an accent takes the new one: links, headings of columns, rules, bullets, series of charts.

    All else stays.
    """
    theme = document(deck).theme
    palette = theme.palette | dict.fromkeys(("accent", *SERIES), f"#{ACCENT}")
    # Words that name a series are shades of its colour, as light or dark as the page asks for.
    palette |= {
        words: seen_held(theme.palette[words], theme.palette[series], f"#{ACCENT}")
        for series, words in SERIES_WORDS.items()
    }
    for _, item, _, run, letters in runs(deck, restyled(deck)["theme"], composed=True):
        assert {letter.color for letter in letters} <= {palette[run_color(run, item.style, theme)][1:]}, run.text
    for page, painted in zip(document(deck).pages, restyled(deck)["theme"], strict=True):
        rules = {palette[shape.color][1:] for shape in page.layout.shapes if shape.opacity == 1}
        assert rules <= painted.fills
        texts = [one.item for one in page.leaves if isinstance(one.item, TextItem)]
        expected = {
            palette[theme.lists.color if item.style.color == "ink" else item.style.color][1:]
            for item in texts
            if any(one.paragraph.marker is Marker.BULLET for one in item.setting.paragraphs)
        }
        assert painted.signs(theme.lists.bullet) == expected
