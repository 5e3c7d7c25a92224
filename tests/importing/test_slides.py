"""Where slides begin, and what stands on the first: notes, and files of Pandoc, Marp, Slidev and reveal.js."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported


def titles(markdown: str, level: int | None = None) -> list[object]:
    """Return the titles of all slides."""
    return [slide.get("title") for slide in imported(markdown, level).deck["slides"]]


@pytest.mark.parametrize(
    "markdown, expected",
    [
        ("# T\n\n## A\n\nx\n\n## B\n\ny", ["T", "A", "B"]),
        ("# T\n\nSub\n\n## A\n\nx\n\n# S\n\n## B\n\ny", ["T", "A", "S", "B"]),
        ("# A\n\n- x\n\n# B\n\n- y", ["Talk", "A", "B"]),
        ("# T\n\n# A\n\nx\n\n# B\n\ny", ["T", "A", "B"]),
        ("# A\n\nx\n\n## A1\n\ny\n\n# B\n\nz\n\n- w", ["Talk", "A", "B"]),
        ("x\n\n---\n\ny", ["Talk", None, None]),
        ("# T\n\n---\n\n# A\n\nx\n\n---\n\n# B\n\ny", ["T", "A", "B"]),
        ("## A\n\nx\n\n## B\n\n### C\n\ny", ["Talk", "A", "B"]),
        ("# T\n\n- x\n\n## A\n\ny", ["T", "T", "A"]),
        ("Title\n=====\n\nA\n-\n\nx", ["Title", "A"]),
        ("", ["Talk"]),
    ],
)
def test_slides_begin_at_rules_and_at_headings_of_the_slide_level(markdown, expected):
    """The level is Pandoc's: the highest that content follows. The file's own title is no slide like others."""
    assert titles(markdown)[: len(expected)] == expected


def test_the_slide_level_may_be_said():
    """Headings above it begin sections, deeper ones stand on slides."""
    text = "# T\n\n## A\n\nx\n\n### B\n\ny"
    assert titles(text) == ["T", "A"]
    assert titles(text, 3) == ["T", "A", "B"]
    assert imported(text, 3).slides[0] == {"section": "A", "title": "A", "text": "x"}


def test_headings_above_the_slide_level_begin_sections_with_a_slide_of_their_own():
    """As Pandoc does; the last slide that has a title alone ends the deck."""
    found = imported("# T\n\n## A\n\nx\n\n# Part two\n\n## B\n\ny\n\n## Questions?\n")
    assert found.slides == [
        {"title": "A", "text": "x"},
        {"section": "Part two", "title": "Part two"},
        {"title": "B", "text": "y"},
        {"title": "Questions?", "layout": "closing"},
    ]


def test_the_title_slide_has_the_title_a_short_line_and_a_picture():
    """What has no place there is a slide below it."""
    found = imported("# T\n\nShort _line_.\n\n![A](a.jpg)\n\n- x\n\n## A\n\ny")
    assert found.deck["subtitle"] == "Short *line*."
    assert found.deck["slides"][0] == {"title": "T", "image": {"file": "a.jpg", "alt": "A"}}
    assert found.slides[0] == {"title": "T", "layout": "content", "bullets": ["x"]}


def test_front_matter_gives_the_keys_that_a_deck_has():
    """Pandoc's, Quarto's and others'; numbers and dates stay as they are typed."""
    found = imported(
        """
        ---
        title: "Night noise: what we know"
        subtitle: Meters
        author: [A. Lind, {name: B. Berg}]
        date: 2026-11-20
        lang: en-GB
        aspectratio: 43
        toc: true
        ---

        ## A

        x
        """
    )
    keys = {key: value for key, value in found.deck.items() if key != "slides"}
    assert keys == {
        "title": "Night noise: what we know",
        "subtitle": "Meters",
        "author": "A. Lind, B. Berg",
        "date": "2026-11-20",
        "language": "en-GB",
        "size": "4:3",
    }
    assert found.deck["slides"] == [{"title": "Night noise: what we know"}, {"title": "A", "text": "x"}]
    assert found.messages == [(1, "left out of the front matter: `toc`")]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("![](p.png) night", "night"),
        ("The ![Quay](q.png) at night", "The Quay at night"),
        ("A ![x][y] B", "A x B"),
        ("A ![x](", r"A !\[x]("),
    ],
)
def test_a_picture_in_a_title_of_front_matter_is_its_words(title, words):
    """Titles of decks hold none, and said so when they were built."""
    assert imported(f'---\ntitle: "{title}"\n---\n\n## A\n\nx\n').deck["title"] == words


