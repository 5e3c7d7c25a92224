"""Messages about texts without end: short in every form, and no slower than about a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.budget.messages import MESSAGE_CHARACTERS, MESSAGE_NOTES
from deckmaker.diagnostics import Diagnostic, Diagnostics, Severity, SourceFile, Span
from deckmaker.diagnostics.printer import display_width, full, github, json_line, printable, short
from deckmaker.diagnostics.printer.escapes import told
from deckmaker.diagnostics.printer.excerpt import WIDEST, excerpt
from tests.hostile.work import bytes_of, calls_of, ended
from tests.projects import DECK, Project
from tests.samples import mostly_long, mostly_slow
from tests.soak.quoted import EXAMPLES, HOSTILE, LONGEST, check_lengths, check_quoted, places, quoted

FORMS = {"full": full, "short": short, "json": json_line, "github": github}
MEGABYTE = 1_000_000


def about(text: str, column: int = 1, name: str = "deck.yaml", notes: int = 1) -> Diagnostic:
    """Return a mistake that quotes a text wherever it can, on a line of it."""
    span = Span(SourceFile(name, text), 1, column, 1, len(text) + 1)
    return Diagnostic("unknown-key", Severity.ERROR, f"unknown key `{text}`", span, f"not `{text}`", (text,) * notes)


@pytest.mark.sampled(every=15)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("hostile", mostly_slow(HOSTILE, every=3))
def test_a_message_about_a_megabyte_is_a_page(hostile, form):
    """In characters once they are escaped; and marks that take no columns are characters."""
    text = HOSTILE[hostile].replace("\n", " ") * (MEGABYTE // len(HOSTILE[hostile]))
    for column in (1, MEGABYTE // 2, MEGABYTE):
        check_lengths(one := about(text, column, text, notes=1_000))
        assert len(FORMS[form](one)) <= LONGEST[form]


@pytest.mark.parametrize("form", FORMS)
def test_a_message_takes_no_more_work_for_a_longer_line(form):
    """What is not shown is not looked at, but for the search of the line itself."""

    def tell(size: int) -> str:
        return FORMS[form](about("n" * size, size // 2))

    once, twice = calls_of(lambda: tell(10_000)), calls_of(lambda: tell(20_000))
    assert twice <= once + 10
    assert twice < 60_000


@pytest.mark.slow
def test_what_is_reported_does_not_hold_what_it_quotes():
    """A thousand messages about one text of a megabyte, as aliases bring them, take no gigabyte."""
    text, diagnostics = "n" * MEGABYTE, Diagnostics()

    def report() -> None:
        for number in range(1_000):
            diagnostics.report("unknown-key", f"unknown key `{text}` {number}", None, text, (text,))

    assert bytes_of(report) < 8 * MEGABYTE
    assert len(diagnostics) == 1_000


def test_notes_are_few():
    """Plug-ins may report what they like."""
    diagnostics = Diagnostics()
    diagnostics.report("cannot-render", "no tables", notes=("there",) * 10_000)
    (one,) = diagnostics
    assert one.notes == ("there",) * MESSAGE_NOTES.most


@given(st.text(st.sampled_from("ab\x1b\u202e\U000e0041\u0301漢…%"), max_size=2_000))
def test_beginning_and_end_are_told_and_no_escape_is_cut(text):
    """Of what is longer than a message may be, once it is escaped."""
    shown = told(text)
    assert len(shown) <= MESSAGE_CHARACTERS.most
    if len(printable(text)) <= MESSAGE_CHARACTERS.most:
        assert shown == printable(text)
        return
    assert len(shown) > MESSAGE_CHARACTERS.most - 20
    whole = printable(text)
    edges = [
        index for index in range(len(shown)) if shown[index] == "…" and whole.startswith(shown[:index]) and
        whole.endswith(shown[index + 1 :])
    ]  # fmt: skip
    starts = {0}
    for character in text:
        starts.add(max(starts) + len(printable(character)))
    assert any(index in starts and len(whole) - len(shown[index + 1 :]) in starts for index in edges)


@given(
    st.text(st.sampled_from("ab \x1b\u202e\U000e0041\u0301\u0308\u200d漢👩\t"), min_size=1, max_size=3_000),
    st.integers(0, 3_000),
    st.integers(0, 3_000),
)
def test_a_line_is_cropped_by_columns_and_by_characters(text, start, length):
    """Carets stand below it."""
    start = min(start, len(text))
    found = excerpt(Span(SourceFile("deck.yaml", text), 1, start + 1, 1, start + length + 1))
    assert display_width(found.line) <= WIDEST and len(found.line) <= 3 * WIDEST + 2
    assert found.column + found.marked <= max(display_width(found.line), found.column + 1)


PARTS = 8
PLACES = [(code, path) for code in EXAMPLES for path in places(EXAMPLES[code])]


@pytest.mark.slow
@pytest.mark.parametrize("rest", mostly_long(range(PARTS), is_usual=lambda rest: rest == 0))
def test_no_deck_has_a_longer_message(rest, tmp_path):
    """A text of a thousand characters in place of every eighth key or text of every deck that is wrong."""
    project = Project(tmp_path)
    for number, (code, path) in enumerate(PLACES[rest::PARTS]):
        hostile = ("long", "marks", "tags")[number % 3]
        check_quoted(quoted(code, path, hostile, 1_000, flow=bool(number % 2)), project)


@pytest.mark.parametrize("form", mostly_slow(FORMS))
def test_a_command_prints_little_about_a_text_of_marks(form, tmp_path):
    """Two megabytes of them came out once."""
    project = Project(tmp_path)
    project.write(DECK + "    bulets" + "\u0301" * MEGABYTE + ": a\n" + "    x: [" + "a, " * 300_000 + "b]\n")
    done = ended(["check", "--messages", form, "decks/deck.yaml"], tmp_path)
    assert done.exit_code == 1
    assert len((done.stdout + done.stderr).encode()) < 15_000
