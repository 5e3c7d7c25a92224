"""Sections of an edited presentation: they stay when the slide with which one begins goes, or moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from tests.merging.presentations import built, edited, merged, replacing
from tests.projects import run

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
DECK = """title: Harbour
slides:
  - title: Harbour
  - title: Alpha
    section: Ships   # those that came
    text: Words of alpha.
  - title: Beta
    text: Other words of beta.
  - title: Gamma
    text: Something about gamma.
  - {title: Delta, section: Cranes, text: All about delta.}
  - title: Epsilon
    text: |
      The last words of epsilon.
"""


FIRST = DECK.replace(
    "  - title: Alpha\n    section: Ships   # those that came\n", "  - section: Ships\n    title: Alpha\n"
).replace("{title: Delta, section: Cranes,", "{section: Cranes, title: Delta,")
"""Sections are the first that slides say."""

WITH_AGENDA = f"{FIRST}    agenda: true\n"
"""It shows the sections as they were, until the presentation is built anew."""


def arranged(*sections: tuple[str, Sequence[int]]) -> Callable[[Any], None]:
    """Return what brings slides, by their indexes, into sections, as PowerPoint has them."""

    def change(found: Any) -> None:
        ids = found.slides._sldIdLst
        slides = list(ids)
        for one in slides:
            ids.remove(one)
        (listed,) = found.part._element.iter(f"{P14}sectionLst")
        for one in list(listed):
            listed.remove(one)
        for number, (name, within) in enumerate(sections):
            id = f"{{00000000-0000-0000-0000-00000000000{number}}}"
            section = listed.makeelement(f"{P14}section", {"name": name, "id": id})
            inner = section.makeelement(f"{P14}sldIdLst", {})
            section.append(inner)
            listed.append(section)
            for index in within:
                inner.append(inner.makeelement(f"{P14}sldId", {"id": slides[index].get("id")}))
                ids.append(slides[index])

    return change


def reordered(*order: int) -> Callable[[Any], None]:
    """Return what moves slides, by their indexes, and leaves sections as they are listed, as python-pptx does."""

    def change(found: Any) -> None:
        ids = found.slides._sldIdLst
        slides = list(ids)
        for one in slides:
            ids.remove(one)
        ids.extend([slides[index] for index in order])

    return change


def begun(text: str) -> list[tuple[str, str | None]]:
    """Return the titles of slides, each with the section that begins there."""
    import yaml

    return [(one["title"], one.get("section")) for one in yaml.safe_load(text)["slides"][1:]]


COVER = ("Harbour", [0])


def test_nothing_changes_where_nothing_did(project):
    """Neither sections nor anything else."""
    text, result = merged(project, DECK, arranged(COVER, ("Ships", [1, 2, 3]), ("Cranes", [4, 5])))
    assert text == DECK and result.exit_code == 0


@pytest.mark.alike(every=3)
@pytest.mark.parametrize(
    ("sections", "wanted"),
    [
        (
            (("Ships", [2, 3]), ("Cranes", [4, 5])),
            [("Beta", "Ships"), ("Gamma", None), ("Delta", "Cranes"), ("Epsilon", None)],
        ),
        (
            (("Ships", [1, 2, 3]), ("Cranes", [5])),
            [("Alpha", "Ships"), ("Beta", None), ("Gamma", None), ("Epsilon", "Cranes")],
        ),
        (
            (("Ships", [2, 3, 1]), ("Cranes", [4, 5])),
            [("Beta", "Ships"), ("Gamma", None), ("Alpha", None), ("Delta", "Cranes"), ("Epsilon", None)],
        ),
        (
            (("Ships", [2, 3]), ("Cranes", [4, 1, 5])),
            [("Beta", "Ships"), ("Gamma", None), ("Delta", "Cranes"), ("Alpha", None), ("Epsilon", None)],
        ),
        (
            (("Cranes", [4, 5]), ("Ships", [1, 2, 3])),
            [("Delta", "Cranes"), ("Epsilon", None), ("Alpha", "Ships"), ("Beta", None), ("Gamma", None)],
        ),
        (
            (("Boats", [1, 2, 3]), ("Cranes", [4, 5])),
            [("Alpha", "Boats"), ("Beta", None), ("Gamma", None), ("Delta", "Cranes"), ("Epsilon", None)],
        ),
        (
            (("Ships", [1]), ("Boats", [2, 3]), ("Cranes", [4, 5])),
            [("Alpha", "Ships"), ("Beta", "Boats"), ("Gamma", None), ("Delta", "Cranes"), ("Epsilon", None)],
        ),
        (
            (("Ships", [1, 2, 3, 4, 5]),),
            [("Alpha", "Ships"), ("Beta", None), ("Gamma", None), ("Delta", None), ("Epsilon", None)],
        ),
    ],
    ids=["first-gone", "second-gone", "first-later", "first-elsewhere", "turned", "renamed", "parted", "joined"],
)
@pytest.mark.parametrize("deck", [DECK, FIRST, WITH_AGENDA], ids=["", "first", "agenda"])
def test_slides_are_in_their_sections(sections, wanted, deck, project):
    """What is written is what the presentation shows: merged again, nothing is left."""
    text, result = merged(project, deck, arranged(COVER, *sections))
    assert begun(text) == wanted, result.stdout
    assert result.exit_code == 0, result.stdout + result.stderr
    assert "# those that came" in text or wanted[0] != ("Alpha", "Ships") or deck != DECK


def test_an_agenda_that_somebody_changed_is_told(project):
    """It is the deck's to write, and no name of a section changes with it."""
    text, result = merged(project, WITH_AGENDA, replacing("Cranes", "Lifts"))
    assert text == WITH_AGENDA
    assert "Lifts" in result.stdout
    assert result.exit_code == 1


