"""Whatever a record says, no form loses it."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import fields
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from deckmaker.credits.forms import in_form
from deckmaker.credits.forms.cells import COLUMNS, cells
from deckmaker.credits.ledger import Digests, Ledger, ledger_of
from deckmaker.diagnostics.printer import display_width, printable
from deckmaker.diagnostics.printer.columns import as_shown
from deckmaker.model import Credit, CreditSettings, Deck, Picture, PictureFile, Slide
from deckmaker.render.date import date_of_files
from tests.projects import place
from tests.samples import examples

pytestmark = pytest.mark.slow

ROOT = Path("/project")
texts = st.text(
    st.characters(exclude_categories=("C", "Z"), include_characters=" |*_`<>[]\\=+-@'\",;#&~夜é"),
    min_size=1,
    max_size=12,
)
lines = texts.map(lambda text: " ".join(text.split())).filter(bool)
licenses = lines | st.sampled_from(["CC-BY-4.0", "CC0-1.0", "https://creativecommons.org/licenses/by-sa/3.0/de/"])
addresses = st.sampled_from(["https://example.org/a_b?c=*d*&amp;e", "https://example.org/é|f", "http://10.0.0.1:8/a"])
OTHERS = ("role", "kind", "license", "url", "span", "named_at", "nobody")
records = st.builds(
    Credit,
    role=st.sampled_from(["picture", "data", "text"]),
    license=st.none() | licenses,
    url=st.none() | addresses,
    **{one.name: st.none() | lines for one in fields(Credit) if one.name not in OTHERS},
)
statements = st.builds(Credit, st.just("picture"), nobody=lines)


def ledger(credits: list[Credit | None]) -> Ledger:
    """Return the ledger of a deck with a picture a slide under these credits, and the same once more without one."""
    slides = []
    for number, credit in enumerate(credits):
        file = PictureFile(ROOT / f"{number} | 夜.png", "image/png", 8, 6)
        picture = Picture(file, "", (0.5, 0.5), None, credit, place())
        stand = (credit, credit) if credit else ()
        slides.append(Slide(None, None, None, place(), (picture,), stand, place(), (), place()))
    empty = dict.fromkeys(("subtitle", "author", "date", "footer", "logo", "use", "license"))
    others = {"credits": CreditSettings(), "trail": (), "reasons": {}, "spans": {}, "span": place()}
    deck = Deck("T", language="de", slides=tuple(slides), **empty, **others)
    return ledger_of(deck, ROOT / "deck.yaml", ROOT, {}, lambda file: Digests("0" * 40, "1" * 64), [])


ledgers = st.lists(records | statements | st.none(), min_size=1, max_size=3).map(ledger)


def written(form: str, ledger: Ledger, width: int = 10_000) -> str:
    """Return a ledger in a form."""
    return in_form(form, [ledger], width, date_of_files)


@given(ledgers)
def test_every_work_holds_what_its_record_says(ledger):
    """A field of a credit is a field of the ledger."""
    for work in ledger.works:
        assert work.fields["role"] and (work.fields["text"] or work.fields["file"])


@given(ledgers)
def test_csv_loses_nothing(ledger):
    """But for the apostrophe before what could be a formula, cells read back as they are, and none begins one."""
    _, *rows = csv.reader(StringIO(written("csv", ledger), newline=""), strict=True)
    for row, work in zip(rows, ledger.works, strict=True):
        assert not any(re.match(r"\s*[=+@-]", cell) for cell in row)
        plain = [cell[1:] if re.match(r"'[\s']*[-=+@＝＋－＠]", cell) else cell for cell in row]
        assert plain == [ledger.deck, *cells(work).values()]


@given(ledgers)
def test_json_loses_nothing(ledger):
    """Not even the difference between an empty text and none."""
    works = json.loads(written("json", ledger))["decks"][0]["works"]
    assert [{name: one[name] for name in work.fields} for one, work in zip(works, ledger.works, strict=True)] == [
        dict(work.fields) for work in ledger.works
    ]


@given(ledgers)
def test_markdown_loses_nothing(ledger):
    """Each cell is one text, or one link that leads where it says."""
    tokens = MarkdownIt("commonmark").enable("table").parse(written("md", ledger))
    inline = [token.children or [] for token in tokens if token.type == "inline"][2:]
    assert {child.type for children in inline for child in children} <= {
        "text",
        "link_open",
        "link_close",
        "text_special",
    }
    read = ["".join(child.content for child in children) for children in inline]
    used = [name for name in COLUMNS if any(cells(work)[name] for work in ledger.works)]
    wanted = [printable(cells(work)[name]) for work in ledger.works for name in used]
    assert read[len(used) :] == wanted


def spdx_mistakes(document: dict[str, Any]) -> list[Any]:
    """Return what SPDX's own tools have to say against a document."""
    # They are imported here because that takes a second, in each process that collects tests.
    from spdx_tools.spdx.parser.jsonlikedict.json_like_dict_parser import JsonLikeDictParser
    from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

    return validate_full_spdx_document(JsonLikeDictParser().parse(document))


@settings(max_examples=examples(25))
@given(ledgers)
def test_spdx_loses_nothing(ledger):
    """And stays valid, whatever licences are called."""
    document = json.loads(written("spdx", ledger))
    assert spdx_mistakes(document) == []
    comments = [one["comment"] for one in (*document["files"], *document["packages"])]
    for work in ledger.works:
        lines = {f"{name.replace('_', ' ')}: {value}" for name, value in cells(work).items() if value}
        assert any(lines <= set(comment.split("\n")) for comment in comments)


@pytest.mark.parametrize(
    ("url", "is_homepage"),
    [("https://example.org/a?b#c", True), ("https://example.museum", True), ("http://10.0.0.1:8/a", False)],
)
def test_an_address_is_a_homepage_where_spdx_takes_it(url, is_homepage):
    """Its tools refuse hosts without a name."""
    document = json.loads(written("spdx", ledger([Credit("text", creator="A", url=url)])))
    source = document["packages"][1]
    assert ("homepage" in source) is is_homepage and f"url: {url}" in source["comment"]
    assert spdx_mistakes(document) == []


@given(ledgers)
def test_a_wide_table_loses_nothing_but_the_end_of_digests(ledger):
    """What a credit says on its slide is not said again; signs that nobody sees, and terminals disagree on, are out."""
    table = written("table", ledger)
    shown = [str(value) for work in ledger.works for name, value in work.fields.items() if value and name != "sha256"]
    table = table.casefold()
    for one in shown:
        seen = "".join(map(as_shown, one)).casefold()
        # What is escaped is longer than it counts for, so that its line may be broken before it.
        assert all(words in table for words in ([seen] if seen == one.casefold() else seen.split())), one


@given(ledgers, st.integers(40, 120))
def test_a_narrow_table_is_no_wider_than_its_terminal(ledger, width):
    """Wide characters count twice."""
    assert max(display_width(line) for line in written("table", ledger, width).splitlines()) <= width


@pytest.mark.parametrize("sign", [*"=+-@\t\r\n＝＋－＠", " =", "'=", "' ="])
def test_no_cell_begins_a_formula(sign):
    """Nor behind spaces or apostrophes: of those before a sign, one is ours."""
    row = written("csv", ledger([Credit("text", creator=f"{sign}1+1")]))
    cells = [one["creator"] for one in csv.DictReader(StringIO(row, newline=""))]
    assert cells == [f"'{sign}1+1"] * 2