def test_mistakes_in_front_matter_are_told_at_their_place():
    """There is no deck then."""
    found = imported("---\ntitle: [a\n---\n\n# A\n")
    assert found.deck is None
    assert found.messages[0][0] in (2, 3, 4)


def test_a_rule_that_begins_a_file_is_no_front_matter():
    """As in files for reveal.js."""
    assert titles("---\n\n# A\n\nx\n\n---\n\n# B\n\ny") == ["A", "B"]


def test_pandoc_s_divs_are_columns_and_notes():
    """Of as many colons as they like: Pandoc knows their ends by what stands behind them."""
    found = imported(
        """
        # T

        ## A

        ::: {.columns}
        ::: {.column width="40%"}
        ### Shore power

        - No engine
        :::
        ::: {.column width="60%"}
        A wall

        ![A](a.jpg)
        :::
        :::

        ::: notes
        Ask for the *pilot*.

        - not for all
        :::

        ```
        ::: {.columns}
        ```
        """
    )
    assert found.messages == []
    assert found.slides == [
        {
            "title": "A",
            "columns": [
                {"heading": "Shore power", "bullets": ["No engine"]},
                {"text": "A wall", "image": {"file": "a.jpg", "alt": "A"}},
            ],
            "text": "```\n::: {.columns}\n```\n",
            "notes": "Ask for the pilot.\n\n- not for all\n",
        }
    ]


def test_marp_s_pictures_comments_and_directives_are_understood():
    """Rules alone begin slides; comments are notes, unless they are instructions."""
    found = imported(
        """
        ---
        marp: true
        theme: gaia
        paginate: true
        footer: Draft
        ---

        <!-- _class: lead -->

        # Harbour

        ## A study

        A. Lind

        ---

        ![bg right:40%](a%20b.png)

        # One <!-- fit -->

        - a

        ## More

        <!-- Tell them about berth 4. -->

        ---

        ![bg](b.png)

        # Over it

        Words

        ---

        ![w:200 A crane](c.png)
        """
    )
    assert found.deck["title"] == "Harbour"
    assert found.deck["subtitle"] == "A study"
    assert found.deck["footer"] == "Draft"
    assert found.deck["slides"] == [
        {"title": "Harbour", "text": "A. Lind"},
        {
            "title": "One",
            "layout": "picture-right",
            "image": {"file": "a b.png"},
            "bullets": ["a"],
            "heading": "More",
            "notes": "Tell them about berth 4.",
        },
        {"title": "Over it", "layout": "picture-full", "image": {"file": "b.png"}, "text": "Words"},
        {"image": {"file": "c.png", "alt": "A crane"}},
    ]
    assert found.messages == [(1, "left out of the front matter: `theme`, `paginate`")]


def test_slidev_s_settings_slots_and_comments_are_understood():
    """Front matter of each slide, its two columns, its picture, its notes."""
    found = imported(
        """
        ---
        theme: seriph
        title: Welcome
        layout: cover
        ---

        # Welcome to it

        Slides

        ---
        layout: two-cols
        class: px-2
        ---

        # Columns

        Left

        ::right::

        Right

        <!--
        Note to self
        -->

        ---
        layout: image-right
        image: ./a.png
        ---

        # Picture

        - x

        ---
        hide: true
        ---

        # Later
        """
    )
    assert found.deck["title"] == "Welcome"
    assert found.deck["slides"] == [
        {"title": "Welcome to it"},
        {"title": "Columns", "columns": [{"text": "Left"}, {"text": "Right"}], "notes": "Note to self"},
        {"title": "Picture", "layout": "picture-right", "image": {"file": "a.png"}, "bullets": ["x"]},
        {"title": "Later", "layout": "closing", "hidden": "true"},
    ]
    assert found.messages == [(16, "left out of the settings of slides: `class`")]


def test_reveal_s_notes_stand_behind_their_word():
    """Up to the end of the slide."""
    found = imported("# T\n\n---\n\n# A\n\nx\n\nNote: Say this.\n\n- and that\n\n---\n\n# B\n\ny")
    assert found.slides[0] == {"title": "A", "text": "x", "notes": "Say this.\n\n- and that\n"}


