"""Inline Markdown to runs: bold, italic, code, links, `^super^`, `~sub~` and `^[footnotes]`. All else stays as typed.

CommonMark's inline rules by markdown-it-py, with HTML, entities, pictures and block structure off: text from a deck
never becomes markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.model import Footnote, Run
from deckmaker.model.text import join_runs
from deckmaker.patterns import pattern
from deckmaker.resolve.addresses import address_of, help_for
from deckmaker.resolve.characters import check_characters
from deckmaker.resolve.link_texts import report_vague_link
from deckmaker.resolve.passages import Passage
from deckmaker.resolve.slide_links import slide_help, slide_link
from deckmaker.resolve.white_space import HARD_BREAK, spaced, with_breaks
from deckmaker.values.stand_ins import as_typed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_RULES = ["text", "newline", "footnote", "scripts", "escape", "backticks", "emphasis", "picture", "link", "autolink"]
_PAIRING_RULES = ["balance_pairs", "emphasis", "fragments_join"]
_MARK = pattern(r"[\\`*\[<^~]")
"""What one of the rules begins with."""
_BOLD = pattern(
    r"(?:(?<=^)|(?<=[ (]))"  # behind the beginning, a space or a bracket
    r"\*\*([A-Za-z0-9](?:[^\\`*\[<^~]*+(?<=[A-Za-z0-9]))?)\*\*"
    r"(?=$|[ .,;:!?)])"
)
"""Bold words, where every reader of Markdown sees them: the one mark that most decks have."""
_SCRIPTS = {"^": ("super", 1), "~": ("sub", -1)}


class _Places(NamedTuple):
    """Where a paragraph's words stand: its `span`, and its parts by the tokens that were made of the `clean` text."""

    passage: Passage
    clean: str

    def of(self, token: Token) -> Span:
        """Return where a token is written."""
        begin, end = token.meta.get("at", (0, len(self.clean)))
        return self.passage.place(self.clean, begin, end)


def parse_inline(
    text: str, span: Span, diagnostics: Diagnostics, may_break: bool = False, passage: Passage | None = None
) -> tuple[Run, ...]:
    """Read one paragraph's inline marks; report links and characters that no output may hold.

    A hard line break is a line end in a run, where the text `may_break`, else a space. The `passage` says where the
    words stand in a text of several paragraphs. Of a text that is `guarded`, values have no marks.
    """
    clean = spaced(check_characters(text, span, diagnostics))
    places = _Places(passage or Passage.of(text, span), clean)
    if "](" in clean or "] (" in clean:
        from deckmaker.resolve.broken_links import report_broken_links  # loads what few texts need

        report_broken_links(places.passage, diagnostics)
    if HARD_BREAK in clean:
        return _broken(places, may_break, diagnostics)
    if not may_have_marks(clean):  # most texts have none, and Markdown takes longer to read than all else
        return join_runs([Run(as_typed(clean))])
    plain, *rest = _BOLD.split(clean)
    if rest and not _MARK.search("".join([plain, *rest])):  # nor for words in bold: it takes 14 ms to load
        return join_runs(Run(as_typed(part), bold=index % 2 == 1) for index, part in enumerate([plain, *rest]))
    return _runs(_markdown().parseInline(clean)[0].children or (), places, diagnostics)


def _broken(places: _Places, may_break: bool, diagnostics: Diagnostics) -> tuple[Run, ...]:
    """Return the runs of a paragraph with hard line breaks."""
    runs = _runs(_markdown().parseInline(places.clean)[0].children or (), places, diagnostics)
    end = "\n" if may_break else " "
    return join_runs(replace(run, text=with_breaks(run.text, end)) for run in runs)


def may_have_marks(text: str) -> bool:
    """Tell whether a text holds a sign with which one of the marks begins."""
    return bool(_MARK.search(text))


def _runs(
    tokens: Iterable[Token], places: _Places, diagnostics: Diagnostics, footnote: Token | None = None
) -> tuple[Run, ...]:
    """Return the runs of a text's tokens, or of a `footnote`'s, which has none of its own."""
    runs: list[Run] = []
    current = Run("")
    bold = italic = 0  # how deep marks are nested in their own kind
    opened: Token | None = None  # the link that is open, and which of the runs is its first
    first = 0
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                runs.append(replace(current, text=as_typed(token.content)))
            case "softbreak" | "hardbreak":
                runs.append(replace(current, text=" "))
            case "code_inline":
                runs.append(replace(current, text=as_typed(token.content), code=True))
            case "strong_open" | "strong_close":
                bold += token.nesting
                current = replace(current, bold=bold > 0)
            case "em_open" | "em_close":
                italic += token.nesting
                current = replace(current, italic=italic > 0)
            case "super" | "sub" as kind:
                runs.append(replace(current, text=as_typed(token.content), script=1 if kind == "super" else -1))
            case "link_open":
                address, opened, first = str(token.attrs["href"]), token, len(runs)
                place = places.of(footnote or token)
                link = slide_link(address, place) or safe_link(address, place, diagnostics, slide_help(address))
                current = replace(current, link=link)
            case "link_close":
                if current.link and opened:
                    words = "".join(run.text for run in runs[first:])
                    report_vague_link(words, places.of(footnote or opened), diagnostics)
                current = replace(current, link=None)
            case "picture":
                message = f"picture `{as_typed(token.content)}` stands in a text"
                diagnostics.report("picture-in-text", message, places.of(footnote or token), as_typed(token.info))
            case "footnote" if footnote:
                help, where = "put it into the text beside the other", places.of(footnote)
                diagnostics.report(
                    "nested-footnote", f"footnote `^[{as_typed(token.content)}]` is in another", where, help
                )
            case "footnote":
                text = _runs(token.children or (), places, diagnostics, footnote=token)
                text = tuple(replace(run, text=with_breaks(run.text, " ")) for run in text)
                if runs and not runs[-1].footnote:  # nothing parts a mark from the word before it
                    runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" "))
                runs.append(Run("", script=1, footnote=Footnote(text, span=places.passage.span)))
            case _:
                pass  # nothing that a text shows
    return join_runs(runs)


