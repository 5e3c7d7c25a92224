"""Slidev's front matter of single slides: all YAML may stand in it."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported

LEFT_OUT = "left out of the settings of slides"


@pytest.mark.parametrize("front", ["theme: default", "transition: fade"])
@pytest.mark.parametrize(
    ("settings", "names"),
    [
        ("layout: center\nclass:\n  - a\n  - b\ntransition: fade", "`class`, `transition`"),
        ("layout: center\nclass:\n- a", "`class`"),
        ("# comment\nlayout: center", ""),
        ("layout: center # why\n# comment: more", ""),
        ("layout: center\ndragPos:\n  square: 1,2\n  # no\n  circle: 3,4", "`dragPos`"),
        ("layout: center\nclass: [a,\n  b]", "`class`"),
        ("layout: center\nclass: |\n  a\n  b", "`class`"),
    ],
)
def test_lists_and_comments_in_settings_of_a_slide_are_no_slides(front, settings, names):
    """What they say is told by their keys."""
    found = imported(f"---\n{front}\n---\n\n# T\n\n---\n{settings}\n---\n\n# S\n\n<u>x</u>\n\n---\n\n# E\n\ny\n")
    assert [one["title"] for one in found.slides] == ["S", "E"]
    assert [text for _, text in found.messages if LEFT_OUT in text] == ([f"{LEFT_OUT}: {names}"] if names else [])
    assert [line for line, text in found.messages if "HTML" in text] == [13 + settings.count("\n")]


def test_settings_with_comments_are_read():
    """As the others are."""
    settings = "# it\nlayout: image-left\nimage: >-\n  a.png\n# not yet\nhide: true"
    found = imported(f"---\ntransition: fade\n---\n\n# T\n\n---\n{settings}\n---\n\n# S\n\nx\n")
    assert found.slides == [
        {"title": "S", "layout": "picture-left", "hidden": "true", "image": {"file": "a.png"}, "text": "x"}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Heading\nSource: Eurostat",
        "- item\n- class: x",
        "Class: x\n- item",
        "class: [x\n- a",
        "words\nclass: x",
        "background:\n- founded",
        "src:\n  - here",
        "Transition:\n- a",
    ],
)
def test_what_stands_close_between_rules_is_a_slide_elsewhere(text):
    """Where no key of Slidev is, or no YAML."""
    found = imported(f"# T\n\n---\n{text}\n---\n\n# S\n\nx\n").deck["slides"]
    assert all(word in str(found) for word in text.replace("#", "").replace("-", "").split())


@pytest.mark.parametrize("written", ["![a](/a.png)", "<img src='/a.png' alt='a'>", "---\nimage: /a.png\n---\n"])
def test_paths_of_pictures_begin_in_slidev_s_folder_for_these(written):
    """If they begin with a slash, which is no place on the disk."""
    rule = "" if written.startswith("---") else "---\n\n"
    found = imported(f"---\ndrawings: x\n---\n\n# T\n\n{rule}{written}\n\n## S\n\nx\n").slides[0]
    assert found["image"]["file"] == "public/a.png"
