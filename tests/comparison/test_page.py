"""The page of `deckmaker diff`: what it holds, what it needs, whom it serves, and what it is not written over."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO

import lxml.html
import pytest
from lxml.html import HtmlElement
from PIL import Image, ImageChops

from tests.accessible_pages import Verdict, verdict_on_file
from tests.agreement.rasters import draw_pdf, similarity
from tests.comparison.test_diff_command import NEW, OLD
from tests.projects import Project, run


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.picture("crane.png", (40, 30))
    project.picture("quay.png", (44, 30))
    write(project, OLD, NEW)
    return project


def write(project: Project, old: str, new: str) -> None:
    """Write two decks."""
    (project.folder / "decks" / "old.yaml").write_text(old)
    (project.folder / "decks" / "new.yaml").write_text(new)


def page_of(project: Project) -> HtmlElement:
    """Write the page, and return it as read back."""
    result = run("diff", "decks/old.yaml", "decks/new.yaml", "-o", "changes.html")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "changes.html\n", "")
    return lxml.html.fromstring((project.folder / "changes.html").read_bytes())


def text(element: HtmlElement) -> str:
    """Return an element's words, with single spaces."""
    return " ".join(element.text_content().split())


def test_each_slide_that_has_changed_has_a_section(project):
    """With a link to it, what became of it, and its changes."""
    page = page_of(project)
    assert [text(one) for one in page.xpath("//h2")] == [
        "The deck itself",
        "Slide 2 Thanks moved from 5",
        "Slide 3 Where it comes from changed",
        "Slide 4 How loud changed",
        "Slide 4 Two remedies removed",
        "Slide 5 What it costs added",
    ]
    targets = [one.get("href").removeprefix("#") for one in page.xpath("//nav//a")]
    assert [text(page.get_element_by_id(one)) for one in targets] == [text(one) for one in page.xpath("//h2")][1:]
    (section,) = page.xpath("//section[h2[contains(., 'Where it comes from')]]")
    assert [text(one) for one in section.xpath(".//li")] == [
        "notes addednew: Wait for questions.",
        "text changedgone: Two thirdsnew: Half of loud nights have a gone: **reefer shipgone: ** at berth 4.",
        "image, file changedgone: crane.png new: quay.png",
    ]
    assert section.xpath("string(.//li[2]//ins)") == "Half"


def test_pictures_stand_side_by_side(project):
    """Of slides that were added or removed, one; of one that has only moved, none."""
    page = page_of(project)
    for title, captions in (
        ("Thanks", []),
        ("Where it comes from", ["Before: slide 2", "After: slide 3"]),
        ("Two remedies", ["Before: slide 4"]),
        ("What it costs", ["After: slide 5"]),
    ):
        (section,) = page.xpath(f"//section[h2[contains(., '{title}')]]")
        assert [text(one).partition(",")[0] for one in section.xpath(".//figcaption")] == captions
        pictures = section.xpath(".//img")
        assert [one.get("alt").startswith(caption[7:8].lower()) or title in one.get("alt") for one, caption in zip(
            pictures, captions, strict=True
        )] == [True] * len(captions)  # fmt: skip
        for picture in pictures:
            with Image.open(BytesIO(b64decode(picture.get("src").partition(",")[2]))) as image:
                assert image.size == (960, 540) == (int(picture.get("width")), int(picture.get("height")))


def test_hidden_slides_move_no_pictures(project):
    """Before a slide that has changed, or changed themselves: each picture is that of its own page."""
    spare = "  - title: Spare\n    hidden: true\n    text: Spare\n"
    old = f"title: A\nslides:\n  - title: One\n{spare}  - title: Two\n    text: Two\n"
    write(project, old, old.replace("text: Spare", "text: Kept back").replace("text: Two", "text: Both"))
    result = run("build", "decks/old.yaml", "decks/new.yaml", "-f", "pdf", "--hidden")
    assert result.exit_code == 0, result.stderr
    before, after = (draw_pdf(project.folder / "build" / f"{name}.pdf") for name in ("old", "new"))
    drawn = [before[1], after[1], before[2], after[2]]
    for number, picture in enumerate(page_of(project).xpath("//img")):
        with Image.open(BytesIO(b64decode(picture.get("src").partition(",")[2]))) as image:
            likeness = [similarity(image.convert("RGB"), page) for page in drawn]
        assert likeness.index(max(likeness)) == number
    assert number == 3


