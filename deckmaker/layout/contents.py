"""What a slide puts into the places of a layout, before anything is measured: texts by slot, and blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from deckmaker.blocks import kind_of
from deckmaker.blocks.kind import ElasticKind
from deckmaker.dataclasses import dataclass, replace
from deckmaker.diagnostics import Span
from deckmaker.diagnostics.shortening import shortened
from deckmaker.layout.choice import layout_after_the_first
from deckmaker.layout.context import Context
from deckmaker.layout.findings import Finding
from deckmaker.layout.place import REGION
from deckmaker.layout.trail import section_of, trail_text
from deckmaker.model import Block, Deck, Paragraph, Picture, Run, Slide, Table, TextBlock
from deckmaker.text import Fitted, FrameText
from deckmaker.theme import SlideLayout, Theme
from deckmaker.theme.slots import FOOTNOTES

_TITLE_HELP = "give it one: outlines and people who hear the slides find their way by titles"
_BELOW = "write a text below it; words that head nothing are a `text`"
_OF_THE_FIRST = ("title", "title-only")
"""Layouts that the first slide has where it names none."""


@dataclass(frozen=True, slots=True)
class Content:
    """A slot's text, and where the author wrote it."""

    span: Span
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The texts of slots, the blocks of the region, and the picture in the place that the layout has for one.

    `findings` say what the layout has no place for. Of the region's first text, `fixed` paragraphs are the deck's.
    """

    texts: dict[str, Content]
    blocks: tuple[Block, ...]
    picture: Picture | None
    findings: tuple[Finding, ...] = ()
    fixed: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The slots that are filled."""
        return (
            *self.texts,
            *((REGION,) if self.blocks else ()),
            *(("picture",) if self.picture else ()),
        )

    @property
    def all_texts(self) -> Iterator[Paragraph]:
        """All texts in which there may be marks, but footnotes, in reading order."""
        for name in ("title", "meta"):
            if name in self.texts:
                yield from self.texts[name].paragraphs
        for block in self.blocks:
            yield from block.texts()
        if self.picture:
            yield from self.picture.texts()

    @property
    def last_marked(self) -> Iterator[Paragraph]:
        """The last of all texts that has a footnote, alone, if one has: what a slide begins with is taken first."""
        owners = (own for block in reversed(self.blocks) for own in reversed([*block.walk()]))
        in_blocks = (text for own in owners for text in reversed([*own.own_texts()]))
        others = replace(self, blocks=()).all_texts
        marked = next((text for text in chain(others, in_blocks) if text.footnotes), None)
        if marked:
            yield marked


def slide_contents(slide: Slide, layout: SlideLayout, context: Context, may_be_marked: bool | None = None) -> Contents:
    """Return the contents of a slide in a layout, but for its number and its credits.

    Of a slide that is only measured to be taken apart, it may be told whether it `may_be_marked` with footnotes: then
    one stands for all, of which but one part has a few.
    """
    deck, theme = context.deck, context.theme
    blocks, picture, findings = _sorted(slide.blocks, layout, theme)
    if slide.layout is None and layout.name in _OF_THE_FIRST:
        findings = [_on_title_page(one, slide) for one in findings]
    texts = {"title": Content(slide.title.span or slide.span, (slide.title,))} if slide.title else {}
    if not (texts or slide.blocks):
        help = "give it a title, a text or a picture, or remove it"
        if slide.section:
            help = f"give it a title, as in `title: {slide.section}`"
        findings.append(Finding("empty-slide", " has nothing to show", slide.span, help))
    elif not texts and "title" in layout.slots:
        findings.append(Finding("untitled-slide", " has no title", slide.span, _TITLE_HELP))
    if slide.blocks and kind_of(slide.blocks[-1]).introduces:
        below = ": nothing stands below its last heading"
        findings.append(Finding("lone-heading", below, slide.blocks[-1].span, _BELOW))
    if slide.title and "title" not in layout.slots:
        findings.append(_homeless("title", texts.pop("title").span, layout, theme))
    fixed = 0
    if "meta" in layout.slots:
        if deck.subtitle and REGION in layout.slots:
            blocks, fixed = _subtitled(blocks, slide, deck), 1
        if meta := " · ".join(part for part in (deck.author, deck.date) if part):
            span = deck.spans.get("author") or deck.spans["date"]
            texts["meta"] = Content(span, (Paragraph(_plain(meta)),))
    furniture = {"trail": _trail(slide, layout, context), "footer": _plain(deck.footer)}
    trail = "".join(run.text for run in furniture["trail"])
    section = section_of(slide, layout)
    if trail and section and not trail.endswith(section):
        findings.append(_cut_section(slide, section))
    contents = Contents(texts, tuple(blocks), picture, tuple(findings), fixed)
    marked = contents.all_texts if may_be_marked is None else contents.last_marked if may_be_marked else ()
    if FOOTNOTES in layout.slots and (footnotes := footnotes_of(marked)):
        texts[FOOTNOTES] = Content(footnotes[0].span or slide.span, footnotes)
    for name, runs in furniture.items():
        if runs and name in layout.slots:
            texts[name] = Content(deck.spans.get(name, slide.span), (Paragraph(runs),))
    return contents