def test_a_slide_of_a_title_alone_begins_no_section(project):
    """It looks as if it did; where it goes, the slides behind it are in none."""
    deck = DECK.replace("    section: Ships   # those that came\n    text: Words of alpha.\n", "")
    deck = deck.replace(", section: Cranes", "")

    def change(found: Any) -> None:
        ids = found.slides._sldIdLst
        ids.remove(ids[1])

    text, result = merged(project, deck, change)
    assert text == deck.replace("  - title: Alpha\n", ""), result.stdout
    assert "section" not in text


def test_a_section_named_by_a_value_keeps_it(project):
    """The file says `{{kind}}`, and does so where the section begins now."""
    deck = DECK.replace("title: Harbour\n", "title: Harbour\nvariables:\n  kind: Ships\n", 1)
    deck = deck.replace("section: Ships", 'section: "{{kind}} here"')
    text, result = merged(project, deck, arranged(COVER, ("Ships here", [2, 3]), ("Cranes", [4, 5])))
    assert begun(text)[0] == ("Beta", "{{kind}} here"), result.stdout


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ([0, 1, 2, 3, 4, 5], None),
        ([0, 2, 3, 4, 5], [("Beta", "Ships"), ("Gamma", None), ("Delta", "Cranes"), ("Epsilon", None)]),
        (
            [0, 2, 3, 4, 1, 5],
            [("Beta", "Ships"), ("Gamma", None), ("Delta", "Cranes"), ("Alpha", None), ("Epsilon", None)],
        ),
    ],
    ids=["saved", "first-gone", "first-elsewhere"],
)
def test_a_presentation_without_sections_takes_none_away(order, wanted, project):
    """As LibreOffice saves it. What moved is in the section that it stands in now."""

    def change(found: Any) -> None:
        arranged(("", order))(found)
        (listed,) = found.part._element.iter(f"{P14}sectionLst")
        listed.getparent().remove(listed)

    text, result = merged(project, DECK, change)
    assert begun(text) == wanted if wanted else text == DECK
    assert "not compared: sections, of which the presentation has none" in result.stderr
    assert result.exit_code == 0  # nobody has changed what is not compared


def test_a_program_that_leaves_removed_slides_in_sections_keeps_these(project):
    """As python-pptx does: the next slide begins the section."""

    def change(found: Any) -> None:
        ids = found.slides._sldIdLst
        ids.remove(ids[1])

    text, result = merged(project, DECK, change)
    assert begun(text) == [("Beta", "Ships"), ("Gamma", None), ("Delta", "Cranes"), ("Epsilon", None)], result.stdout


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (
            [0, 2, 3, 4, 5, 1],
            [("Beta", "Ships"), ("Gamma", None), ("Delta", "Cranes"), ("Epsilon", None), ("Alpha", "Ships")],
        ),
        (
            [0, 1, 2, 3, 5, 4],
            [("Alpha", "Ships"), ("Beta", None), ("Gamma", None), ("Epsilon", "Cranes"), ("Delta", None)],
        ),
        (
            [0, 4, 5, 1, 2, 3],
            [("Delta", "Cranes"), ("Epsilon", None), ("Alpha", "Ships"), ("Beta", None), ("Gamma", None)],
        ),
        (
            [0, 1, 2, 4, 3, 5],
            [("Alpha", "Ships"), ("Beta", None), ("Delta", "Cranes"), ("Gamma", "Ships"), ("Epsilon", "Cranes")],
        ),
    ],
    ids=["first-elsewhere", "first-later", "turned", "between"],
)
@pytest.mark.parametrize("deck", [DECK, FIRST], ids=["", "first"])
def test_a_slide_that_a_program_moved_stays_in_the_section_that_lists_it(order, wanted, deck, project):
    """Though it stands apart from the others of that, which then begins twice. No slide comes to be in another one."""
    text, result = merged(project, deck, reordered(*order))
    assert begun(text) == wanted, result.stdout
    assert result.exit_code == 0, result.stdout + result.stderr


