"""Split slides stay as they are before the page on which a word is added, and say together what was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from deckmaker.layout import Page, Placed, TextItem
from deckmaker.model import Footnote, Run
from tests.projects import Project
from tests.samples import examples, mostly_long
from tests.soak.single_words import SingleWords, words_in

pytestmark = pytest.mark.slow

Slide = dict[str, Any]


def sentences(words: SingleWords, most: int) -> str:
    """Return one to so many sentences of up to 20 words."""
    count = words.random.randint(1, most)
    return " ".join(words.text(words.random.randint(1, 20), 20) for _ in range(count))


def text(words: SingleWords) -> Slide:
    """Return a text alone, or above a list."""
    alone = {"text": sentences(words, 30)}
    return {**alone, **bullets(words)} if words.random.random() < 0.4 else alone


def bullets(words: SingleWords) -> Slide:
    """Return a list of five to fourteen items, some with up to four children."""
    items: list[Any] = [
        {sentences(words, 2): [sentences(words, 1) for _ in range(words.random.randint(1, 4))]}
        if words.random.random() < 0.2
        else sentences(words, 3)
        for _ in range(words.random.randint(5, 14))
    ]
    return {words.random.choice(["bullets", "numbered"]): items}


def columns(words: SingleWords) -> Slide:
    """Return a list beside a text."""
    return {"columns": [{"heading": "Left", **bullets(words)}, {"heading": "Right", "text": sentences(words, 20)}]}


def shares(words: SingleWords) -> Slide:
    """Return a table of columns by shares."""
    wide = [{"from": name, "width": share} for name, share in zip("ABC", (1, 2, 1), strict=True)]
    return {"table": {**rows(words)["table"], "columns": wide}}


def rows(words: SingleWords) -> Slide:
    """Return a table of columns as wide as their content, which is as long in one as in another, or is not."""
    most = [words.random.choice([1, 1, 2]) for _ in "ABC"]
    body = [[sentences(words, one) for one in most] for _ in range(words.random.randint(9, 18))]
    return {"table": {"rows": [list("ABC"), *body]}}


def short_rows(words: SingleWords) -> Slide:
    """Return a table of few words a cell, between some long ones."""
    body = [
        [words.text(words.random.choice([1, 2, 3, 15 if words.random.random() < 0.2 else 4]), 20) for _ in "AB"]
        for _ in range(words.random.randint(12, 30))
    ]
    return {"table": {"rows": [list("ABC"), *([f"{index}", *row] for index, row in enumerate(body))]}}


def tall_rows(words: SingleWords) -> Slide:
    """Return a table with rows that have little room on a slide, or none."""
    body = [[sentences(words, words.random.choice([1, 1, 9, 30])), sentences(words, 1)] for _ in range(4)]
    return {"table": {"rows": [list("AB"), *body]}}


def footnoted(kind: Callable[[SingleWords], Slide]) -> Callable[[SingleWords], Slide]:
    """Return what makes slides of a kind in which some words have footnotes."""

    def slide(words: SingleWords) -> Slide:
        share = words.random.choice([0.02, 0.05])

        def marked(text: str) -> str:
            body, end = text[:-1], text[-1]  # what ends as a sentence does still does
            return " ".join(one + footnote() for one in body.split(" ")) + end

        def footnote() -> str:
            return f"^[{words.text(words.random.randint(1, 12))}]" if words.random.random() < share else ""

        made = kind(words)
        for text in list(texts_in(made)):
            made = replaced(made, text, marked(text))
        return made

    return slide


KINDS: dict[str, Callable[[SingleWords], Slide]] = {
    "text": text,
    "list": bullets,
    "columns": columns,
    "shares": shares,
    "rows": rows,
    "short rows": short_rows,
    "tall rows": tall_rows,
}
KINDS |= {
    f"{name} with footnotes": footnoted(KINDS[name]) for name in ("text", "list", "columns", "shares", "tall rows")
}


def texts_in(value: Any) -> Iterator[str]:
    """Yield the texts of a slide's data in order: all that ends as a sentence does."""
    if isinstance(value, str):
        if value.endswith("."):
            yield value
    elif isinstance(value, dict):
        for pair in value.items():
            yield from (text for one in pair for text in texts_in(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in texts_in(one))


def replaced(value: Any, old: str, new: str) -> Any:
    """Return a slide's data with another text for one of it."""
    if isinstance(value, dict):
        return {replaced(key, old, new): replaced(one, old, new) for key, one in value.items()}
    if isinstance(value, list):
        return [replaced(one, old, new) for one in value]
    return new if value == old else deepcopy(value)


def pages_of(project: Project, slide: Slide, overflow: str) -> tuple[Page, ...]:
    """Return the pages of a deck of that slide behind a first one."""
    deck = {"title": "T", "slides": [{"title": "T"}, {"title": "Noise", "overflow": overflow, **slide}]}
    return project.document(yaml.safe_dump(deck, allow_unicode=True, width=10_000, sort_keys=False)).pages[1:]


def body(page: Page) -> list[Placed]:
    """Return what stands on a page but for its title, which has the number of all parts."""
    return [one for one in page.placed if one.slot != "title"]


def marks(page: Page) -> Iterator[Footnote]:
    """Yield the footnotes of a page's marks."""
    for text in (text for placed in page.placed for text in placed.texts):
        if isinstance(text.item, TextItem):
            yield from (footnote for one in text.item.setting.paragraphs for footnote in one.paragraph.footnotes)


def words_of_runs(runs: Iterable[Run]) -> list[str]:
    return words_in("".join(run.text for run in runs))


def words_of(placed: Placed) -> list[str]:
    return [word for one in placed.texts if isinstance(one.item, TextItem) for word in words_in(one.item.text)]


few = settings(max_examples=examples(7), suppress_health_check=[HealthCheck.function_scoped_fixture])


IN_TURN = {kind: ("split", "shrink")[number % 2] for number, kind in enumerate(KINDS)}
"""How each kind goes on in each run; `make thorough` has the other way, too."""


@pytest.mark.alike(every=2)
@pytest.mark.parametrize(
    ("overflow", "kind"), mostly_long(product(["split", "shrink"], KINDS), lambda case: IN_TURN[case[1]] == case[0])
)
@few
@given(seed=st.integers(0, 2**32), data=st.data())
def test_a_word_more_moves_nothing_on_pages_before_it(tmp_path: Path, kind, overflow, seed, data) -> None:
    """Where it stands and behind that, it may; the last two parts of a text share it where one has next to nothing."""
    project = Project(tmp_path)
    slide = KINDS[kind](SingleWords(Random(seed)))
    before = pages_of(project, slide, overflow)
    assume(len(before) > 1)
    text = data.draw(st.sampled_from(list(texts_in(slide))))
    last = words_in(text)[-1]
    place = next(index for index, page in enumerate(before) for one in body(page) if last in words_of(one))
    after = pages_of(project, replaced(slide, text, f"{text[:-1]} more."), overflow)
    kept = [index for index in range(place) if not (kind.startswith(("text", "list")) and index == len(before) - 2)]
    assert [body(after[index]) for index in kept] == [body(before[index]) for index in kept]
    assert any("more" in words_of(one) for page in after[place:] for one in body(page))


@pytest.mark.parametrize("kind", KINDS)
@few
@given(seed=st.integers(0, 2**32))
def test_parts_joined_say_what_was_written(tmp_path: Path, kind, seed) -> None:
    """In its order, each word once: a column behind the other, rows behind rows; but of a row parted, cell by cell."""
    slide = KINDS[kind](SingleWords(Random(seed)))
    pages = pages_of(Project(tmp_path), slide, "split")
    slots = ["body", "column 1", "column 2", "table"]
    pieces = [words_of(one) for slot in slots for page in pages if (one := page.slot(slot))]
    header = set("abc")
    written = words_in(re.sub(r"\^\[[^]]*\]", "", " ".join(texts_in(slide))))
    if kind.startswith("columns"):  # the second is the first of a page where it goes on alone
        pieces.sort(key=lambda piece: written.index(piece[0]))
    joined = [word for piece in pieces for word in piece]
    said = [word for word in joined if word not in header]
    assert sorted(said) == sorted(written)
    assert said == written or kind.startswith("tall rows")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "footnotes" in kind])
@few
@given(seed=st.integers(0, 2**32))
def test_footnotes_go_with_their_marks(tmp_path: Path, kind, seed) -> None:
    """Each stands on the page of its mark alone, whole and once, under the number that the mark has."""
    slide = KINDS[kind](SingleWords(Random(seed)))
    pages = pages_of(Project(tmp_path), slide, "split")
    marked = [{one.number: words_of_runs(one.runs) for one in marks(page)} for page in pages]
    shown = [
        {one.paragraph.number: words_in(one.paragraph.text) for one in item.setting.paragraphs}
        if (foot := page.slot("footnotes")) and isinstance(item := foot.item, TextItem)
        else {}
        for page in pages
    ]
    assert shown == marked
    numbers = [number for page in shown for number in page]
    written = re.findall(r"\^\[([^]]*)\]", " ".join(texts_in(slide)))
    assert sorted(numbers) == list(range(1, len(written) + 1))
    found = {tuple(words) for page in shown for words in page.values()}
    assert found == {tuple(words_in(one)) for one in written}
