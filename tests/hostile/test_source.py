"""What reading a file and validating it may cost, whatever is in it: bounds of work, and what is said beyond them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from deckmaker.budget.decks import DECK_SLIDES
from deckmaker.budget.source import ALIASED_CHARACTERS, MISTAKES, SOURCE_VALUES
from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.diagnostics.printer import full
from deckmaker.language.deck import DeckEntry
from deckmaker.language.pruning import pruned
from deckmaker.language.validation import validate
from deckmaker.source import Tree, parse_yaml
from tests.hostile.work import bytes_of, calls_of, growth
from tests.projects import DECK, Project
from tests.samples import mostly_slow


def parsed(text: str) -> tuple[Tree | None, Diagnostics]:
    """Return the tree of a file, and what is said of it."""
    diagnostics = Diagnostics()
    return parse_yaml(SourceFile("deck.yaml", text), diagnostics), diagnostics


def read(text: str) -> Diagnostics:
    """Take a deck as far as validation, and what is left of it without its mistakes."""
    tree, diagnostics = parsed(text)
    if tree and not validate(DeckEntry, tree, diagnostics) and len(diagnostics) < 1_000:
        pruned(tree)
    return diagnostics


def said(text: str) -> str:
    """Return all that is said of a deck, as printed."""
    return "\n\n".join(full(one) for one in read(text))


SLIDE = "title: A\nslides:\n  - title: A\n    image: a.png\n"


FILES: dict[str, Callable[[int], str]] = {
    "slides that are texts": lambda size: f"title: A\nslides: [{'a,' * size}]\n",
    "empty slides": lambda size: f"title: A\nslides: [{'{},' * size}]\n",
    "keys that there are not": lambda size: "".join(f"k{number}: a\n" for number in range(size)),
    "keys of a slide that there are not": lambda size: SLIDE + "".join(f"    k{number}: a\n" for number in range(size)),
    "keys that are given twice": lambda size: "".join(f"k{number // 2}: a\n" for number in range(size)),
    "tags": lambda size: f"title: [{'!a b, ' * size}]\n",
    "merge keys": lambda size: f"title: [{'{<<: a}, ' * size}]\n",
    "lists for keys": lambda size: f"title: [{'? [a] : b, ' * size}]\n",
    "anchors": lambda size: f"title: [{''.join(f'&a{number} b, ' for number in range(size))}]\n",
    "anchors that hold themselves": lambda size: f"title: [{''.join(f'&a{n} [*a{n}], ' for n in range(size))}]\n",
    "values that hide a text": lambda size: "slides:\n" + "- #a\n" * size,
    "many nothings": lambda size: f"slides: [{'~, ' * size}]\n",
    "items of two keys": lambda size: f"title: A\nslides: [{{bullets: [{'{a: b, c: d}, ' * size}]}}]\n",
    "severities": lambda size: "severity:\n" + "".join(f"  k{number}: [a]\n" for number in range(size)),
    "brackets that nobody closes": lambda size: "title: [\n" + "a,\n" * size,
    "comments in brackets that nobody closes": lambda size: "title: [\n" + "# a\n" * size,
    "empty lines before a mistake": lambda size: "title: A\n" + "\n" * size + "a: b: c\n",
}


@pytest.mark.parametrize("name", mostly_slow(FILES))
def test_work_grows_with_the_file(name, monkeypatch):
    """Twice the file, twice the calls; help about slips in words has bounds of its own."""
    monkeypatch.setattr("deckmaker.language.mistake_messages.nearest", lambda word, known: None)
    assert growth(calls_of, lambda size: read(FILES[name](size)), 500) < 2.6


@pytest.mark.parametrize(
    "name", mostly_slow(["slides that are texts", "keys that there are not", "tags", "merge keys"])
)
def test_many_mistakes_are_counted_and_not_kept(name, monkeypatch):
    """Beyond the bound, one takes no memory: four times as many, as good as none more."""
    for place in ("deckmaker.diagnostics.collection", "deckmaker.language.kinds"):
        monkeypatch.setattr(f"{place}.MISTAKES", replace(MISTAKES, most=50))
    monkeypatch.setattr("deckmaker.language.mistake_messages.nearest", lambda word, known: None)
    found = read(FILES[name](3_000))
    assert len(found) <= 55
    parsed(FILES[name](1))
    tree = [parsed(FILES[name](size))[0] for size in (1_000, 4_000)]
    assert all(tree)
    once, more = (bytes_of(lambda one=one: validate(DeckEntry, one, Diagnostics())) for one in tree)
    assert more < once + 20_000


def test_of_one_kind_so_many_mistakes_are_kept_and_the_others_counted(monkeypatch):
    """The last says how many there are besides; that the deck has failed is the same."""
    monkeypatch.setattr("deckmaker.diagnostics.collection.MISTAKES", replace(MISTAKES, most=2))
    _, diagnostics = parsed("title: !a A\nx: [!b B, !c C, !d D]\n")
    assert [(one.message, one.notes) for one in diagnostics] == [
        ("tag `!a` is not part of the deck language", ()),
        ("tag `!b` is not part of the deck language", ("2 more mistakes of this kind are not listed",)),
    ]
    other = Diagnostics()
    other.extend(diagnostics)
    other.extend_errors(diagnostics)
    assert [one.notes for one in other][-1] == ("4 more mistakes of this kind are not listed",)
    assert other.failed()


def test_a_file_of_too_many_mistakes_is_read_no_further(monkeypatch):
    """Where that is, is told."""
    monkeypatch.setattr("deckmaker.language.kinds.MISTAKES", replace(MISTAKES, most=2))
    assert (
        said("title: A\nslides:\n  - a\n  - b\n  - c\n  - d\n").split("\n\n")[-1]
        == """\
