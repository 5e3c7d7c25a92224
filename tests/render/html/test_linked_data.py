"""The page's credits as data: valid JSON-LD, valid licence metadata of schema.org, and about the right pictures."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from pyld import jsonld

from deckmaker.layout import Document, PictureItem, Role
from tests.projects import Project
from tests.render.html.decks import DECKS, address_of, bytes_of, document, html, pictures_in, rendered, said_of, tree

every_deck = pytest.mark.parametrize("deck", DECKS)

BASE = "https://example.org/deck.html"
SCHEMA, CC = "https://schema.org/", "http://creativecommons.org/ns#"
ADDRESSES = ("acquireLicensePage", "contentUrl", "isBasedOn", "license", "url")
WORK = {
    *("@type", "@id", "name", "creditText", "creator", "publisher", "copyrightNotice", "copyrightHolder"),
    *("dateCreated", "url", "isBasedOn", "license", "usageInfo"),
}
TERMS = {
    "PresentationDigitalDocument": {"@type", "name", "inLanguage", "license", "hasPart"},
    "CreativeWork": WORK | {"position", "image", "citation"},
    "Dataset": WORK | {"temporalCoverage"},
    "ImageObject": WORK | {"contentUrl", "description", "acquireLicensePage", "digitalSourceType"},
    "Person": {"@type", "name"},
    "Organization": {"@type", "name"},
}
"""Properties that schema.org 29 gives these types, of those that we use."""

PARTIES = {"Person", "Organization"}
REQUIRED = ("contentUrl",)
ONE_OF = ("creator", "creditText", "copyrightNotice", "license")
KINDS = {
    "contentUrl": "address",
    "license": "address",
    "acquireLicensePage": "address",
    "creator": "party",
    "creditText": "text",
    "copyrightNotice": "text",
}
"""Google Search Central, Image metadata: an image needs the first and one of the second, each of its kind."""

EVERYTHING = """\
title: Night noise
language: en
slides:
  - title: A
    layout: picture-right
    text: B
    image:
      file: ../a.png
      alt: "</script><!-- <b>"
      credit: {title: "</script><script>alert(1)</script>", creator: A. Lind, license: CC-BY-4.0, copyright: © A. Lind,
        url: "https://example.org/b4", modified: cropped, ai: yes, year: 2026}
    credits:
      - {role: data, dataset: Noise, publisher: Board, date: 2025, license: Named alone, url: "https://example.org/n"}
      - {role: text, text: "<!--"}
      - {role: original}
  - {title: C, image: {file: ../a.png, alt: B, credit: "<script>"}}
"""


@pytest.fixture
def everything(tmp_path: Path) -> Document:
    """A deck that uses every field, with words that would end the block."""
    project = Project(tmp_path)
    project.picture("a.png")
    return project.document(EVERYTHING)


def blocks(page: lxml.html.HtmlElement) -> list[Any]:
    """Return the blocks of data in a page."""
    return [json.loads(one) for one in page.xpath("//script[@type='application/ld+json']/text()")]


def loader(address: str, _: object) -> dict[str, Any]:
    """Return schema.org's context cut to our terms, so that any other is lost: its own would have to be fetched."""
    assert address == "https://schema.org"
    terms = set().union(*TERMS.values()) - {"@type", "@id"}
    context = {term: {"@id": f"{SCHEMA}{term}"} for term in terms}
    for term in ADDRESSES:
        context[term]["@type"] = "@id"
    types = {name: f"{SCHEMA}{name}" for name in TERMS}
    return {"document": {"@context": {**context, **types}}, "documentUrl": address, "contextUrl": None}


def nodes(value: Any) -> list[dict[str, Any]]:
    """Return every object in a block, but for its contexts and mere references."""
    if isinstance(value, list):
        return [node for one in value for node in nodes(one)]
    if not isinstance(value, dict):
        return []
    inner = [node for key, one in value.items() if key != "@context" for node in nodes(one)]
    return [value, *inner] if "@type" in value else inner


def pictures(block: Any) -> list[dict[str, Any]]:
    """Return the objects of pictures."""
    return [node for node in nodes(block) if node["@type"] == "ImageObject"]


@cache
def block(deck: str) -> Any:
    """Return the one block of a deck of the repository."""
    (one,) = blocks(tree(deck))
    return one


def check_json_ld(one: Any) -> None:
    """Fail unless a block expands without a loss, to absolute addresses and known types alone."""
    expanded = jsonld.expand(one, {"base": BASE, "documentLoader": loader})
    assert _keys(expanded) == _keys(one["@graph"])
    for node in _expanded_nodes(expanded):
        assert all(key.startswith(("@", SCHEMA, CC)) for key in node)
        assert node.get("@id", BASE).startswith(("https://", "http://"))
    for node in nodes(one):
        written = {key for key in node if not key.startswith("cc:")}
        assert written <= TERMS[node["@type"]]


def _keys(value: Any) -> int:
    """Return how many properties objects have, whatever they are called; @id and @value only say what stands there."""
    if isinstance(value, list):
        return sum(_keys(one) for one in value)
    if isinstance(value, dict):
        return sum((key not in ("@id", "@value")) + _keys(one) for key, one in value.items())
    return 0


