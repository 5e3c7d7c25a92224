"""Decks with more on their slides than these have room for, every word in them another one."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from hypothesis import strategies as st

from deckmaker.theme import built_in_themes
from tests.projects import briefing
from tests.soak.decks import PICTURE
from tests.soak.single_words import SingleWords, words_in

OVERFLOWS = (
    None,
    "shrink",
    "split",
    {"way": "split", "picture": "first"},
    {"way": "split", "picture": "each"},
    {"way": "shrink", "then": "split", "picture": "each"},
)
MOST_WORDS = 5_000
COLUMNS = ("column 1", "column 2")
"""The places that are beside each other where a slide has columns."""

MANY = 0.15
"""Of a text's words: those with a footnote, which is short then. Some hundreds are on one slide."""


@dataclass
class WrittenSlide:
    """A slide's words. `texts` and `headings` are by place, each of the texts once on all parts together.

    `header` is on each part with rows. `footnotes` are by the word that their mark stands behind.
    """

    title: list[str]
    texts: dict[str, list[str]] = field(default_factory=dict)
    headings: dict[str, list[str]] = field(default_factory=dict)
    header: list[str] = field(default_factory=list)
    caption: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    picture_credit: list[str] = field(default_factory=list)
    picture_on_each: bool = False
    footnotes: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OverfullDeck:
    """A deck as it is written, and the words that its slides must show."""

    data: dict[str, Any]
    slides: tuple[WrittenSlide, ...]


@st.composite
def overfull_decks(draw: st.DrawFn) -> OverfullDeck:
    """Draw a deck of one to three slides, in any theme, size and layout that has room for a text."""
    deck: dict[str, Any] = {
        "title": "T",
        "theme": draw(st.sampled_from(list(built_in_themes()))),
        "size": draw(st.sampled_from(["16:9", "4:3", "A4"])),
    }
    words = SingleWords(Random(draw(st.integers(0, 2**32))))
    if draw(st.booleans()):
        deck |= {"footer": words.text(2), "trail": [words.text(1), words.text(1)]}
    if overflow := draw(st.sampled_from(OVERFLOWS)):
        deck["overflow"] = overflow
    writers = [_Writer(draw, words, deck) for _ in range(draw(st.integers(1, 3)))]
    deck["slides"] = [writer.slide() for writer in writers]
    return OverfullDeck(deck, tuple(writer.written for writer in writers))


