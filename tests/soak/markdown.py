"""Decks whose texts begin, and go on, as Markdown does: every reader of Markdown has them as plain text."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from typing import Any, NamedTuple

import yaml
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics
from deckmaker.render.markdown import MarkdownRenderer
from tests.projects import Project
from tests.render.markdown_readers import KINDS, READERS, squeezed
from tests.soak.words import unmarked

BEGINNINGS = (
    *(
        "- ",
        "+ ",
        "* ",
        "-",
        "--",
        "---",
        "===",
        "+-+",
        "1. ",
        "1) ",
        "(1) ",
        "a. ",
        "a) ",
        "(a) ",
        "iv. ",
        "A. ",
        "A)",
    ),
    *(
        "#",
        "# ",
        "#. ",
        "(@) ",
        "(@x) ",
        "@x ",
        ": ",
        ":",
        "~ ",
        "% ",
        "> ",
        "| ",
        "|a|",
        "```",
        "~~~",
        "    ",
        "::: x",
    ),
    *("[x]: ", "[^1]: ", "[^3-1]: ", "[ ] ", "[x] ", "[!NOTE] ", "Table: ", "table:", "{#a} ", "<b>", "<!-- ", "\\"),
)
PIECES = (
    *("javascript:x", "https://x.org", "http://x.berlin", "//x.org", "www.x.org", "x.org", "a@b.com", "mailto:a@b.com"),
    *("[a](b)", "![a](b)", "[a]", "^[x]", "[^1-1]", "(b)", '"title"', "'title'", "(title)", ":", "`a`", "<b>", "</p>"),
    *("<https://x>", "&amp;", "&#65;", "$x$", "$5", "{.r}", "{=html}", "{#a}", "`<b>`{=html}", "{{x}}", ":smile:"),
    *(":100:", "10:30:00", "@x", "#1", "_a_", "**a**", "~~a~~", "^2^", "H~2~O", "a|b", "|", "!", "\\begin{x}", "--"),
    *("a", "Night", "noise", "4", "4.", "1986.", "e.g.", "é", "…", "*", "_", "`", "<", ">", "[", "]", "{", "}", "="),
)
PLACES = ("title", "section", "text", "behind", "bullet", "item", "numbered", "footnote", "second", "note")
PLACES += ("left", "right", "alt", "credit", "cell", "corner", "caption")
PLAIN = ("section", "note", "alt", "credit")
"""Where the deck has no marks, and a text is typed as it is."""

_NO_VALUE = re.compile(r"(?<!\\)((?:\\\\)*)\\\{\{")
"""A backslash that keeps braces from being a value's: it is not shown."""

_ITEM = re.compile(r"^ *(?:[-+*]|\d+[.)]) ")

BLOCKS = {"heading": 7, "rule": 4, "quote": 1, "item": 3, "picture": 1}
"""What a deck of these places is made into, whatever its texts; GitHub makes items of the two footnotes, too."""


class MarkedDeck(NamedTuple):
    """The text at each place."""

    texts: dict[str, str]

    @property
    def data(self) -> dict[str, Any]:
        """The deck as it is written, every text with its marks kept from being any."""
        typed = {place: unmarked(self.texts[place]) for place in PLACES}
        plain = self.texts
        text = f"{typed['text']} w^[{typed['footnote']}]{typed['behind']}"
        first = {"title": typed["title"], "layout": "content", "section": plain["section"], "notes": plain["note"]}
        first["notes"] = _ITEM.sub(r"x\g<0>", first["notes"])  # marks in notes cannot be escaped, and lists are lists
        first |= {"text": text, "bullets": [typed["bullet"], f"{typed['item']}^[{typed['second']}]"]}
        columns = [{"heading": typed[side], "text": "x"} for side in ("left", "right")]
        table = {"rows": [[typed["cell"], "x"], ["y", typed["corner"]]], "caption": typed["caption"]}
        picture = {"file": "../assets/harbour.png", "alt": plain["alt"], "credit": plain["credit"]}
        slides = [
            first,
            {"title": "B", "layout": "content", "numbered": [typed["numbered"]]},
            {"title": "C", "columns": columns},
            {"title": "D", "image": picture},
            {"title": "E", "table": table},
        ]
        return {"title": "T", "slides": slides}


def check_marked(deck: MarkedDeck, project: Project) -> None:
    """Fail where a reader loses a text, or makes anything of it."""
    document, diagnostics = project.read(yaml.safe_dump(deck.data, allow_unicode=True, sort_keys=False, width=10**6))
    if document is None:  # what no font shows, or no slide holds
        assert diagnostics.failed()
        return
    stream = BytesIO()
    MarkdownRenderer().render(document, stream, Diagnostics())
    check_read(stream.getvalue().decode(), deck)


def check_read(markdown: str, deck: MarkedDeck) -> None:
    """Fail where what is read from Markdown is not what the deck says."""
    shown = deck.texts | {place: _NO_VALUE.sub(r"\1{{", deck.texts[place]) for place in PLAIN}
    for name, read in READERS.items():
        if read is None:
            continue
        found = read(markdown)
        lost = {place: text for place, text in shown.items() if squeezed(text) not in found.words}
        assert not lost, f"{name} loses {lost}: {markdown}"
        blocks = Counter(BLOCKS) + Counter({"item": 2} if name == "github" else {})
        made = {kind: found.kinds[kind] for kind in KINDS if found.kinds[kind] != blocks[kind]}
        assert not made, f"{name} makes {made}: {markdown}"


def marked_texts() -> st.SearchStrategy[str]:
    """Return texts of one line that begin as Markdown's blocks do, or hold its marks."""
    words = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3)
    joined = st.tuples(words, st.sampled_from([" ", " ", ""])).map(lambda both: both[1].join(both[0]))
    text = st.tuples(st.sampled_from(["", *BEGINNINGS]), st.just("") | joined).map("".join)
    return text.map(lambda one: " ".join(one.split())).filter(lambda one: one.strip("-—– "))


def marked_decks() -> st.SearchStrategy[MarkedDeck]:
    """Return decks with such a text at each place."""
    return st.fixed_dictionaries({place: marked_texts() for place in PLACES}).map(MarkedDeck)