error[more-mistakes]: the file has more than 2 mistakes: those from here on are not looked for
 --> deck.yaml:5:5
  |
5 |   - c
  |     ^
  = help: mend some of the others, and look again"""
    )


def test_slides_without_number_are_refused_before_they_are_read(monkeypatch):
    """At the first that is too many; none is looked at, nor kept for later phases."""
    assert DECK_SLIDES.most >= 5_000
    monkeypatch.setattr(DeckEntry.keys["slides"].kind, "_bound", replace(DECK_SLIDES, most=3))
    text = "title: A\nslides:\n" + "  - title: A\n" * 5
    assert (
        said(text)
        == """\
error[endless-deck]: `slides` has 5 slides: a deck may have 3, and this is the first beyond
 --> deck.yaml:6:5
  |
6 |   - title: A
  |     ^^^^^^^^
  = help: make several decks of it"""
    )
    trees = [parsed("title: A\nslides:\n" + "  - {titel: A, 7: b}\n" * size)[0] for size in (10, 10_000)]
    few, many = (calls_of(lambda tree=tree: validate(DeckEntry, tree, Diagnostics())) for tree in trees)
    assert many < few + 10
    assert all(pruned(tree) is None for tree in trees)


def test_values_without_number_end_the_reading(monkeypatch):
    """Keys count as values do. What comes behind is not even parsed."""
    assert SOURCE_VALUES.most >= 600_000
    monkeypatch.setattr("deckmaker.source.composer.SOURCE_VALUES", replace(SOURCE_VALUES, most=6))
    assert (
        said("title: A\nslides:\n  - [a, b, c]\n")
        == """\
error[yaml-feature]: the file has more than 6 values: a deck or theme file may have 6, and this one is the first beyond
 --> deck.yaml:3:6
  |
3 |   - [a, b, c]
  |      ^
  = help: split the deck into several"""
    )
    few, many = (calls_of(lambda size=size: parsed(f"title: [{'a,' * size}]\n")) for size in (10, 10_000))
    assert many < few + 10


ALIASED = {
    "a text": ("{}", "[{}]", "*a, "),
    "an item": ("[[{}]]", "[{}]", "*a, "),
    "a key": ("{{{}: b}}", "[{}]", "*a, "),
    "the key of an item": ("{}", "[{}]", "? *a : [b], "),
    "a slide": ("{{title: {}}}", "[{}]", "*a, "),
    "a row": ("[{}, b]", "[{{table: {{rows: [{}]}}}}]", "*a, "),
}


@pytest.mark.parametrize("name", ALIASED)
def test_characters_that_aliases_repeat_are_counted(name, monkeypatch):
    """Of texts and keys, wherever they stand in what is repeated: all that follows works on each of them anew."""
    monkeypatch.setattr("deckmaker.source.composer.ALIASED_CHARACTERS", replace(ALIASED_CHARACTERS, most=10_000))
    held, around, alias = ALIASED[name]
    text = f"x: &a {held.format('n' * 900)}\nslides: " + around.format(alias * 9) + "\n"
    assert "aliases" not in said(text)
    (message,) = [full(one) for one in parsed(text.replace(alias, alias * 2))[1]]
    assert message.startswith("error[yaml-feature]: aliases repeat more than 10,000 characters\n --> deck.yaml:2:")
    assert message.endswith("= help: write the characters out")


def test_a_long_text_and_many_aliases_end():
    """One of 900 kB, and 100,000 times as much: refused at the third, after some hundred calls."""
    text = f"title: &a {'n' * 900_000}\nslides:\n" + "  - title: *a\n" * 100_000
    assert calls_of(lambda: parsed(text)) < 1_000
    assert "aliases repeat more than 2,000,000 characters\n --> deck.yaml:5:12" in full(next(iter(parsed(text)[1])))


def test_declared_tags_are_counted_before_they_are_read():
    """The parser compares each with all before it, in C: a hundred take no time, a hundred thousand an hour."""
    assert said("%TAG !a! tag:a\n---\n" + DECK) == ""
    tags = "".join(f"%TAG !a{number}! tag:a\n" for number in range(300))
    for text in (f"{tags}---\n{DECK}", f"{DECK}...\n{tags}---\n{DECK}", f"{tags}---\n{DECK}".replace("\n", "\r")):
        assert said(text).startswith(
            "error[yaml-feature]: the file has more than 100 tags that are declared: a deck or theme file may have 100"
        )
        assert "%TAG !a100! tag:a" in said(text)


def test_a_line_is_found_without_a_list_of_all_lines():
    """A file may have tens of millions, of which a message shows one."""
    source = SourceFile("deck.yaml", "# a line\r\n" * 200_000 + "title: [a\n")
    assert bytes_of(lambda: source.line(200_001)) < 1_000_000
    assert [source.line(number) for number in (0, 1, 200_000, 200_001, 200_002)] == [
        *("", "# a line", "# a line", "title: [a", "")
    ]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\v", "\x85", "\u2028", "\n\r\n\r\r"])
def test_lines_are_those_of_python(end):
    """Wherever the text is parted to find them."""
    text = end.join(f"{'n' * (number % 61)}{number}" for number in range(1_000)) + end * 2
    source = SourceFile("deck.yaml", text)
    lines = text.splitlines()
    assert [source.line(number + 1) for number in range(len(lines))] == lines
    assert source.line(len(lines) + 1) == ""


def test_a_deck_of_nothing_has_a_place(tmp_path):
    """In every form, as every message about a file's content has."""
    for text in ("", "\n\n", "# nothing\n", "---\n", "~\n", "\ufeff"):
        (one,) = Project(tmp_path).read(text)[1]
        assert one.span and one.span.place.endswith("deck.yaml:1:1"), text
