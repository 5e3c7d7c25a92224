"""Addresses: which may stand in an output, and that no other does, wherever a link can stand."""

from __future__ import annotations

import json

import pytest

from deckmaker.render.pptx.rules.addresses import is_address
from deckmaker.resolve.addresses import address_of
from tests.projects import Project

ADDRESSES = {
    "https://example.org": "https://example.org",
    " https://example.org/a?b=c#d ": "https://example.org/a?b=c#d",
    "https://example.org/#/a#b": "https://example.org/#/a%23b",
    "HTTP://Example.org:8080/": "HTTP://Example.org:8080/",
    "https://[::1]/a": "https://[::1]/a",
    "mailto:a@example.org?subject=b": "mailto:a@example.org?subject=b",
    "https://例え.jp/パス": "https://xn--r8jz45g.jp/%E3%83%91%E3%82%B9",
    'https://example.org/"onmouseover=alert(1)': "https://example.org/%22onmouseover=alert(1)",
    "https://example.org/%zz%20": "https://example.org/%25zz%20",
}

REFUSED = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\u200bscript:alert(1)",
    "javascript&#58;alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "javascript%3Aalert(1)",
    "data:text/html,x",
    "DATA:text/html;base64,eA==",
    "vbscript:x",
    "blob:https://example.org/1",
    "view-source:https://example.org",
    "file:///etc/passwd",
    "//evil.example",
    "///evil.example",
    r"\\host\share",
    r"/\evil.example",
    r"https:\\evil.example",
    "https:evil.example",
    "https:///evil.example",
    "https://",
    "http://?a",
    "https://a b.example",
    "https://a%20b.example",
    "https://example.org:99999/",
    "https://example.org:x/",
    "mailto:",
    "#slide-2",
    "page.html",
    "",
]
OF_CREDITS = [
    "https://example.org/a b",
    "https://example.org/\u202egpj.exe",
    "https://example.org\\@evil.example",
    "\x85",
]
"""Refused as a credit's address; in texts markdown-it encodes them, or does not take them for links."""


@pytest.mark.parametrize(("written", "address"), ADDRESSES.items())
def test_an_address_is_encoded_as_browsers_and_powerpoint_want_it(written, address):
    """What is encoded already stays as it is."""
    assert address_of(written) == address
    assert address is None or (address_of(address) == address and is_address(address))


@pytest.mark.parametrize("written", REFUSED + OF_CREDITS)
def test_anything_else_is_no_address(written):
    """Whatever hides it: case, white space, entities, slashes the other way."""
    assert address_of(written) is None


PLACES = {
    "a title": ("  - title: {link}\n", 3),
    "a text": ("  - title: A\n    text: {link}\n", 4),
    "a bullet": ("  - title: A\n    bullets: [A, {link}]\n", 4),
    "a number": ("  - title: A\n    numbered: [A, {link}]\n", 4),
    "a nested item": ("  - title: A\n    bullets: [A: [{link}]]\n", 4),
    "an item with a list": ("  - title: A\n    bullets:\n      - {link}: [A]\n", 5),
    "a heading": ("  - title: A\n    layout: columns\n    columns: [{heading: {link}, text: A}, {text: A}]\n", 5),
    "a column's text": ("  - title: A\n    layout: columns\n    columns: [{text: A}, {text: {link}}]\n", 5),
    "a credit's address": ("  - title: A\n    credit: {title: A, url: {url}}\n", 4),
    "a further credit's address": ("  - title: A\n    credits: [{title: A, url: {url}}]\n", 4),
}


@pytest.mark.sampled(every=5)
@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "file:///etc/passwd"])
@pytest.mark.parametrize(("slide", "line"), PLACES.values(), ids=PLACES)
def test_no_link_leads_elsewhere_wherever_it_stands(slide, line, address, tmp_path):
    """An error at its place, and no document."""
    text = slide.replace("{link}", json.dumps(f"[A](<{address}>)")).replace("{url}", json.dumps(address))
    document, diagnostics = Project(tmp_path).read("title: A\nslides:\n" + text)
    found = [(one.code, one.message, one.span.line) for one in diagnostics]
    assert document is None
    assert found == [("unsafe-link", f"link to `{address}`: expected an http, https or mailto address", line)]


def test_a_source_leads_nowhere_else_either(tmp_path):
    """The whole message, at the record's own address."""
    assert (
        Project(tmp_path).said("title: A\nsources:\n  no: {title: A, url: 'java\tscript:x'}\nslides:\n  - title: A\n")
        == """error[unsafe-link]: link to `java script:x`: expected an http, https or mailto address
 --> decks/deck.yaml:3:23
  |
3 |   no: {title: A, url: 'java script:x'}
  |                       ^^^^^^^^^^^^^^^
  = help: link to a page of the web, or take the link out"""
    )


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("www.example.org/a", "write `https://www.example.org/a`"),
        ("example.org", "write `https://example.org`"),
        ("https://example.org/a b", "write a space as `%20`"),
        (
            "berth.png",
            "begin with `https://`; files cannot be linked to, since they do not travel with every output",
        ),
        ("Java\tScript:x", "link to a page of the web, or take the link out"),
        ("https://", "write the address in full, with its host"),
    ],
)
def test_a_slip_has_a_way_out(written, help, tmp_path):
    """What was most likely meant."""
    (one,) = Project(tmp_path).read(f"title: A\nslides:\n  - title: A\n    credit: {{title: A, url: {written}}}\n")[1]
    assert (one.code, one.help) == ("unsafe-link", help)
