"""Any slide of any blocks, nested one level deep, as data that YAML can say; every word in it is another one."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from hypothesis import strategies as st

from deckmaker.theme import built_in_themes
from deckmaker.theme.slots import CREDITS_LAYOUT
from tests.formulas.any_formula import FORMULAS
from tests.projects import briefing
from tests.soak.single_words import SingleWords

PICTURES = {
    "../wide.png": (1600, 900),
    "../tall.png": (600, 900),
    "../square.png": (800, 800),
    "../small.png": (40, 30),
}
"""Files that these slides show, and their sizes in pixels; a project must have them."""

LAYOUTS = (None, None, None, *(name for name in briefing().layouts if name != CREDITS_LAYOUT))
"""All layouts, and more often the one that the rule chooses."""

ROOMY = (None, "content", "columns", "table")
"""Layouts that have room for any block."""

OVERFLOWS = (
    None,
    None,
    "shrink",
    "split",
    {"way": "split", "picture": "first"},
    {"way": "split", "picture": "each"},
    {"way": "shrink", "then": "split", "picture": "each"},
)

SIMPLE = (
    *("text", "bullets", "numbered", "heading", "image", "table", "quote"),
    *("timeline", "process", "compare", "agenda", "callout", "code", "equation", "diagram"),
)
"""Kinds that stand in cells, too."""

LONG = (6, 6, 15, 40, 120)
"""Words of a text, at most; one of these is drawn for a slide."""


@dataclass
class Said:
    """What a slide must show. `once` are words that are on one of its pages, `repeated` on one at least.

    Of pictures there are the alternative texts, in reading order, and what each one's credit says. `credits` are the
    words of all credits; `footnotes` those of each footnote by the word that its mark stands behind.
    """

    title: list[str] = field(default_factory=list)
    once: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    pictures: dict[str, list[str]] = field(default_factory=dict)
    credits: list[str] = field(default_factory=list)
    footnotes: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class AnySlide:
    """A slide as it is written, and what it must show; `look` are the theme and the page's size."""

    data: dict[str, Any]
    said: Said
    look: dict[str, str]

    @property
    def deck(self) -> dict[str, Any]:
        """A deck of a first slide and this one."""
        return {"title": "T", **self.look, "slides": [{"title": "T"}, self.data]}


@st.composite
def any_slides(draw: st.DrawFn, layouts: tuple[str | None, ...] = (None,), long: tuple[int, ...] = LONG) -> AnySlide:
    """Draw a slide in one of these layouts, None for the one that the rule chooses."""
    writer = _Writer(draw, draw(st.sampled_from(long)))
    look = {
        "theme": draw(st.sampled_from(list(built_in_themes()))),
        "size": draw(st.sampled_from(["16:9", "4:3", "A4"])),
    }
    return AnySlide(writer.slide(draw(st.sampled_from(layouts))), writer.said, look)


