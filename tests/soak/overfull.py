"""Decks with more on their slides than these have room for, every word in them another one."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from hypothesis import strategies as st

from deckmaker.blocks import CELLS
from deckmaker.theme import built_in_themes
from tests.projects import briefing
from tests.soak.decks import PICTURE
from tests.soak.noted_words import MOST_WORDS, NotedWords
from tests.soak.overfull_blocks import FOOTER, BlockWriter
from tests.soak.sections import Amount, Sections
from tests.soak.single_words import SingleWords
from tests.soak.written import Beside, WrittenSlide

OVERFLOWS = (
    None,
    "shrink",
    "split",
    {"way": "split", "picture": "first"},
    {"way": "split", "picture": "each"},
    {"way": "shrink", "then": "split", "picture": "each"},
)
COLUMNS = ("column 1", "column 2")
"""The places that are beside each other where a slide has columns."""

SETTINGS = ("alone", "columns", "content")
"""Where a block stands: as all of its slide, in columns, or among others."""


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
    sections = Sections(words)
    writers = [SlideWriter(draw, words, deck, sections) for _ in range(draw(st.integers(1, 3)))]
    slides = [writer.slide() for writer in writers]
    written = [writer.written for writer in writers]
    for name in sections.names:
        title = WrittenSlide([])
        slides.append({"title": words.text(1, 0, title.title), "section": name})
        written.append(title)
    deck["slides"] = slides
    return OverfullDeck(deck, tuple(written))


class SlideWriter:
    """Writes a slide, and keeps its words."""

    def __init__(self, draw: st.DrawFn, words: SingleWords, deck: dict[str, Any], sections: Sections) -> None:
        self.written = WrittenSlide([])
        self._draw, self._words, self._deck = draw, words, deck
        self._noted = NotedWords(draw, words, self.written.footnotes)
        self._writer = BlockWriter(self._noted, self.written, sections)

    @property
    def kinds(self) -> list[str]:
        """The keys of all blocks that it writes."""
        return self._writer.kinds

    def slide(self) -> dict[str, Any]:
        """Draw a slide that says where it has what it holds."""
        kind = self._draw(st.sampled_from(["body", "columns", "table", "block", "block", "block"]))
        slide: dict[str, Any] = {"title": self._noted.noted(self.written.title, 6)}
        if overflow := self._draw(st.sampled_from(OVERFLOWS)):
            slide["overflow"] = overflow
        last = overflow or self._deck.get("overflow")
        self.written.picture_on_each = isinstance(last, dict) and last["picture"] == "each"
        slide |= {"body": self._page, "columns": self._columns, "table": self._table, "block": self._block}[kind]()
        if self._draw(st.booleans()):
            slide["credits"] = [
                {"role": "text", "creator": self._noted.few(self.written.credits, 2)}
                for _ in range(self._noted.upto(2))
            ]
        return slide

    def _block(self) -> dict[str, Any]:
        kind = self._draw(st.sampled_from(self.kinds))
        return self.block(kind, self._draw(st.sampled_from(Amount)), self._draw(st.sampled_from(settings_of(kind))))

    def block(self, kind: str, amount: Amount, setting: str) -> dict[str, Any]:
        """Draw what a slide with a kind of block holds, as all of it or beside others."""
        layout = self._draw(st.sampled_from(["content", "columns", "table"]))
        if setting == "alone":
            blocks = self._writer.flow([(kind, amount)])
        elif setting == "content":
            before, behind = self._others(), self._others()
            blocks = self._writer.flow([*before, (kind, amount), *behind])
        else:
            blocks = [{"columns": self._two_columns(kind, amount)}]
        return {"layout": layout, "content": blocks}

    def _two_columns(self, kind: str, amount: Amount) -> list[dict[str, Any]]:
        columns = [[(kind, amount), *self._others()], self._others() or [("text", Amount.SHORT)]]
        if self._draw(st.booleans()):
            columns.reverse()
        return [self._writer.cell(place, kinds) for place, kinds in zip(COLUMNS, columns, strict=True)]

    def _others(self) -> list[tuple[str, Amount]]:
        kinds = [kind for kind in self._writer.kinds if kind not in CELLS and kind != "agenda"]
        others = st.tuples(st.sampled_from(kinds), st.sampled_from(Amount))
        return self._draw(st.lists(others, max_size=1))

    def _page(self) -> dict[str, Any]:
        layouts = briefing(self._deck["size"], self._deck["theme"]).layouts
        named = self._draw(st.sampled_from([name for name, one in layouts.items() if "body" in one.slots]))
        has_picture = "picture" in layouts[named].slots and self._draw(st.booleans())
        return {"layout": named, **self._blocks("body", self._count()), **(self._picture() if has_picture else {})}

    def _picture(self) -> dict[str, Any]:
        credit = self._noted.few(self.written.picture_credit, 2)
        return {"image": {"file": PICTURE, "alt": "A harbour", "credit": {"creator": credit}}}

    def _columns(self) -> dict[str, Any]:
        columns = []
        for place in COLUMNS:
            words: list[str] = []
            heading = self._noted.noted(words, 3)
            columns.append({"heading": heading, **self._blocks(place, self._count())})
            self.written.repeated[place] = [Beside(words, self.written.texts[place])]
        return {"layout": "columns", "columns": columns}

    def _table(self) -> dict[str, Any]:
        beside = self._picture() if self._draw(st.booleans()) else {}
        width = self._noted.upto(2 if beside else 4)  # beside a picture, more would be too wide
        header, footer = self._draw(st.integers(0, 2)), self._draw(st.integers(0, 1))
        cells, words = self.written.texts.setdefault("table", []), []
        self.written.repeated["table"] = [Beside(words, cells)]
        rows = [[self._noted.noted(words, 3) for _ in range(width)] for _ in range(header)]
        most = self._draw(st.sampled_from([1, 4, 20]))
        rows += [[self._noted.noted(cells, most) for _ in range(width)] for _ in range(self._noted.upto(40))]
        rows += [[self._noted.noted(cells, min(most, FOOTER)) for _ in range(width)] for _ in range(footer)]
        table: dict[str, Any] = {"rows": rows, "header": header, "footer": footer}
        table["lines"] = self._draw(st.sampled_from(["rules", "zebra"]))
        if self._draw(st.booleans()):
            table["caption"] = self._noted.noted(caption := [], 8)
            self.written.captions["table"] = [Beside(caption, cells)]
        above = self._blocks("body", self._noted.upto(60)) if self._draw(st.booleans()) else {}
        layout = self._draw(st.sampled_from(["picture-right", "picture-left"])) if beside else "table"
        return {"layout": layout, **above, **beside, "table": table}

    def _blocks(self, slot: str, count: int) -> dict[str, Any]:
        """Draw texts and lists of so many words, in a slot."""
        said = self.written.texts.setdefault(slot, [])
        kinds = self._draw(
            st.lists(st.sampled_from(["text", "bullets", "numbered"]), min_size=1, max_size=2, unique=True)
        )
        sentence = self._noted.sentence()
        blocks: dict[str, Any] = {}
        for kind in kinds:
            share = max(1, count // len(kinds))
            blocks[kind] = (
                self._noted.running(share, sentence, said)
                if kind == "text"
                else self._noted.items(share, sentence, said)
            )
        return blocks

    def _count(self) -> int:
        return self._noted.upto(self._draw(st.sampled_from([60, 300, 300, 300, 1_000, MOST_WORDS])))


def settings_of(kind: str) -> tuple[str, ...]:
    """Return where a kind of block may stand: what has cells itself stands in no others."""
    return tuple(one for one in SETTINGS if one != "columns" or kind not in CELLS)
