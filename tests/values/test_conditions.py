"""Conditions: for which values they hold, what is said of those that are none, and that no value is a part of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.budget.values import CONDITION_CHARACTERS, CONDITION_DEPTH
from deckmaker.localization.typed_numbers import evidence
from deckmaker.values.conditions import condition
from deckmaker.values.lookup import Lost
from deckmaker.values.mistake import ValueMistake
from deckmaker.values.row import Columns, Row
from deckmaker.values.scope import row_scope
from deckmaker.values.table import Table

SCOPE = {
    "sales": "1200",
    "share": "42 %",
    "region": "North",
    "note": "",
    "none": None,
    "unseen": "\u200b\ufeff",
    "zero": "0.0",
    "code": "007",
    "flag": "TRUE",
    "off": "No",
    "lacking": "n/a",
    "word": "many",
    "day": "27 November 2026",
    "later": "2026-12-01",
    "area": {"city": "New York", "people": "8000000"},
    "rates": Table(["Year", "rate"], [["2025", "1,5"], ["2026", "0,25"]]),
    "lost": Lost(),
}

HOLDS = [
    " and ".join(["(sales > 0)", "not (sales < 0)"] * 15),
    "{{ sales }} > 0",
    "sales>1199.5 and sales<=1200",
    "sales = 1200.0",
    "sales == '1200'",
    "sales >= 1.2e3",
    "sales != 1",
    "sales > '200'",
    "1000 < sales",
    "share > 40%",
    "share = 0.42",
    "region = 'North'",
    'region is "North"',
    "region is not 'South'",
    "region != 'north'",
    "region > 'East'",
    "region > '5'",
    "word < region or word > region",
    "region contains 'ort'",
    "region not contains 'x'",
    "region in ('South', 'North')",
    "region not in ['South']",
    "region is not in ('South')",
    "code = '007'",
    "code != '7'",
    "code = 7",
    "note is empty",
    "NOT note IS NOT EMPTY",
    "note = ''",
    "none is empty",
    "unseen is empty",
    "region is not empty",
    "{{ note | default '7' }} = 7",
    '{{ note | default "x" }} is not empty',
    "not sales < 0 and not (region = 'South' or note)",
    "false or true",
    "note or region = 'South' or sales",
    "flag",
    "flag = true",
    "off != true",
    "not off",
    "not zero",
    "not note",
    "not lacking > 0",
    "not note < 5",
    "not 5 > note",
    "day < 2026-12-01",
    "day = 2026-11-27",
    "day < later",
    "later > day",
    "day >= '2026-11-27'",
    "later in (2026-12-01)",
    "area.city = 'New York'",
    "area.'city' contains ' '",
    "{{ area.people }} > sales",
    "rates.2025.rate > 1.4",
    "{{ rates.2026.rate }} < rates.2025.rate",
    "lost > 5",
    "not lost",
    "word = word",
    "word != 5",
]


@pytest.mark.parametrize("text", HOLDS)
def test_it_holds(text):
    """Numbers are compared as numbers, days as days, and all else as texts; what is negated does not hold."""
    assert condition(text).holds(SCOPE, "en") is True
    if "lost" not in text:
        assert condition(f"not ({text})").holds(SCOPE, "en") is False


@pytest.mark.parametrize(
    ("text", "message", "at", "help"),
    [
        ("", "the condition is empty", "", "write what to ask, as in `{{ sales }} > 0`"),
        ("regoin = 'x'", "there is no variable `regoin`", "regoin", "did you mean `region`?; put quotes"),
        ("{{ regoin }} = 'x'", "there is no variable `regoin`", "{{ regoin }}", "did you mean `region`?"),
        ("sales > 0 or nosuch", "there is no variable `nosuch`", "nosuch", "put quotes around a text"),
        ("region = New York", "expected `and`, `or` or the end, and here is `York`", "York", "put quotes around"),
        ("sales > 1,000", "expected `and`, `or` or the end, and here is `,`", ",", "without signs between thousands"),
        ("{{ sales }} > 8,5", "expected `and`, `or` or the end, and here is `,`", ",", "and with a decimal point"),
        ("sales > 50.000", "`50.000` may be one of two numbers", "50.000", "write `50000`, or `50.0000` where"),
        ("'{{ word }} > 5'", "a value between quotes would be its name", "'{{ word }} > 5'", "as in `{{ word }} > 5`"),
        ("region = '{{ word }} 5'", "a value between quotes would be its name", "'{{ word }} 5'", "a value alone"),
        ("'sales > 5'", "`'sales > 5'` alone asks nothing", "'sales > 5'", "leave the quotes out, as in `sales > 5`"),
        ("region = 'A' or 'B'", "`'B'` alone asks nothing", "'B'", 'as in `region in ("North", "South")`'),
        ("sales = 5 or 6", "`6` alone asks nothing", "6", "to ask for one of several"),
        ("5", "`5` alone asks nothing", "5", "a condition compares values"),
        ("Share % > 5", "`%` means nothing in a condition", "%", "between two braces, as in `{{ Share in % }}`"),
        ("People 2024 > 5", "expected `and`, `or` or the end, and here is `2024`", "2024", "as in `{{ People 2024 }}`"),
        ("sales > 1.000.000", "`1.000.000` is no number and no day", "1.000.000", "numbers as in `1500.5`"),
        ("sales > 0 && region", "`&&` means nothing in a condition", "&&", "write `and`"),
        ("sales > 0 || region", "`||` means nothing in a condition", "||", "write `or`"),
        ("!region", "`!` means nothing in a condition", "!", "write `not`"),
        ("sales <> 3", "`<>` means nothing in a condition", "<>", "write `!=`"),
        ("sales => 3", "`=>` means nothing in a condition", "=>", "write `>=`"),
        ("sales = > 3", "expected a name or a value, and here is `>`", ">", None),
        ("sales * 2 > 3", "`*` means nothing in a condition", "*", "nothing is calculated here"),
        ("region = “North”", "`“` means nothing in a condition", "“", "straight quotes"),
        ("region = 'North", "`'` means nothing in a condition", "'", "close the quote"),
        ("'{{ region }}' = 'North'", "a value between quotes would be its name", "'{{ region }}'", "leave the quotes"),
        ("{{ sales | ,.1f }} > 1", "a value that is compared has no format", "{{ sales | ,.1f }}", "leave its format"),
        ("{{ sales", "`{{` is never closed", "{{", "write `}}` behind"),
        ("{sales} > 3", "`{` means nothing in a condition", "{", "two braces"),
        ("word not empty", "expected `in` or `contains`, and here is `empty`", "empty", "write `is not empty`"),
        ("sales not > 3", "expected `in` or `contains`, and here is `>`", ">", "before the whole comparison"),
        ("region in 'North'", "expected `(`, and here is `'North'`", "'North'", "write a list"),
        ("region in ('North'", "expected `,` or `)`, and here is the end", "'", None),
        ("(sales > 3", "expected `)`, and here is the end", "3", None),
        ("later > 2026-02-30", "there is no day `2026-02-30`", "2026-02-30", "put quotes"),
        ("word > 3", "`word` is `many`: expected a number", "word", "mend the value"),
        ("3 < word", "`word` is `many`: expected a number", "word", "mend the value"),
        ("sales > word", "`word` is `many`: expected a number", "word", "mend the value"),
        ("word < sales", "`word` is `many`: expected a number", "word", "mend the value"),
        ("word > 2026-01-01", "`word` is `many`: expected a day, as in 2026-11-27", "word", "mend the value"),
        ("area = 'x'", "`area` holds several values", "area", "name one behind it"),
        ("rates.2024.rate > 1", "`rates` has no row `2024`", "rates.2024.rate", "its rows are"),
        ("not " * (CONDITION_DEPTH.most + 1) + "sales", "the condition has more than 20 parentheses", "not", "may go"),
        ("x" * (CONDITION_CHARACTERS.most + 1), "the condition has 1,001 characters", "x" * 1001, "ask for less"),
        ("sales > " + "1" * 61, "this is too long for a number", "1" * 61, None),
    ],
)  # fmt: skip
def test_what_is_said_of_it(text, message, at, help):
    """The message names what is wrong, the place is exact, and the help has the way that people look for."""
    with pytest.raises(ValueMistake) as raised:
        condition(text).holds(SCOPE, "en")
    found = raised.value
    assert found.message.startswith(message)
    assert text[found.begin : found.end] == at
    assert help is None or help in (found.help or "")


def test_the_sign_of_a_row_s_numbers_is_that_of_its_column():
    """As in the formats of texts: `1.234` is a thousand where the column has decimal commas elsewhere."""
    columns = Columns("r.csv", ("a", "b"), (evidence(["1.234,5", "1.234"]), evidence(["1.234", "2.5"])))
    scope = row_scope({"least": "1000"}, Row(1, 2, ("1.234", "1.234"), columns))
    assert condition("a > 1000 and b < 2 and a > least").holds(scope, "de")
    open_columns = Columns("r.csv", ("a",), (evidence(["1.234"]),))
    with pytest.raises(ValueMistake, match="may be one of two numbers") as raised:
        condition("a > 1").holds(row_scope({}, Row(1, 2, ("1.234",), open_columns)), "de")
    assert raised.value.column == "a"


ANYTHING = st.text(max_size=30) | st.sampled_from(
    ["1 or 1=1", "' or '1'='1", "{{ b }}", "x) or (true", "true", "not", "1e999", "9" * 70, "\ud800", "\u202e", "a\x00"]
)


@given(ANYTHING, ANYTHING)
def test_a_value_is_never_a_part_of_the_condition(one, other):
    """Whatever signs it has: it equals itself as a text, and nothing that it says is asked."""
    scope = {"a": one, "b": other}
    as_read = {name: " ".join(value.split()) for name, value in scope.items()}
    assert condition("a = a").holds(scope, "en")
    equal = condition("a in (b)")
    try:
        if equal.holds(scope, "en") and as_read["a"] != as_read["b"]:
            assert any(sign.isdigit() for sign in one)  # numbers and days that are written otherwise
        assert not condition("a = 'x' and b = 'y'").holds(scope | {"a": f"x' or '1'='1{one}"}, "en")
    except ValueMistake as mistake:
        assert mistake.code == "unusable-variable"


WORDS = "and or not in contains is empty true ( ) [ ] , > >= < <= = == != a b.c {{ a }} | 'x' \" ' 5 -1.5 2026-01-01 %"
SIGNS = st.sampled_from(WORDS.split())


@given(
    st.lists(SIGNS | st.text(max_size=3), max_size=25).map(" ".join) | st.text(max_size=80),
    st.dictionaries(st.sampled_from("ab"), ANYTHING),
)
def test_it_holds_or_not_or_is_told_and_nothing_else(text, scope):
    """Any text is a condition that has an answer, or a mistake within the text, whatever it is asked of."""
    try:
        assert condition(text).holds(scope, "en") in (True, False)
    except ValueMistake as mistake:
        assert 0 <= mistake.begin <= mistake.end <= len(text)


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("region like 'N%'", 'write `contains` for a part of a text, as in `region contains "North"`'),
        ("region StartsWith 'N'", 'write `contains` for a part of a text, as in `region contains "North"`'),
        ("sales between 1 and 2", "write both ends, as in `sales >= 10 and sales <= 20`"),
        ("sales gt 1", "write `>`"),
        ("region: North", "write `=`"),
        ("per head > 1", "put a name of several words between two braces, as in `{{ per head }}`"),
    ],
)
def test_words_of_other_languages_are_answered_with_ours(text, help):
    with pytest.raises(ValueMistake) as raised:
        condition(text)
    assert raised.value.help == help
