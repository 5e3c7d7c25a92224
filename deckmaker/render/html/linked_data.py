"""The credits of a page as one block of JSON-LD: which picture is whose, and what each slide rests on.

Nothing runs in it: by type it is data to a browser (HTML, 4.12.1), which no policy for scripts is asked about.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from deckmaker.credits.licenses import license_url
from deckmaker.credits.linked import CONTEXT, Node, picture_node, work_node
from deckmaker.dataclasses import dataclass
from deckmaker.layout import Document, Page
from deckmaker.model import Credit
from deckmaker.render.html.markup import Html, raw_element


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with a credit, where it stands: ids of its element and of the image that has its bytes."""

    id: str
    image: str
    page: int
    alt: str
    credit: Credit


def linked_data(document: Document, figures: Sequence[Figure]) -> list[Html]:
    """Return a script element with the credits of a document, its figures in order; none where nobody is credited."""
    by_page = {number: list(shown) for number, shown in groupby(figures, lambda figure: figure.page)}
    slides = [_slide(page, by_page.get(page.number, []), document.language) for page in document.pages if page.credits]
    if not slides:
        return []
    deck: Node = {"@type": "PresentationDigitalDocument", "name": document.title, "inLanguage": document.language}
    if address := document.license and license_url(document.license):
        deck["license"] = address
    nodes = [{**deck, "hasPart": slides}, *(_picture(figure, document.language) for figure in figures)]
    graph = ",\n".join(_json(node) for node in nodes)
    content = f'{{"@context":{_json(CONTEXT)},"@graph":[\n{graph}\n]}}'
    return [raw_element("script", content, {"type": "application/ld+json"})]


def _slide(page: Page, shown: Sequence[Figure], language: str) -> Node:
    """Return a slide with its pictures, by their ids, the works that it rests on, and those that it names besides."""
    own = [figure.credit for figure in shown]
    others = list(dict.fromkeys(credit for credit in page.credits if credit not in own))
    node: Node = {"@type": "CreativeWork", "@id": f"#slide-{page.number}", "position": page.number}
    lists = {
        "image": [{"@id": f"#{figure.id}"} for figure in shown],
        "isBasedOn": list(_works(others, ("data", "text"), language)),
        "citation": list(_works(others, ("picture", "original"), language)),
    }
    name = {"name": page.title} if page.title else {}
    return {**node, **name, **{key: value for key, value in lists.items() if value}}


def _works(credits: Iterable[Credit], roles: tuple[str, ...], language: str) -> Iterator[Node]:
    return (work_node(credit, language) for credit in credits if credit.role in roles)


def _picture(figure: Figure, language: str) -> Node:
    """Return a picture; a data: address would have all of it here again, so its element in the page stands for it."""
    node = {**picture_node(figure.credit, language), "@id": f"#{figure.id}", "contentUrl": f"#{figure.image}"}
    return {**node, "description": figure.alt} if figure.alt else node


def _json(value: object) -> str:
    """Return a value as JSON in which the HTML parser finds no tag and no comment."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
