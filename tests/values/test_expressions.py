"""Expressions in texts: what they say, what is said of those that say nothing, and that none costs much."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.budget.values import EXPRESSION_CHARACTERS, VALUE_CHARACTERS
from deckmaker.values.filled import Filled
from deckmaker.values.filling import filled
from deckmaker.values.lookup import Lost
from deckmaker.values.mistake import ValueMistake
from deckmaker.values.stand_ins import as_typed
from deckmaker.values.table import Table

BETWEEN_QUOTES = r"in a text between double quotes, write `\"`, or take single ones around it"

SCOPE = {
    "deaths": Table(
        ["Year", "total", "per 100,000", "change"],
        [["2022", "565000", "1.5", "n/a"], ["2023", "600123", "0.25", "-3"], ["2024", ""], ["2024", "7"]],
    ),
    "open": Table(["Year", "total"], [["2022", "1.234"]]),
    "said": Table(["Year", "total"], [["2022", "1.234"]], decimal="comma"),
    "told": Table(["Year", "total", "rate"], [["2022", "1.234", "5,5"]]),
    "city": "Hamburg",
    "Grants (m. €)": "3",
    "No. 2": "4",
    "No": "5",
    "share": "0.421",
    "typed": "0,42",
    "empty": None,
    "unseen": "\u200b\ufeff",
    "day": "2026-11-27",
    "list": ["a", {"b": "c"}],
    "none": [],
    "file": "deaths.csv",
    "port": {"name": "Altona", "berths": "4"},
    "lost": Lost(),
    "long": "x" * (VALUE_CHARACTERS.most + 1),
    "huge": "1e40",
    "lines": " a\n\n- b \t c\u2028",
}


def words(text: str, language: str = "en") -> str:
    """Return a text with its values; there is no mistake in it."""
    mistakes: list[ValueMistake] = []
    found = filled(text, SCOPE, language, mistakes)
    assert [one.message for one in mistakes] == []
    return str(found)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("in {{ city }}.", "in Hamburg."),
        ("{{city}}{{ city }}", "HamburgHamburg"),
        ("{{ deaths.2022.total }}", "565000"),
        ("{{ deaths.2022.total | ,.0f }}", "565,000"),
        ("{{ deaths.2022.total | ,d }}", "565,000"),
        ("{{ deaths . 2022 . total|, }}", "565,000"),
        ('{{ deaths.2022."per 100,000" | .2f }}', "1.50"),
        ("{{ deaths.2023.'per 100,000' | +.1% }}", "+25.0%"),
        ("{{ deaths.2023.change | +.1f }}", "−3.0"),
        ("{{ share | .1% }}", "42.1%"),
        ("{{ share | .2f }}", "0.42"),
        ("{{ typed | .1f }}", "0.4"),
        ("{{ day | date }}, {{ day | month }}", "Nov 27, 2026, Nov 2026"),
        ("{{ day | quarter }}, {{ day | year }}", "Q4 2026, 2026"),
        ("{{ list.0 }}{{ list.1.b }}", "ac"),
        ("{{ port.name }}", "Altona"),
        ('{{ empty | default "–" }}', "–"),
        ('{{ unseen | default "–" }}', "–"),
        ("{{ empty | default('n|a') | ,.0f }}", "n|a"),
        ('{{ empty | ,.0f | default: "no figure" }}', "no figure"),
        ('{{ empty | default "" }}!', "!"),
        ('{{ city | default "x" }}', "Hamburg"),
        ("{{ lost.at.all | ,.0f }}", "…"),
        ("{{ said.2022.total | ,.0f }}", "1,234"),
        (r"\{{ city }} and }} and { {", "{{ city }} and }} and { {"),
        (r"\\{{ city }}", r"\\Hamburg"),
        ("no holes", "no holes"),
        ("x {{ lines }} y", "x a - b c y"),
    ],
)  # fmt: skip
def test_an_expression_says(text, shown):
    """Numbers and days are written as the language has them."""
    assert words(text) == shown


def test_numbers_are_in_the_language_of_the_deck():
    """German has a decimal comma, French a narrow space between thousands."""
    assert words("{{ deaths.2022.total | ,.1f }}", "de") == "565.000,0"
    assert words("{{ deaths.2022.total | ,.0f }}", "fr") == "565\u202f000"
    assert words("{{ share | .0% }}", "de-AT") == "42\u00a0%"
    assert words("{{ day | date }}", "de") == "27. Nov. 2026"


FORMATS = (
    "formats are those of numbers, such as `,.0f`, `+.1f` and `.1%`, those of dates, `date`, `month`, `quarter` and "
    '`year`, and `default "–"` for what is empty'
)


@pytest.mark.parametrize(
    ("text", "code", "message", "help"),
    [
        ("{{ cty }}", "unknown-variable", "there is no variable `cty`", "did you mean `city`?"),
        ("{{ deaths.2023.totl }}", "unknown-variable", "`deaths.2023` has no column `totl`", "did you mean `total`?"),
        (
            "{{ deaths.total }}",
            "unknown-variable",
            "`deaths` has no row `total`",
            "`total` is a column: name a row before it, as in `deaths.2022.total`",
        ),
        ("{{ deaths.19 }}", "unknown-variable", "`deaths` has no row `19`", "its rows are `2022`, `2023`, `2024`"),
        (
            "{{ deaths.2024.total }}",
            "unusable-variable",
            "`deaths` has several rows `2024`",
            "name the column whose texts differ as its `key:`",
        ),
        ("{{ list.2 }}", "unknown-variable", "`list` has no value `2`", "its values have the numbers 0 to 1"),
        ("{{ none.0 }}", "unknown-variable", "`none` has no value `0`", "the list is empty"),
        ("{{ none }}", "unusable-variable", "`none` is a list", "name one of its values by its number, the first is 0"),
        ("{{ port }}", "unusable-variable", "`port` holds several values", "name one behind it: `name`, `berths`"),
        (
            "{{ deaths }}",
            "unusable-variable",
            "`deaths` is a table",
            "name a row and a column behind it: columns are `Year`, `total`, `per 100,000`, `change`",
        ),
        (
            "{{ deaths.2022 }}",
            "unusable-variable",
            "`deaths.2022` is a row",
            "name a column behind it: `Year`, `total`, `per 100,000`, `change`",
        ),
        (
            "{{ file.2022 }}",
            "unusable-variable",
            "`file` is a text, and has no `2022`",
            "to read a file, write `file: {file: deaths.csv}`",
        ),
        ("{{ city.x }}", "unusable-variable", "`city` is a text, and has no `x`", "write `{{ city }}` alone"),
        (
            "{{ Grants (m. €) }}",
            "unknown-variable",
            "there is no variable `Grants (m`",
            'a name with a point needs quotes, as in `{{ "Grants (m. €)" }}`; ' + BETWEEN_QUOTES,
        ),
        (
            "{{ No. 2 }}",
            "unusable-variable",
            "`No` is a text, and has no `2`",
            'a name with a point needs quotes, as in `{{ "No. 2" }}`; ' + BETWEEN_QUOTES,
        ),
        ("{{ empty }}", "unusable-variable", "`empty` is empty", 'write what stands for it, as in `| default "–"`'),
        (
            "{{ deaths.2022.change | .1f }}",
            "unusable-variable",
            "`deaths.2022.change` is `n/a`: expected a number",
            "leave out its format, or mend the value",
        ),
        (
            "{{ share | d }}",
            "unusable-variable",
            "`share` is `0.421`: expected a whole number",
            "leave out its format, or mend the value",
        ),
        (
            "{{ huge | ,.2f }}",
            "unusable-variable",
            "`huge` is `1e40`: expected a number of 30 digits at most",
            "leave out its format, or mend the value",
        ),
        (
            "{{ city | date }}",
            "unusable-variable",
            "`city` is `Hamburg`: expected a day, as in 2026-11-27",
            "leave out its format, or mend the value",
        ),
        (
            "{{ long }}",
            "unusable-variable",
            "`long` has 10,001 characters: a value in a text may have 10,000",
            "shorten it where it comes from",
        ),
        ("{{ city | upper }}", "variable-syntax", "`| upper` is no format", FORMATS),
        ("{{ share | 999999999d }}", "variable-syntax", "`| 999999999d` is no format", FORMATS),
        ("{{ share | .10f }}", "variable-syntax", "`| .10f` is no format", FORMATS),
        ("{{ share | }}", "variable-syntax", "`| ` is no format", FORMATS),
        ("{{ }}", "variable-syntax", "`{{ }}` names no variable", "name one, or write `\\{{` for the signs"),
        (
            '{{ deaths["2022"] }}',
            "variable-syntax",
            '`deaths["2022"]` is no path of names',
            "part names by points, as in `deaths.2022`; put quotes around one that holds other signs",
        ),
        (
            "{{ city. }}",
            "variable-syntax",
            "`city.` is no path of names",
            "part names by points, as in `deaths.2022`; put quotes around one that holds other signs",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_said(text, code, message, help):
    """Each message names what is wrong, and where there is a way out, that."""
    mistakes: list[ValueMistake] = []
    filled(f"At {text}.", SCOPE, "en", mistakes)
    (one,) = mistakes
    assert (one.code, one.message, one.help) == (code, message, help)
    assert (one.begin, one.end) == (3, 3 + len(text))


def test_numbers_that_may_be_two_are_told():
    """In German texts `1.234` may be a thousand or one and a bit: the file has to say."""
    mistakes: list[ValueMistake] = []
    filled("{{ open.2022.total | ,.0f }}", SCOPE, "de", mistakes)
    assert [one.message for one in mistakes] == ["`open.2022.total` is `1.234`, which may be one of two numbers"]
    assert mistakes[0].help == "say which sign it is under the variable, as in `decimal: comma`"


@pytest.mark.parametrize(("language", "shown"), [("en", "1,234"), ("de", "1.234")])
def test_the_other_columns_tell_the_decimal_sign(language, shown):
    """As in tables."""
    assert words("{{ told.2022.total | ,.0f }}", language) == shown


@pytest.mark.parametrize("text", ["a {{ city", "a {{ {{ city }}", "a {{ " + "x" * EXPRESSION_CHARACTERS.most + " }}"])
def test_braces_that_nobody_closes_are_told(text):
    """An expression ends within its few characters; the braces alone are marked."""
    mistakes: list[ValueMistake] = []
    filled(text, SCOPE, "en", mistakes)
    (one,) = mistakes
    assert (one.message, one.begin, one.end) == ("`{{` is never closed", 2, 4)


def test_braces_that_close_too_late_are_told_how_far_they_may_be_apart():
    """Where they do close, nobody would look for more than 500 characters between them."""
    mistakes: list[ValueMistake] = []
    filled("{{ " + "v" * EXPRESSION_CHARACTERS.most + " }}", SCOPE, "en", mistakes)
    (one,) = mistakes
    assert one.help and one.help.endswith("there may be 500 characters between the braces")


PARTS = st.sampled_from(
    ["{{", "}}", "{", "}", "|", ".", "\\", '"', "'", " ", "city", "deaths", "2022", "total", "default", ",.0f", "\n"]
)


@given(st.lists(PARTS, max_size=40).map("".join) | st.text(max_size=40))
def test_no_text_breaks_it(text):
    """Whatever is typed gives words or mistakes with places in it, and what holds no `{{` stays."""
    mistakes: list[ValueMistake] = []
    found = filled(text, SCOPE, "en", mistakes)
    assert isinstance(found, Filled)
    assert all(0 <= one.begin < one.end <= len(text) and one.message for one in mistakes)
    if "{{" not in text:
        assert str(found) == text


@given(st.text(max_size=60))
def test_no_value_holds_a_mark(value):
    """Of a value, no ASCII punctuation is left for whoever reads marks, and all of it comes back."""
    found = filled("a {{ x }} b", {"x": value or "x"}, "en", [])
    inner = found.marked.removeprefix("a ").removesuffix(" b")
    assert not any(sign.isascii() and not sign.isalnum() and sign not in " \x7f" and sign >= " " for sign in inner)
    assert as_typed(found.marked) == str(found)


@pytest.mark.parametrize("piece", ["{{", "\\", '{{ "', "{{ city | ", "{{ city }}", "{{ deaths.1999.x }}", "\\{{", "}}"])
def test_twice_the_text_takes_twice_the_steps(piece):
    """Lines of Python that run, counted: what regular expressions do is bounded by the test of all patterns."""
    few, many = _steps(piece * 200), _steps(piece * 400)
    assert many <= 2.2 * few + 200


def _steps(text: str) -> int:
    count = 0

    def trace(frame, event, argument):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        filled(text, {**SCOPE}, "en", [])
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("{{ sales > 0 }}", "compare behind the braces, and in a condition alone, as in `if: '{{ sales }} > 0'`"),
        ("{{ sales:,.0f }}", "put a bar before a format, as in `{{ sales | ,.0f }}`"),
        ("{{ sales, .1f }}", "put a bar before a format, as in `{{ sales | ,.0f }}`"),
        ("{{ sales or 0 }}", 'say what stands for an empty value, as in `{{ sales | default "–" }}`'),
        ("{{ sales + 1 }}", "nothing is calculated here: give the result a name of its own"),
        ("{{ sale > 0 }}", "did you mean `sales`?"),
        ("{{ sales | default n/a }}", 'put what stands for an empty value between quotes, as in `default "n/a"`'),
        ("{{{ sales }}}", "write two braces on each side, and not three"),
        ("{{ sales", "write `}}` behind the name, or `\\{{` for the signs themselves"),
    ],
)
def test_what_people_write_at_first_is_answered_with_what_they_meant(text, help):
    """Where it stands in other languages."""
    mistakes: list[ValueMistake] = []
    filled(text, {"sales": "5"}, "en", mistakes)
    assert [one.help for one in mistakes] == [help]
