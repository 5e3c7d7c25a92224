"""What libyaml says of a mistake, read as an author would have meant it: where to look, and a way out."""

from __future__ import annotations

import re
from functools import lru_cache

import yaml

from deckmaker.diagnostics import Edit, SourceFile, Span
from deckmaker.patterns import pattern
from deckmaker.source.composer import Loader
from deckmaker.source.places import lines_up
from deckmaker.source.rare_mistakes import rare_hint

_QUOTE_COLON = "a text that holds `: ` needs quotes around it"
_SAME_COLUMN = "the keys of one slide begin in the same column, below its first; so do the `-` of one list"
_SPACE_AFTER_DASH = "a list item needs a space behind its `-`"
_SPACE_AFTER_COLON = "a key needs a space behind its `:`"
_BACKSLASH = "write `/` in paths, and put single quotes around a text that holds a backslash"

_HELP = {
    "did not find expected key": _SAME_COLUMN,
    "did not find expected '-' indicator": _SAME_COLUMN,
    "did not find expected <document start>": _SAME_COLUMN,
    "did not find expected hexdecimal number": _BACKSLASH,  # so spelt by libyaml
    "found unknown escape character": _BACKSLASH,
    "found invalid Unicode character escape code": "type the character itself, or all of its number: `\\U0001F600`",
    "could not find expected ':'": "a key needs `: ` behind it; "
    "the further lines of a text begin to the right of its key or `-`",
    "mapping keys are not allowed in this context": "a text that begins with `?` needs quotes around it",
    "block sequence entries are not allowed in this context": "a list begins on the line below its key; "
    "a text that begins with `-` needs quotes around it",
}
_STAR = pattern(r"\s*\*\s")
_EQUALS = pattern(r"\s*(?:- +)*([A-Za-z_]\w*) *= *(\S.*)")
_NEXT_KEY = pattern(r"\s++[A-Za-z_][\w-]*+:(?:\s|$)")
_NEXT_QUOTED = pattern(r"\s++[\"']")
_TIGHT_DASH = pattern(r"\s*-[^\s-]")
_TIGHT_COLON = pattern(r"\s*(?:- +)*[A-Za-z_][\w-]*:[^\s/]")  # not the colon of https://

_SHOWN = 80
"""Characters of a line that help repeats."""

_WORDS = {
    "mapping values are not allowed in this context": "a colon stands where no key may be",
    "found character that cannot start any token": "no text may begin with this character",
    "did not find expected alphabetic or numeric character": "no text may begin with this character",
    "did not find expected key": "a key was expected here",
    "did not find expected ',' or ']'": "a list in brackets lacks a `,` or its `]`",
    "did not find expected ',' or '}'": "keys in braces lack a `,` or their `}`",
    "did not find expected '-' indicator": "another `- ` was expected here",
    "could not find expected ':'": "a key has no `:` behind it",
    "found unexpected end of stream": "a quote is not closed",
    "found a tab character that violates indentation": "a tab stands where only spaces may",
    "found unknown escape character": "a backslash stands before a character that it does not go with",
    "found invalid Unicode character escape code": "no character has this number",
    "did not find expected node content": "a value was expected here",
    "mapping keys are not allowed in this context": "a `?` stands where no key may be",
    "block sequence entries are not allowed in this context": "a `-` stands where no list begins",
    "did not find expected <document start>": "what stands here belongs to nothing above it",
}
"""What libyaml says of the commonest mistakes, in words of people who never saw its code."""

_UNQUOTED = pattern(
    r"(\s*(?:- +)*(?:\w+: +|- +(?!\w+:\s)))((?:[%@`][^\"'\\#]*|[\w(][^\"'\\#]*: [^\"'\\#]*)[^\"'\\#\s])\s*"
)
"""A text that needs quotes and has none, behind its key or dash."""

_LIKE_KEY = pattern("[a-z_]+:")
"""How a text begins that may be a key, for which a line is missing."""

_MARKED_AT_CONTEXT = (
    "while scanning an alias",
    "while scanning an anchor",
    "while scanning a block scalar",
    "while scanning a simple key",
)
"""Contexts that begin at the character or key which is amiss; the problem is found somewhere behind it."""


_UNQUOTED_SIGN = pattern(r"(?::\s+|[\[{,]\s*)(?=#\w)")  # begins a comment, and nobody comments so


