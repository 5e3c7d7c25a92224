"""Words of a slide, some of them with footnotes; each is another one."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.soak.single_words import SingleWords, words_in

MANY = 0.15
"""Of a text's words: those with a footnote, which is short then. Some hundreds are on one slide."""

MOST_WORDS = 5_000


class NotedWords:
    """Writes texts and lists. `footnotes` are what they say, by the word that the mark stands behind."""

    def __init__(self, draw: st.DrawFn, words: SingleWords, footnotes: dict[str, list[str]]) -> None:
        self.draw, self.words, self._footnotes = draw, words, footnotes
        self.share = draw(st.sampled_from([0.0, 0.0, 0.02, 0.06, MANY]))  # of words with a footnote
        self._depth = draw(st.sampled_from([1, 1, 3, 6]))  # of items in items

    def few(self, said: list[str], most: int) -> str:
        """Return up to so many words, plain."""
        return self.words.text(self.words.random.randint(1, most), 0, said)

    def noted(self, said: list[str], most: int) -> str:
        """Return up to so many words, some with a footnote."""
        return self.footnoted(self.few(said, most))

    def running(self, count: int, sentence: int, said: list[str]) -> str:
        """Return so many words in sentences of so many, some with a footnote."""
        return self.footnoted(self.words.text(count, sentence, said))

    def sentence(self) -> int:
        """Draw how many words sentences have, 0 for no end at all."""
        return self.draw(st.sampled_from([0, 1, 5, 20]))

    def items(self, count: int, sentence: int, said: list[str]) -> list[Any]:
        """Draw a list of so many words, of items and of some with children."""
        most = self.draw(st.sampled_from([1, 3, 12, 60, MOST_WORDS]))
        items: list[Any] = []
        while count > 0:
            length = min(count, self.words.random.randint(1, most))
            item = self.running(length, sentence, said)
            count -= length
            if count > 3 and self.words.random.random() < 0.25:
                children = min(count // 3, self.words.random.randint(1, 8))
                items.append({item: self._children(children, self._depth, sentence, said)})
                count -= 3 * children
            else:
                items.append(item)
        return items

    def _children(self, count: int, depth: int, sentence: int, said: list[str]) -> list[Any]:
        """Return so many items of three words, those behind the first half of them below one of these."""
        above = count if depth < 2 else -(-count // 2)
        items: list[Any] = [self.running(3, sentence, said) for _ in range(above)]
        if count > above:
            items[-1] = {items[-1]: self._children(count - above, depth - 1, sentence, said)}
        return items

    def footnoted(self, text: str) -> str:
        """Return a text with footnotes behind some of its words, of up to a dozen words each."""
        written = []
        for word in text.split(" "):
            footnote = ""
            if self.words.random.random() < self.share:
                own = self._footnotes.setdefault(words_in(word)[-1], [])
                footnote = f"^[{self.few(own, 2 if self.share == MANY else 12)}]"
            written.append(word + footnote)
        return " ".join(written)

    def some(self) -> bool:
        """Draw whether."""
        return self.draw(st.booleans())

    def upto(self, most: int) -> int:
        """Draw a number from 1."""
        return self.draw(st.integers(1, most))
