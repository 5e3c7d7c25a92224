"""What stands behind links and pictures of Markdown: titles, and alternative texts in attributes."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported


@pytest.mark.parametrize(
    "link", ['[a](https://e.org "Mind it")', "[a][r]\n\n[r]: https://e.org 'Mind it'", '[a](#e "Mind it")']
)
def test_titles_of_links_are_told(link):
    """They show when a pointer rests there, and a deck has none."""
    found = imported(f"# T\n\n## S\n\nSee {link}\n\n## E\n\n- y\n")
    assert found.messages == [(5, "titles of links are left out: `Mind it`")]
    assert found.slides[0]["text"].startswith("See [a](")


@pytest.mark.parametrize("title", ["World Health", "title"])
@pytest.mark.parametrize(
    "html",
    [
        'The <abbr title="{}">WHO</abbr> says',
        '<p>The <abbr title="{}">WHO</abbr> says</p>',
        '<div title="{}">The WHO says</div>',
    ],
)
def test_titles_of_html_are_told(html, title):
    """Among words and in blocks, where those of pictures are captions."""
    found = imported(f"# T\n\n## S\n\n{html.format(title)}\n\n## E\n\n- y\n")
    assert found.messages == [(5, f"titles of HTML are left out: `{title}`")]
    assert found.slides[0] == {"title": "S", "text": "The WHO says"}


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        ('![Cap](a.png){fig-alt="Words for it" width=50%}', {"alt": "Words for it", "caption": "Cap"}),
        ("![Cap](a.png){#fig-a fig-alt='Words'}", {"alt": "Words", "caption": "Cap"}),
        ('![Cap](a.png){alt="Words"}', {"alt": "Words", "caption": "Cap"}),
        ('![Cap](a.png "Title"){fig-alt="Words"}', {"alt": "Words", "caption": "Cap (Title)"}),
        ('![](a.png){fig-alt="Words"}', {"alt": "Words"}),
        ('![Cap](a.png){data-alt="x" width=50%}', {"alt": "Cap"}),
        ('![](a.png){fig-alt="A line,\nwhich falls"}', {"alt": "A line, which falls"}),
        (
            '![](a.png){fig-alt="The *red* `line` [1] & <b>\\"it\\"</b>" .x}',
            {"alt": 'The *red* `line` [1] & <b>"it"</b>'},
        ),
        ("![](a.png){fig-alt='He said \"go\"' width=50%}", {"alt": 'He said "go"'}),
        ("![](a.png){fig-alt='{x}' fig-cap='Below'}", {"alt": "{x}", "caption": "Below"}),
        ('![Cap](a.png "Title"){fig-alt="Words" fig-cap="Below"}', {"alt": "Words", "caption": "Cap (Title; Below)"}),
        ('![Alt](a.png){title="Below"}', {"alt": "Alt", "caption": "Below"}),
    ],
)
def test_an_alternative_text_in_attributes_is_that_of_the_picture(picture, expected):
    """As Quarto has it, where the words of a picture are its caption."""
    found = imported(f"# T\n\n## S\n\n{picture}\n\n## E\n\n- y\n")
    assert found.slides[0] == {"title": "S", "image": {"file": "a.png", **expected}}
    assert found.messages == []


@pytest.mark.parametrize("behind", ["{x y}", "{see there}", '{a="b', "{a=b, c=d}"])
@pytest.mark.parametrize("words", ["![a](a.png)", "[a](https://e.org)"])
def test_other_braces_behind_pictures_and_links_are_words(words, behind):
    """Which are no attributes."""
    found = imported(f"# T\n\n## S\n\n{words}{behind}\n\n## E\n\n- y\n")
    assert found.slides[0]["text"].endswith(behind)


def test_titles_in_attributes_of_links_are_told():
    """As others are."""
    found = imported('# T\n\n## S\n\nSee [a](https://e.org){.x title="Mind it"}\n\n## E\n\n- y\n')
    assert found.messages == [(5, "titles of links are left out: `Mind it`")]
    assert found.slides[0]["text"] == "See [a](https://e.org)"


def test_attributes_of_pictures_in_notes_are_their_words():
    """What they say of them stands behind what does in the brackets."""
    text = '::: notes\n![Map](a.png){fig-alt="The *north*" width=3} there\n:::'
    found = imported(f"# T\n\n---\n\n## S\n\nx\n\n{text}\n\n---\n\n## E\n\n- y\n")
    assert found.slides[0]["notes"] == "Map (The *north*) there"


@pytest.mark.parametrize("tag", ['a href="https://e.org"', "b", "em", "sup"])
def test_titles_of_tags_that_are_marks_are_told(tag):
    """As those of other tags are."""
    found = imported(f'# T\n\n## S\n\nSee <{tag} title="Mind it">it</{tag.split()[0]}> here\n\n## E\n\n- y\n')
    assert found.messages == [(5, "titles of HTML are left out: `Mind it`")]