def test_notes_of_reveal_js_keep_all_words():
    """Rows, code, footnotes and addresses are no marks there, and no less to be said."""
    found = imported(
        """
        # T

        ---

        # A

        x

        Note: Say[^a] [this](https://e.org/b)<br>now.

        | Day | Level |
        |---|---|
        | *Mon* | 62.5 |

        ```
        run --all
          it
        ```

        <div>Wait <img src="x.png" alt="A clock"></div>

        <!-- and breathe -->

        And^[inline] that[^a]

        [^a]: as *typed*

        ---

        # B

        y
        """
    )
    assert found.slides[0]["notes"] == (
        "Say [as typed] this (https://e.org/b) now.\n\nDay | Level\n\n"
        "Mon | 62.5\n\nrun --all\n  it\n\nWait\n\nA clock\n\n"
        "and breathe\n\nAnd [inline] that [as typed]\n"
    )


def test_our_own_markdown_has_sections_captions_and_credits():
    """As `--format md` writes them."""
    found = imported(
        """
        # T

        ---

        *Findings*

        # A

        ![A](a.jpg)

        *At dusk*

        Illustration: deckmaker, [CC0 1.0](<https://creativecommons.org/publicdomain/zero/1.0/>)
        """
    )
    assert found.slides == [
        {
            "section": "Findings",
            "title": "A",
            "image": {
                "file": "a.jpg",
                "alt": "A",
                "caption": "At dusk",
                "credit": {
                    "text": "Illustration: deckmaker, CC0 1.0",
                    "license": "https://creativecommons.org/publicdomain/zero/1.0/",
                },
            },
        }
    ]


def test_pictures_are_named_from_the_deck_s_folder():
    """The deck may lie elsewhere than the Markdown."""
    found = imported("# T\n\n## A\n\n![A](img/a.jpg)", folder="/talk/notes", deck_folder="/talk/decks")
    assert found.slides[0]["image"]["file"] == "../notes/img/a.jpg"


def test_a_deck_is_written_as_somebody_would_write_it():
    """An empty line between slides, texts behind `|`, rows in a line, nothing in quotes that needs none."""
    found = imported(
        "# T\n\n## A\n\nOne.\n\n- x\n  - y\n\nTwo.\n\n## B\n\n| A | B |\n|---|--:|\n| no | 2.40 |\n| 12:30 | |\n"
    )
    assert found.text == (
        "title: T\n"
        "slides:\n"
        "  - title: T\n"
        "\n"
        "  - title: A\n"
        "    text: |\n"
        "      One.\n"
        "\n"
        "      - x\n"
        "        - y\n"
        "\n"
        "      Two.\n"
        "\n"
        "  - title: B\n"
        "    table:\n"
        "      rows:\n"
        "        - [A, B]\n"
        "        - [no, 2.40]\n"
        "        - ['12:30', '']\n"
    )


def test_braces_in_titles_of_a_deck_name_no_value():
    """A template of a text has them, and so has what says how templates are written."""
    found = imported("# Use {{name}}\n\nby {{who}}\n")
    assert found.deck["title"] == "Use \\{{name}}"
    assert found.deck["subtitle"] == "by \\{{who}}"


def test_signs_that_no_output_can_show_are_left_out():
    """A deck with them is one with mistakes, and nobody sees where they are."""
    found = imported("# T\n\n## A\n\na\x07b\x7fc\ufffed `e\x9ff`\n\n- g\x01h\n  - i\n")
    assert found.slides[0] == {"title": "A", "text": "abcd `ef`", "bullets": [{"gh": ["i"]}]}
    assert imported("# T\n\n## A\n\n- &#xfdd1;\n  - i\n- k\n").slides[0]["bullets"][0] == {"\ufffd": ["i"]}
    assert imported("# T\n\n## A\n\n- \x7f\n  - i\n- k\n").slides[0] == {"title": "A", "bullets": ["i", "k"]}


def test_what_slidev_takes_from_other_files_is_told():
    """Whole slides, and code."""
    found = imported("""\
        ---
        transition: fade
        ---

        # Talk

        ---
        src: ./pages/more.md
        ---

        ---
        class: wide
        level: 2
        ---

        # Code

        <<< @/snippets/external.ts#snippet {2}
        """)
    assert found.slides[-1] == {"title": "Code", "layout": "closing"}
    assert [message for _, message in found.messages] == [
        "slides of another file are left out: `./pages/more.md`",
        "left out of the settings of slides: `class`, `level`",
        "code of another file is left out: `@/snippets/external.ts#snippet`",
    ]