def test_a_box_stands_around_what_looks_different(project):
    """Around the cell that has changed, on both pictures; around nothing where only the notes did."""
    begin = "title: A\nslides:\n  - title: Loud\n    layout: table\n"
    table = f"{begin}    notes: One.\n    table: {{rows: [[Place, dB], [Quay, 61]]}}\n"
    write(project, table, table.replace("61", "48"))
    boxes = page_of(project).xpath("//span[@class='box']/@style")
    assert len(boxes) == 2 and boxes[0] == boxes[1]
    (left, top, width, height) = (float(one.partition(":")[2].rstrip("% ")) for one in boxes[0].split(";") if one)
    assert 0 < width < 15 and 0 < height < 15 and left > 5 and 20 < top < 60
    write(project, table, table.replace("One.", "Two."))
    page = page_of(project)
    assert page.xpath("//span[@class='box']") == []
    assert len(page.xpath("//img")) == 2


def test_no_box_stands_around_letters_that_are_as_they_were(project):
    """Pictures on the page are compressed, and a colour that changes there changes what is beside it a little."""
    text = """\
title: A
theme: ../{}.yaml
slides:
  - title: A
  - title: How we got here
    timeline:
      - {{when: 2023, title: It begins, text: "What was decided, and by whom."}}
      - {{when: 2024, title: First results, text: What went as planned.}}
      - {{when: 2025, title: A limit is met, text: What no longer worked.}}
      - {{when: Today, title: A decision, text: What is to be settled now.}}
    text: |
      ## What the course shows
      Say in two sentences why the question comes up now, and not a year ago or a year from now.
"""
    write(project, text.format("red"), text.format("blue"))
    for name, color in (("red", "#B5202B"), ("blue", "#005F73")):
        (project.folder / f"{name}.yaml").write_text(f"extends: briefing\npalette: {{accent: '{color}'}}\n")
    styles = page_of(project).xpath("(//figure)[1]//span[@class='box']/@style")
    result = run("build", "decks/old.yaml", "decks/new.yaml", "-f", "png", "--width", "960")
    assert result.exit_code == 0, result.stderr
    one, other = (project.folder / f"build/{name}-png/02.png" for name in ("old", "new"))
    with Image.open(one) as before, Image.open(other) as after:
        difference = ImageChops.difference(before, after)
    assert styles
    for style in styles:
        left, top, width, height = (float(one.partition(":")[2].rstrip("% ")) for one in style.split(";") if one)
        place = (left * 9.6, top * 5.4, (left + width) * 9.6, (top + height) * 5.4)
        assert max(high for _, high in difference.crop(tuple(map(round, place))).getextrema()) > 60


def test_what_changes_all_slides_is_seen_on_one(project):
    """A theme on a slide that is else the same; notes in another place look like nothing."""
    write(project, OLD, OLD.replace("theme: briefing", "theme: plain"))
    (section,) = page_of(project).xpath("//section")
    assert [text(one).partition(",")[0] for one in section.xpath(".//figcaption")] == [
        "Before: slide 2",
        "After: slide 2",
    ]
    assert section.xpath(".//span[@class='box']")
    write(project, OLD, OLD.replace("theme: briefing", "theme: briefing\nlicense: CC-BY-4.0"))
    assert page_of(project).xpath("//img") == []


def test_very_many_slides_have_pictures_as_far_as_they_go(project, monkeypatch):
    """And that is said; the others are told in words."""
    monkeypatch.setattr("deckmaker.comparison.page.pictures.MOST_SLIDES", 2)
    page = page_of(project)
    assert len(page.xpath("//section[.//img]")) == 2 + 1
    assert "The first 2 slides below have pictures; the others are told in words." in text(page.xpath("//header")[0])
    assert len(page.xpath("//section")) == 6


def test_a_slide_that_is_split_has_all_of_its_pages(project):
    """Each beside its own."""
    items = ", ".join(f"This is item {number} of a list that has no room on one slide" for number in range(40))
    deck = f"title: A\nslides:\n  - title: Long\n    bullets: [{items}]\n"
    write(project, deck, deck.replace("item 39", "thing 39"))
    sides = page_of(project).xpath("//div[@class='sides']")
    assert len(sides) > 1
    assert [len(one.xpath(".//img")) for one in sides] == [2] * len(sides)
    assert [bool(one.xpath(".//span[@class='box']")) for one in sides] == [False] * (len(sides) - 1) + [True]


