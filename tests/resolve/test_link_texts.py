"""Links whose words do not say where they lead are told, at their own place."""

from __future__ import annotations

import pytest

from tests.projects import DECK, Project

ADDRESS = "https://example.org/noise"


def said(folder, text: str) -> list[tuple[str, str, str]]:
    """Return code, message and `line:column` of what a text leads to."""
    found = Project(folder).read(f"{DECK}  - title: B\n    text: |\n      {text}\n")[1]
    return [(one.code, one.message, f"{one.span.line}:{one.span.column}") for one in found if "link" in one.code]


@pytest.mark.parametrize(
    "words",
    ["here", "Click here", "**here**", "more …", "Read more »", "this link", "hier", "Mehr erfahren", "ici",
     "Cliquez ici", "En savoir plus", "aquí", "Más información", "点击这里", "更多", "Link"],
)  # fmt: skip
def test_words_that_could_lead_anywhere_are_told(words, tmp_path):
    """In each language of the project, whatever the deck's."""
    ((code, message, place),) = said(tmp_path, f"Find it [{words}]({ADDRESS}).")
    plain = words.replace("*", "")
    assert (code, message) == ("vague-link", f"a link reads `{plain}`, which does not say where it leads")
    assert place == "6:15"


@pytest.mark.parametrize("link", [f"<{ADDRESS}>", f"[{ADDRESS}]({ADDRESS})", f"[www.example.org/noise]({ADDRESS})"])
def test_an_address_is_spelt_out_by_screen_readers(link, tmp_path):
    """However it came to be the link's words."""
    ((code, message, _),) = said(tmp_path, f"See {link}.")
    assert code == "vague-link" and message.startswith("a link reads as its address, `")


@pytest.mark.parametrize(
    "words", ["the report of the board", "example.org/noise", "hereditary noise", "Mehrweg", "a@example.org", "Moreno"]
)
def test_words_that_say_where_a_link_leads_are_not_told(words, tmp_path):
    """A short address without its scheme may be a name."""
    assert said(tmp_path, f"See [{words}]({ADDRESS}).") == []


def test_a_link_in_a_footnote_is_told_at_its_note(tmp_path):
    """Footnotes have no places of their own within."""
    ((code, _, place),) = said(tmp_path, f"Loud.^[See [here]({ADDRESS}).]")
    assert (code, place) == ("vague-link", "6:12")


def test_an_unsafe_link_is_told_as_that_alone(tmp_path):
    """It is no link in any output."""
    assert [one[0] for one in said(tmp_path, "[here](javascript:x)")] == ["unsafe-link"]
