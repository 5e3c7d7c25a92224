"""What `show` tells of blocks, in whatever arrangement: every item with its role, its place and its region."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from deckmaker.layout import CellRole, Change, Document, Outline, Reason, Role
from deckmaker.survey.forms import in_form
from deckmaker.survey.picture.drawing import drawing
from deckmaker.survey.survey import DeckSurvey, ItemSurvey, Kind, ShapeSurvey
from deckmaker.survey.surveying import survey_of
from deckmaker.survey.words import _of_shape
from tests.projects import ROOT, Project
from tests.render.arrangements import ARRANGEMENTS, arranged, written

SCHEMA = json.loads((ROOT / "docs" / "show.schema.json").read_text(encoding="utf-8"))
NAMES = list(ARRANGEMENTS)


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The deck of arrangements."""
    return arranged(tmp_path_factory.mktemp("arrangements"))


@pytest.fixture(scope="module")
def surveyed(document: Document) -> DeckSurvey:
    """Its survey."""
    pictures = [one.item.file.path for page in document.pages for one in page.leaves if hasattr(one.item, "file")]
    folder = pictures[0].parent
    return survey_of(document, folder / "decks" / "deck.yaml", folder, None)


@pytest.fixture(scope="module")
def told(surveyed: DeckSurvey) -> dict[str, Any]:
    """The survey as JSON."""
    return json.loads(in_form("json", [surveyed], 90))["decks"][0]


def items(surveyed: DeckSurvey, name: str) -> list[ItemSurvey]:
    """Return what stands in the region on the slide of an arrangement, but for rules."""
    page = surveyed.pages[NAMES.index(name) + 1]
    return [one for one in page.items if one.region == "body" and one.slot]


def test_each_leaf_is_told_once_in_order(document: Document, surveyed: DeckSurvey) -> None:
    """With its role and the name of its place, which is of its own on its slide."""
    for page, survey in zip(document.pages, surveyed.pages, strict=True):
        leaves = [(one.role, one.slot, one.rect) for one in page.leaves]
        assert [(one.role, one.slot, one.box) for one in survey.items] == leaves
        names = [one.slot for one in survey.items if one.slot]
        assert len(names) == len(set(names))


def test_names_say_which_column_cell_or_picture(surveyed: DeckSurvey) -> None:
    """And what of it."""
    assert [one.slot for one in items(surveyed, "three columns of text, table and picture")] == [
        "column 1 heading",
        "column 1",
        "column 2 heading",
        "column 2 table",
        "column 2 caption",
        "column 3 heading",
        "column 3 picture",
        "column 3 caption",
    ]
    assert [one.slot for one in items(surveyed, "two pictures")] == [
        "image 1 picture",
        "image 1 caption",
        "image 2 picture",
        "image 2 caption",
    ]
    assert [one.slot for one in items(surveyed, "two tables")] == ["table", "caption", "table 2", "caption 2"]


def test_groups_hold_what_is_one_thing(surveyed: DeckSurvey) -> None:
    """A table and its caption, a quotation and who said it; counted on each slide."""
    found = [one.group and (one.group.role, one.group.number) for one in items(surveyed, "a quotation below a table")]
    assert found == [(Role.FIGURE, 1)] * 2 + [(Role.QUOTATION, 2)] * 2
    assert not any(one.group for one in items(surveyed, "two lists side by side"))


def test_every_block_says_that_it_shares_the_region(surveyed: DeckSurvey) -> None:
    """Then its room is a part of the region's place; and only what has another room than that says why."""
    for page in surveyed.pages:
        stand = [one for one in page.items if one.region == "body" and one.slot]
        for one in stand:
            assert (Change.SHARED in one.changes) == (len(stand) > 1)
            assert one.slot_box and one.slot_box.x <= one.room.x and one.room.right <= one.slot_box.right + 0.01
        for one in page.items:
            assert (one.room != one.slot_box) == bool(one.changes) or one.slot_box is None


def test_no_slot_in_which_something_stands_is_empty(surveyed: DeckSurvey) -> None:
    """Whatever its name is there."""
    for page in surveyed.pages:
        regions = {one.region for one in page.items}
        assert not regions & set(page.empty)
    assert "body" in surveyed.pages[0].empty
    assert surveyed.pages[NAMES.index("two tables") + 1].empty == ("trail", "logo", "credits", "footer")


