"""A slide writes only what differs from its layout, so that a change of the layout reaches it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from deckmaker.layout import Page, Placed, TextItem
from deckmaker.layout.document import Change
from deckmaker.model.geometry import Rect
from tests.render.pptx.decks import (
    document,
    every_deck,
    find,
    frame_in_layout,
    is_in_region,
    paragraphs,
    pictures,
    texts,
    trees,
)

EMU_PER_POINT = 12_700


def in_placeholders(deck: str) -> Iterator[tuple[Page, Placed, TextItem, Any]]:
    """Yield the texts that inherit something: not what is small, which is in text boxes."""
    return (one for one in texts(deck) if one[3].is_placeholder)


def same(one: Rect, other: Rect) -> bool:
    """Tell whether two frames are the same to a hundredth of a point."""
    pairs = ((one.x, other.x), (one.y, other.y), (one.width, other.width), (one.height, other.height))
    return all(abs(a - b) < 0.01 for a, b in pairs)


@pytest.mark.sampled(every=2)
@every_deck
def test_frames_are_written_only_where_layout_had_to_differ(deck: str) -> None:
    """A placeholder has a frame of its own exactly where its text or picture could not keep the layout's."""
    own = inherited = 0
    for page, placed, _, shape in [*in_placeholders(deck), *pictures(deck)]:
        differs = not same(placed.rect, frame_in_layout(placed, page, shape))
        assert bool(find(shape._element, "p:spPr/a:xfrm")) == differs
        own, inherited = own + differs, inherited + (not differs)
    assert own and inherited >= 2 * own


@pytest.mark.sampled(every=2)
@every_deck
def test_a_frame_that_is_written_is_the_one_of_layout(deck: str) -> None:
    """What a slide writes is what layout decided."""
    for page, placed, _, shape in texts(deck):
        if not same(placed.rect, frame_in_layout(placed, page, shape)):
            frame = [length.pt for length in (shape.left, shape.top, shape.width, shape.height)]
            rect = placed.rect
            assert frame == pytest.approx([rect.x, rect.y, rect.width, rect.height], abs=0.01)


@every_deck
def test_sizes_are_written_only_where_a_text_had_to_shrink(deck: str) -> None:
    """A placeholder has levels of its own exactly where its text is set at another size than its style's."""
    for page, placed, item, shape in in_placeholders(deck):
        style = item.style if is_in_region(placed, page) else page.layout.slots[placed.slot].style
        own = bool(find(shape._element, "p:txBody/a:lstStyle/*"))
        assert own == (item.setting.size != style.size), (page.number, placed.slot)


@every_deck
def test_frames_keep_the_margins_and_anchor_of_their_layout(deck: str) -> None:
    """A text's body says nothing but the inset that brings it onto the baseline grid, where it needs one."""
    moved = 0
    for page, placed, item, shape in in_placeholders(deck):
        (body,) = find(shape._element, ".//a:bodyPr")
        bottom = item.style.anchor == "bottom"
        inset = placed.rect.height - item.setting.height - item.offset if bottom else item.offset
        side = "bIns" if bottom else "tIns"
        written = {name: int(value) / EMU_PER_POINT for name, value in body.attrib.items()}
        assert written == ({side: pytest.approx(inset, abs=0.001)} if inset > 0.01 else {}), (page.number, placed.slot)
        assert [child.tag.rpartition("}")[2] for child in body] in ([], ["noAutofit"])  # the latter of a full one
        moved += bool(written)
    assert moved


@pytest.mark.sampled(every=2)
@every_deck
def test_an_inset_is_less_than_a_step_of_the_grid(deck: str) -> None:
    """It moves a text to the next step, and what begins lower further; other bodies are cells' and have none."""
    roots = trees(deck, "ppt/slides").values()
    bodies = [
        body
        for root in roots
        for body in find(root, "//a:bodyPr[not(ancestor::a:tc or ancestor::p:grpSp or ancestor::mc:Choice)]")
    ]
    marks = [one for one in bodies if find(one, "../../p:nvSpPr/p:cNvPr//*[local-name()='decorative']")]
    assert len(bodies) - len(marks) == len(list(texts(deck)))
    assert not [body for root in roots for body in find(root, "//a:tc//a:bodyPr[@* or *]")]
    for _, placed, _, shape in texts(deck):
        (body,) = find(shape._element, ".//a:bodyPr")
        lowered = placed.decision and Change.LOWERED in placed.decision.changes
        assert lowered or all(
            0 <= int(value) / EMU_PER_POINT < document(deck).theme.baseline
            for name, value in body.attrib.items()
            if name in ("lIns", "tIns", "rIns", "bIns")
        )


@pytest.mark.sampled(every=2)
@every_deck
def test_ordinary_runs_have_no_looks_of_their_own(deck: str) -> None:
    """No run writes a size; only a link writes a colour and only code a font."""
    for _, one, paragraph in paragraphs(deck):
        linked = {run.link for run in one.paragraph.runs} != {None}
        for run in paragraph.runs:
            assert run.font.size is None
            assert colored(run) == bool(run.hyperlink.address), run.text
            assert run.font.name in (None, document(deck).theme.fonts["code"])
        assert linked or not any(colored(run) for run in paragraph.runs)


def colored(run: Any) -> bool:
    """Tell whether a run writes a colour."""
    return bool(find(run._r, "a:rPr/a:solidFill"))


@every_deck
def test_line_spacing_comes_from_the_layout(deck: str) -> None:
    """No paragraph writes its line spacing, and space before only where it is not its level's."""
    for _, one, paragraph in paragraphs(deck):
        assert paragraph.line_spacing is None
        if paragraph.space_before is not None:
            assert paragraph.space_before.pt == one.style.before