def test_a_section_that_the_deck_has_got_meanwhile_stays(project):
    """What nobody touched in PowerPoint is the deck's to say: another name, and a section that begins elsewhere."""
    shown = edited(built(project, DECK), arranged(COVER, ("Ships", [2, 3]), ("Cranes", [4, 5])))
    base = project.folder / "base.pptx"
    base.write_bytes((project.folder / "build/deck.pptx").read_bytes())
    deck = DECK.replace("section: Ships", "section: Vessels").replace(
        "  - title: Epsilon\n", "  - title: Epsilon\n    section: Last\n"
    )
    project.write(deck)
    run("merge", project.deck, shown, "--base", base)
    wanted = [("Beta", "Vessels"), ("Gamma", None), ("Delta", "Cranes"), ("Epsilon", "Last")]
    assert begun(project.deck.read_text()) == wanted


def test_an_added_slide_and_an_included_one_are_in_their_sections(project):
    """A section goes on behind the slides of another file, which may begin one of their own."""
    (project.folder / "decks" / "more.yaml").write_text("title: More\nslides:\n  - title: Zeta\n    text: Far away.\n")
    deck = DECK.replace("  - title: Gamma\n", "  - include: more.yaml\n  - title: Gamma\n")
    text, result = merged(project, deck, arranged(COVER, ("Ships", [2, 3, 4]), ("Cranes", [5, 6])))
    assert "    section: Ships\n    text: Other words of beta.\n" in text, result.stdout
    assert result.exit_code == 0, result.stdout + result.stderr


def test_a_section_that_was_named_anew_above_titles_alone_is_told(project):
    """On all slides, where it looks like what all pages have."""

    def change(found: Any) -> None:
        for slide in found.slides:
            for one in slide.shapes:
                if one.name == "Trail":
                    one.text_frame.paragraphs[0].runs[0].text = "Vessels"

    deck = DECK.replace(", section: Cranes", "")
    text, result = merged(project, deck, change)
    assert text == deck and result.exit_code == 1
    assert "not compared: words above a title are left out: Vessels, on slides 2-6\n" in result.stderr


BEFORE_APPENDIX = """title: Harbour
slides:
  - title: Harbour
  - title: Alpha
    text: Words of alpha.
  - title: Beta
    section: Ships
    text: Other words of beta.
  - title: Gamma
    text: Something about gamma.
  - title: Delta
    section: Cranes
    text: All about delta.
  - title: Epsilon
    text: The last words of epsilon.
  - title: Zeta
    appendix: true
    text: Whatever else there is.
"""
APPENDIX = ("Appendix", [6])


@pytest.mark.parametrize(
    ("sections", "wanted"),
    [
        (
            (("Harbour", [0, 1]), ("Ships", [2, 3, 4]), ("Cranes", [5]), APPENDIX),
            [("Beta", "Ships"), ("Gamma", None), ("Delta", None), ("Epsilon", "Cranes"), ("Zeta", None)],
        ),
        (
            (("Harbour", [0, 1]), ("Cranes", [4, 5]), ("Ships", [2, 3]), APPENDIX),
            [("Delta", "Cranes"), ("Epsilon", None), ("Beta", "Ships"), ("Gamma", None), ("Zeta", None)],
        ),
        (
            (("Harbour", [0, 1, 2]), ("Ships", [3]), ("Cranes", [4, 5]), APPENDIX),
            [("Beta", None), ("Gamma", "Ships"), ("Delta", "Cranes"), ("Epsilon", None), ("Zeta", None)],
        ),
    ],
    ids=["later", "turned", "to none"],
)
def test_the_appendix_stays_behind_sections(sections, wanted, project):
    """It begins where it did, whatever becomes of the section above. A slide may come to be in none."""
    text, result = merged(project, BEFORE_APPENDIX, arranged(*sections))
    assert begun(text)[1:] == wanted, result.stdout
    assert text.count("    appendix: true\n") == 1
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (
            [0, 1, 2, 6, 3, 4, 5, 7],
            [("Beta", "Ships"), ("Zeta", None), ("Gamma", None), ("Delta", "Cranes"), ("Epsilon", None)],
        ),
        (
            [0, 1, 2, 7, 3, 4, 5, 6],
            [("Beta", "Ships"), ("Eta", None), ("Gamma", None), ("Delta", "Cranes"), ("Epsilon", None)],
        ),
    ],
    ids=["first", "second"],
)
def test_a_slide_that_a_program_moved_out_of_the_appendix_begins_none(order, wanted, project):
    """The talk would end there. Its section is told."""
    deck = f"{BEFORE_APPENDIX}  - title: Eta\n    text: And that is for those who ask.\n"
    text, result = merged(project, deck, reordered(*order))
    assert begun(text)[1:-1] == wanted, result.stdout
    assert text.count("appendix: true") == 1 and "appendix: true" in text[text.index("Epsilon") :]
    assert result.exit_code == 1 and "section added: Appendix" in result.stdout