def test_a_size_has_its_reason_in_flows_and_cells(surveyed: DeckSurvey) -> None:
    """No text is of another size than its style's own without one."""
    for page in surveyed.pages:
        for one in page.items:
            if one.text and one.text.size != one.text.style_size:
                assert one.text.reason and one.text.reason.value != "own", one


def test_a_region_that_gave_way_is_told_once(tmp_path: Path) -> None:
    """In the listing, below the rows of all that stands in it."""
    project = Project(tmp_path)
    content = "[{heading: B}, 'c^[d]', {quote: {text: e, by: f}}]"
    deck = f"title: T\nslides:\n  - title: A\n    layout: content\n    content: {content}\n"
    survey = survey_of(project.document(deck), project.deck, tmp_path, None)
    lines = in_form("text", [survey], 200).splitlines()
    (said,) = [line for line in lines if line.startswith("body (")]
    assert re.fullmatch(
        r"body \(864 × 358\.5 at 48, 115\.8\): makes room for the footnotes; begins lower, as it has room there; "
        r"shared by heading, body, quotation, attribution",
        said,
    )
    assert not any("shares its slot" in line for line in lines)


def test_the_listing_has_a_row_for_each_item(surveyed: DeckSurvey) -> None:
    """By the name of its place."""
    listing = in_form("text", [surveyed], 120)
    blocks = listing.split("\n\n")[1:]
    for page, block in zip(surveyed.pages, blocks, strict=True):
        rows = [line for line in block.splitlines() if not line.startswith(" ")]
        for one in page.items:
            assert any(re.match(rf"{one.slot or one.kind} +-?\d", row) for row in rows), one.slot


def words_in(value: Any) -> Iterator[str]:
    """Yield the words of lines and pictures anywhere in the JSON form, but not the names of places and the title."""
    if isinstance(value, list):
        for one in value:
            yield from words_in(one)
    elif isinstance(value, dict):
        if {"text", "baseline"} <= value.keys():
            yield value["text"]
        elif "alt" in value:
            yield value["alt"]
        for key, one in value.items():
            if key != "on_paper":
                yield from words_in(one)


def test_every_word_is_told_once(told: dict[str, Any]) -> None:
    """In JSON, on its own slide: of lines, of cells, and of pictures."""
    for page, words in zip(told["pages"], written().words, strict=True):
        found = [word.strip("“”·,") for text in words_in(page["items"]) for word in text.split() if "Word" in word]
        assert Counter(found) == Counter(words)


def test_the_json_form_follows_its_schema(surveyed: DeckSurvey) -> None:
    """Of every arrangement."""
    written_form = json.loads(in_form("json", [surveyed], 90))
    assert list(Draft202012Validator(SCHEMA).iter_errors(written_form)) == []


def test_the_schema_knows_every_role_reason_and_change() -> None:
    """And none that there is not."""
    known = SCHEMA["$defs"]
    assert known["role"]["enum"] == [one.value for one in Role]
    assert known["cell"]["properties"]["role"]["enum"] == [one.value for one in CellRole]
    assert known["page"]["properties"]["reason"]["enum"] == [*(one.value for one in Reason), None]
    assert known["item"]["properties"]["changes"]["items"]["enum"] == [one.value for one in Change]
    assert known["item"]["properties"]["kind"]["enum"] == list(get_args(Kind))


def test_the_picture_draws_every_leaf(document: Document, surveyed: DeckSurvey) -> None:
    """A frame and a tag each, in a group that is named after its place."""
    for page, survey in zip(document.pages, surveyed.pages, strict=True):
        picture = drawing(page, survey, surveyed, document.theme)
        overlay = picture.find("g[@id='overlay']")
        assert overlay is not None
        drawn = [one.get("class") for one in overlay.findall("g[@class]")]
        assert drawn == [one.slot.replace(" ", "-") for one in survey.items if one.slot]
        assert len(picture.findall("g[@id='page']/image")) == sum(one.kind == "picture" for one in survey.items)


@pytest.mark.parametrize(
    ("outline", "said"),
    [
        (Outline.RECTANGLE, []),
        (Outline.ROUNDED, ["its corners are rounded"]),
        (Outline.ELLIPSE, ["an ellipse"]),
        (Outline.DIAMOND, ["a diamond"]),
        (Outline.FIRST_CHEVRON, ["a first chevron"]),
    ],
)
def test_forms_are_said_in_words(outline: Outline, said: list[str]) -> None:
    """Each with the word that belongs before it."""
    assert list(_of_shape(ShapeSurvey("tint", 1.0, None, 0.0, outline))) == said
