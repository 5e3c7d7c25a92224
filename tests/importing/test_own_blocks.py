"""Blocks of our own presentations that are drawn as texts: they come back as what they were."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.importing.own_decks import imported_again
from tests.projects import Project, run

_EVENTS = ", ".join(f"{{when: {2001 + one}, title: Event {one}, text: It went on for a while}}" for one in range(7))
BLOCKS = {
    "one key figure": "metrics: [{value: 6 %, label: Rate}]",
    "key figures in two rows": "metrics: [{value: '565,000', label: 'Jobs *here*', change: −2 % since May, tone: bad}, "
    "{value: € 1.2 bn, label: Pay, change: +3 %, tone: good}, {value: 8 h, label: C, change: ±0}, "
    "{value: 9 h, label: D}, {value: 9 m, label: E}, {value: 9 s, label: F}]",
    "events": "timeline: [{when: May 2019, title: Start, text: Of it}, {when: March 2020, title: Middle}]",
    "events below one another": f"timeline: [{_EVENTS}]".replace("when: ", "when: In "),
    "steps": "process: [Ask, {title: Count, text: Each of them}, Tell]",
    "steps with numbers": f"process: [{', '.join(f'Step with a name {one}' for one in range(9))}]",
    "a callout": 'callout: {kind: warning, title: Care, text: "Mind **this**.\\n\\nAnd that.\\n"}',
    "a callout of a title": "callout: {kind: question, title: Which one of these}",
    "code": 'code: {title: "`a.py`", text: "x = 1\\n\\ny = 2\\n", highlight: 1}',
    "code without a title": 'code: {text: "a\\nb\\n"}',
    "a quotation": "quote: {text: We have not found one for years., by: 'An owner, Bremen'}",
    "a quotation of two paragraphs": 'quote: {text: "One.\\n\\nTwo.\\n", by: X}',
    "a quotation of nobody": "quote: We have not found one for years.",
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_blocks_come_back_as_they_were(block, tmp_path):
    """Alone on a slide, and beside something else in columns."""
    deck = f"title: T\nslides:\n- title: T\n- title: A\n  {block}\n- title: B\n  columns:\n  - {block}\n  - text: x\n"
    (_, alone, beside), said = imported_again(Project(tmp_path), deck)
    assert alone == {"title": "A", **yaml.safe_load(block)}
    assert beside["columns"] == [yaml.safe_load(block), {"text": "x"}]
    assert "warning" not in said
    assert run("build", tmp_path / "again.yaml", "-f", "pptx").exit_code == 0


def test_events_to_scale_are_known_by_their_distances(tmp_path):
    """Side by side, they stand at uneven ones."""
    block = "timeline: {scale: time, events: [{when: 2019 Q1, title: A}, {when: 2022 Q1, title: B}, "
    block += "{when: 2026 Q1, title: C}]}"
    (_, slide), _ = imported_again(Project(tmp_path), f"title: T\nslides:\n- title: T\n- title: A\n  {block}\n")
    assert slide == {"title": "A", **yaml.safe_load(block)}


def test_two_blocks_of_a_kind_stay_two(tmp_path):
    """Each with its own items, however many these are."""
    first, second = "metrics: [{value: 1 h, label: a}, {value: 2 h, label: b}]", "metrics: [{value: 3 h, label: c}]"
    steps = ["process: [A, B, C", "process: [D, E]"]
    blocks = [first, "Between", second, f"{steps[0]}]", "And then", steps[1]]
    deck = "title: T\nslides:\n- title: T\n- title: A\n  content:\n" + "".join(f"  - {one}\n" for one in blocks)
    (_, slide), _ = imported_again(Project(tmp_path), deck)
    assert slide["content"] == [yaml.safe_load(one) for one in blocks]


def test_a_callout_stands_above_columns(tmp_path):
    """As texts do."""
    block = "callout: {kind: finding, title: Care, text: Mind this very long text of two lines or more here.}"
    columns = "columns: [{heading: A, bullets: [a, b]}, {heading: B, bullets: [c, d]}]"
    deck = f"title: T\nslides:\n- title: T\n- title: A\n  {block}\n  {columns}\n"
    (_, slide), _ = imported_again(Project(tmp_path), deck)
    assert slide == {"title": "A", **yaml.safe_load(block), **yaml.safe_load(columns)}


def shapes(presentation: Any, number: int) -> list[Any]:
    """Return the shapes of a slide, those in groups among them."""
    found, rest = [], list(presentation.slides[number].shapes)
    while rest:
        one = rest.pop(0)
        rest = [*one.shapes, *rest] if hasattr(one, "shapes") else rest
        found.append(one)
    return found


def without(presentation: Any, words: str) -> None:
    """Remove the text of the second slide that says this."""
    (shape,) = [one for one in shapes(presentation, 1) if one.has_text_frame and one.text_frame.text == words]
    shape._element.getparent().remove(shape._element)


def test_what_somebody_made_no_block_stays_texts(tmp_path):
    """A value without what it is, say: all its words are there."""
    block = "metrics: [{value: 1 h, label: a label}, {value: 2 h, label: another}]"
    deck = f"title: T\nslides:\n- title: T\n- title: A\n  {block}\n"
    (_, slide), _ = imported_again(Project(tmp_path), deck, lambda one: without(one, "a label"))
    assert "metrics" not in slide
    words = yaml.dump(slide, allow_unicode=True).replace("\u00a0", " ")
    assert all(one in words for one in ("1 h", "2 h", "another"))


def test_what_somebody_changed_is_in_the_block(tmp_path):
    """The block is that of the presentation."""

    def change(presentation: Any) -> None:
        (shape,) = [one for one in shapes(presentation, 1) if one.has_text_frame and one.text_frame.text == "B"]
        shape.text_frame.paragraphs[0].runs[0].text = "Changed"

    (_, slide), _ = imported_again(
        Project(tmp_path), "title: T\nslides:\n- title: T\n- title: A\n  process: [A, B, C]\n", change
    )
    assert slide["process"] == ["A", "Changed", "C"]


def test_steps_that_go_on_are_told(tmp_path):
    """They would count from 1 again."""
    items = ", ".join(f"{{title: Step {one}, text: {'Many words. ' * 12}}}" for one in range(14))
    deck = f"title: T\nslides:\n- title: T\n- title: A\n  process: [{items}]\n"
    (_, *slides), said = imported_again(Project(tmp_path), deck)
    assert len(slides) > 1
    assert all("process" in one for one in slides)
    assert "steps of a process that goes on count from 1 again" in " ".join(said.split())


def test_the_language_of_code_is_told(tmp_path):
    """Where it has one: its words have colours."""
    deck = "title: T\nslides:\n- title: T\n- title: A\n  code: {language: python, text: 'x = 1'}\n"
    (_, slide), said = imported_again(Project(tmp_path), deck)
    assert slide["code"] == {"text": "x = 1"}
    assert "the language of code is left out" in " ".join(said.split())


AGENDA = """title: T
slides:
- title: T
- title: Plan
  agenda: true
