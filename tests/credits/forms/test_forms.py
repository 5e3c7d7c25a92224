"""The ledger of a small project in every form, and what readers that are not ours find in it."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from deckmaker.commands.credits import LEDGERS
from deckmaker.credits.forms import in_form
from deckmaker.credits.forms.cells import COLUMNS
from deckmaker.credits.ledger import FIELDS
from deckmaker.diagnostics.printer import display_width
from deckmaker.render.date import date_of_files
from tests.credits.forms.harbour import expected, harbour, printed
from tests.projects import ROOT, Project

pytestmark = pytest.mark.slow

SCHEMA = ROOT / "docs" / "ledger.schema.json"


@pytest.fixture(scope="module")
def shared_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small project; its drawings are rasterised once, and no test changes them."""
    return harbour(tmp_path_factory.mktemp("harbour"))


@pytest.fixture
def project(shared_project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The small project, on a terminal of a hundred columns."""
    monkeypatch.setenv("COLUMNS", "100")
    return shared_project


def spdx_of(project: Project, form: bytes) -> Any:
    """Return an SPDX document as SPDX's own tools read it; it has no mistakes."""
    # They are imported here because that takes a second, in each process that collects tests.
    from spdx_tools.spdx.parser.parse_anything import parse_file
    from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

    path = project.folder / "ledger.spdx.json"
    path.write_bytes(form)
    document = parse_file(str(path))
    assert validate_full_spdx_document(document) == []
    return document


@pytest.mark.parametrize("form", LEDGERS)
def test_a_form_is_just_this(project, form):
    """`python -m tests.credits.forms` accepts what has changed."""
    assert printed(project, form) == expected(form).read_bytes()


def test_the_command_offers_the_forms_that_there_are(project):
    """And no other."""
    assert all(in_form(form, [], 80, date_of_files) for form in LEDGERS if form != "table")
    with pytest.raises(ValueError, match="xlsx"):
        in_form("xlsx", [], 80, date_of_files)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100, 200])
def test_the_table_fits_its_terminal(project, width, monkeypatch):
    """Down to forty columns; its words stay."""
    wide = "".join(printed(project, "table").decode().split())
    monkeypatch.setenv("COLUMNS", str(width))
    narrow = printed(project, "table").decode()
    assert max(map(display_width, narrow.splitlines())) <= max(width, 40)
    assert sorted(wide.replace("-", "")) == sorted("".join(narrow.split()).replace("-", ""))


def test_csv_reads_back_with_pythons_own_reader(project):
    """Strictly, a line for each work, all with the same columns; lines end as RFC 4180 has them."""
    text = printed(project, "csv").decode()
    header, *rows = csv.reader(StringIO(text, newline=""), strict=True)
    assert header == ["deck", *COLUMNS]
    assert len(rows) == 9 and {len(row) for row in rows} == {len(header)}
    assert text.count("\r\n") == text.count("\n") == 10
    night = dict(zip(header, rows[2], strict=True))
    assert (night["title"], night["creator"], night["note"]) == ("'=SUM(1)", "'@lind", "'-10 dB | less")


def test_json_follows_its_schema(project):
    """Which names every key, and demands it."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    ledger = json.loads(printed(project, "json"))
    Draft202012Validator(schema).validate(ledger)
    work = ledger["decks"][0]["works"][1]
    assert list(work) == schema["$defs"]["work"]["required"] == ["slides", *FIELDS, "missing", "rows"]
    assert (work["slides"], work["license_id"], work["modified"]) == ([2, 6], "CC-BY-NC-SA-4.0", "cropped")
    assert [one["code"] for one in work["missing"]] == ["non-commercial"]


def test_markdown_is_one_table_whose_cells_read_as_written(project):
    """To a parser of CommonMark with tables."""
    tokens = MarkdownIt("commonmark").enable("table").parse(printed(project, "md").decode())
    assert [token.type for token in tokens].count("table_open") == 1
    cells = ["".join(one.content for one in token.children or ()) for token in tokens if token.type == "inline"]
    assert {"=SUM(1)", "-10 dB | less", "Getty Images, editorial use"} <= set(cells)
    links = {one.attrs["href"] for token in tokens for one in token.children or () if one.type == "link_open"}
    assert "https://example.org/b4?a=1%7C2" in links
    rows = sum(token.type == "tr_open" for token in tokens)
    assert rows == 10 and sum(token.type in ("td_open", "th_open") for token in tokens) % rows == 0


def test_spdx_is_valid_to_spdxs_own_tools(project):
    """The deck is a package, its pictures are files in it; licences that SPDX does not list are told of."""
    document = spdx_of(project, printed(project, "spdx"))
    deck = document.packages[0]
    assert (deck.name, str(deck.license_concluded)) == ("Night noise in the harbour", "CC-BY-4.0")
    held = [one for one in document.relationships if one.relationship_type.name == "CONTAINS"]
    assert {one.related_spdx_element_id for one in held} == {file.spdx_id for file in document.files}
    files = {file.name: file for file in document.files}
    assert list(files) == [f"./art/{name}.svg" for name in ("harbour", "berth4", "night", "wall", "port")]
    assert str(files["./art/berth4.svg"].license_concluded) == "CC-BY-NC-SA-4.0"
    assert files["./art/night.svg"].copyright_text == "© 2026 Lind"
    assert files["./art/wall.svg"].attribution_texts == ["Picture: own work"]
    named = {one.license_id: one.license_name for one in document.extracted_licensing_info}
    assert named[str(files["./art/night.svg"].license_concluded)] == "Getty Images, editorial use"
    sums = {one.algorithm.name for one in files["./art/night.svg"].checksums}
    assert sums == {"SHA1", "SHA256"}


def test_spdx_carries_the_date_of_files(project, monkeypatch):
    """Not today's: the same deck gives the same bytes, and another date another namespace."""
    first = printed(project, "spdx")
    assert b'"created": "2000-01-01T00:00:00Z"' in first and printed(project, "spdx") == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    later = printed(project, "spdx")
    assert b'"created": "2026-11-18T' in later
    assert json.loads(later)["documentNamespace"] != json.loads(first)["documentNamespace"]


def test_the_docs_name_every_column():
    """In their order, as the forms write them."""
    text = (ROOT / "docs" / "credits.md").read_text(encoding="utf-8")
    table = text.partition("| column |")[2].partition("\n\n")[0]
    named = [name for line in table.splitlines()[2:] for name in line.split("|")[1].split("`")[1::2]]
    assert named == list(COLUMNS)
