"""Inline Markdown to runs: bold, italic, code, links, `^super^`, `~sub~` and `^[footnotes]`. All else stays as typed.

CommonMark's inline rules by markdown-it-py, with HTML, entities, pictures and block structure off: text from a deck
never becomes markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.model import Footnote, Run
from deckmaker.model.text import join_runs
from deckmaker.resolve.addresses import address_of, help_for
from deckmaker.resolve.characters import check_characters
from deckmaker.resolve.white_space import HARD_BREAK, HARD_BREAK_ENDS, spaced

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_RULES = ["text", "newline", "footnote", "scripts", "escape", "backticks", "emphasis", "link", "autolink"]
_PAIRING_RULES = ["balance_pairs", "emphasis", "fragments_join"]
_MARK = re.compile(r"[\\`*\[<^~]")
"""What one of the rules begins with."""
_BOLD = re.compile(
    r"(?:(?<=^)|(?<=[ (]))"  # behind the beginning, a space or a bracket
    r"\*\*([A-Za-z0-9](?:[^\\`*\[<^~]*+(?<=[A-Za-z0-9]))?)\*\*"
    r"(?=$|[ .,;:!?)])"
)
"""Bold words, where every reader of Markdown sees them: the one mark that most decks have."""
_SCRIPTS = {"^": ("super", 1), "~": ("sub", -1)}


def parse_inline(text: str, span: Span, diagnostics: Diagnostics, may_break: bool = False) -> tuple[Run, ...]:
    """Read one paragraph's inline marks; report links and characters that no output may hold.

    A hard line break is a line end in a run, where the text `may_break`, else a space.
    """
    clean = spaced(check_characters(text, span, diagnostics))
    if HARD_BREAK in clean:
        return _broken(clean, may_break, span, diagnostics)
    if not may_have_marks(clean):  # most texts have none, and Markdown takes longer to read than all else
        return join_runs([Run(clean)])
    plain, *rest = _BOLD.split(clean)
    if rest and not _MARK.search("".join([plain, *rest])):  # nor for words in bold: it takes 14 ms to load
        return join_runs(Run(part, bold=index % 2 == 1) for index, part in enumerate([plain, *rest]))
    return _runs(_markdown().parseInline(clean)[0].children or (), span, diagnostics, is_footnote=False)


def _broken(clean: str, may_break: bool, span: Span, diagnostics: Diagnostics) -> tuple[Run, ...]:
    """Return the runs of a paragraph with hard line breaks."""
    runs = _runs(_markdown().parseInline(clean)[0].children or (), span, diagnostics, is_footnote=False)
    end = "\n" if may_break else " "
    return join_runs(replace(run, text=HARD_BREAK_ENDS.sub(end, run.text)) for run in runs)


def may_have_marks(text: str) -> bool:
    """Tell whether a text holds a sign with which one of the marks begins."""
    return bool(_MARK.search(text))


def _runs(tokens: Iterable[Token], span: Span, diagnostics: Diagnostics, is_footnote: bool) -> tuple[Run, ...]:
    """Return the runs of a text's tokens, or of a footnote's, which has none of its own."""
    runs: list[Run] = []
    current = Run("")
    bold = italic = 0  # how deep marks are nested in their own kind
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                runs.append(replace(current, text=token.content))
            case "softbreak" | "hardbreak":
                runs.append(replace(current, text=" "))
            case "code_inline":
                runs.append(replace(current, text=token.content, code=True))
            case "strong_open" | "strong_close":
                bold += token.nesting
                current = replace(current, bold=bold > 0)
            case "em_open" | "em_close":
                italic += token.nesting
                current = replace(current, italic=italic > 0)
            case "super" | "sub" as kind:
                runs.append(replace(current, text=token.content, script=1 if kind == "super" else -1))
            case "link_open":
                is_picture = bool(runs) and runs[-1].text.endswith("!")
                help = "pictures go in `image:`" if is_picture else None
                current = replace(current, link=safe_link(str(token.attrs["href"]), span, diagnostics, help))
            case "link_close":
                current = replace(current, link=None)
            case "footnote" if is_footnote:
                help = "put it into the text beside the other"
                diagnostics.report("nested-footnote", f"footnote `^[{token.content}]` is in another", span, help)
            case "footnote":
                text = _runs(token.children or (), span, diagnostics, is_footnote=True)
                text = tuple(replace(run, text=HARD_BREAK_ENDS.sub(" ", run.text)) for run in text)
                if runs and not runs[-1].footnote:  # nothing parts a mark from the word before it
                    runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" "))
                runs.append(Run("", script=1, footnote=Footnote(text, span=span)))
            case _:
                pass  # nothing that a text shows
    return join_runs(runs)


def safe_link(href: str, span: Span, diagnostics: Diagnostics, help: str | None = None) -> str | None:
    """Return an address that may stand in an output; report any other and return None."""
    if address := address_of(href):
        return address
    message = f"link to `{href}`: expected an http, https or mailto address"
    diagnostics.report("unsafe-link", message, span, help or help_for(href))
    return None


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt  # 42 ms, and a deck that fails validation never needs it

    markdown = MarkdownIt("zero", {"html": False})
    markdown.inline.ruler.before("escape", "footnote", _footnote_rule)
    markdown.inline.ruler.before("escape", "scripts", _script_rule)
    markdown.inline.ruler.at("emphasis", _star_rule)
    markdown.inline.ruler.enableOnly(_RULES)
    markdown.inline.ruler2.enableOnly(_PAIRING_RULES)
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # safe_link reports what this would hide
    return markdown


def _star_rule(state: StateInline, silent: bool) -> bool:
    """Read `*` as Markdown does, and `_` as the letter that it is in `__init__` and in names of files."""
    from markdown_it.rules_inline.emphasis import tokenize

    return state.src[state.pos] != "_" and tokenize(state, silent)


def _footnote_rule(state: StateInline, silent: bool) -> bool:
    """Read `^[text]`, Pandoc's inline note, up to the bracket that closes it; without one, or a text, it stays.

    As there, `^[1]^` is superscript, unless another note begins behind it.
    """
    from markdown_it.helpers import parseLinkLabel

    if not state.src.startswith("^[", state.pos, state.posMax):
        return False
    start, end = state.pos + 2, parseLinkLabel(state, state.pos + 1)
    content = state.src[start : max(start, end)].strip()
    after = state.src[end + 1 : end + 3]
    if not content or (after[:1] == "^" and after != "^[" and " " not in content):
        return False
    if not silent:
        token = state.push("footnote", "", 0)
        token.content, token.children = content, []
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
