"""What must hold of the pages of any slide of any blocks: nothing is lost in silence, nothing lies on anything."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from deckmaker.diagnostics import Diagnostics, Severity
from deckmaker.layout import Document, Page, Placed, Role, ShapeItem, TableItem, TextItem
from deckmaker.layout.place import REGION
from deckmaker.model.geometry import Rect
from deckmaker.text.breaking import SAFE_MARGIN
from deckmaker.theme.slots import CREDITS_LAYOUT
from tests.blocks.any_blocks import AnySlide
from tests.blocks.pages_of import (
    SLACK,
    credits_on,
    in_region,
    meeting,
    pages_of,
    pictures_on,
    read,
    smaller,
    words_of,
    words_on,
)
from tests.projects import Project

REFUSALS = {"text-too-long", "no-slot", "picture-too-low"}

FIRST_LINE = 5
"""Of the slide in its deck's file, at least."""

STEP = 1.5
"""Points that the baseline grid may move a text by."""


def check_any(slide: AnySlide, project: Project) -> None:
    """In whatever layout, a slide is shown whole or refused. All checks of it at once: to lay it out takes long."""
    document, diagnostics = read(project, slide)
    check_refusal(document, diagnostics)
    if document:
        pages = pages_of(document)
        check_nothing_lost(slide, document, pages)
        check_credits(slide, document, pages)
        for page in pages:
            check_places(page)
            check_sizes(page)
        check_order(slide, pages)


def check_few_words(slide: AnySlide, project: Project) -> None:
    """In a layout with room for blocks, it goes on over as many slides as it needs; but for a word too wide."""
    document, diagnostics = read(project, slide)
    errors = [one.message for one in diagnostics if one.severity is Severity.ERROR]
    assert document or any("too wide" in one for one in errors), errors
    if document:
        pages = pages_of(document)
        check_nothing_lost(slide, document, pages)
        check_level(slide, pages)
        for page in pages:
            check_places(page)


def check_refusal(document: Document | None, diagnostics: Diagnostics) -> None:
    """What is not shown is an error of a kind that has no other way out, at its place in the slide."""
    errors = [one for one in diagnostics if one.severity is Severity.ERROR]
    assert {one.code for one in errors} <= REFUSALS, [one.message for one in errors]
    assert all(one.span and one.span.line > FIRST_LINE for one in errors)
    assert bool(document) != bool(errors)


def check_nothing_lost(slide: AnySlide, document: Document, pages: list[Page]) -> None:
    """Each word is on one of the slide's pages, each footnote whole on one, each picture on one or on all."""
    said = slide.said
    overflow = slide.data.get("overflow")
    on_each = isinstance(overflow, dict) and overflow["picture"] == "each"
    again = [word for page in pages[1:] for one in page.leaves if one.region == "picture" for word in words_of(one)]
    words = Counter(chain.from_iterable(map(words_on, pages))) - Counter(again if on_each else ())
    assert [word for word in said.once if words[word] != 1] == []
    assert [word for word in said.repeated if not words[word]] == []
    assert [one for one in said.footnotes.values() if not any(set(one) <= set(words_on(page)) for page in pages)] == []
    shown = Counter(chain.from_iterable(map(pictures_on, pages)))
    assert set(shown) == set(said.pictures)
    assert on_each or set(shown.values()) <= {1}
    credits = credits_on(document)
    every = [*said.credits, *chain.from_iterable(said.pictures.values())]
    assert [word for word in every if not credits[word]] == []


def check_credits(slide: AnySlide, document: Document, pages: list[Page]) -> None:
    """A picture's credit is in the strip of its page, or, where that has no room for it, on the last pages."""
    for page in pages:
        strip = page.slot("credits")
        said = set(words_of(strip)) if strip else set()
        for alt in pictures_on(page):
            missing = set(slide.said.pictures[alt]) - said
            assert not missing or document.pages[-1].layout.name == CREDITS_LAYOUT, alt


