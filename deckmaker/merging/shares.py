"""Texts of a deck that slides show as one: how a key figure has changed, and since when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from deckmaker.merging.pieces import Leaf
from deckmaker.source.tree import DataPath


class Changed(NamedTuple):
    """A text that is to read otherwise: where it stands, as it is, and as it would be."""

    leaf: Leaf
    was: str
    new: str


class Share(NamedTuple):
    """Two texts that are shown as one, the first at its beginning: where they stand, and what they say."""

    first: Leaf
    begin: str
    second: Leaf
    end: str

    def shows(self, shown: str) -> bool:
        """Tell whether what is `shown` may be the two as one: what stands between them is said in the deck's
        language."""
        begin = self._shown_begin
        return shown.startswith(begin) and shown.rfind(self.end) >= len(begin)

    @property
    def _shown_begin(self) -> str:
        return f"−{self.begin[1:]}" if self.begin.startswith("-") else self.begin

    def changed(self, shown: str, new: str) -> Changed | None:
        """Return the one that is to read otherwise where what was `shown` reads `new`, so that the other one stays."""
        if not self.shows(shown):
            return None
        begin, at = self._shown_begin, shown.rfind(self.end)
        if (rest := shown[len(begin) :]) and new.endswith(rest):
            text = new[: -len(rest)].strip()
            text = f"-{text[1:]}" if self.begin.startswith("-") and text.startswith("−") else text
            return Changed(self.first, self.begin, text) if text else None
        before, behind = shown[:at], shown[at + len(self.end) :]
        if new.startswith(before) and new.endswith(behind):
            text = new[len(before) : len(new) - len(behind)].strip()
            return Changed(self.second, self.end, text) if text else None
        return None


def shares_in(value: Any, path: DataPath) -> Iterator[Share]:
    """Yield, of the key figures below a value that have changed since some day, how they have changed and since when:
    a slide shows the two as one text."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if isinstance(value, dict) and isinstance(value.get("change"), str) and isinstance(value.get("since"), str):
        yield Share(Leaf((*path, "change"), False), value["change"], Leaf((*path, "since"), False), value["since"])
    for key, one in inner:
        yield from shares_in(one, (*path, key))