def test_the_page_needs_no_other_file_and_runs_nothing(project):
    """Its policy says so; what a deck says is text there."""
    write(project, OLD, OLD.replace("Two remedies", '<script>alert(1)</script> & "more"'))
    page = page_of(project)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")
    assert page.xpath("//script|//link|//iframe|//@onclick") == []
    assert all(one.startswith("data:image/webp;base64,") for one in page.xpath("//@src"))
    assert "<script>alert(1)</script>" in page.xpath("string(//main)")


def test_words_of_the_deck_are_in_its_language(project):
    """The page itself is English."""
    german = OLD.replace("title: Night noise\n", "title: Nachtlärm\nlanguage: de\n", 1)
    write(project, german, german.replace("Two remedies", "Zwei Mittel"))
    page = page_of(project)
    assert page.get("lang") == "en"
    assert page.xpath("string(//h2/span[@lang='de'])") == "Zwei Mittel"
    assert page.xpath("//li/span[@class='text']/@lang") == ["de"]


def test_the_same_decks_give_the_same_bytes(project):
    """In another run as well."""
    page_of(project)
    before = (project.folder / "changes.html").read_bytes()
    page_of(project)
    assert (project.folder / "changes.html").read_bytes() == before


def test_nothing_else_is_written_over(project):
    """An older page is; another file only by force."""
    target = project.folder / "changes.html"
    target.write_text("<p>mine</p>")
    result = run("diff", "decks/old.yaml", "decks/new.yaml", "-o", "changes.html")
    assert result.exit_code == 2
    assert "error[edited-output]: `changes.html` is there already, and is no page of `deckmaker diff`" in result.stderr
    assert target.read_text() == "<p>mine</p>"
    assert run("diff", "decks/old.yaml", "decks/new.yaml", "-o", "changes.html", "--force").exit_code == 1
    assert target.read_text().startswith("<!DOCTYPE html>")
    (project.folder / "taken.html").mkdir()
    result = run("diff", "decks/old.yaml", "decks/new.yaml", "-o", "taken.html")
    assert result.exit_code == 2 and "cannot-write" in result.stderr


@pytest.mark.outside
def test_axe_has_no_complaint(chromium, project):
    """In light and dark, wide and narrow; and it finds what is planted."""
    page_of(project)
    path = project.folder / "changes.html"
    assert verdict_on_file(path, chromium) == Verdict([], [])
    assert verdict_on_file(path, chromium, dark=True, width=320) == Verdict([], [])
    spoilt = path.read_text().replace("--gone: #7c1010", "--gone: #f0a0a0").replace(' alt="', ' data-alt="')
    path.write_text(spoilt)
    found = {one.partition(":")[0] for one in verdict_on_file(path, chromium).violations}
    assert found >= {"image-alt", "color-contrast"}


@pytest.mark.outside
def test_boxes_lie_where_their_places_say(chromium, project):
    """The policy lets the page's own styles in; a narrow window has one picture below the other."""
    page_of(project)
    measure = """() => [...document.querySelectorAll('.box')].map(box => {
      const own = box.getBoundingClientRect(), slide = box.parentNode.getBoundingClientRect()
      return own.width > 4 && own.left >= slide.left - 1 && own.right <= slide.right + 1 &&
        own.top >= slide.top - 1 && own.bottom <= slide.bottom + 1
    })"""
    lefts = "() => [...document.querySelectorAll('figure')].map(one => one.getBoundingClientRect().left)"
    wide = "() => document.documentElement.scrollWidth <= innerWidth"
    tab = chromium.new_page(viewport={"width": 1280, "height": 800})
    try:
        tab.goto((project.folder / "changes.html").as_uri())
        found = tab.evaluate(measure)
        assert len(found) > 2 and all(found)
        assert len(set(tab.evaluate(lefts))) == 2
        tab.set_viewport_size({"width": 320, "height": 700})
        assert len(set(tab.evaluate(lefts))) == 1 and tab.evaluate(wide)
    finally:
        tab.close()
