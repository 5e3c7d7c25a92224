"""Links to slides by their ids: what they lead to, what is said of those that lead nowhere."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.model import SlideLink
from deckmaker.pipeline import read_document
from deckmaker.resolve import slide_links
from tests.linked_deck import LINKED, page_numbers
from tests.projects import DECK, Project


def said(folder, slides: str, **more: str) -> list[tuple[str, str, str | None]]:
    """Return what is said of the links of slides: severity, message and help."""
    diagnostics = Diagnostics()
    read_document(Project(folder).write(f"{DECK}{slides}"), diagnostics, **more)
    assert {one.code for one in diagnostics} <= {"broken-link", "left-out"}
    return [(one.severity.value, one.message, one.help) for one in diagnostics]


@pytest.fixture(scope="module")
def document(tmp_path_factory) -> Document:
    """The deck."""
    return Project(tmp_path_factory.mktemp("links")).document(LINKED)


def test_a_link_leads_to_the_slide_with_its_id(document):
    """In titles, texts, cells, items and footnotes; what a slide is split into before that counts."""
    numbers = page_numbers(document)
    assert numbers["remedies"] == numbers["costs"] + 1 > 6
    found = {
        (run.text, run.link.page)
        for page in document.pages
        for placed in page.placed
        for text in placed.texts
        for one in text.item.setting.paragraphs
        for run in one.paragraph.runs
        if isinstance(run.link, SlideLink)
    }
    costs, remedies = numbers["costs"], numbers["remedies"]
    assert found == {
        ("what is to be done", remedies),
        ("what helps", remedies),
        ("what ", costs),
        ("a wall", costs),
        (" costs", costs),
        ("the remedies", remedies),
        ("Remedies", remedies),
        ("What a wall costs", costs),
    }


@pytest.mark.parametrize(
    ("slides", "help"),
    [
        ("  - {title: A, id: costs}\n  - {title: B, text: 'See [x](#cost).'}\n", "did you mean `costs`?"),
        ("  - {title: A, id: costs}\n  - {title: B, text: 'See [x](#/costs).'}\n", "did you mean `costs`?"),
        (
            "  - {title: A}\n  - {title: B, text: 'See [x](#2).'}\n",
            "numbers change with every slide: write `id:` with a name on slide 2, and link to that",
        ),
        (
            "  - {title: A, id: first}\n  - {title: B, text: 'See [x](#slide-2).'}\n",
            "slide 2 has the id `first`: write `#first`",
        ),
        (
            "  - {title: 'What it costs, then'}\n  - {title: B, text: 'See [x](#what-it-costs-then).'}\n",
            "write `id: what-it-costs-then` on slide 2, `What it costs, then`",
        ),
        (
            "  - {title: What it costs, id: money}\n  - {title: B, text: 'See [x](#what-it-costs).'}\n",
            "slide 2, `What it costs`, has the id `money`",
        ),
        (
            "  - {title: B, text: 'See [x](#night-noise).'}\n",
            "write `id: night-noise` on slide 1, `Night noise`",
        ),
        (
            "  - {title: B, id: second}\n  - {title: C, id: third, text: 'See [x](#page-2).'}\n",
            "slide 2 has the id `second`: write `#second`",
        ),
        ("  - {title: B, text: 'See [x](#dogs).'}\n", "write `id: dogs` on the slide that it leads to"),
        ("  - {title: B, text: 'See [x](#99).'}\n", "write `id: 99` on the slide that it leads to"),
    ],
)
def test_a_link_to_no_slide_is_told_with_what_was_meant(slides, help, tmp_path):
    """Its words are there without a link: everything else can be built."""
    ((severity, message, found),) = said(tmp_path, slides)
    assert (severity, found) == ("warning", help)
    assert message.startswith("no slide has the id `") and message.endswith("`: the words are no link")
    document = read_document(tmp_path / "decks" / "deck.yaml", Diagnostics())
    assert document and not any(run.link for slide in document.slides for one in slide.texts for run in one.all_runs)


def test_an_agenda_beside_it_leads_where_it_did(tmp_path):
    """Its links have no ids, and nothing is said of them."""
    slides = "  - {title: B, agenda: true}\n  - {title: C, section: One, text: 'See [x](#c).'}\n  - {title: D, id: c}\n"
    assert said(tmp_path, slides) == []
    document = read_document(tmp_path / "decks" / "deck.yaml", Diagnostics())
    assert document
    links = [run.link for slide in document.slides for one in slide.texts for run in one.runs if run.link]
    assert links == [SlideLink(2), SlideLink(3, id="c")]


def test_it_is_told_where_it_is_written(tmp_path):
    """Once, however many runs it has, and each of several."""
    text = f"{DECK}  - title: B\n    text: 'See [x **y** z](#a) and [w](#a).'\n"
    assert Project(tmp_path).said(text).count("warning[broken-link]: no slide has the id `a`") == 2
    assert "--> decks/deck.yaml:5:16\n" in Project(tmp_path).said(text)


def test_two_slides_of_one_id_are_no_aim(tmp_path):
    """Nobody knows which is meant; decks without such links may have them as they ever could."""
    twice = "  - {title: A, id: x}\n  - {title: B, id: x}\n"
    assert said(tmp_path, twice) == []
    assert said(tmp_path, f"{twice}  - {{title: C, text: 'See [a](#x).'}}\n") == [
        (
            "warning",
            "slides 2 and 3 both have the id `x`",
            "give one of them another id: the words are no link until it is clear where they lead",
        )
    ]


def test_links_of_an_included_file_lead_to_its_own_slides(tmp_path):
    """Where the deck has a slide of that id, too; where only that has one, to that. A slide may be included twice."""
    project = Project(tmp_path)
    (tmp_path / "decks" / "more.yaml").write_text(
        "title: More\nslides:\n  - {title: C, id: x, text: 'See [c](#x), [d](#own).'}\n", encoding="utf-8"
    )
    include = "  - include: more.yaml\n"
    deck = f"{DECK}  - {{title: A, id: x, text: 'See [a](#x).'}}\n  - {{title: D, id: own}}\n{include * 2}"
    document = project.document(deck)
    links = [
        {run.text: run.link.slide for one in slide.texts for run in one.runs if isinstance(run.link, SlideLink)}
        for slide in document.slides
    ]
    assert links == [{}, {"a": 1}, {}, {"c": 3, "d": 2}, {"c": 3, "d": 2}]


def test_a_slide_that_is_left_out_is_no_mistake(tmp_path):
    """For whom it is not, or where its condition does not hold: that is told as what is left out is."""
    slides = (
        "  - {title: A, id: costs, only: board}\n  - {title: B, id: wall, if: walls > 2}\n"
        "  - {title: C, text: 'See [a](#costs) and [b](#wall).'}\n"
    )
    deck = f"audiences: [board]\nvariables: {{walls: 1}}\n{DECK}{slides}"
    project = Project(tmp_path)
    diagnostics = project.read(deck)[1]
    assert {one.code for one in diagnostics} == {"left-out"} and not diagnostics.failed(True)
    told = [one.message for one in diagnostics if "lead to it" in one.message]
    assert told == [f"the slide `{id}` is left out: the words that lead to it are no link" for id in ("costs", "wall")]
    again = Diagnostics()
    document = read_document(project.deck, again, audience="board")
    assert document and [one.message for one in again if "`costs`" in one.message] == []


@pytest.mark.parametrize("left_out", ["only: board", "if: walls > 2"])
def test_a_link_to_a_slide_that_is_left_out_leads_to_none_of_another_file(left_out, tmp_path):
    """Even if that has its id: a reader would see something that the author of the link has not meant."""
    project = Project(tmp_path)
    (tmp_path / "decks" / "more.yaml").write_text(
        f"title: More\nslides:\n  - {{title: C, id: x, {left_out}}}\n  - {{title: D, text: 'See [c](#x).'}}\n",
        encoding="utf-8",
    )
    deck = f"audiences: [board]\nvariables: {{walls: 1}}\n{DECK}  - {{title: A, id: x}}\n  - include: more.yaml\n"
    document, diagnostics = project.read(deck)
    assert document and not any(run.link for one in document.slides[2].texts for run in one.runs)
    told = [one.message for one in diagnostics if "lead to it" in one.message or "leads to it" in one.message]
    assert told == ["the slide `x` is left out: the words that lead to it are no link"]


def test_values_may_say_where_a_link_leads(tmp_path):
    """As they may in any text; letters of every script count, and signs that addresses write otherwise."""
    document = Project(tmp_path).document(
        f"variables: {{to: käse}}\n{DECK}  - {{title: A, id: käse}}\n"
        "  - {title: B, text: 'See [a](#{{ to }}).'}\n"
    )
    (link,) = [run.link for one in document.slides[2].texts for run in one.runs if run.link]
    assert isinstance(link, SlideLink) and (link.id, link.slide) == ("käse", 1)


@pytest.mark.parametrize("address", ["costs", "/costs", "slide:costs", "id=costs", "/#costs"])
def test_an_id_without_its_sign_is_told_with_it(address, tmp_path):
    """In a text: a credit leads to no slide."""
    help = "write `#costs` for the slide with `id: costs`; begin with `https://` for a page of the web"
    (one,) = Project(tmp_path).read(f"{DECK}  - {{title: B, text: 'See [what it costs]({address}).'}}\n")[1]
    assert (one.code, one.help) == ("unsafe-link", help)
    (one,) = Project(tmp_path).read(f"{DECK}  - {{title: B, credit: {{title: A, url: {address}}}}}\n")[1]
    assert one.code == "unsafe-link" and one.help and "`#costs`" not in one.help


def test_a_sharp_sign_alone_leads_nowhere(tmp_path):
    """It is refused as other addresses that are none."""
    assert "error[unsafe-link]: link to `#`" in Project(tmp_path).said(f"{DECK}  - {{title: B, text: '[x](#)'}}\n")


def test_looking_for_what_was_meant_takes_a_look_at_each_title(monkeypatch, tmp_path):
    """However many links lead nowhere."""
    looked = []
    own = slide_links.slug
    monkeypatch.setattr(slide_links, "slug", lambda title: looked.append(title) or own(title))
    slides = "".join(f"  - {{title: No. {one}, text: 'See [x](#not-{one}-there).'}}\n" for one in range(50))
    assert len(said(tmp_path, slides)) == 50
    assert len(looked) == 51 + 50