def place_of(source: SourceFile, error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Return the place that tells an author most: a quote that nobody closed or a key, not where libyaml gave up."""
    mark = error.problem_mark or error.context_mark
    if error.context in ("while scanning a quoted scalar", "while scanning a simple key"):
        mark = error.context_mark or mark
    if mark is None:
        return None
    if sign := _unquoted_sign(source, error):
        return sign
    before = _token_before(source, mark)
    return before.start_mark if before and _goes_on(before) else _line_that_lacks_a_space(source, error, mark) or mark


def in_words(error: yaml.MarkedYAMLError) -> str:
    """Return what is wrong; what libyaml says of rare mistakes stands as it is, with what it was about."""
    problem = error.problem or "cannot be parsed"
    if problem == "found unexpected end of stream" and error.context != "while scanning a quoted scalar":
        return f"{error.context}: {problem}"
    context = f"{error.context}: " if error.context else ""
    return _WORDS.get(problem) or f"{context}{problem}"


def way_out(source: SourceFile, error: yaml.MarkedYAMLError) -> str | None:
    """Return the help for the commonest mistakes: quotes, colons, indentation, tabs, special characters."""
    problem, mark = error.problem or "", error.problem_mark
    if help := rare_hint(source, error):
        return help
    if _unquoted_sign(source, error):
        return "put quotes around a text that begins with `#`"
    if error.context == "while scanning a quoted scalar":
        earlier = _token_before(source, error.context_mark) if error.context_mark else None
        return _help_behind(source, earlier) or "the quote opened here is never closed"
    if problem == "mapping values are not allowed in this context":
        return _colon_help(source, error, mark) if mark else _QUOTE_COLON
    if error.context in _MARKED_AT_CONTEXT:
        mark = error.context_mark
    line = source.line(mark.line + 1) if mark else ""
    character = line[mark.column : mark.column + 1] if mark else ""
    if "tab character" in problem or character == "\t":
        return "indent with spaces, not tabs"
    if mark and _STAR.match(line):
        return "begin each entry of a list with `- `, not with `*`"
    if (
        mark
        and problem.startswith(("did not find expected", "block sequence entries"))
        and not _lacks_comma(source, problem, mark)
        and (help := _help_behind(source, _token_before(source, mark)))
    ):
        return help
    if problem == "did not find expected node content" and character == ",":
        return 'nothing stands before this comma: remove it, or write `""` for an empty value'
    if character in tuple("%@`*&!|>"):
        return f"a text that begins with `{character}` needs quotes around it"
    if problem.startswith("did not find expected ',' or ") and error.context_mark:
        if character in ("[", "{") and line[: mark.column if mark else 0].rstrip()[-1:].strip(",[{:]}"):
            return f"a text that holds `{character}` needs quotes around it"
        opening, closing = ("{", "}") if "}" in problem else ("[", "]")
        number = error.context_mark.line + 1
        return f"the `{opening}` on line {number} needs commas between its values and a `{closing}` behind them"
    if _TIGHT_DASH.match(line):
        return _SPACE_AFTER_DASH
    if error.context == "while scanning a simple key" and _TIGHT_COLON.match(line):
        return _SPACE_AFTER_COLON
    return _HELP.get(problem)


def quoting(source: SourceFile, mark: yaml.Mark) -> tuple[Edit, ...]:
    """Return the edit that puts quotes around a text that holds `: `, or begins with a sign of YAML's.

    It is sure where the text is all that stands behind its key or `-` on the line of the mistake, and holds no quotes.
    And the mistake has to be its first sign or a colon in it: a line's first colon, or what stands before it, is amiss
    where a key stands in the wrong column. And a text that begins as a key does may be one.
    """
    number = mark.line + 1
    line = source.line(number)
    found = _UNQUOTED.fullmatch(line)
    if not found or _LIKE_KEY.match(found[2]):
        return ()
    text, column = found[2], len(found[1]) + 1
    is_sign, is_colon = mark.column == len(found[1]), line[mark.column : mark.column + 1] == ":"
    if not (is_sign if text[0] in "%@`" else is_colon and not _is_first_colon(source, mark)):
        return ()
    return (Edit(Span(source, number, column, number, column + len(text)), f'"{text}"'),)


def _colon_help(source: SourceFile, error: yaml.MarkedYAMLError, mark: yaml.Mark) -> str:
    for number in (mark.line, mark.line - 1):
        if found := _EQUALS.fullmatch(source.line(number + 1)[:_SHOWN].rstrip()):
            return f"a key has a colon behind it: write `{found[1]}: {found[2]}`"
    if _line_that_lacks_a_space(source, error, mark):
        return _SPACE_AFTER_COLON
    if _is_first_colon(source, mark):
        return f"{_QUOTE_COLON}; the keys of one slide begin in the same column"
    return _QUOTE_COLON


def _line_that_lacks_a_space(source: SourceFile, error: yaml.MarkedYAMLError, mark: yaml.Mark) -> yaml.Mark | None:
    """Return the place of `key:text`, which is a text to YAML and swallows the key on the next line."""
    if error.problem != "mapping values are not allowed in this context" or not _is_first_colon(source, mark):
        return None
    number = next((one for one in lines_up(mark.line - 1) if source.line(one + 1).strip()), -1)
    found = _TIGHT_COLON.match(source.line(number + 1))
    return yaml.Mark(mark.name, 0, number, found.end() - 2, None, 0) if found else None


def _unquoted_sign(source: SourceFile, error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Return the place of a `#` between brackets that hides the closing one, as a colour without quotes does."""
    if not (error.context or "").startswith("while parsing a flow") or error.problem_mark is None:
        return None
    for number in lines_up(error.problem_mark.line):
        if found := _UNQUOTED_SIGN.search(source.line(number + 1)):
            return yaml.Mark(error.problem_mark.name, 0, number, found.end(), None, 0)
    return None


def _is_first_colon(source: SourceFile, mark: yaml.Mark) -> bool:
    return not re.search(r":\s", source.line(mark.line + 1)[: mark.column])


def _token_before(source: SourceFile, mark: yaml.Mark) -> yaml.Token | None:
    return token_before(source.text, mark.line, mark.column)


def _quoted(token: yaml.Token | None) -> yaml.ScalarToken | None:
    """Return a token that is a text in quotes; one behind `|` or `>` has none."""
    return token if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"') else None


def _goes_on(token: yaml.Token) -> bool:
    """Tell whether a token is a quoted text of several lines: its closing quote may be the next text's opening one."""
    return _quoted(token) is not None and token.start_mark.line < token.end_mark.line


def _lacks_comma(source: SourceFile, problem: str, mark: yaml.Mark) -> bool:
    """Tell whether behind a text in quotes, within braces or brackets, the next key or the next item begins."""
    quoted = _quoted(_token_before(source, mark)) if problem.startswith("did not find expected ',' or ") else None
    if not quoted:
        return False
    rest = source.line(quoted.end_mark.line + 1)[quoted.end_mark.column :]
    found = _NEXT_KEY.match(rest) if "}" in problem else _NEXT_QUOTED.match(rest)
    return found is not None


def _help_behind(source: SourceFile, token: yaml.Token | None) -> str | None:
    """Return what to do about words behind `token`, which should have been the end of a value."""
    if token and _goes_on(token):
        return f"the quote opened here closes only on line {token.end_mark.line + 1}; close it where its text ends"
    if quoted := _quoted(token):
        word, sign, instead = ("single", "'", "''") if quoted.style == '"' else ("double", '"', '\\"')
        rest = source.line(quoted.end_mark.line + 1)[quoted.end_mark.column :]
        also = f", and write `{instead}` for each `{sign}` in it" if sign in f"{quoted.value}{rest}" else ""
        return f"put {word} quotes around the whole text{also}"
    if isinstance(token, yaml.FlowSequenceEndToken):
        return "a text that begins with `[` needs quotes around it; nothing stands behind the `]` of a list"
    if isinstance(token, yaml.FlowMappingEndToken):
        return "a text that begins with `{` needs quotes around it; nothing stands behind the `}` that closes one"
    return None


@lru_cache(maxsize=2)  # asked several times about one mistake, and each time reads the file up to there
def token_before(text: str, line: int, column: int) -> yaml.Token | None:
    """Return the last token that begins before a 0-based place, if it ends on the same line."""
    last = None
    try:
        for token in yaml.scan(text, Loader=Loader):
            start = token.start_mark
            if start.line > line or (start.line == line and start.column >= column):
                break
            last = token
    except yaml.YAMLError:
        pass  # the mistake itself
    return last if last and last.end_mark.line == line else None
