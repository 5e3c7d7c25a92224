"""Nothing that a block says is left out: change any field, and the block is described otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any

import pytest

from deckmaker.blocks import block_keys, kind_for, kind_of
from deckmaker.comparison.describing import Describer
from deckmaker.comparison.facts import Kind
from deckmaker.comparison.respelled import without_respelled
from deckmaker.dataclasses import fields, is_dataclass, replace
from deckmaker.model import Block, Paragraph, PictureFile, Run
from tests.comparison.facts import compared, resolved
from tests.projects import DECKS

DERIVED = {
    "Cell": {"decimal_suffix"},  # comes of the cell's text
    "Flow": {"may_be_headed"},
    "Images": {"across"},  # comes of their number
    "Paragraph": {"number", "together", "printed", "continues", "language"},  # none is an author's, or is said by it
    "Run": {"token"},  # comes of the language
    "Overflow": {"fallback", "picture_on_each", "asked"},
    "Credit": {"nobody"},
    "Event": {"day"},  # `when` as a date
    "Categories": {"dates", "unit"},  # the names as dates
}
"""Fields that need not be described, by their classes."""


@cache
def blocks() -> tuple[Block, ...]:
    """Return the blocks of our decks."""
    found = []
    for path in DECKS:
        _, deck = resolved(path.read_text(encoding="utf-8"), path)
        found += [block for slide in deck.slides for block in slide.blocks]
    return tuple(found)


def altered(value: Any, name: str, depth: int = 0) -> Iterator[tuple[str, Any]]:
    """Yield a value with one thing about it changed, for each thing, and what that is."""
    match value:
        case PictureFile():
            yield name, replace(value, path=value.path / "other")
        case bool():
            yield name, not value
        case str():
            yield name, f"{value}x"
        case int() | float():
            yield name, value + 1
        case Enum():
            yield name, next(one for one in type(value) if one is not value)
        case Run():
            yield name, replace(value, text=f"{value.text}x")
            yield f"{name}.bold", replace(value, bold=not value.bold)
        case tuple() if value:
            for index in dict.fromkeys((0, len(value) - 1)):
                for inner, one in altered(value[index], f"{name}[{index}]", depth + 1):
                    yield inner, (*value[:index], one, *value[index + 1 :])
        case _ if is_dataclass(value):
            own = DERIVED.get(type(value).__name__, set())
            own = own | set(kind_of(value).derived) if isinstance(value, Block) else own
            for field in fields(value):
                if isinstance(value, Paragraph) and field.name in ("level", "marker") and not name.endswith("]"):
                    continue  # a text by itself is in no list
                if name.startswith("Images.flows") and field.name in ("share", "overflow"):
                    continue  # nobody says them of pictures in a row
                if field.compare and field.name not in own:
                    for inner, one in altered(getattr(value, field.name), f"{name}.{field.name}", depth + 1):
                        yield inner, replace(value, **{field.name: one})


@pytest.mark.parametrize("key", sorted({kind_for(key).block.__name__ for key in block_keys()}))
def test_whatever_changes_about_a_block_is_seen(key):
    """Each of its texts, numbers, pictures and settings, as deep as they lie."""
    describer = Describer(("",) * 100, lambda file: (str(file.path), "digest"))
    own = [block for block in blocks() if type(block).__name__ == key]
    own += [one for block in blocks() for one in block.walk() if type(one).__name__ == key and one not in own]
    if not own:
        pytest.skip("none in our decks")
    unseen, tried = set(), 0
    for block in own[:6]:
        before = describer.block(block)
        for name, changed in altered(block, key):
            tried += 1
            if describer.block(changed) == before:
                unseen.add(name)
    assert unseen == set()
    assert tried or key == "Agenda"


def test_a_mark_is_a_difference():
    """Two texts that read alike are not the same where one is bold."""
    describer = Describer((), lambda file: ("", ""))
    plain, bold = Paragraph((Run("a"),)), Paragraph((Run("a", bold=True),))
    told = [one.value for text in (plain, bold) for one in describer.lines("text", Kind.TEXT, [text])]
    assert told == ["a", "**a**"]


def test_code_is_described_as_its_lines_whatever_colours_its_words_have(tmp_path):
    """A mark stands around all of it, not around each of its words; another language alone changes no word."""
    deck = {"title": "T", "slides": [{"title": "A", "code": {"language": "python", "text": "for i in x: print(1)"}}]}
    other = {"title": "T", "slides": [{"title": "A", "code": {"language": "ruby", "text": "for i in x: print(1)"}}]}
    ((change,),) = (slide.changes for slide in compared(deck, other, tmp_path).slides)
    assert (change.old, change.new) == ("python", "ruby")


@pytest.mark.parametrize(
    ("one", "other", "is_respelled"),
    [
        ("x = 3 y + v^2", "x=3y+v^{2}", True),
        (r"\int f \, dx", r"\int f \, \mathrm{d}x", True),  # one's letter is upright, as some programs have all
        ("x = 3 y", "x=3z", False),
    ],
)
def test_a_formula_is_as_it_is_written_but_in_presentations(one, other, is_respelled, tmp_path):
    """Programs that save these spell formulas anew."""
    decks = [{"title": "T", "slides": [{"title": "A", "equation": formula}]} for formula in (one, other)]
    found = compared(*decks, tmp_path)
    assert [
        (change.old, change.new) for slide in found.slides for change in slide.changes if "tex" in change.place
    ] == [(one, other)]
    assert without_respelled(found).is_same == is_respelled
