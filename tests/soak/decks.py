"""Decks of every shape that the language allows, as data that YAML can say, with the texts that their slides show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from tests.soak.words import ALPHABETS, long_texts, texts

PICTURE = "../assets/harbour.png"

SHORT = 4
"""Words of a title, a credit and the like, at most."""

_NOBODY = ("none", "no", "nobody", "n/a", "-")
"""Credits that say that there is none."""


@dataclass(frozen=True, slots=True)
class GeneratedDeck:
    """A deck as it is written, and every text that its slides must show."""

    data: dict[str, Any]
    shown: tuple[str, ...]


@dataclass
class _Writer:
    """Draws texts of one alphabet, and keeps those that slides show."""

    draw: st.DrawFn
    alphabet: str
    shown: list[str]

    def text(self, most: int = 16) -> str:
        """Draw a text with inline marks escaped; a few are far too long."""
        long = most > SHORT and self.draw(st.integers(0, 60)) == 0
        text = self.draw(long_texts if long else texts(self.alphabet, most))
        self.shown.append(text.shown)
        return text.typed

    def plain(self, shown: bool = True) -> str:
        """Draw a text of a key that knows no inline marks."""
        text = self.draw(texts(self.alphabet, SHORT)).shown
        if shown:
            self.shown.append(text)
        return text

    def credit(self) -> str:
        """Draw a credit line; of a word that says that there is none, another sentence stands on the slide."""
        text = self.draw(texts(self.alphabet, SHORT).filter(lambda one: one.shown.strip().casefold() not in _NOBODY))
        self.shown.append(text.shown)
        return text.shown

    def some(self) -> bool:
        return self.draw(st.booleans())


@st.composite
def decks(draw: st.DrawFn) -> GeneratedDeck:
    """Draw a deck of one to four slides; most can be built, some hold what has to be refused."""
    alphabet = draw(st.sampled_from(["usual", "usual", "usual", *ALPHABETS]))
    writer = _Writer(draw, alphabet, [])
    deck: dict[str, Any] = {"title": draw(texts(alphabet, SHORT)).typed}
    for key, values in (
        ("theme", ["briefing", "plain", "statement"]),
        ("size", ["16:9", "4:3", "A4"]),
        ("mode", ["light", "dark", "auto"]),
    ):
        if writer.some():
            deck[key] = draw(st.sampled_from(values))
    if writer.some():
        deck["footer"] = writer.plain(shown=False)
    if writer.some():
        deck["marking"] = writer.plain(shown=False)
    if writer.some():
        deck["trail"] = [writer.plain()]
    deck["slides"] = [_slide(writer, number) for number in range(draw(st.integers(1, 4)))]
    return GeneratedDeck(deck, tuple(writer.shown))


def _slide(writer: _Writer, number: int) -> dict[str, Any]:
    slide: dict[str, Any] = {}
    if number == 0 or writer.some():
        slide["title"] = writer.text(SHORT)
    kind = writer.draw(st.sampled_from(["text", "lists", "picture", "columns", "nothing"]))
    if kind == "columns":
        slide["columns"] = [{"heading": writer.text(SHORT)} | _blocks(writer) for _ in range(2)]
        if number == 0:
            slide["layout"] = "columns"
    elif kind != "nothing":
        slide |= _blocks(writer)
    if kind == "picture":
        slide["image"] = {"file": PICTURE, "alt": writer.plain(shown=False), "credit": writer.credit()}
    if writer.some():
        slide["credits"] = [{"role": "text", "creator": writer.plain()}]
    if writer.some():
        slide["notes"] = writer.plain(shown=False)
    return slide or {"title": writer.text(SHORT)}


def _blocks(writer: _Writer) -> dict[str, Any]:
    kinds = writer.draw(st.lists(st.sampled_from(["text", "bullets", "numbered"]), min_size=1, max_size=2, unique=True))
    return {kind: writer.text() if kind == "text" else _items(writer, 2) for kind in kinds}


def _items(writer: _Writer, levels: int) -> list[Any]:
    count = writer.draw(st.integers(1, 4))
    return [
        {writer.text(): _items(writer, levels - 1)} if levels and writer.draw(st.integers(0, 3)) == 0 else writer.text()
        for _ in range(count)
    ]
