"""Signs behind a backslash are text in Markdown: they begin nothing that the same signs alone would."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported

TABLE = "| a | b |\n|---|---|\n| 1 | 2 |\n\n"


def slide(markdown: str) -> tuple[dict, list[str]]:
    """Return the second slide of a file, and what is told."""
    found = imported(f"# T\n\n{markdown}\n\n## E\n\n- y\n")
    return found.slides[0], [message for _, message in found.messages]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        (r"Write \{.cls\}", "Write {.cls}"),
        (r"Write \{.cls}", "Write {.cls}"),
        (r"Write {.cls\}", "Write {.cls}"),
        (r"Write {a=b\}", "Write {a=b}"),
        (r"Write &#123;.cls}", "Write {.cls}"),
        (r"Keep \{visibility=hidden\}", "Keep {visibility=hidden}"),
        (r"Photo \{background-image=../../x.png\}", "Photo {background-image=../../x.png}"),
        (r'Say \{data-notes="hush"\}', 'Say {data-notes="hush"}'),
        (r"Set `{.cls}`", "Set `{.cls}`"),
        (r"Write \{.a\} {.b}", "Write {.a}"),
    ],
)
@pytest.mark.parametrize("above", ["", "Above\n\n### "])
def test_braces_behind_a_backslash_are_words_of_a_heading(above, heading, title):
    """Of a title and of a heading below one: they hide nothing, and are no notes."""
    found, said = slide(f"## {above}{heading}\n\ntext")
    expected = {"title": "Above", "heading": title, "text": "text"} if above else {"title": title, "text": "text"}
    assert {key: one.replace("\\", "") for key, one in found.items()} == expected
    assert said == []


def test_braces_behind_a_backslash_name_no_heading():
    """A link to such a name leads nowhere, which is told."""
    text, said = slide("## A\n\n[x](#mine)\n\n## Write \\{#mine\\}\n\nx")
    assert (text["text"], said) == ("x", ["a link that leads to no slide, web page or mailbox is a text now"])
    text, said = slide("## A\n\n[x](#mine)\n\n## Write {#mine}\n\nx")
    assert (text["text"], said) == ("[x](#mine)", [])


def test_notes_in_the_attributes_of_a_heading_are_as_they_are_meant():
    """Quotes behind a backslash, names of signs, and signs that are marks elsewhere."""
    found, said = slide('## A {data-notes="Say \\"so\\" &amp; <b>then</b> *go*"}\n\nx')
    assert (found["notes"], said) == ('Say "so" & <b>then</b> *go*', [])


def test_attributes_may_stand_before_a_comment():
    found, _ = slide("## A {data-visibility=hidden} <!-- later -->\n\nx")
    assert (found["title"], found["hidden"]) == ("A", "true")


def test_comments_that_do_not_end_are_looked_at_once():
    """Whatever stands before each of them."""
    assert imported(f"# T\n\n## {'{.a} <!-- ' * 20_000}\n\nx\n").deck


@pytest.mark.parametrize("list_or_quotation", ["- ### A {}", "> ### A {}", "- x\n\n  ### A {}"])
def test_what_is_behind_a_slide_is_told_of_any_heading(list_or_quotation):
    """Also in a list and in a quotation, where attributes are no words either."""
    found, said = slide(f"## S\n\n{list_or_quotation.replace('{}', '{background-image=sea.png}')}")
    assert "sea" not in str(found)
    assert "what is behind a slide is left out: `sea.png`" in said


@pytest.mark.parametrize("caption", [r"\: Words", r"Table\: Words", "&#58; Words"])
def test_a_colon_behind_a_backslash_is_no_caption(caption):
    found, _ = slide(f"## S\n\n{TABLE}{caption}")
    assert "caption" not in found["table"]
    assert found["text"].endswith(": Words")


def test_brackets_behind_a_backslash_begin_no_callout():
    found, _ = slide("## S\n\n> \\[!NOTE]\n> words")
    assert found == {"title": "S", "quote": "\\[!NOTE]\nwords\n"}


def test_a_caption_in_italics_keeps_its_own_stars():
    found, _ = slide(f"## S\n\n{TABLE}*with a star\\**")
    assert found["table"]["caption"] == r"with a star\*"


@pytest.mark.parametrize("words", [r"\. . .", r". . \.", "&#46; . ."])
def test_dots_behind_a_backslash_are_no_pause(words):
    found, said = slide(f"## S\n\n{words}")
    assert (found["text"].replace("\\", ""), said) == (". . .", [])


def test_signs_behind_a_backslash_show_no_code_of_another_file():
    found, said = slide("## S\n\n\\<<< @/code.py")
    assert (found["text"].replace("\\", ""), said) == ("<<< @/code.py", [])


def test_a_colon_behind_a_backslash_begins_no_notes():
    found = imported("# T\n\n---\n\n## S\n\nNote\\: all of this\n\n---\n\n## E\n\n- y\n").slides[0]
    assert found == {"title": "S", "text": "Note: all of this"}


def test_colons_behind_a_backslash_begin_no_slot():
    markdown = "---\nlayout: two-cols\n---\n\n# A\n\nx\n\n{}\n\ny\n\n---\n\n# E\n\nz\n"
    found = imported(markdown.replace("{}", "\\::right::"))
    assert "::right::" in str(found.deck).replace("\\", "")
    assert "::right::" not in str(imported(markdown.replace("{}", "::right::")).deck)


@pytest.mark.parametrize(
    ("info", "title"),
    [
        (r'{.note title="A \"big\" one"}', 'A "big" one'),
        ('{.note title="A {b} c"}', "A {b} c"),
        ("{.note title=A}", "A"),
    ],
)
def test_titles_of_divs_have_all_signs_that_their_quotes_hold(info, title):
    found, said = slide(f"## S\n\n::: {info}\nwords\n:::")
    assert (found["callout"]["title"], said) == (title, [])


def test_names_of_code_have_all_signs_that_their_quotes_hold():
    found, said = slide('## S\n\n```{.python filename="A \\"big\\" one.py"}\nx\n```')
    assert (found["code"]["title"], said) == ('A "big" one.py', [])
