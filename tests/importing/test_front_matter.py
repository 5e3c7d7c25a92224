"""Front matter of Markdown: what a deck has of it is kept, and the rest is told."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported

KEYS = "left out of the front matter"
WORDS = "words of the front matter are left out"
PICTURES = "pictures in the front matter are left out"


def read(front: str) -> tuple[dict[str, str], list[str]]:
    """Return the keys of a deck but its title and slides, and what is said."""
    found = imported(f"---\ntitle: T\n{front}\n---\n\n## S\n\n- text\n")
    keys = {key: value for key, value in found.deck.items() if key not in ("title", "slides")}
    return keys, [message for _, message in found.messages]


@pytest.mark.parametrize(
    ("front", "author", "said"),
    [
        ("author: [{name: Ann, affiliation: Institute}, Bob]", "Ann (Institute), Bob", []),
        ("author: {given: Ann, family: Lind}", "Ann Lind", []),
        ("author: [{name: {given: Ann, family: Lind}}]", "Ann Lind", []),
        ("author: [{name: {literal: Ann}, affiliations: [{name: A}, B]}]", "Ann (A, B)", []),
        ("author: Ann\nauthors: [Bob, Ann]", "Ann, Bob", []),
        ("authors: Ann", "Ann", []),
        ("author: [{name: Ann, email: a@e.org, orcid: 1}]", "Ann", [f"{KEYS}: `author: email`, `author: orcid`"]),
        ("author: [{affiliation: Institute}]", "Institute", []),
        ("author: ['![x](a.png) Ann']", "x Ann", []),
    ],
)
def test_all_authors_are_named_with_where_they_work(front, author, said):
    """In all ways in which Pandoc, Quarto and Citation Style Language have names."""
    assert read(front) == ({"author": author}, said)


LIST = "affiliations: [{id: h, name: Harbour Institute, city: Oslo}, {id: u, name: University}]"


@pytest.mark.parametrize(
    ("front", "author", "said"),
    [
        (
            "author: [{name: Ann, affiliations: {name: A, department: D, city: C, state: S, country: O}}]",
            "Ann (D, A, C, S, O)",
            [],
        ),
        (
            f"author: [{{name: Ann, affiliations: [{{ref: h}}, {{ref: u}}]}}, {{name: Bob, affiliations: u}}]\n{LIST}",
            "Ann (Harbour Institute, Oslo, University), Bob (University)",
            [],
        ),
        (
            "author: [{name: Ann, affiliation: {id: h, name: A}}, {name: Bob, affiliation: [{ref: h}, {ref: x}]}]",
            "Ann (A), Bob (A, x)",
            [],
        ),
        (f"author: [{{name: Ann, affiliations: [{{ref: h}}]}}]\n{LIST}", None, [f"{KEYS}: `affiliations`"]),
        ("author: [{name: Ann, affiliation: {name: A, url: x}}]", "Ann (A)", [f"{KEYS}: `affiliation: url`"]),
    ],
)
def test_places_of_authors_are_there_with_all_that_is_read(front, author, said):
    """Also those that stand in a list of their own, to which authors refer, as Quarto has it. One to which nobody
    refers is told."""
    assert read(front) == ({"author": author or "Ann (Harbour Institute, Oslo)"}, said)


@pytest.mark.parametrize(
    ("footer", "kept", "said"),
    [
        ("![w:50](logo.png) foot", {"footer": "foot"}, [f"{PICTURES}: `logo.png`"]),
        ("![w:50 Our logo](logo.png) foot", {"footer": "Our logo foot"}, [f"{PICTURES}: `logo.png`"]),
        ("![x][logo] foot", {"footer": "x foot"}, [f"{PICTURES}: `logo`"]),
        ("![bg](a.png)", {}, [f"{PICTURES}: `a.png`"]),
    ],
)
def test_a_picture_in_a_footer_is_told(footer, kept, said):
    """Without Marp's keywords."""
    assert read(f"marp: true\nfooter: '{footer}'") == (kept, said)