def test_links_within_a_file_lead_to_its_slides():
    """By headings, as GitHub and Pandoc name them, by Pandoc's identifiers, and by numbers; slides have ids for it."""
    text = (
        "# Talk\n\n## What's it *cost*?\n\n"
        "[a](#whats-it-cost), [b](#walls), [c](#talk), [d](#3), [e](#/wall), [f](#%77all)\n\n"
        "## Mine {#wall .big}\n\nx\n\n### Walls\n\ny\n\n## Unlinked\n\nz\n"
    )
    found = imported(text)
    assert found.deck["slides"] == [
        {"title": "Talk", "id": "talk"},
        {
            "title": "What's it *cost*?",
            "id": "whats-it-cost",
            "text": "[a](#whats-it-cost), [b](#walls), [c](#talk), [d](#walls), [e](#walls), [f](#walls)",
        },
        {"title": "Mine", "id": "walls", "text": "x\n\n## Walls\n\ny\n"},
        {"title": "Unlinked", "text": "z"},
    ]


@pytest.mark.parametrize("address", ["#", "#/", "#nowhere", "#y", "#0", "#4", "#99999999999999999999", "#..", "x.md#a"])
def test_links_that_lead_to_no_slide_are_texts_and_told(address):
    """Whatever they look like."""
    found = imported(f"# Talk\n\n## A\n\n[x]({address})\n\n## B\n\ny\n")
    assert found.slides[0] == {"title": "A", "text": "x"}
    assert "a link that leads to no slide, web page or mailbox is a text now" in str(found.messages)


def test_two_slides_of_one_heading_have_ids_of_their_own():
    """A link by the heading leads to the first; one by the number to that."""
    found = imported("# Talk\n\n## A\n\n[x](#a), [y](#3), [z](#2024)\n\n## A\n\ny\n\n## 2024\n\nz\n")
    assert [slide["id"] for slide in found.slides] == ["a", "slide-3", "slide-4"]
    assert found.slides[0]["text"] == "[x](#a), [y](#slide-3), [z](#slide-4)"


def test_an_id_by_a_number_is_no_other_slide_s():
    """As where a heading is called so."""
    found = imported("# Talk\n\n## Slide 4\n\n[a](#slide-4), [b](#4), [c](#3)\n\n## 3\n\nx\n\n## 4\n\ny\n")
    assert [slide["id"] for slide in found.slides] == ["slide-4", "slide-3", "slide-4-2"]
    assert found.slides[0]["text"] == "[a](#slide-4), [b](#slide-4-2), [c](#slide-3)"


def test_words_in_instructions_to_marp_are_told():
    """Headers, and footers but the deck's; how slides look says nothing."""
    found = imported(
        """
        ---
        marp: true
        footer: Draft
        ---

        # Harbour

        ---

        <!-- footer: Valid until 3 May -->
        <!--
        _header: "Draft of Kestrel"
        _class: lead
        -->

        ## B

        text <!-- $footer: Draft -->
        """
    )
    assert found.slides == [{"title": "B", "text": "text"}]
    assert found.messages == [
        (10, "words in instructions to a program are left out: `Valid until 3 May`, `Draft of Kestrel`")
    ]


def test_instructions_to_reveal_js_are_no_notes():
    """A picture that they put behind a slide is told."""
    found = imported(
        """
        # T

        ---

        <!-- .slide: data-background-image="quay.jpg" data-background="#fff" -->

        ## A <!-- .element: class="fragment" -->

        - x

        Note: say
        """
    )
    assert found.slides == [{"title": "A", "bullets": ["x"], "notes": "say"}]
    assert found.messages == [(5, "what is behind a slide is left out: `quay.jpg`")]


def test_what_slidev_s_front_matter_says_in_words_is_told():
    """Beside the title, which a slide may have twice."""
    found = imported(
        """
        ---
        theme: seriph
        layout: cover
        info: |
          What it is about
        ---

        # A

        ---
        layout: default
        title: In the contents
        ---

        # B

        Words
        """
    )
    assert found.slides == [{"title": "B", "text": "Words"}]
    assert found.messages == [
        (1, "left out of the front matter: `info`"),
        (15, "titles in the settings of slides are left out: `In the contents`"),
    ]


@pytest.mark.parametrize("steps", ["{1|3}", "{all}", "{1-2|3}{at:1}"])
def test_steps_of_slidev_s_formulas_are_no_part_of_them(steps):
    """They are told. What LaTeX has in braces stays."""
    found = imported(f"# T\n\n---\n\n$$ {steps}\na = b\n$$\n\n---\n\n$$\n{{a}}\n= b\n$$\n")
    assert [slide["equation"].split() for slide in found.slides] == [["a", "=", "b"], ["{a}", "=", "b"]]
    assert found.messages == [(5, "lines of a formula no longer stand out one by one")]
