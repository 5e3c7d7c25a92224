"""What is told of a template that no schema would pass, and that nothing is told of one that it would."""

from __future__ import annotations

import re

import pytest

from deckmaker.budget.bound import Bound
from deckmaker.template import Package, schema_faults
from deckmaker.template.reading import read_template
from tests.hostile.work import calls_of
from tests.template.templates import CONTENT, MASTER, THEME, packed, parts

_FAULTS = {
    "what is none of a slide": (CONTENT, "</p:spTree>", "<p:bogus/></p:spTree>", "Unexpected element 'bogus' found"),
    "a shape without its names": (CONTENT, "<p:nvSpPr>.*?</p:nvSpPr>", "", "Required element 'nvSpPr' is missing"),
    "a placeholder's kind": (
        CONTENT,
        '<p:ph idx="1"/>',
        '<p:ph type="bogus" idx="1"/>',
        "Value 'bogus' is not in allowed",
    ),
    "a layout's kind": (CONTENT, 'type="obj"', 'type="bogus"', "Value 'bogus' is not in allowed"),
    "a colour": (THEME, 'srgbClr val="1F497D"', 'srgbClr val="XYZ"', "Invalid value for attribute 'val'"),
    "a colour of other letters": (
        *(THEME, 'srgbClr val="1F497D"', 'srgbClr val="GGGGGG"'),
        "Invalid value for attribute 'val': 'GGGGGG' is not hexadecimal",
    ),
    "a prefix that is not declared": (
        CONTENT,
        "<p:sldLayout ",
        '<p:sldLayout xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="p159" ',
        "It names the prefix `p159`, which it does not declare",
    ),
    "a look without fills": (
        THEME,
        "(<a:fillStyleLst>).*?(</a:fillStyleLst>)",
        r"\1\2",
        "Required choice element is missing",
    ),
    "fonts without one": (
        THEME,
        "<a:minorFont>.*?</a:minorFont>",
        "<a:minorFont/>",
        "Required element 'latin' is missing",
    ),
    "an order of its own": (
        *(MASTER, "(<p:titleStyle>.*?</p:titleStyle>)(<p:bodyStyle>.*?</p:bodyStyle>)", r"\2\1"),
        "Unexpected element 'titleStyle' found",
    ),
    "what nobody declared": (CONTENT, "<p:cSld ", '<p:cSld bogus="1" ', "The 'bogus' attribute is not declared"),
}
"""The part, what is changed in it to what, and how the validator's words begin."""


def faulty(fault: str) -> Package:
    """Return the package of a template with a fault, which can be read nonetheless."""
    part, old, new, _ = _FAULTS[fault]
    content = parts()
    text, count = re.subn(old, new, content[part].decode(), count=1, flags=re.DOTALL)
    assert count
    return read_template(packed({**content, part: text.encode()})).package


@pytest.mark.parametrize("fault", _FAULTS)
def test_each_part_that_the_schema_would_not_pass_is_named(fault: str) -> None:
    """Once, by its first fault."""
    part, _, _, said = _FAULTS[fault]
    ((named, what),) = schema_faults.schema_faults(faulty(fault))
    assert (named, said in what) == (part, True), what


def test_nothing_is_told_of_a_sound_template() -> None:
    """As PowerPoint saved it."""
    assert list(schema_faults.schema_faults(read_template(packed(parts())).package)) == []


def test_nothing_is_told_where_judging_would_take_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """The validator counts each element among those of its name: a thousand beside each other are a million steps."""
    monkeypatch.setattr(schema_faults, "TEMPLATE_JUDGED", Bound(100_000, "steps", "a template"))
    package = faulty("what is none of a slide")
    assert len(list(schema_faults.schema_faults(package))) == 1
    content = parts()
    many = "<p:bogus/>" * 400
    content[CONTENT] = content[CONTENT].replace(b"</p:spTree>", f"{many}</p:spTree>".encode())
    assert list(schema_faults.schema_faults(read_template(packed(content)).package)) == []


def test_long_texts_are_judged_too() -> None:
    """lxml's own limit is ten million characters."""
    content = parts()
    text = b'<p:extLst><p:ext uri="x">' + b"a" * 10_500_000 + b"</p:ext></p:extLst><p:bogus/></p:spTree>"
    content[CONTENT] = content[CONTENT].replace(b"</p:spTree>", text)
    assert [part for part, _ in schema_faults.schema_faults(Package(packed(content)))] == [CONTENT]


def test_a_value_with_brackets_is_told_whole() -> None:
    """What is left out is the list of those that may stand there."""
    content = parts()
    content[CONTENT] = content[CONTENT].replace(b'type="obj"', b'type="[: [a"')
    ((_, what),) = schema_faults.schema_faults(read_template(packed(content)).package)
    assert what == "Invalid value for attribute 'type': Value '[: [a' is not in allowed values"


def test_prefixes_count_where_elements_name_some() -> None:
    """The validator looks at all that are declared: of 16,000 in 110 kB, for half a minute."""
    content = parts()
    declared = " ".join(f'xmlns:n{one}="urn:{one}"' for one in range(4_000))
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    naming = '<n1:e mc:Ignorable="n1"/>' * 40 + "<mc:AlternateContent/>" * 40
    bogus = f'<p:extLst><p:ext uri="x" {mc} {declared}>{naming * 20}</p:ext></p:extLst><p:bogus/></p:spTree>'
    content[CONTENT] = content[CONTENT].replace(b"</p:spTree>", bogus.encode())
    assert list(schema_faults.schema_faults(Package(packed(content)))) == []


def test_judging_costs_by_the_steps_that_are_counted() -> None:
    """No order of elements makes the validator try more."""

    def with_shapes(count: int) -> Package:
        content = parts()
        shapes = (b"<p:sp/><p:pic/><p:grpSp/>" * count) + b"</p:spTree>"
        content[CONTENT] = content[CONTENT].replace(b"</p:spTree>", shapes)
        return Package(packed(content))

    few, many = with_shapes(100), with_shapes(300)
    costs = [
        calls_of(lambda package=package: list(schema_faults.schema_faults(package))) for package in (few, few, many)
    ]  # type: ignore[misc]
    assert costs[2] < 3.2 * costs[1]
