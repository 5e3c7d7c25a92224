"""What a colleague finds beside the slides: dates, guides, fonts of other scripts, prompts, addresses."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from deckmaker.render.pptx.parts import Relationships
from tests.projects import DECK, Project
from tests.render.pptx.arrangements import presentation as arranged
from tests.render.pptx.decks import document, every_deck, find, presentation, rendered, trees
from tests.render.pptx.test_placeholders import frame

GUIDE = "//*[local-name()='guide' and namespace-uri()!='http://schemas.openxmlformats.org/presentationml/2006/main']"


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize(
    ("said", "epoch", "expected"),
    [
        ("2026-11-20", "", "2026-11-20T12:00:00Z"),
        ("20 November 2026", "", "2026-11-20T12:00:00Z"),
        ("Autumn", "", "2000-01-01T00:00:00Z"),
        ("2026-11-20", "1800000000", "2027-01-15T08:00:00Z"),
    ],
)
def test_a_file_has_the_date_of_its_deck(
    said: str, epoch: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day that the deck says, else one that never changes; what the environment asks for goes before."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    made = Presentation(BytesIO(rendered(Project(tmp_path).document(f"date: {said}\n{DECK}"))))
    for date in (made.core_properties.created, made.core_properties.modified):
        assert date is not None and f"{date:%Y-%m-%dT%H:%M:%SZ}" == expected


@pytest.mark.sampled(every=2)
@every_deck
def test_guides_stand_at_the_edges_of_title_and_text(deck: str) -> None:
    """On the master, in eighths of a point; none is at the middle of a page of 4:3, as in the template."""
    (master,) = presentation(deck).slide_masters
    title, text = (frame(master.placeholders[index]) for index in (0, 1))
    down = {edge for x, _, width, _ in (title, text) for edge in (x, x + width)}
    across = {edge for _, y, _, height in (title, text) for edge in (y, y + height)}
    found = [(one.get("orient"), int(one.get("pos")) / 8) for one in find(master._element, GUIDE)]
    for orient, edges in ((None, down), ("horz", across)):
        own = sorted(place for one, place in found if one == orient)
        assert own == [pytest.approx(edge, abs=0.07) for edge in sorted(edges)]
    assert not find(trees(deck, "ppt")["ppt/viewProps.xml"], "//p:guide")


def test_layouts_have_guides_at_their_columns() -> None:
    """Those that the master has not."""
    (layout,) = [one for one in arranged().slide_layouts if one.name == "Two columns with headings"]
    places = [frame(one) for one in layout.placeholders if one.name.startswith("Column")]
    edges = {round(edge, 3) for x, _, width, _ in places for edge in (x, x + width)}
    found = {int(one.get("pos")) / 8 for one in find(layout._element, GUIDE)}
    assert found and all(any(abs(one - edge) < 0.07 for edge in edges) for one in found)
    ids = [one.get("id") for one in find(layout._element, GUIDE)]
    assert ids == [str(number) for number in range(1, len(ids) + 1)]


@every_deck
def test_the_master_names_the_fonts_of_all_scripts(deck: str) -> None:
    """By reference, as Office's own masters do: a colleague's theme fonts reach East Asian and complex scripts, too."""
    (master,) = presentation(deck).slide_masters
    levels = find(master._element, "p:txStyles/*/*/a:defRPr")
    assert len(levels) == 10
    for level in levels:
        latin = find(level, "string(a:latin/@typeface)")
        assert (find(level, "string(a:ea/@typeface)"), find(level, "string(a:cs/@typeface)")) == (
            latin.replace("-lt", "-ea"),
            latin.replace("-lt", "-cs"),
        )


@every_deck
def test_only_layouts_have_prompts_of_their_own(deck: str) -> None:
    """`hasCustomPrompt` says that a layout's words go before PowerPoint's; on a master it says nothing."""
    (master,) = presentation(deck).slide_masters
    assert not find(master._element, "//@hasCustomPrompt")
    assert any(find(one._element, "//@hasCustomPrompt") for one in presentation(deck).slide_layouts)


@every_deck
def test_every_layout_with_a_number_has_a_place_for_a_date(deck: str) -> None:
    """Where it lies on nothing else that a slide has there, within the page."""
    seen = 0
    for layout in presentation(deck).slide_layouts:
        places = {one.name: frame(one) for one in layout.shapes if one.name not in ("Logo",)}
        assert ("Date" in places) == ("Slide number" in places)
        if "Date" in places:
            x, y, width, height = places.pop("Date")
            small = [places[name] for name in ("Footer", "Slide number", "Credits", "Trail", "Title") if name in places]
            for left, top, wide, high in small:
                assert (
                    x + width <= left + 0.1
                    or left + wide <= x + 0.1
                    or y + height <= top + 0.1
                    or top + high <= y + 0.1
                )
            assert x >= 0 and y > 0.5 * document(deck).theme.height
            seen += 1
    assert seen > 5


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://x.example/#a#b", "https://x.example/#a%23b"),
        ("https://x.example/a b?c=<d>", "https://x.example/a%20b?c=%3Cd%3E"),
        ("https://x.example/100%?a=%20", "https://x.example/100%25?a=%20"),
        ("https://x.example/å#ü", "https://x.example/å#ü"),
        ("mailto:a@b.example?subject=x", "mailto:a@b.example?subject=x"),
    ],
)
def test_addresses_are_uris(address: str, target: str) -> None:
    """What no URI holds is encoded; what is one stays as it is."""
    relationships = Relationships("ppt/slides/slide1.xml")
    relationships.outside("hyperlink", address)
    assert f'Target="{target}"' in relationships.xml().decode()


@pytest.mark.parametrize("texts", [1, 12])
def test_a_footer_that_made_room_for_credits_is_no_placeholder(texts: int, tmp_path: Path) -> None:
    """Reset Slide would put it back onto them. One where its layout has it is one: Header & Footer reaches it."""
    project = Project(tmp_path)
    project.picture("quay.png", (320, 400))
    sources = ", ".join(f"{{role: data, publisher: Authority {number} of the harbour}}" for number in range(texts))
    picture = "{file: ../quay.png, alt: The quay, credit: {creator: A. Lind, license: CC-BY-4.0}}"
    slide = f"  - {{title: Two, layout: picture-right, text: Words, image: {picture}, credits: [{sources}]}}\n"
    made = Presentation(BytesIO(rendered(project.document(f"footer: Draft\n{DECK}{slide}"))))
    shapes = {shape.name: shape for shape in made.slides[1].shapes}
    footer, credits = shapes["Footer"], shapes["Credits"]
    assert footer.is_placeholder == (texts == 1) and not credits.is_placeholder
    assert footer.top + footer.height <= credits.top
    assert footer.text_frame.text == "Draft"