class _Writer:
    """Writes a slide, and keeps what it must show."""

    def __init__(self, draw: st.DrawFn, most: int) -> None:
        self._draw, self._most = draw, most
        self._words = SingleWords(Random(draw(st.integers(0, 2**32))))
        self._share = draw(st.sampled_from([0.0, 0.0, 0.0, 0.04]))  # of words with a footnote
        self.said = Said()
        self._section: str | None = None  # begins on the slide, if it has an agenda

    def slide(self, layout: str | None) -> dict[str, Any]:
        """Draw a slide of one to four blocks, under keys of its own or in a list."""
        slide: dict[str, Any] = {"title": self._words.text(self._upto(5), 0, self.said.title)}
        if layout:
            slide["layout"] = layout
        if overflow := self._draw(st.sampled_from(OVERFLOWS)):
            slide["overflow"] = overflow
        kinds = self._kinds((*SIMPLE, *SIMPLE, "images", "columns", "grid"), 1, 4)
        slide |= self._flow(kinds)
        if self._section:
            slide["section"] = self._section
        if self._some():
            slide["credits"] = [{"role": "text", "creator": self._short(self.said.credits)}]
        return slide

    def _kinds(self, known: tuple[str, ...], least: int, most: int) -> list[str]:
        """Draw kinds of blocks; a heading is never the last, and two never follow one another."""
        drawn = self._draw(st.lists(st.sampled_from(known), min_size=least, max_size=most))
        kinds = [
            one
            for index, one in enumerate(drawn)
            if one != "heading" or (index + 1 < len(drawn) and drawn[index + 1] != "heading")
        ]
        return kinds or ["text"] * least

    def _flow(self, kinds: list[str]) -> dict[str, Any]:
        """Return blocks of these kinds, under their keys where each is there once and a list is not drawn."""
        blocks = [self._block(kind) for kind in kinds]
        if len(set(kinds)) == len(kinds) and self._some():
            return dict(blocks)
        return {"content": [value if key == "text" and self._some() else {key: value} for key, value in blocks]}

    def _block(self, kind: str) -> tuple[str, Any]:
        if kind == "text":
            return kind, self._text(self._most)
        if kind in ("bullets", "numbered"):
            return kind, self._items()
        if kind == "heading":
            return kind, self._noted(4)
        if kind == "image":
            return kind, self._image()
        if kind == "table":
            return kind, self._table()
        if kind == "quote":
            return kind, self._quote()
        if kind == "agenda":
            self._section = self._section or self._words.text(self._upto(3), 0, self.said.repeated)
            return kind, True
        if kind == "compare":
            return kind, self._compare()
        if kind == "callout":
            return kind, self._callout()
        if kind == "code":
            return kind, self._code()
        if kind == "equation":
            return kind, self._draw(FORMULAS)
        if kind == "diagram":
            return kind, self._diagram()
        if kind == "timeline":
            return kind, self._timeline()
        if kind == "process":
            return kind, [self._step() for _ in range(self._draw(st.integers(2, 6)))]
        if kind == "images":
            return kind, [self._image() for _ in range(self._draw(st.integers(2, 9)))]
        if kind == "grid":
            grid: dict[str, Any] = {"cells": [self._cell() for _ in range(self._draw(st.integers(2, 7)))]}
            if self._some():
                grid["across"] = self._draw(st.integers(1, 4))
            if self._some():
                grid["look"] = "cards"
            return kind, grid
        return kind, [self._column() for _ in range(self._draw(st.integers(2, 4)))]

    def _column(self) -> dict[str, Any]:
        column = self._cell()
        if self._some():
            column["width"] = self._upto(3)
        if overflow := self._draw(st.sampled_from([None, None, None, "split", "shrink"])):
            column["overflow"] = overflow
        return column

    def _cell(self) -> dict[str, Any]:
        heading: dict[str, Any] = {}
        if self._some():
            heading["heading"] = self._words.text(self._upto(2), 0, self.said.repeated)
        kinds = self._kinds(tuple(one for one in SIMPLE if one != "heading"), 0, 2)
        return heading | self._flow(kinds) if kinds else heading or {"text": self._text(self._most)}

    def _items(self) -> list[Any]:
        items: list[Any] = []
        for _ in range(self._upto(4)):
            item = self._text(max(1, self._most // 3))
            items.append({item: [self._text(4) for _ in range(self._upto(2))]} if self._upto(5) == 1 else item)
        return items

    def _image(self) -> dict[str, Any]:
        image: dict[str, Any] = {
            "file": self._draw(st.sampled_from(list(PICTURES))),
            "alt": self._words.text(1),
            "credit": {"creator": self._short(credit := [])},
        }
        self.said.credits += credit
        self.said.pictures[image["alt"]] = credit
        if self._some():
            image["caption"] = self._noted(5)
        if fit := self._draw(st.sampled_from([None, None, "cover", "contain"])):
            image["fit"] = fit
        return image

    def _table(self) -> dict[str, Any]:
        across, most = self._upto(3), self._draw(st.sampled_from([1, 3]))
        table: dict[str, Any] = {"rows": [[self._words.text(1, 0, self.said.repeated) for _ in range(across)]]}
        table["rows"] += [
            [self._noted(most) for _ in range(across)] for _ in range(self._upto(max(3, self._most // 6)))
        ]
        if self._some():
            table["caption"] = self._noted(5)
        if self._some():
            table["credit"] = {"creator": self._short(self.said.credits)}
        return table

    def _quote(self) -> dict[str, Any]:
        quote: dict[str, Any] = {"text": self._text(self._most)}
        if self._some():
            quote["by"] = self._noted(4)
        if self._some():
            quote["credit"] = {"creator": self._short(self.said.credits)}
        return quote

    def _compare(self) -> dict[str, Any]:
        """Return a comparison: its options stand on each part, if there are several."""
        across, most = self._draw(st.integers(2, 4)), self._draw(st.sampled_from([1, 4]))
        options = [self._words.text(1, 0, self.said.repeated) for _ in range(across)]
        criteria = [
            {self._noted(2): [self._noted(most) for _ in range(across)]}
            for _ in range(self._upto(max(2, self._most // 8)))
        ]
        compare: dict[str, Any] = {"options": options, "criteria": criteria}
        if self._some():
            compare["pick"] = self._draw(st.sampled_from(options))
        return compare

    def _callout(self) -> dict[str, Any]:
        """Return a callout, always with a title: on each part, if there are several."""
        callout = {"title": self._words.text(self._upto(3), 0, self.said.repeated), "text": self._text(self._most)}
        if kind := self._draw(st.sampled_from([None, "finding", "note", "warning", "question"])):
            callout["kind"] = kind
        if self._some():
            callout["credit"] = {"creator": self._short(self.said.credits)}
        return callout

    def _code(self) -> dict[str, Any]:
        """Return code, whose lines have a few words each, and whose words are of any kinds."""
        code = {"text": "\n".join(self._line() for _ in range(self._upto(max(2, self._most // 4))))}
        if language := self._draw(st.sampled_from([None, "python", "sql", "yaml", "sh", "html"])):
            code["language"] = language
        if self._some():
            code["title"] = self._words.text(self._upto(3), 0, self.said.repeated)
        if self._some():
            code["credit"] = {"creator": self._short(self.said.credits)}
        return code

    def _line(self) -> str:
        """Return a line of code, further in or not, with a sign before each word but the first."""
        signs = st.sampled_from(["", "= ", "# ", " ", "<b> ", "(", "'"])
        first, *others = self._words.text(self._upto(4), 0, self.said.once).split(" ")
        return " ".join(["    " * self._draw(st.integers(0, 2)) + first, *(self._draw(signs) + one for one in others)])

    def _timeline(self) -> Any:
        events = [self._event() for _ in range(self._draw(st.integers(2, 6)))]
        if not self._some():
            return events
        years = sorted(self._draw(st.integers(1900, 2100)) for _ in events)
        return {
            "scale": "time",
            "events": [{**one, "when": str(year)} for one, year in zip(events, years, strict=True)],
        }

    def _event(self) -> dict[str, str]:
        return {"when": "2019", **self._step()}

    def _diagram(self) -> dict[str, Any]:
        count = self._draw(st.integers(2, 4))
        nodes = {f"n{one}": {"text": self._noted(2)} for one in range(count)}
        for one in nodes.values():
            one["shape"] = self._draw(st.sampled_from(["box", "round", "ellipse", "diamond"]))
        edges: list[Any] = [" -> ".join(nodes)]
        for _ in range(self._draw(st.integers(0, 2))):
            ends = self._draw(st.lists(st.sampled_from(list(nodes)), min_size=2, max_size=2))
            edge = self._draw(st.sampled_from([" -> ", " -- ", " <-> "])).join(ends)
            edges.append({edge: self._noted(2)} if self._some() else edge)
        return {"edges": edges, "nodes": nodes}

    def _step(self) -> dict[str, str]:
        step = {"title": self._noted(3)}
        return {**step, "text": self._text(max(1, self._most // 3))} if self._some() else step

    def _text(self, most: int) -> str:
        return self._footnoted(
            self._words.text(self._upto(most), self._draw(st.sampled_from([0, 5, 20])), self.said.once)
        )

    def _noted(self, most: int) -> str:
        return self._footnoted(self._words.text(self._upto(most), 0, self.said.once))

    def _short(self, said: list[str]) -> str:
        return self._words.text(self._upto(2), 0, said)

    def _footnoted(self, text: str) -> str:
        """Return a text with footnotes behind some of its words."""
        written = []
        for word in text.split(" "):
            footnote = ""
            if self._words.random.random() < self._share:
                own: list[str] = []
                footnote = f"^[{self._words.text(self._upto(6), 0, own)}]"
                self.said.footnotes[word.lower().strip(".").split("-")[-1]] = own
            written.append(word + footnote)
        return " ".join(written)

    def _some(self) -> bool:
        return self._draw(st.booleans())

    def _upto(self, most: int) -> int:
        return self._draw(st.integers(1, most))
