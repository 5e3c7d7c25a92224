"""Random decks, and edits of them whose effect is known: what a comparison must tell of each, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any, NamedTuple

PICTURES = ("a.png", "b.png", "c.png")
_SYLLABLES = ("ka", "lo", "mi", "ru", "ten", "sa", "vor", "pel", "dun", "is", "ga", "fo")

Slide = dict[str, Any]


class Told(NamedTuple):
    """What is told of a slide, by its title: what became of it, or where it has changed, from what to what."""

    slide: str
    way: str
    place: tuple[str, ...] = ()
    old: str | None = None
    new: str | None = None


class Words:
    """Words, none of them twice."""

    def __init__(self, random: Random) -> None:
        self._random, self._seen = random, set[str]()

    def word(self) -> str:
        """Return a word that was not there before."""
        while True:
            word = "".join(self._random.choices(_SYLLABLES, k=4))
            if word not in self._seen:
                self._seen.add(word)
                return word

    def text(self, least: int = 6, most: int = 12) -> str:
        """Return a text of so many words."""
        return " ".join(self.word() for _ in range(self._random.randint(least, most)))


def random_deck(random: Random, words: Words) -> dict[str, Any]:
    """Return a deck of a few slides, each of a random kind."""
    count = random.randint(4, 9)
    return {
        "title": words.text(2, 4),
        "author": words.text(2, 2),
        "slides": [random_slide(random, words) for _ in range(count)],
    }


def random_slide(random: Random, words: Words) -> Slide:
    """Return a slide with a title of its own, and a few blocks."""
    slide: Slide = {"title": words.text(2, 4)}
    if random.random() < 0.5:
        slide["notes"] = words.text()
    for kind in random.sample(list(_MAKE), k=random.randint(1, 2)):
        slide[kind] = _MAKE[kind](random, words)
    return slide


def _table(random: Random, words: Words) -> dict[str, Any]:
    across, down = random.randint(2, 4), random.randint(3, 6)
    header = [words.word() for _ in range(across)]
    return {"rows": [header, *([words.word(), *_numbers(random, across - 1)] for _ in range(down))]}


def _numbers(random: Random, count: int) -> list[str]:
    return [str(random.randint(100, 999)) for _ in range(count)]


def _chart(random: Random, words: Words) -> dict[str, Any]:
    names = [words.word() for _ in range(random.randint(3, 5))]
    series = {words.word(): [random.randint(1, 90) for _ in names] for _ in range(random.randint(1, 2))}
    return {"type": "column", "categories": names, "series": [{"name": k, "values": v} for k, v in series.items()]}


def _columns(random: Random, words: Words) -> list[dict[str, Any]]:
    return [{"heading": words.text(1, 2), "text": words.text()} for _ in range(random.randint(2, 3))]


def _metrics(random: Random, words: Words) -> list[dict[str, Any]]:
    return [{"value": str(random.randint(1, 999)), "label": words.text(2, 4)} for _ in range(random.randint(2, 4))]


_MAKE: dict[str, Callable[[Random, Words], Any]] = {
    "text": lambda random, words: words.text(),
    "bullets": lambda random, words: [words.text(3, 6) for _ in range(random.randint(2, 5))],
    "image": lambda random, words: {
        "file": random.choice(PICTURES),
        "alt": words.text(2, 5),
        "credit": words.text(2, 3),
    },
    "table": _table,
    "chart": _chart,
    "columns": _columns,
    "metrics": _metrics,
    "quote": lambda random, words: {"text": words.text(), "by": words.text(2, 3), "credit": words.text(2, 2)},
}


def random_edits(deck: dict[str, Any], random: Random, words: Words) -> tuple[dict[str, Any], set[Told]]:
    """Return a deck with some edits, each of another slide, and all that there is to tell of them."""
    edited = deepcopy(deck)
    slides: list[Slide] = edited["slides"]
    told: set[Told] = set()
    for slide in random.sample(slides, k=random.randint(1, 3)):
        told |= _change(slide, random, words)
    untouched = [slide for slide in slides if slide in deck["slides"]]
    if untouched and random.random() < 0.4:
        slide = untouched.pop(random.randrange(len(untouched)))
        slides.remove(slide)
        told.add(Told(slide["title"], "removed"))
    if untouched and random.random() < 0.4:
        slide = random.choice(untouched)
        before = slides.index(slide)
        # Not next to where it was: whether it or its neighbour has moved then, nobody could say.
        if places := [place for place in range(len(slides)) if abs(place - before) > 1]:
            slides.insert(random.choice(places), slides.pop(before))
            told.add(Told(slide["title"], "moved"))
    for _ in range(random.choice((0, 0, 1, 2))):
        slide = random_slide(random, words)
        slides.insert(random.randint(0, len(slides)), slide)
        told.add(Told(slide["title"], "added"))
    if random.random() < 0.2:
        edited["author"] = words.text(2, 2)
        told.add(Told("", "changed", ("author",), deck["author"], edited["author"]))
    return edited, told


def _change(slide: Slide, random: Random, words: Words) -> set[Told]:
    """Change something about a slide; return what there is to tell."""
    edits = [_change_title, _change_notes, *(_CHANGE[kind] for kind in slide if kind in _CHANGE)]
    place, old, new = random.choice(edits)(slide, random, words)
    way = "added" if old is None else "removed" if new is None else "changed"
    return {Told(slide["title"], way, place, old, new)}


_Edit = tuple[tuple[str, ...], str | None, str | None]


def _another_word(text: str, random: Random, words: Words) -> str:
    parts = text.split(" ")
    parts[random.randrange(len(parts))] = words.word()
    return " ".join(parts)


def _change_title(slide: Slide, random: Random, words: Words) -> _Edit:
    old = slide["title"]
    slide["title"] = _another_word(old, random, words)
    return ("title",), old, slide["title"]


def _change_notes(slide: Slide, random: Random, words: Words) -> _Edit:
    old = slide.pop("notes", None)
    if old is None or random.random() < 0.7:
        slide["notes"] = words.text() if old is None else _another_word(old, random, words)
    return ("notes",), old, slide.get("notes")


def _number_of_texts(slide: Slide) -> Iterator[str]:
    yield from (kind for kind in slide if kind in ("text", "bullets"))


def _text_place(slide: Slide, kind: str) -> tuple[str, ...]:
    """Return what the block of a text is called: with its number where a slide has two."""
    texts = list(_number_of_texts(slide))
    return (f"text {texts.index(kind) + 1}", "text") if len(texts) > 1 else ("text",)


def _change_text(slide: Slide, random: Random, words: Words) -> _Edit:
    old = slide["text"]
    slide["text"] = words.text() if random.random() < 0.2 else _another_word(old, random, words)
    return _text_place(slide, "text"), old, slide["text"]


def _change_bullets(slide: Slide, random: Random, words: Words) -> _Edit:
    old = "\n".join(f"- {one}" for one in slide["bullets"])
    index = random.randrange(len(slide["bullets"]))
    match random.randrange(3):
        case 0:
            slide["bullets"][index] = _another_word(slide["bullets"][index], random, words)
        case 1:
            slide["bullets"].insert(index, words.text(3, 6))
        case _:
            slide["bullets"].append(slide["bullets"].pop(0))
    return _text_place(slide, "bullets"), old, "\n".join(f"- {one}" for one in slide["bullets"])


def _change_image(slide: Slide, random: Random, words: Words) -> _Edit:
    image, key = slide["image"], random.choice(("file", "alt", "credit"))
    old = image[key]
    image[key] = words.text(2, 4) if key != "file" else random.choice([one for one in PICTURES if one != old])
    return ("image", key), old, image[key]


def _change_table(slide: Slide, random: Random, words: Words) -> _Edit:
    rows = slide["table"]["rows"]
    row, column = random.randrange(1, len(rows)), random.randrange(1, len(rows[0]))
    old = rows[row][column]
    rows[row][column] = str(int(old) + random.randint(1, 99)) if random.random() < 0.8 else words.word()
    name = f"row {row}" if len(rows) > 2 else "row"
    return ("table", f"{name} “{rows[row][0]}”", rows[0][column]), old, rows[row][column]


def _change_chart(slide: Slide, random: Random, words: Words) -> _Edit:
    chart = slide["chart"]
    index = random.randrange(len(chart["series"]))
    series = chart["series"][index]
    point = random.randrange(len(chart["categories"]))
    old = series["values"][point]
    series["values"][point] = old + random.choice((1, 0.5, 7))
    number = f" {index + 1}" if len(chart["series"]) > 1 else ""
    place = ("chart", f"series{number} “{series['name']}”", chart["categories"][point])
    return place, f"{old:g}", f"{series['values'][point]:g}"


def _change_columns(slide: Slide, random: Random, words: Words) -> _Edit:
    index = random.randrange(len(slide["columns"]))
    column = slide["columns"][index]
    old = column["text"]
    column["text"] = _another_word(old, random, words)
    return ("columns", f"column {index + 1} “{column['heading']}”", "text"), old, column["text"]


def _change_metrics(slide: Slide, random: Random, words: Words) -> _Edit:
    index = random.randrange(len(slide["metrics"]))
    metric = slide["metrics"][index]
    old = metric["value"]
    metric["value"] = str(int(old) + random.randint(1, 99))
    return ("metrics", f"metric {index + 1} “{metric['label']}”", "value"), old, metric["value"]


def _change_quote(slide: Slide, random: Random, words: Words) -> _Edit:
    quote, key = slide["quote"], random.choice(("text", "by", "credit"))
    old = quote[key]
    quote[key] = _another_word(old, random, words)
    return ("quote", key), old, quote[key]


_CHANGE: dict[str, Callable[[Slide, Random, Words], _Edit]] = {
    "text": _change_text,
    "bullets": _change_bullets,
    "image": _change_image,
    "table": _change_table,
    "chart": _change_chart,
    "columns": _change_columns,
    "metrics": _change_metrics,
    "quote": _change_quote,
}