class _Writer:
    """Writes a slide, and keeps its words."""

    def __init__(self, draw: st.DrawFn, words: SingleWords, deck: dict[str, Any]) -> None:
        self._draw, self._words, self._deck = draw, words, deck
        self._share = draw(st.sampled_from([0.0, 0.0, 0.02, 0.06, MANY]))  # of words with a footnote
        self._depth = draw(st.sampled_from([1, 1, 3, 6]))  # of items in items
        self.written = WrittenSlide([])

    def slide(self) -> dict[str, Any]:
        """Draw a slide that says where it has what it holds."""
        kind = self._draw(st.sampled_from(["body", "body", "columns", "table"]))
        slide: dict[str, Any] = {"title": self._noted(self.written.title, 6)}
        if overflow := self._draw(st.sampled_from(OVERFLOWS)):
            slide["overflow"] = overflow
        last = overflow or self._deck.get("overflow")
        self.written.picture_on_each = isinstance(last, dict) and last["picture"] == "each"
        slide |= {"body": self._page, "columns": self._columns, "table": self._table}[kind]()
        if self._draw(st.booleans()):
            slide["credits"] = [
                {"role": "text", "creator": self._few(self.written.credits, 2)} for _ in range(self._upto(2))
            ]
        return slide

    def _page(self) -> dict[str, Any]:
        layouts = briefing(self._deck["size"], self._deck["theme"]).layouts
        named = self._draw(st.sampled_from([name for name, one in layouts.items() if "body" in one.slots]))
        has_picture = "picture" in layouts[named].slots and self._draw(st.booleans())
        return {"layout": named, **self._blocks("body", self._count()), **(self._picture() if has_picture else {})}

    def _picture(self) -> dict[str, Any]:
        credit = self._few(self.written.picture_credit, 2)
        return {"image": {"file": PICTURE, "alt": "A harbour", "credit": {"creator": credit}}}

    def _columns(self) -> dict[str, Any]:
        columns = []
        for place in COLUMNS:
            heading = self._noted(self.written.headings.setdefault(place, []), 3)
            columns.append({"heading": heading, **self._blocks(place, self._count())})
        return {"layout": "columns", "columns": columns}

    def _table(self) -> dict[str, Any]:
        beside = self._picture() if self._draw(st.booleans()) else {}
        width = self._upto(2 if beside else 4)  # beside a picture, more would be too wide
        header, footer = self._draw(st.integers(0, 2)), self._draw(st.integers(0, 1))
        cells = self.written.texts.setdefault("table", [])
        rows = [[self._noted(self.written.header, 3) for _ in range(width)] for _ in range(header)]
        most = self._draw(st.sampled_from([1, 4, 20]))
        rows += [[self._noted(cells, most) for _ in range(width)] for _ in range(self._upto(40) + footer)]
        table: dict[str, Any] = {"rows": rows, "header": header, "footer": footer}
        table["lines"] = self._draw(st.sampled_from(["rules", "zebra"]))
        if self._draw(st.booleans()):
            table["caption"] = self._noted(self.written.caption, 8)
        above = self._blocks("body", self._upto(60)) if self._draw(st.booleans()) else {}
        layout = self._draw(st.sampled_from(["picture-right", "picture-left"])) if beside else "table"
        return {"layout": layout, **above, **beside, "table": table}

    def _blocks(self, slot: str, count: int) -> dict[str, Any]:
        """Draw texts and lists of so many words, in a slot."""
        said = self.written.texts.setdefault(slot, [])
        kinds = self._draw(
            st.lists(st.sampled_from(["text", "bullets", "numbered"]), min_size=1, max_size=2, unique=True)
        )
        sentence = self._draw(st.sampled_from([0, 1, 5, 20]))
        blocks: dict[str, Any] = {}
        for kind in kinds:
            share = max(1, count // len(kinds))
            blocks[kind] = (
                self._footnoted(self._words.text(share, sentence, said))
                if kind == "text"
                else self._items(share, sentence, said)
            )
        return blocks

    def _items(self, count: int, sentence: int, said: list[str]) -> list[Any]:
        """Draw a list of so many words, of items and of some with children."""
        words, most = self._words, self._draw(st.sampled_from([1, 3, 12, 60, MOST_WORDS]))
        items: list[Any] = []
        while count > 0:
            length = min(count, words.random.randint(1, most))
            item = self._footnoted(words.text(length, sentence, said))
            count -= length
            if count > 3 and words.random.random() < 0.25:
                children = min(count // 3, words.random.randint(1, 8))
                items.append({item: self._children(children, self._depth, sentence, said)})
                count -= 3 * children
            else:
                items.append(item)
        return items

    def _children(self, count: int, depth: int, sentence: int, said: list[str]) -> list[Any]:
        """Return so many items of three words, those behind the first half of them below one of these."""
        above = count if depth < 2 else -(-count // 2)
        items: list[Any] = [self._footnoted(self._words.text(3, sentence, said)) for _ in range(above)]
        if count > above:
            items[-1] = {items[-1]: self._children(count - above, depth - 1, sentence, said)}
        return items

    def _count(self) -> int:
        return self._upto(self._draw(st.sampled_from([60, 300, 300, 300, 1_000, MOST_WORDS])))

    def _few(self, said: list[str], most: int) -> str:
        return self._words.text(self._words.random.randint(1, most), 0, said)

    def _noted(self, said: list[str], most: int) -> str:
        return self._footnoted(self._few(said, most))

    def _footnoted(self, text: str) -> str:
        """Return a text with footnotes behind some of its words, of up to a dozen words each."""
        written = []
        for word in text.split(" "):
            footnote = ""
            if self._words.random.random() < self._share:
                own = self.written.footnotes.setdefault(words_in(word)[-1], [])
                footnote = f"^[{self._few(own, 2 if self._share == MANY else 12)}]"
            written.append(word + footnote)
        return " ".join(written)

    def _upto(self, most: int) -> int:
        return self._draw(st.integers(1, most))
