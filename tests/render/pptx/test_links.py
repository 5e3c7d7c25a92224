"""Links: real ones, to the right addresses, in words that belong together."""

from __future__ import annotations

import pytest

from deckmaker.model import Run
from tests.render.pptx.decks import every_deck, find, paragraphs, trees


def joined(runs: list[tuple[str, str | None]]) -> list[tuple[str, str]]:
    """Return links, each once: parts under one address are one link, also with a plain space between them."""
    links: list[tuple[str, str]] = []
    gap = ""
    for text, address in runs:
        if address is None:
            gap += text
        elif links and links[-1][1] == address and gap in ("", " "):
            links[-1] = (links[-1][0] + gap + text, address)
            gap = ""
        else:
            links.append((text, address))
            gap = ""
    return links


def deck_links(runs: tuple[Run, ...]) -> list[tuple[str, str]]:
    """Return the links of a paragraph of the deck."""
    return joined([(run.text, run.link) for run in runs])


@pytest.mark.sampled(every=2)
@every_deck
def test_links_lead_where_the_deck_says(deck: str) -> None:
    """Each link has its words and its address; one that goes on over a line's end is whole again when joined."""
    count = 0
    for _, one, paragraph in paragraphs(deck):
        links = joined([(run.text, run.hyperlink.address) for run in paragraph.runs])
        assert links == deck_links(one.paragraph.runs)
        count += len(links)
    assert count >= 8


def test_a_link_over_a_line_end_is_parted_between_words() -> None:
    """LibreOffice breaks a link after any letter, so each line has its part, and the space between is plain."""
    parted = 0
    for _, one, paragraph in paragraphs("showcase"):
        before = ""
        for first, space, second in zip(paragraph.runs, paragraph.runs[1:], paragraph.runs[2:], strict=False):
            before += first.text
            address = first.hyperlink.address
            if address and space.text == " " and second.hyperlink.address == address:
                assert space.hyperlink.address is None
                assert any(before.endswith(line.line.text) for line in one.lines)
                parted += 1
    assert parted


@every_deck
def test_every_link_keeps_the_color_of_its_run(deck: str) -> None:
    """PowerPoint draws links in the scheme's colour, unreadable on dark pages, unless they say otherwise."""
    for root in trees(deck, "ppt/slides").values():
        for link in find(root, "//a:rPr/a:hlinkClick"):
            assert find(link, "count(.//*[local-name()='hlinkClr'][@val='tx'])") == 1
            assert find(link, "count(../a:solidFill/*)") == 1