- {title: A, section: One, text: x}
- {title: B, section: Two, text: x}
- {title: C, section: Hidden, hidden: true, text: x}
"""


def test_an_agenda_is_one(tmp_path):
    """Its links are those to sections, which the slides have."""
    slides, _ = imported_again(Project(tmp_path), AGENDA)
    assert slides[1] == {"title": "Plan", "agenda": True}
    assert not any("id" in one for one in slides)


def test_the_entries_of_a_changed_agenda_keep_their_links(tmp_path):
    """All of them, where one says something else than its section, or is not there."""

    def change(presentation: Any) -> None:
        (shape,) = [one for one in shapes(presentation, 1) if one.has_text_frame and one.text_frame.text == "Two"]
        shape.text_frame.paragraphs[0].runs[0].text = "Another"

    slides, _ = imported_again(Project(tmp_path), AGENDA, change)
    assert slides[1] == {"title": "Plan", "text": "[One](#a)\n\n[Another](#b)\n"}


def test_an_agenda_without_one_of_its_entries_is_a_text(tmp_path):
    """Else that would be there again."""
    slides, _ = imported_again(Project(tmp_path), AGENDA, lambda one: without(one, "Two"))
    assert slides[1] == {"title": "Plan", "text": "[One](#a)"}


FOOTNOTES = """title: T
subtitle: Sub^[On the cover.]
slides:
- title: T
- title: Foot^[In the title.]
  text: "An area of 3 m^2^ here^[A *foot* [note](https://example.org) (see [1]).]^[Another.]. And **bold**^[third]."
- title: Tab
  table:
    rows: [[A, 'B^[in a cell]'], [1, 2]]
- title: Callout
  callout: {kind: note, title: Care, text: 'Mind^[Of a callout.] this.'}
"""


def test_footnotes_stand_where_their_marks_are(tmp_path):
    """Beside powers, and several at one place."""
    slides, said = imported_again(Project(tmp_path), FOOTNOTES)
    written = yaml.safe_load(FOOTNOTES)
    assert yaml.safe_load((tmp_path / "again.yaml").read_text())["subtitle"] == written["subtitle"]
    assert slides[1]["title"] == written["slides"][1]["title"]
    assert slides[1:] == written["slides"][1:]
    assert "warning" not in said
    assert len(slides) == len(written["slides"])


def test_footnotes_without_marks_are_a_list_which_is_told(tmp_path):
    """Nobody knows where they belong."""

    def change(presentation: Any) -> None:
        for paragraph in presentation.slides[1].placeholders[1].text_frame.paragraphs:
            paragraph.runs[1].text = ""

    deck = "title: T\nslides:\n- title: T\n- title: A\n  text: Words^[A note.] here.\n"
    (_, slide), said = imported_again(Project(tmp_path), deck, change)
    assert slide["numbered"] == ["A note."]
    assert "which number leads to which" in " ".join(said.split())


def test_an_appendix_is_one(tmp_path):
    """Its section is called so by itself, and an agenda does without it."""
    deck = f"{AGENDA}- {{title: E, appendix: true, text: x}}\n"
    slides, _ = imported_again(Project(tmp_path), deck)
    assert slides[1] == {"title": "Plan", "agenda": True}
    assert slides[-1] == {"title": "E", "appendix": True, "text": "x"}