def check_places(page: Page) -> None:
    """No two things have one name or lie on each other, but for a picture under all; none leaves the region."""
    placed = in_region(page)
    names = [one.slot for one in page.leaves if one.slot and one.role is not Role.DECORATION]
    assert len(names) == len({*names}), names
    under = page.layout.draws_over_picture
    drawn = [one for one in page.leaves if one.slot and not (under and one.region == "picture")]
    assert list(meeting([one for one in drawn if one.role is not Role.DECORATION])) == []
    if REGION not in page.layout.slots:
        assert placed == []
        return
    body = page.layout.slots[REGION]
    wide = body.wide or body.rect
    for one in placed:
        setting = one.item.setting if isinstance(one.item, TextItem) else None
        outdent = setting.outdent if setting else 0.0
        spare = SAFE_MARGIN if setting and not setting.safe else SLACK  # kept breaks need no exact width
        assert one.rect.width > 0 and one.rect.height > 0, one.slot
        assert wide.x - outdent - SLACK <= one.rect.x and one.rect.right <= wide.right + spare, one.slot
        assert body.top - STEP <= one.rect.y and one.rect.bottom <= body.rect.bottom + SLACK, one.slot
    check_shapes(page)


def check_shapes(page: Page) -> None:
    """A shape lies behind what is in its own group alone; a panel of a card holds whole what stands on it."""
    groups = [list(one.leaves) for one in page.objects if one.region == REGION]
    for own in groups:
        others = [one for group in groups if group is not own for one in group if _says_something(one)]
        shapes = filter(_is_shape, own)
        meets = [(shape.rect, smaller(one.rect)) for shape in shapes for one in others]
        assert all(_holds(shape, rect) for shape, rect in meets if shape.overlaps(rect))


def _says_something(placed: Placed) -> bool:
    """Tell whether an item is no shape, nor a mark before a quotation, whose line is taller than what is seen of it."""
    return not _is_shape(placed) and placed.role is not Role.DECORATION


def _is_shape(placed: Placed) -> bool:
    return isinstance(placed.item, ShapeItem)


def _holds(outer: Rect, inner: Rect) -> bool:
    return outer.x <= inner.x and outer.y <= inner.y and inner.right <= outer.right and inner.bottom <= outer.bottom


def check_order(slide: AnySlide, pages: list[Page]) -> None:
    """Items follow one another as they are written. Of a slide that is split, columns go on side by side."""
    if len(pages) > 1:
        return
    order = {word: index for index, word in enumerate(slide.said.once)}
    for page in pages:
        found = [order[word] for one in in_region(page) for word in words_of(one) if word in order]
        assert found == sorted(found)
        if all(one.region != "picture" for one in page.leaves):  # which stands behind all texts
            shown = [list(slide.said.pictures).index(alt) for alt in pictures_on(page)]
            assert shown == sorted(shown)


def check_sizes(page: Page) -> None:
    """Texts of a flow are of one size; so are those of columns beside each other, and cells of tables."""
    texts = [one for one in in_region(page) if one.role is Role.TEXT and isinstance(one.item, TextItem)]
    for beginning in ("body", "column", "cell"):
        own = [one for one in texts if (one.slot or "").startswith(beginning)]
        if not any(len((one.slot or "").split()) > 2 for one in own):  # those of a second block are numbered anew
            assert len({one.item.setting.size for one in own}) <= 1, beginning
    tables = [one.item for one in in_region(page) if isinstance(one.item, TableItem)]
    assert len({max(cell.text.setting.size for cell in one.cells) for one in tables}) <= 1 or page.part


def check_level(slide: AnySlide, pages: list[Page]) -> None:
    """Headings of columns begin at one height, and so do the texts right below them."""
    blocks = slide.data.get("content") or [slide.data]
    columns = [one["columns"] for one in blocks if isinstance(one, dict) and "columns" in one]
    for page in pages if len(columns) == 1 else ():
        for kind in (" heading", ""):
            found = [page.slot(f"column {number}{kind}") for number in range(1, len(columns[0]) + 1)]
            tops = {round(one.rect.y, 3) for one in found if one and is_first(one.slot or "", page)}
            assert len(tops) <= 1, kind


def is_first(name: str, page: Page) -> bool:
    """Tell whether an item is the first of its column, or the first below the heading."""
    own = [one.slot or "" for one in in_region(page) if (one.slot or "").split()[:2] == name.split()[:2]]
    return name in own[:1] or (own[0].endswith("heading") and name in own[:2])