def _sorted(
    blocks: Sequence[Block], layout: SlideLayout, theme: Theme
) -> tuple[list[Block], Picture | None, list[Finding]]:
    """Return the blocks that stand in the region, the picture in the layout's own place, and what has none."""
    pictures = [block for block in blocks if isinstance(block, Picture)]
    picture = pictures[0] if pictures and "picture" in layout.slots else None
    others, findings = [], []
    if picture and picture.caption and layout.draws_over_picture:
        findings.append(_homeless("caption", picture.caption.span or picture.span, layout, theme))
        picture = replace(picture, caption=None)
    for block in blocks:
        if pictures and block is pictures[0] and picture:
            continue
        if has_place(block, layout, theme):
            others.append(block)
        else:
            findings.append(_homeless(word_for(block), block.span, layout, theme))
    return others, picture, findings


def has_place(block: Block, layout: SlideLayout, theme: Theme) -> bool:
    """Tell whether a block may stand in a layout's region: on title pages and coloured ones, only texts do."""
    if REGION not in layout.slots:
        return False
    holds_all = "meta" not in layout.slots and layout.background == theme.plain.background
    return holds_all or not isinstance(kind_of(block), ElasticKind)


def word_for(block: Block) -> str:
    """Return what a block is called in messages."""
    if isinstance(block, TextBlock):
        return "text"
    if isinstance(block, Table):
        return "table"
    if isinstance(block, Picture):
        return "picture"
    return type(block).__name__.lower()


def _homeless(what: str, span: Span, layout: SlideLayout, theme: Theme) -> Finding:
    places = ", ".join(_places(layout, theme))
    message = f": layout `{layout.name}` has no place for the slide's {what}"
    return Finding("no-slot", message, span, f"its places: {places}")


def _on_title_page(finding: Finding, slide: Slide) -> Finding:
    """Return what is said of a block on a title page that nobody asked for."""
    other = layout_after_the_first(slide)
    help = f"the first slide is the title page: put a slide before it, or write `layout: {other}`"
    return replace(finding, help=help)


def _places(layout: SlideLayout, theme: Theme) -> Iterator[str]:
    for name in layout.slots:
        if name in ("title", "picture"):
            yield name
        elif name == REGION:
            yield "text"
            if "meta" not in layout.slots and layout.background == theme.plain.background:
                yield from ("table", "columns")
        elif name == "meta":
            yield "author and date"


def footnotes_of(texts: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the footnotes that are marked in texts, as paragraphs."""
    marked = [one for one in texts if any(run.footnote for run in one.runs)]
    if not marked:
        return ()
    from deckmaker.layout.footnotes import footnote_paragraphs  # few decks have any

    return footnote_paragraphs(marked)


def _subtitled(blocks: Sequence[Block], slide: Slide, deck: Deck) -> list[Block]:
    """Return the blocks of a title page below the deck's subtitle, which is one text with the first of them."""
    assert deck.subtitle
    subtitle = deck.subtitle
    if subtitle.footnotes:
        from deckmaker.layout.footnotes import numbered_subtitle

        subtitle = numbered_subtitle(subtitle, slide.title)
    first = blocks[0] if blocks else None
    if isinstance(first, TextBlock):
        return [replace(first, paragraphs=(subtitle, *first.paragraphs)), *blocks[1:]]
    return [TextBlock((subtitle,), deck.spans["subtitle"]), *blocks]


def _cut_section(slide: Slide, section: str) -> Finding:
    message = f": the trail has no room for all of the section's name, `{shortened(section)}`"
    return Finding("shortened-section", message, slide.span, "a shorter name stands whole above its slides")


def _trail(slide: Slide, layout: SlideLayout, context: Context) -> tuple[Run, ...]:
    slot = layout.slots.get("trail")
    if slot is None or slot.style is None:
        return ()
    place, size = FrameText((), slot.style, slot.rect), slot.style.size

    def fitted(text: str) -> Fitted:
        return context.fit_repeated(replace(place, paragraphs=(Paragraph(_plain(text)),)))

    def fits(text: str) -> bool:
        return fitted(text).fits

    def fits_at_its_size(text: str) -> bool:
        return fits(text) and fitted(text).setting.size == size

    return _plain(trail_text(context.deck.trail, section_of(slide, layout), fits, fits_at_its_size))


def _plain(text: str | None) -> tuple[Run, ...]:
    return (Run(text),) if text else ()
