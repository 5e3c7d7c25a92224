"""What texts and credits may cost until they are laid out: bounds of work, and what is said beyond them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from itertools import count
from pathlib import Path

import pytest

from deckmaker.assets import Rights
from deckmaker.budget.decks import DECK_CHARACTERS, DECK_SLIDES, DECK_TEXTS, SLIDE_BLOCKS
from deckmaker.budget.slips import NAMES_COMPARED
from deckmaker.credits.deeds import near_address
from deckmaker.credits.full import full_credits
from deckmaker.credits.gate import check_works
from deckmaker.credits.ledger import ledger_of
from deckmaker.credits.licenses import near_license
from deckmaker.credits.strip import credit_runs, strip_runs
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.language.deck import DeckEntry
from deckmaker.language.validation import validate
from deckmaker.model import Deck, Run
from deckmaker.model.text import join_runs
from deckmaker.resolve import resolve_deck
from deckmaker.resolve.characters import check_line
from deckmaker.resolve.embedded import credit_in
from deckmaker.resolve.inline import parse_inline
from deckmaker.resolve.notes import notes_of
from deckmaker.resolve.origins import preview_words
from deckmaker.resolve.text_markdown import read_text
from deckmaker.resolve.text_parts import Head, List, Quoted, Running, Words
from deckmaker.source import parse_yaml, scalars
from tests.bounds import BOUNDS
from tests.hostile.work import calls_of, growth
from tests.projects import DECK, Project, place
from tests.samples import mostly_slow

MARKS: dict[str, Callable[[int], str]] = {
    **{
        f"`{sign}` again and again": lambda size, sign=sign: sign * size
        for sign in (
            "*",
            "**",
            "*a",
            "***a*",
            "[",
            "[a](",
            "[a](b ",
            "^[",
            "^[a]",
            "![",
            "`",
            "`a",
            "<",
            "<a:",
            "_",
            "_a ",
        )
    },
    **{
        f"`{sign}` at every word": lambda size, sign=sign: sign * size
        for sign in (
            "~",
            "~a",
            "^a",
            "\\*",
            "[^[",
            "[[]",
            "*[",
            "`[",
            "[`a",
            "[<a",
            "**[a](",
            "<https://a ",
            "[a](b 'c",
        )
    },
    "brackets in brackets": lambda size: "[" * size + "a" + "]" * size,
    "links in links": lambda size: "[" * size + "a" + "](b)" * size,
    "stress in stress": lambda size: "*a " * size + "a*" * size,
    "footnotes in footnotes": lambda size: "^[" * size + "a" + "]" * size,
    "code of longer and longer signs": lambda size: "".join("`" * (one % 9 + 1) + "a" for one in range(size)),
    "a long address": lambda size: f"[a](https://b.example/{'x' * size})",
    "an address of brackets": lambda size: f"[a](https://b.example/{'(' * size})",
    "an address of letters beyond ASCII": lambda size: f"<https://b.example/{'ü' * size}>",
    "bold words": lambda size: "**a b** " * size,
    "bold words that never end": lambda size: "**a " * size,
    "lines": lambda size: "a  \n" * size + "*b*",
    "marks on a letter": lambda size: "a" + "\u0301" * size,
    "signs of direction": lambda size: "a\u202e" * size,
}


@pytest.mark.parametrize("name", mostly_slow(MARKS, quick=3))
def test_work_grows_with_the_marks_in_a_text(name):
    """Twice the marks, twice the calls, whether they pair or not."""
    fresh = count()  # a text that is known costs nothing

    def read(size: int) -> None:
        text = f"{next(fresh)} {MARKS[name](size)}".replace("b.example", f"b{next(fresh)}.example")
        if name == "marks on a letter":  # what is left of them is one
            check_line(text, place(), Diagnostics())
        else:
            parse_inline(text, place(), Diagnostics())

    assert growth(calls_of, read, 300) < 2.4


BLOCKS: dict[str, Callable[[int], str]] = {
    "items": lambda size: "- a\n" * size,
    "numbers": lambda size: "1. a\n" * size,
    "items of items": lambda size: "- 1. " * size + "a",
    "paragraphs of an item": lambda size: "- a\n\n" + "  b\n\n" * size,
    "quotations in quotations": lambda size: "> " * size + "a",
    "lines of a quotation": lambda size: "> a\n" * size,
    "headings": lambda size: "## a\n" * size,
    "code": lambda size: "```\na\n```\n" * size,
    "code that never ends": lambda size: "```\n" + "a\n" * size,
    "rules": lambda size: "---\n" * size,
    "rows of a table": lambda size: "| a |\n|---|\n" + "| b |\n" * size,
    "HTML": lambda size: "a <b>\n" * size,
    "HTML that never ends": lambda size: "<a " * size,
    "footnotes by their names": lambda size: "a [^1] " * size,
    "lists within a paragraph": lambda size: "a\n    - b\n" * size,
    "stars": lambda size: "* " * size + "a",
}


@pytest.mark.sampled(every=6)
@pytest.mark.parametrize("name", mostly_slow(BLOCKS, every=4))
def test_work_grows_with_the_blocks_in_a_text(name):
    """Twice the lines, twice the calls, whatever is nested in whatever; and as much for notes."""

    def read(size: int) -> object:
        scalars._signs.cache_clear()  # or what was read once would cost nothing the second time
        return read_text(BLOCKS[name](size), place())

    assert growth(calls_of, read, 600) < 2.6
    assert growth(calls_of, lambda size: notes_of(BLOCKS[name](size)), 600) < 2.6


@pytest.mark.parametrize("name", [*BLOCKS, "empty items"])
def test_the_blocks_of_a_text_hold_no_more_than_the_text(name):
    """An empty item holds its mark alone, not what is nested in it once more: on nine levels, all would stand nine
    times."""
    text = BLOCKS[name](300) if name in BLOCKS else "-\n  -\n    -\n" + "      - a\n" * 300
    assert sum(len(words.passage.text) for part in read_text(text, place()).parts for words in _words(part)) <= len(
        text
    ) + 2 * text.count("\n")  # a line that stays as typed ends in two spaces, a hard break


def _words(part: object) -> Iterator[Words]:
    match part:
        case Running(paragraphs=paragraphs) | Quoted(paragraphs=paragraphs):
            yield from paragraphs
        case List(items=items):
            yield from (words for item in items for words in item.paragraphs)
        case Head(words=words):
            yield words


def test_what_is_told_within_a_text_costs_no_look_at_all_of_it():
    """A place is found by a search, and the signs of the text are counted once."""

    def told(size: int) -> object:
        scalars._signs.cache_clear()
        text = "[a](b)\n" * size
        source = SourceFile("deck.yaml", "a: |1\n" + "".join(f" {line}\n" for line in text.splitlines()))
        diagnostics = Diagnostics()
        parse_inline(text, Span(source, 1, 4, size + 2, 1), diagnostics)
        return diagnostics

    assert growth(calls_of, told, 300) < 2.6


def test_runs_are_joined_without_a_copy_at_each():
    """Half a million escaped signs are a text each, until they are one: no text is copied but into the whole."""

    class Counted(str):
        """A text that counts how many characters are put behind it."""

        copied = 0

        def __add__(self, other: str) -> Counted:
            Counted.copied += len(self) + len(other)
            return Counted(super().__add__(other))

    (one,) = join_runs([Run(Counted("*")) for _ in range(1_000)])
    assert (len(one.text), Counted.copied) == (1_000, 0)


@pytest.mark.parametrize("marks", ["", "*", "_", "`"])
def test_joined_runs_are_as_they_were(marks):
    """Empty ones go, and part nothing; neighbours under the same marks are one."""
    stressed = {"*": {"bold": True}, "_": {"italic": True}, "`": {"code": True}}.get(marks, {})
    runs = [Run(""), Run("a"), Run("", script=1), Run("b"), Run("c", **stressed), Run("d", **stressed), Run("e")]
    whole = "".join(one.text for one in join_runs(runs))
    assert whole == "abcde" and len(join_runs(runs)) == (3 if marks else 1)


def resolved(text: str, folder: Path) -> tuple[Deck | None, Diagnostics]:
    """Return the meaning of a deck in a folder, and what is said of it."""
    diagnostics = Diagnostics()
    tree = parse_yaml(SourceFile("deck.yaml", text), diagnostics)
    entry = tree and validate(DeckEntry, tree, diagnostics)
    assert tree and entry, [one.message for one in diagnostics]
    return resolve_deck(entry, tree, folder / "deck.yaml", diagnostics), diagnostics


def credits(*written: str) -> str:
    """Return a deck whose slide has these credits."""
    return f"{DECK}    credits:\n" + "".join(f"      - {one}\n" for one in written)


DECKS: dict[str, Callable[[int], str]] = {
    "items": lambda size: f"{DECK}    bullets: [{'a, ' * size}b]\n",
    "nested items": lambda size: f"{DECK}    bullets: [{'{a: [b, {c: [d]}]}, ' * size}b]\n",
    "paragraphs": lambda size: f"{DECK}    text: |\n" + "      a\n\n" * size,
    "footnotes": lambda size: f"{DECK}    text: {'a^[b] ' * size}c\n",
    "steps of the trail": lambda size: f"trail: [{'a, ' * size}b]\n{DECK}",
    "notes": lambda size: f"{DECK}    notes: |\n" + "      a\n\n" * size,
    "credits": lambda size: credits(*[f"{{creator: n{one}, license: CC-BY-4.0}}" for one in range(size)]),
    "credits on one line": lambda size: (
        f"{DECK}    credits: [{', '.join(f'{{creator: n{one}, license: CC-BY-4.0}}' for one in range(size))}]\n"
    ),
    "licences with slips": lambda size: credits(*[f"{{creator: n, license: CC-BI-4.{one}}}" for one in range(size)]),
    "records": lambda size: (
        "sources:\n"
        + "".join(f"  k{one}: {{creator: n}}\n" for one in range(size))
        + credits(*[f"{{source: k{one}}}" for one in range(size)])
    ),
    "records with slips": lambda size: (
        "sources:\n"
        + "".join(f"  k{one}: {{creator: n}}\n" for one in range(size))
        + credits(*[f"{{source: x{one}}}" for one in range(size)])
    ),
    "credits from one long record": lambda size: (
        "sources:\n  k:\n    creator: A\n"
        + "\n" * size
        + "    license: CC-BY 4\n"
        + credits(*[f"{{source: k, note: n{one}}}" for one in range(size)])
    ),
}


@pytest.mark.parametrize("name", mostly_slow(DECKS))
def test_work_grows_with_the_deck(name, tmp_path, monkeypatch):
    """From what is written to strips, notes, and the ledger; help about slips in words has bounds of its own."""
    monkeypatch.setattr("deckmaker.resolve.credits.nearest", lambda word, known: None)

    def read(size: int) -> None:
        for known in (near_license, near_address, credit_runs):
            known.cache_clear()
        deck, found = resolved(DECKS[name](size or 1), tmp_path)
        assert deck
        check_works(deck, (), found)
        for slide in deck.slides:
            strip_runs(slide.credits, "en")
            full_credits(slide.credits, "en")
        ledger_of(deck, tmp_path / "deck.yaml", tmp_path, {}, lambda file: None, found)

    assert growth(calls_of, read, 150) < 2.5


def said(text: str, folder: Path) -> str:
    """Return all that is said of a deck, as printed."""
    return Project(folder).shown(resolved(text, folder)[1])


@pytest.mark.parametrize(
    ("bound", "text", "at"),
    [
        ("DECK_TEXTS", f"{DECK}    bullets: [a, b, '*c* d', e, f, g]\n", "4:33"),
        ("DECK_TEXTS", f"{DECK}    text: a^[b *c*] d^[e *f*]\n", "4:11"),
        ("DECK_TEXTS", f"{DECK}    table:\n      rows: [[a, b], [c, d], [e, f]]\n", "4:5"),
        ("DECK_TEXTS", credits(*["A"] * 6), "10:9"),
        ("DECK_CHARACTERS", f"{DECK}    notes: {'n' * 40}\n", "4:12"),
        ("DECK_CHARACTERS", f"footer: {'n' * 9}\n{DECK}" + "  - title: A\n" * 6, "7:5"),
        (
            "DECK_CHARACTERS",
            f"sources: {{k: {'{'}text: {'n' * 20}{'}'}}}\n{credits('{source: k}', '{source: k}')}",
            "7:9",
        ),
        ("DECK_CHARACTERS", f"author: {'n' * 20}\n{DECK}    layout: title\n  - layout: title\n", "6:5"),
    ],
)
def test_what_a_deck_takes_is_counted_where_it_is_shown(bound, text, at, tmp_path, monkeypatch):
    """What stands on every slide counts on each. The message stands where there begins to be too much."""
    known = replace(BOUNDS[bound], most=5 if bound == "DECK_TEXTS" else 45)
    monkeypatch.setattr(f"deckmaker.resolve.allowance.{bound}", known)
    message, where, *_ = said(text, tmp_path).splitlines()
    assert message == (
        f"error[endless-deck]: the deck has more than {known.limit}: a deck may have {known.most}, and here they begin "
        "to be too many"
    )
    assert where.strip() == f"--> deck.yaml:{at}"
    assert resolved(text, tmp_path)[0] is None


def test_the_names_in_all_agendas_of_a_deck_are_counted(tmp_path, monkeypatch):
    """An agenda costs two words and shows every section: 300 of 300 sections took more than a hundred seconds."""
    known = replace(BOUNDS["DECK_AGENDA_NAMES"], most=5)
    monkeypatch.setattr("deckmaker.resolve.allowance.DECK_AGENDA_NAMES", known)
    text = DECK + "".join(f"  - {{title: '{one}', section: '{one}', agenda: true}}\n" for one in range(3))
    message, where, *rest = said(text, tmp_path).splitlines()
    assert message == (
        "error[endless-deck]: the deck has more than 5 names of sections: the agendas of a deck may have 5, and here "
        "they begin to be too many"
    )
    assert where.strip().startswith("--> deck.yaml:5:")
    assert "  = help: leave out `agenda: true` on some slides" in rest
    assert resolved(text, tmp_path)[0] is None


@pytest.mark.parametrize(
    ("bound", "block", "said"),
    [
        ("DECK_EVENTS", "timeline: [{when: 2024, title: a}, {when: 2025, title: b}]", "events: the timelines"),
        ("DECK_STEPS", "process: [a, b]", "steps: the processes"),
        ("DECK_FIGURES", "metrics: [{value: 1, label: a}, {value: 2, label: b}]", "figures: the key figures"),
        ("DECK_EDGES", "diagram: [a -> b, b -> c]", "arrows: the diagrams"),
        ("DECK_FORMULA_PARTS", "equation: a", "parts: the formulas"),
    ],
)
def test_what_takes_longer_than_words_is_counted_in_all_blocks_of_a_deck(bound, block, said, tmp_path, monkeypatch):
    """An alias of a timeline takes 29 bytes a slide, and a tenth of a second."""
    monkeypatch.setattr(f"deckmaker.resolve.allowance.{bound}", replace(BOUNDS[bound], most=3))
    text = f"{DECK}  - {{title: A, {block}}}\n  - {{title: B, {block}}}\n"
    found = [one for one in resolved(text, tmp_path)[1] if one.code == "endless-deck"]
    assert [(one.span.line, f"more than 3 {said} of a deck may have 3, and here" in one.message) for one in found] == [
        (DECK.count("\n") + 2, True)
    ]


@pytest.mark.parametrize(
    ("slide", "at"),
    [
        ("    content: [a, b, {heading: c}, {quote: d}, e]\n", "4:47"),
        ("    columns: [{content: [a, b]}, {content: [c, d]}]\n", "4:48"),
        ("    images: [x.png, y.png]\n    grid: {cells: [{text: a}, {text: b, heading: c}]}\n", "5:50"),
    ],
)
def test_the_blocks_of_a_slide_are_counted_wherever_they_stand(slide, at, tmp_path, monkeypatch):
    """In columns and cells too; those of another slide are counted anew."""
    known = replace(SLIDE_BLOCKS, most=4)
    monkeypatch.setattr("deckmaker.resolve.allowance.SLIDE_BLOCKS", known)
    found = [one for one in resolved(f"{DECK}{slide}", tmp_path)[1] if one.code == "endless-deck"]
    assert [one.message for one in found] == [
        "the slide has more than 4 blocks: a slide may have 4, and here they begin to be too many"
    ]
    assert found[0].span and found[0].span.place == f"deck.yaml:{at}"
    assert found[0].help == "make several slides of it"
    assert resolved(f"{DECK}    text: a\n    quote: b\n" + "  - text: a\n    quote: b\n" * 3, tmp_path)[0]


@pytest.mark.parametrize(
    ("bound", "most"), [("deckmaker.resolve.credits.NAMES_COMPARED", 4), ("deckmaker.diagnostics.aid.COMPARISONS", 60)]
)
def test_sources_that_are_too_many_to_be_compared_are_told_once(bound, most, tmp_path, monkeypatch):
    """A slip behind them would otherwise stand on the slide as a source's name, and nobody would know."""
    monkeypatch.setattr(bound, replace(NAMES_COMPARED, most=most))
    text = "sources: {board: {text: B}, meters: {text: M}}\n" + credits(
        *(f"{{source: {one}}}" for one in ("bord", "metres", "Port Authority", "boards", "mters"))
    )
    _, found = Project(tmp_path).read(text)
    (told,) = (one for one in found if one.code == "unsearched-sources")
    assert told.message.endswith("and the names of sources that follow are not searched for slips: there are too many")
    assert told.span and 5 < told.span.line < 11
    assert [one.code for one in found].index("unknown-source") == 0