def test_the_opening_has_no_name_behind_a_slide_that_begins_no_section(project):
    """As one of the appendix that a program moved begins none that the deck could write."""
    deck = f"{BEFORE_APPENDIX}  - title: Eta\n    text: And that is for those who ask.\n"
    text, result = merged(project, deck, reordered(0, 7, 1, 2, 3, 4, 5, 6))
    assert begun(text)[:3] == [("Eta", None), ("Alpha", None), ("Beta", "Ships")], result.stdout
    assert text.count("appendix: true") == 1 and "section: Harbour" not in text
    assert result.exit_code == 1


def test_the_opening_of_a_deck_goes_on_behind_a_slide_that_a_program_moved(project):
    """Its slides are in no section. They come to be in none that does not list them."""
    text, result = merged(project, BEFORE_APPENDIX, reordered(0, 3, 1, 2, 4, 5, 6))
    assert begun(text)[:3] == [("Gamma", "Ships"), ("Alpha", "Harbour"), ("Beta", "Ships")], result.stdout
    assert result.exit_code == 0, result.stdout


def test_a_slide_that_cannot_be_moved_takes_no_other_one_into_its_section(project):
    """Between brackets, slides stay where they are. Of two that changed places, either may have moved."""
    slides = [
        "{title: Harbour}",
        "{title: Alpha, section: Ships, text: Words of alpha.}",
        "{title: Beta, text: Other words of beta.}",
        "{title: Gamma, section: Cranes, text: Something about gamma.}",
        "{title: Delta, text: All about delta.}",
    ]
    deck = "title: Harbour\nslides: [\n  " + ",\n  ".join(slides) + "]\n"
    text, result = merged(project, deck, arranged(COVER, ("Ships", [1, 3]), ("Cranes", [2, 4])))
    assert text == deck, result.stdout
    assert result.exit_code == 1 and "section added: Cranes" in result.stdout


def test_the_first_slide_of_a_section_may_go_to_none_in_libreoffice(project):
    """It lists no sections: the next slide begins the one that it began."""

    def change(found: Any) -> None:
        ids = found.slides._sldIdLst
        ids.insert(1, ids[2])
        (listed,) = found.part._element.iter(f"{P14}sectionLst")
        listed.getparent().remove(listed)

    text, result = merged(project, BEFORE_APPENDIX, change)
    assert begun(text)[:3] == [("Beta", None), ("Alpha", None), ("Gamma", "Ships")], result.stdout


def test_a_section_that_goes_on_behind_another_file_is_named_once(project):
    """It is named where it begins, and the slides of the other file are in it, too."""
    part = "title: Part\nslides:\n  - title: Inner\n    text: Words of another file.\n"
    (project.deck.parent / "part.yaml").write_text(part)
    deck = DECK.replace("  - title: Beta\n", "  - include: part.yaml\n  - title: Beta\n")
    sections = (COVER, ("Boats", [1, 2, 3, 4]), ("Cranes", [5, 6]))
    text, result = merged(project, deck, arranged(*sections))
    assert text == deck.replace("section: Ships ", "section: Boats "), result.stdout
    assert result.exit_code == 0


def test_a_section_that_begins_on_a_slide_for_others_is_theirs_to_name(project):
    """These see it there: a name of its own on the next slide would be another section of theirs."""
    deck = DECK.replace("title: Harbour\n", "title: Harbour\naudiences: [board]\n", 1)
    deck = deck.replace("    section: Ships ", "    only: board\n    section: Ships ")
    text, result = merged(project, deck, arranged(COVER, ("Boats", [1, 2]), ("Cranes", [3, 4])))
    assert text == deck
    assert result.exit_code == 1 and "Ships → Boats" in result.stdout


@pytest.mark.parametrize("comes", [False, True])
def test_a_deck_without_sections_has_none_to_compare(comes, project):
    """A slide of a title alone looks like one that begins a section, be it there or come."""
    deck = "title: Harbour\nslides:\n  - title: Harbour\n  - title: Alpha\n    text: Words of alpha.\n"
    deck += "" if comes else "  - title: Alone\n"

    def change(found: Any) -> None:
        replacing("Words", "Much")(found)
        if comes:
            found.slides.add_slide(found.slides[1].slide_layout).shapes.title.text = "Alone"

    text, result = merged(project, deck, change)
    assert text.startswith(deck.replace("Words", "Much")) and "section" not in text
    assert (result.exit_code, result.stderr) == (0, ""), result.output
