"""What a slide puts into each slot of a layout, before anything is measured."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.model import Columns, Deck, Paragraph, Picture, Run, Slide, Table, TextBlock
from deckmaker.theme import SlideLayout
from deckmaker.theme.slots import FOOTNOTES

TRAIL_SEPARATOR = " / "


@dataclass(frozen=True, slots=True)
class Content:
    """A slot's text, or its picture, or its table, and where the author wrote it."""

    span: Span
    paragraphs: tuple[Paragraph, ...] = ()
    picture: Picture | None = None
    table: Table | None = None


def slide_contents(
    slide: Slide, number: int, deck: Deck, layout: SlideLayout, diagnostics: Diagnostics, noted: bool = False
) -> dict[str, Content]:
    """Return the contents by slot, authors' and furniture, but for credits; report what the layout has no slot for.

    A slide that is `noted` has a place for footnotes, be there none.
    """
    contents = _authored(slide)
    if not contents:
        help = "give it a title, a text or a picture, or remove it"
        diagnostics.report("empty-slide", f"slide {number} has nothing to show", slide.span, help)
    if "meta" in layout.slots:
        contents |= _title_page(contents, slide, deck)
    if "table" not in layout.slots:
        contents.pop("caption", None)  # it goes with its table, of which is said that it has no place
    homeless = {_KINDS[name]: contents.pop(name) for name in list(contents) if name not in layout.slots}
    for kind, content in homeless.items():
        diagnostics.report(
            "no-slot",
            f"layout `{layout.name}` has no place for the slide's {kind}",
            content.span,
            help=f"its places: {', '.join(_known_kinds(layout))}",
        )
    footnotes = footnotes_of(contents.values()) if FOOTNOTES in layout.slots else ()
    if footnotes or (noted and FOOTNOTES in layout.slots):
        span = footnotes[0].span if footnotes else None
        contents[FOOTNOTES] = Content(span or slide.span, footnotes)
    furniture = {
        "trail": _plain(_joined(deck.trail)),
        "footer": _plain(deck.footer),
        "number": _plain(str(number)),
    }
    for name, runs in furniture.items():
        if runs and name in layout.slots:
            contents[name] = Content(deck.spans.get(name, slide.span), (Paragraph(runs),))
    return contents


def all_have_places(slide: Slide, layout: SlideLayout) -> bool:
    """Tell whether a layout has a place for all that an author put on a slide."""
    return _authored(slide).keys() <= layout.slots.keys()


def footnotes_of(contents: Iterable[Content]) -> tuple[Paragraph, ...]:
    """Return the footnotes of what is in slots, as paragraphs."""
    from deckmaker.layout.footnotes import footnote_paragraphs  # few decks have any

    texts: list[Paragraph] = []
    for content in contents:
        texts += content.paragraphs
        if content.table:
            texts += [cell.paragraph for row in content.table.rows for cell in row.cells]
    return footnote_paragraphs(texts)


_KINDS = {
    "title": "title",
    "body": "text",
    "table": "table",
    "caption": "caption",
    "picture": "picture",
    "heading-1": "columns",
    "body-1": "columns",
    "heading-2": "columns",
    "body-2": "columns",
    "meta": "author and date",
}


def _known_kinds(layout: SlideLayout) -> Iterable[str]:
    return dict.fromkeys(_KINDS[name] for name in layout.slots if name in _KINDS)


def _authored(slide: Slide) -> dict[str, Content]:
    contents: dict[str, Content] = {}
    if slide.title:
        contents["title"] = Content(slide.title.span or slide.span, (slide.title,))
    texts = [block for block in slide.blocks if isinstance(block, TextBlock)]
    if texts:
        contents["body"] = Content(texts[0].span, paragraphs_of(texts))
    for block in slide.blocks:
        if isinstance(block, Picture):
            contents["picture"] = Content(block.span, picture=block)
        elif isinstance(block, Table):
            contents["table"] = Content(block.span, table=block)
            if block.caption:
                contents["caption"] = Content(block.caption.span or block.span, (block.caption,))
        elif isinstance(block, Columns):
            for index, column in enumerate(block.columns, start=1):
                if column.heading:
                    contents[f"heading-{index}"] = Content(column.heading.span or column.span, (column.heading,))
                if column.blocks:
                    contents[f"body-{index}"] = Content(column.blocks[0].span, paragraphs_of(column.blocks))
    return contents


def _title_page(contents: dict[str, Content], slide: Slide, deck: Deck) -> dict[str, Content]:
    """Return what a title layout takes from the deck: its subtitle above the slide's text, author and date."""
    taken = {}
    if deck.subtitle:
        body = contents.get("body") or Content(deck.spans["subtitle"])
        taken["body"] = Content(body.span, (_subtitle(deck.subtitle, slide), *body.paragraphs))
    if meta := " · ".join(part for part in (deck.author, deck.date) if part):
        span = deck.spans.get("author") or deck.spans["date"]
        taken["meta"] = Content(span, (Paragraph(_plain(meta)),))
    return taken


def _subtitle(subtitle: Paragraph, slide: Slide) -> Paragraph:
    if not subtitle.footnotes:
        return subtitle
    from deckmaker.layout.footnote_numbers import numbered_subtitle

    return numbered_subtitle(subtitle, slide.title)


def paragraphs_of(blocks: Iterable[TextBlock]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of blocks that stand in one slot."""
    return tuple(paragraph for block in blocks for paragraph in block.paragraphs)


@lru_cache(maxsize=8)  # it is the same on every slide
def _joined(trail: tuple[str, ...]) -> str:
    return TRAIL_SEPARATOR.join(trail)


def _plain(text: str | None) -> tuple[Run, ...]:
    return (Run(text),) if text else ()
