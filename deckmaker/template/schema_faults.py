"""What in a template's parts is not as the schemas of Open XML ask, by the validator `openxml-audit`.

Loading the schemas takes longer than a small deck. So a template is judged once, when a theme is made from it; what
every deck is kept from is what `soundness` knows. Source: ECMA-376 part 1, annex A, and the later namespaces of Office.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import chain, islice
from typing import NamedTuple
from xml.etree.ElementTree import Element

from deckmaker.budget.templates import TEMPLATE_JUDGED
from deckmaker.patterns import pattern
from deckmaker.template.names import MC, A
from deckmaker.template.package import Package
from deckmaker.template.soundness import judged_parts

_ELEMENT = 20
"""Steps of an element, when one more beside it is one."""
_ALL_VALUES = " is not in allowed values: ["
"""How the validator begins to list the values that may stand in a place: some two hundred shapes, for one."""

_DIGITS = {
    f"{A}srgbClr": "val",
    f"{A}sysClr": "lastClr",
    **{f"{A}{one}": "panose" for one in ("latin", "ea", "cs", "sym", "buFont")},
}
"""By an element: its attribute of hexadecimal digits (ECMA-376 part 1, 22.9.2.2 and 22.9.2.8)."""

_HEXADECIMAL = pattern("[0-9A-Fa-f]*")


class _Part(NamedTuple):
    """What the validator asks of a part."""

    uri: str
    xml: object


def schema_faults(package: Package) -> Iterator[tuple[str, str]]:
    """Yield the name of each part that decks would have and that is not as its schema asks, and the first fault in it,
    in the validator's words. Yield nothing for a template with more than is judged."""
    parts = tuple(judged_parts(package))
    if sum(_steps(package.xml(part), package.read(part)) for part in parts) > TEMPLATE_JUDGED.most:
        return
    from lxml.etree import XMLParser, fromstring
    from openxml_audit.context import ValidationContext
    from openxml_audit.schema import SchemaValidator

    from deckmaker.template.undeclared_prefixes import undeclared_prefixes

    validator = SchemaValidator()
    # Its own limits are lower than those by which the package has read these parts, without a `<!DOCTYPE>`.
    parser = XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    for part in parts:
        tree = fromstring(package.read(part), parser)
        faults = validator.validate_part(_Part(f"/{part}", tree), ValidationContext(max_errors=1))
        said = chain(
            map(_shortened, (one.description for one in faults)),
            _wrong_digits(package.xml(part)),
            (f"It names the prefix `{one}`, which it does not declare" for one in undeclared_prefixes(tree)),
        )
        yield from ((part, one) for one in islice(said, 1))


def _shortened(fault: str) -> str:
    """Return what the validator says without a list of values."""
    said, listed, _ = fault.rpartition(_ALL_VALUES)
    return said + listed.removesuffix(": [") if listed else fault


def _wrong_digits(root: Element) -> Iterator[str]:
    """Yield the values that are not of hexadecimal digits, of which the validator counts the letters alone."""
    for one in root.iter():
        name = _DIGITS.get(one.tag, "")
        if (value := one.get(name)) is not None and not _HEXADECIMAL.fullmatch(value):
            yield f"Invalid value for attribute '{name}': '{value[:60]}' is not hexadecimal"


def _steps(root: Element, content: bytes) -> int:
    """Return the steps that a part's judgement takes.

    The validator counts an element among those of its name, and looks at all prefixes where one is named.
    """
    from lxml.etree import iterparse

    prefixes = sum(1 for _ in iterparse(BytesIO(content), events=("start-ns",), resolve_entities=False, huge_tree=True))
    steps = 0
    for each in root.iter():
        steps += _ELEMENT + sum(many * many for many in Counter(one.tag for one in each).values())
        if each.tag.startswith(MC) or any(name.startswith(MC) for name in each.attrib):
            steps += prefixes
    return steps