def _expanded_nodes(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [node for one in value for node in _expanded_nodes(one)]
    return [value, *_expanded_nodes(list(value.values()))] if isinstance(value, dict) else []


def check_licence_metadata(node: dict[str, Any]) -> None:
    """Fail unless search engines can take a picture's object."""
    assert all(node.get(key) for key in REQUIRED) and any(node.get(key) for key in ONE_OF)
    for key, kind in KINDS.items():
        if key in node:
            assert _is(kind, node[key]), key


def _is(kind: str, value: Any) -> bool:
    if kind == "party":
        return value["@type"] in PARTIES and _is("text", value["name"])
    return isinstance(value, str) and value.startswith(("https://", "http://", "#") if kind == "address" else "")


@pytest.mark.sampled(every=2)
@every_deck
def test_it_is_json_ld(deck: str) -> None:
    """By a processor that is not ours; nothing in it is lost for want of a meaning."""
    check_json_ld(block(deck))


@every_deck
def test_it_is_licence_metadata(deck: str) -> None:
    """As Google documents it."""
    for node in pictures(block(deck)):
        check_licence_metadata(node)


@every_deck
def test_each_picture_is_told_of_once(deck: str) -> None:
    """By the id of its element, which stands in its slide, shows that alt text, and leads to the image's bytes."""
    shown = [
        (page.number, placed.item)
        for page in document(deck).pages
        for placed in page.leaves
        if isinstance(placed.item, PictureItem) and placed.role is Role.PICTURE
    ]
    told, page = pictures(block(deck)), tree(deck)
    assert len({node["@id"] for node in told}) == len(told) == len(shown) > 5
    slides = {
        slide["@id"]: [one["@id"] for one in slide.get("image", [])] for slide in block(deck)["@graph"][0]["hasPart"]
    }
    for (number, item), node in zip(shown, told, strict=True):
        figure = page.get_element_by_id(node["@id"].removeprefix("#"))
        (image,) = pictures_in(figure)  # within a frame of its own, where the figure has a caption
        assert node["description"] == item.alt == said_of(image)
        assert node["contentUrl"] == f"#{bytes_of(image).get('id')}"
        assert address_of(image).startswith("data:")
        assert figure.xpath("string(ancestor::section/@id)") == f"slide-{number}"
        assert node["@id"] in slides[f"#slide-{number}"]


@every_deck
def test_a_picture_leads_to_the_strip_beside_it(deck: str) -> None:
    """Screen readers go from the picture to its credit, on the same slide, which comes after it."""
    figures = tree(deck).xpath("//*[starts-with(@id, 'figure-')]")
    assert figures
    for figure in figures:
        strip = tree(deck).get_element_by_id(figure.get("aria-details"))
        assert strip in figure.xpath("following-sibling::footer")


def test_every_field(everything: Document) -> None:
    """Of picture, data and texts, under the right keys."""
    (one,) = blocks(lxml.html.fromstring(rendered(everything)))
    check_json_ld(one)
    deck, first, second = one["@graph"]
    check_licence_metadata(first)
    assert first["name"] == "</script><script>alert(1)</script>"
    assert first["license"] == first["cc:license"]["@id"] == "https://creativecommons.org/licenses/by/4.0/"
    assert first["acquireLicensePage"] == first["isBasedOn"] == "https://example.org/b4"
    assert first["copyrightHolder"] == first["creator"] == {"@type": "Person", "name": "A. Lind"}
    assert first["digitalSourceType"].endswith("/TrainedAlgorithmicMediaDigitalSource")
    assert (second["creditText"], second["contentUrl"], second["@id"]) == ("<script>", "#picture-1", "#figure-2")
    data, text = deck["hasPart"][0]["isBasedOn"]
    assert (data["@type"], data["name"], data["usageInfo"]["name"]) == ("Dataset", "Noise", "Named alone")
    assert (text["@type"], text["creditText"]) == ("CreativeWork", "<!--")
    assert [one["creditText"] for one in deck["hasPart"][0]["citation"]] == ["no credit given"]


def test_nothing_that_a_deck_says_ends_the_block(everything: Document) -> None:
    """The HTML parser sees as many scripts as in any page."""
    page = lxml.html.fromstring(rendered(everything))
    assert len(page.xpath("//script")) == len(tree("us-china-fentanyl-talks").xpath("//script"))
    assert "alert(1)" not in "".join(page.xpath("//script[not(@type)]/text()"))


def test_the_decks_own_licence(everything: Document) -> None:
    """By its address; one that has none is left out."""
    licensed = replace(everything, license="CC-BY-4.0")
    (one,) = blocks(lxml.html.fromstring(rendered(licensed)))
    check_json_ld(one)
    assert one["@graph"][0]["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert '"license":"All' not in rendered(replace(everything, license="All rights reserved"))


def test_no_block_where_nobody_is_credited(tmp_path: Path) -> None:
    """Data about nothing would only be bytes."""
    plain = Project(tmp_path).document("title: T\nslides: [{title: A, text: B}]\n")
    assert "ld+json" not in rendered(plain)


def test_the_decks_have_more_than_pictures() -> None:
    """The tests above are of something."""
    assert any(node["@type"] == "Dataset" for node in nodes(block("showcase")))
    assert html("showcase").count("ld+json") == 1