@pytest.mark.parametrize("key", ["header", "description", "keywords", "abstract"])
@pytest.mark.parametrize("tool", ["marp: true", "toc-title: x"])
def test_words_for_which_a_deck_has_no_place_are_told(key, tool):
    """With what they say, and not by their keys, as looks are."""
    _, said = read(f"{tool}\n{key}: Confidential")
    assert said[-1] == f"{WORDS}: `Confidential`"
    assert key not in str(said[:-1])


@pytest.mark.parametrize("front", ["subtitle: [a, b]", "date: {year: 2031}", "footer: [a]", "keywords: [a, b]"])
def test_what_is_no_text_is_told_by_its_key(front):
    """Where a deck has texts."""
    assert read(front) == ({}, [f"{KEYS}: `{front.partition(':')[0]}`"])


QUARTO = "format:\n  revealjs:\n    footer: '*Foot*'\n    incremental: true\n"


@pytest.mark.parametrize(
    ("front", "kept", "said"),
    [
        (QUARTO, {"footer": "Foot", "incremental": "true"}, []),
        (f"{QUARTO}    logo: a.png\n  html: default", {"footer": "Foot", "incremental": "true"}, ["revealjs: logo"]),
        ("format: revealjs", {}, []),
        ("format: [a, b]", {}, []),
    ],
)
def test_what_quarto_says_for_its_slides_is_the_deck_s(front, kept, said):
    """What else it says for them is told."""
    assert read(front) == (kept, [f"{KEYS}: `{one}`" for one in said])


@pytest.mark.parametrize(
    "institute", ["Institute of Harbours", "[Institute, of, Harbours]", "[{name: Institute of, city: Harbours}]"]
)
def test_institutes_are_told_with_what_they_say(institute):
    """Beamer's and Quarto's slides show them."""
    (message,) = read(f"institute: {institute}")[1]
    assert message.replace(",", "") == f"{WORDS}: `Institute of Harbours`"


MARKED = r'"**Big** _plan_ [here](https://x.org/a), a\\*b<br>*two*"'
PLAIN = "Big plan here (https://x.org/a), a*b two"


@pytest.mark.parametrize(
    ("key", "kept"),
    [
        ("subtitle", r"**Big** *plan* [here](https://x.org/a), a\*b *two*"),
        ("author", PLAIN),
        ("date", PLAIN),
        ("footer", PLAIN),
    ],
)
def test_marks_in_front_matter_are_those_of_the_deck(key, kept):
    """Where a key has no marks, the words are there without them, and the address of a link behind its words."""
    assert read(f"{key}: {MARKED}") == ({key: kept}, [])


@pytest.mark.parametrize(
    "front", [f"---\ntitle: {MARKED}\n---", "% **Big** _plan_ [here](https://x.org/a), a\\*b\n  *two*"]
)
def test_the_title_keeps_its_marks_on_the_title_slide(front):
    """In front matter and in a title block."""
    found = imported(f"{front}\n\n## S\n\n- text\n")
    assert found.deck["slides"][0] == {"title": r"**Big** *plan* [here](https://x.org/a), a\*b *two*"}
    assert found.messages == []


@pytest.mark.parametrize("tool", ["marp: true", "drawings: x"])
def test_what_a_program_shows_as_it_is_typed_has_no_marks(tool):
    """As Marp and Slidev do, but with a footer."""
    found = imported(f"---\n{tool}\ntitle: On *x*\nauthor: '*A*'\nfooter: '*f*'\n---\n\n## S\n\n- text\n").deck
    assert (found["title"], found["author"], found["footer"]) == (r"On \*x\*", "*A*", "f")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a <!-- c -->", "comments are left out"),
        ("a <video src='x'></video>", "HTML is left out: `<video>`"),
        ("[a](b.md)", "a link that leads to no slide, web page or mailbox is a text now"),
    ],
)
def test_what_marks_of_front_matter_lose_is_told(words, said):
    """As among the words of slides."""
    assert read(f'subtitle: "{words}"') == ({"subtitle": "a"}, [said])


def test_the_name_of_a_section_has_no_marks():
    """Its title does."""
    found = imported("# T\n\n# A **bold** part^[So.]\n\n## S\n\nx\n\n# E\n\n## F\n\ny\n")
    assert found.slides[0] == {"section": "A bold part", "title": "A **bold** part^[So.]"}