def test_honest_decks_are_far_from_the_bounds():
    """5,000 slides with twenty items of fifty characters fit in, and 10,000 with a line of credits."""
    assert DECK_SLIDES.most >= 5_000
    assert DECK_TEXTS.most >= 5_000 * 21
    assert DECK_CHARACTERS.most >= 5_000 * 20 * 50


def test_a_deck_that_takes_too_much_is_not_laid_out(tmp_path, monkeypatch):
    """Nor rendered: nothing costs anything any more."""
    monkeypatch.setattr("deckmaker.resolve.allowance.DECK_TEXTS", replace(DECK_TEXTS, most=2))
    monkeypatch.setattr("deckmaker.layout.layout_deck", None)
    document, found = Project(tmp_path).read(f"{DECK}    bullets: [a, b, c]\n")
    assert document is None and [one.code for one in found] == ["endless-deck"]


def test_the_rights_of_a_picture_are_read_once_however_many_slides_show_it():
    """A packet may hold a megabyte, and a deck may show it ten thousand times."""
    rights = Rights(**{one.name: "n" * 1_000 for one in fields(Rights) if one.type == "str"})
    credit_in(rights, place())
    preview_words(rights)
    assert calls_of(lambda: [credit_in(rights, place()) for _ in range(100)]) < 4_000
    assert calls_of(lambda: [preview_words(rights) for _ in range(100)]) < 500


