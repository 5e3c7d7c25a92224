"""Mistakes of every phase are reported in one run."""

from __future__ import annotations

from deckmaker.pipeline import ENOUGH
from tests.projects import DECK, Project, run


def test_a_wrong_key_hides_no_mistake_of_a_later_phase(tmp_path) -> None:
    """Links, files, layouts, sources and themes are looked at all the same; nothing is warned of in vain."""
    deck = """\
subtitel: x
theme: breifing
slides:
  - title: A
    bulets: [a]
  - title: B
    layout: nolayout
    text: "[x](javascript:1)"
    image: {file: none.jpg, alt: x, credit: x}
  - text
"""
    found = [(one.span.line, one.code) for one in Project(tmp_path).read(deck)[1]]
    assert found == [
        (1, "missing-key"),
        (1, "unknown-key"),
        (2, "unknown-theme"),
        (5, "unknown-key"),
        (8, "unsafe-link"),
        (9, "missing-file"),
        (10, "wrong-type"),
    ]


def test_layouts_are_looked_at_too(tmp_path) -> None:
    """Where the theme is there."""
    deck = "title: T\nsubtitel: x\nslides:\n  - title: B\n    layout: nolayout\n"
    assert [one.code for one in Project(tmp_path).read(deck)[1]] == ["unknown-key", "unknown-layout"]


def test_a_deep_list_is_refused(tmp_path) -> None:
    """PowerPoint has nine levels."""
    nested = "[x]"
    for level in range(9):
        nested = f"[{{l{level}: {nested}}}]"
    assert "lists nest at most 9 levels deep" in Project(tmp_path).said(f"{DECK}    bullets: {nested}\n")


def test_nine_levels_are_written_as_nine(tmp_path) -> None:
    """Each level of a PowerPoint list inherits from one of the layout's."""
    from pptx import Presentation

    nested = "[x]"
    for level in range(8):
        nested = f"[{{l{level}: {nested}}}]"
    project = Project(tmp_path)
    project.write(f"{DECK}  - title: B\n    bullets: {nested}\n")
    assert run("build", project.deck, "-f", "pptx", "-o", tmp_path / "out").exit_code == 0
    presentation = Presentation(tmp_path / "out/deck.pptx")
    texts = next(shape for shape in presentation.slides[1].placeholders if shape.placeholder_format.idx == 1)
    assert [paragraph.level for paragraph in texts.text_frame.paragraphs] == list(range(9))
    styles = presentation.slide_masters[0]._element.find(".//{*}bodyStyle")
    assert len(styles) == 9


def test_what_only_a_title_page_shows_is_missed(tmp_path) -> None:
    """A warning at its key."""
    deck = "title: T\nauthor: Somebody\nslides: [{title: A, text: b, layout: content}]\n"
    (one,) = Project(tmp_path).read(deck)[1]
    assert (one.code, one.span.line) == ("not-shown", 2)


def test_a_blank_slide_is_noticed(tmp_path) -> None:
    """A warning; `--strict` refuses it."""
    project = Project(tmp_path)
    project.write(DECK + "  - {notes: only notes}\n")
    assert "warning[empty-slide]: slide 2 has nothing to show" in run("check", project.deck).stderr
    assert run("check", "--strict", project.deck).exit_code == 1


def test_a_section_named_again_goes_on(tmp_path) -> None:
    """It does not start anew on each slide."""
    slides = "".join(f"  - {{title: {n}, section: S}}\n" for n in "BCD")
    assert [page.section for page in Project(tmp_path).document(DECK + slides).pages] == [None, "S", None, None]


def test_a_credit_that_says_nothing_is_an_error(tmp_path) -> None:
    """Only the source's own picture may have no credit."""
    assert "a credit says nothing" in Project(tmp_path).said(DECK + "    credits: [{}]\n")
    assert Project(tmp_path).said(DECK + "    credits: [{role: original}]\n") == ""


def test_a_bad_address_in_a_source_is_marked_there(tmp_path) -> None:
    """Used or not, once."""
    deck = "title: T\nsources:\n  s:\n    url: javascript:1\nslides: [{title: A, credits: [{source: s}]}]\n"
    (one,) = Project(tmp_path).read(deck)[1]
    assert (one.code, one.span.line) == ("unsafe-link", 4)


def test_a_thousand_mistakes_are_enough_for_one_run(tmp_path) -> None:
    """Below that, a file that is missing is told too; from there on the deck is not laid out."""
    for count, said in ((ENOUGH - 2, ["missing-file"]), (ENOUGH, [])):
        deck = f"{DECK}    image: {{file: none.jpg, alt: A, credit: A}}\n" + "".join(
            f"    k{number}: A\n" for number in range(count)
        )
        found = [one.code for one in Project(tmp_path).read(deck)[1]]
        assert [one for one in found if one != "unknown-key"] == said
        assert found.count("unknown-key") == count