def safe_link(href: str, span: Span, diagnostics: Diagnostics, help: str | None = None) -> str | None:
    """Return an address that may stand in an output; report any other, with a `help`, and return None."""
    if address := address_of(href):
        return address
    message = f"link to `{href}`: expected an http, https or mailto address"
    diagnostics.report("unsafe-link", message, span, help or help_for(href))
    return None


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt  # 42 ms, and a deck that fails validation never needs it

    from deckmaker.resolve.brackets import read_brackets_once

    markdown = MarkdownIt("zero", {"html": False})
    markdown.inline.ruler.before("escape", "footnote", _footnote_rule)
    markdown.inline.ruler.before("escape", "scripts", _script_rule)
    markdown.inline.ruler.at("emphasis", _star_rule)
    markdown.inline.ruler.before("link", "picture", _picture_rule)
    markdown.inline.ruler.at("link", _placed("link"))
    markdown.inline.ruler.at("autolink", _placed("autolink"))
    markdown.inline.ruler.enableOnly(_RULES)
    markdown.inline.ruler2.enableOnly(_PAIRING_RULES)
    read_brackets_once(markdown)
    normalized = markdown.normalizeLink
    markdown.normalizeLink = lambda url: normalized(as_typed(url))  # type: ignore[method-assign]
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # safe_link reports what this would hide
    return markdown


def _star_rule(state: StateInline, silent: bool) -> bool:
    """Read `*` as Markdown does, and `_` as the letter that it is in `__init__` and in names of files."""
    from markdown_it.rules_inline.emphasis import tokenize

    return state.src[state.pos] != "_" and tokenize(state, silent)


def _placed(name: str) -> Callable[[StateInline, bool], bool]:
    """Return a rule for links that notes in its tokens where they stand."""
    rule = import_module(f"markdown_it.rules_inline.{name}")
    read: Callable[[StateInline, bool], bool] = getattr(rule, name)

    def placed(state: StateInline, silent: bool) -> bool:
        begin, count = state.pos, len(state.tokens)
        found = read(state, silent)
        for token in state.tokens[count:] if found and not silent else ():
            if token.type == "link_open":
                token.meta["at"] = begin, state.pos
        return found

    return placed


def _picture_rule(state: StateInline, silent: bool) -> bool:
    """Read `![words](file)`, for which texts have no place."""
    from markdown_it.rules_inline.image import image

    begin = state.pos
    if not image(state, silent):
        return False
    if not silent:
        token = state.tokens[-1]
        file, words = str(token.attrs["src"]), token.content
        token.type, token.meta["at"] = "picture", (begin, state.pos)
        token.content = state.src[begin : state.pos]
        token.info = f"write it beside the text, as `image: {{file: {file}, alt: {words or '…'}}}`"
    return True


def _footnote_rule(state: StateInline, silent: bool) -> bool:
    """Read `^[text]`, Pandoc's inline note, up to the bracket that closes it; without one, or a text, it stays.

    As there, `^[1]^` is superscript, unless another note begins behind it.
    """
    if not state.src.startswith("^[", state.pos, state.posMax):
        return False
    begin, start, end = state.pos, state.pos + 2, state.md.helpers.parseLinkLabel(state, state.pos + 1)
    content = state.src[start : max(start, end)].strip()
    after = state.src[end + 1 : end + 3]
    if not content or (after[:1] == "^" and after != "^[" and " " not in content):
        return False
    if not silent:
        token = state.push("footnote", "", 0)
        token.content, token.children = content, []
        token.meta["at"] = begin, end + 1
        if not state.env:  # what is nested is not read: it has no place, and could be a thousand deep
            state.md.inline.parse(content, state.md, {"in": "footnote"}, token.children)
    state.pos = end + 1
    return True


def _script_rule(state: StateInline, silent: bool) -> bool:
    """Read `^text^` or `~text~`: no spaces inside, so that a lone tilde or caret stays one, and none of several."""
    sign = state.src[state.pos]
    if sign not in _SCRIPTS or sign in (state.src[state.pos - 1 : state.pos], state.src[state.pos + 1 : state.pos + 2]):
        return False
    end = state.src.find(sign, state.pos + 1, state.posMax)
    if state.src[end + 1 : end + 2] == sign and not state.src.startswith("^[", end + 1):
        return False
    content = state.src[state.pos + 1 : end]
    if end < 0 or not content or " " in content:
        return False
    if not silent:
        state.push(_SCRIPTS[sign][0], "", 0).content = content
    state.pos = end + 1
    return True