def test_an_endless_licence_is_compared_with_none():
    """No id has two hundred characters."""
    assert near_license("CC BY 4.0") == "CC-BY-4.0"
    assert calls_of(lambda: near_license("CC BY 4.0 " * 100_000)) < 10


def test_a_language_has_few_subtags(tmp_path):
    """RFC 5646 (4.4.1) counts 35 characters as enough; each run of a text says its language."""
    assert said(f"language: zh-Hant-TW-one-two\n{DECK}", tmp_path) == ""
    _, found = Project(tmp_path).read(f"language: en{'-abcdefgh' * 100}\n{DECK}")
    assert [one.code for one in found] == ["wrong-value"]


NUMBERS = {
    "lines that are skipped": ("file: a.csv, skip: 99999999999999999999", "`skip` takes a number, 1,000,000 or less"),
    "rows of the header": (f"rows: [[a]], header: {'9' * 4_300}", "`header` takes a number, 1,000,000 or less"),
    "widths": ("rows: [[a]], columns: [{from: a, width: 1e308}]", "`width` takes a number, 10,000 or less"),
}


@pytest.mark.parametrize("name", NUMBERS)
def test_numbers_beyond_all_that_is_counted_are_refused(name, tmp_path):
    """They went further than Python steps, prints or adds."""
    keys, message = NUMBERS[name]
    assert message in Project(tmp_path).said(f"{DECK}    table: {{{keys}}}\n")


