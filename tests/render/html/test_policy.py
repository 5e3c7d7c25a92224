"""Nothing runs in the file but what deckmaker put there, and nothing is fetched."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import lxml.html
import pytest

from deckmaker.layout.chart_item import ChartItem
from deckmaker.render.html.scripts import deck_scripts, reveal_file, view_script
from deckmaker.render.html.sheets import without_print_rules
from tests.render.html.decks import DECKS, document, html, tree

every_deck = pytest.mark.parametrize("deck", DECKS)


def _policy(page: lxml.html.HtmlElement) -> str:
    return page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")


@every_deck
def test_the_policy_names_the_scripts_of_the_page(deck: str) -> None:
    """Each script's hash is in the policy, and no other."""
    assert set(tree(deck).xpath("//script/@type")) == {"application/ld+json", "application/json"}  # data: none runs
    scripts = tree(deck).xpath("//script[not(@type)]/text()")
    hashes = [f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}" for script in scripts]
    has_charts = any(isinstance(one.item, ChartItem) for page in document(deck).pages for one in page.leaves)
    assert scripts == [view_script(), *deck_scripts(has_charts)]
    assert re.findall(r"'(sha256-[^']+)'", _policy(tree(deck))) == hashes
    assert "unsafe" not in _policy(tree(deck)).replace("style-src 'unsafe-inline'", "")
    assert _policy(tree(deck)).startswith("default-src 'none';")


@every_deck
def test_nothing_can_be_requested(deck: str) -> None:
    """No element and no style has an address to load from but data: ones."""
    page = tree(deck)
    assert all(one.startswith("data:") for one in page.xpath("//@src"))
    assert not page.xpath("//link | //iframe | //object | //embed | //base | //@srcset | //@poster | //@background")
    styles = "".join(page.xpath("//style/text() | //@style"))
    assert all(one.startswith("data:") for one in re.findall(r"url\(['\"]?([^'\")]*)", styles))
    assert "@import" not in styles


def test_no_script_confuses_the_parser() -> None:
    """No script holds what would begin a comment or end the element."""
    for script in deck_scripts(has_charts=True):
        assert not re.search(r"<!--|</script", script, re.IGNORECASE)


def test_only_the_rules_for_paper_are_left_out() -> None:
    """reveal.css loses its print block and nothing else."""
    css = "a{b:c}@media print{html{d:e}@page{f:g}}@media screen{h{i:j}}"
    assert without_print_rules(css) == "a{b:c}@media screen{h{i:j}}"
    whole = reveal_file("reveal.css")
    cut = without_print_rules(whole)
    assert "@media print" in whole
    assert "@media print" not in cut
    assert cut.count("{") == cut.count("}")


@every_deck
def test_the_licence_of_reveal_is_in_the_file(deck: str) -> None:
    """Whoever passes the file on passes on the notice that MIT asks for."""
    assert reveal_file("LICENSE") in html(deck)