@pytest.mark.parametrize("decimals", ["", ", decimals: 20"])
def test_numbers_of_any_power_are_written(decimals, tmp_path):
    """Of up to sixty characters, to the 99th power of ten."""
    rows = f"[[a], [{'1' * 57}e99], [{'1' * 56}e-99], ['.{'1' * 54}e99%']]"
    text = f"{DECK}  - table: {{rows: {rows}, columns: [{{from: a, format: percent{decimals}}}]}}\n"
    deck, found = resolved(text, tmp_path)
    assert deck and not len(found)
    assert deck.slides[1].blocks[0].rows[1].cells[0].paragraph.text.startswith("11,111,111")


@pytest.mark.slow
def test_themes_that_extend_one_another_are_counted(tmp_path):
    """Twenty are read, a thousand are no deeper than that."""
    project = Project(tmp_path)
    for themes, said in ((19, ""), (1_000, "theme `t20.yaml` is one too many: the chain has more than 20 themes")):
        for number in range(themes):
            base = f"t{number + 1}.yaml" if number + 1 < themes else "briefing"
            (project.deck.parent / f"t{number}.yaml").write_text(f"extends: {base}\n", encoding="utf-8")
        found = project.said(f"theme: t0.yaml\n{DECK}")
        assert said in found if said else found == ""


def test_a_size_in_a_theme_is_tried_and_so_is_bounded(tmp_path):
    """Texts are tried at each size down to the smallest."""
    project = Project(tmp_path)
    styles = "styles: {body: {size: 1000000, short: 1000000, min: 1}}"
    (project.deck.parent / "house.yaml").write_text(f"extends: briefing\n{styles}\n", encoding="utf-8")
    assert "`size` takes a number, 400 or less, found `1000000`" in project.said(f"theme: house.yaml\n{DECK}")
