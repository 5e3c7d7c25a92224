"""Code as written: its keys, and the languages whose words have colours."""

from __future__ import annotations

from deckmaker.language.credit import CREDIT
from deckmaker.language.data import Several
from deckmaker.language.entry import Entry, optional
from deckmaker.language.kinds import Choice, Text
from deckmaker.patterns import pattern

LANGUAGES = {
    "bash": "Bash",
    "c": "C",
    "cpp": "C++",
    "csharp": "C#",
    "css": "CSS",
    "diff": "Diff",
    "dockerfile": "Docker",
    "go": "Go",
    "html": "HTML",
    "ini": "INI",
    "java": "Java",
    "javascript": "JavaScript",
    "json": "JSON",
    "julia": "Julia",
    "kotlin": "Kotlin",
    "latex": "TeX",
    "lua": "Lua",
    "makefile": "Makefile",
    "matlab": "Matlab",
    "perl": "Perl",
    "php": "PHP",
    "powershell": "PowerShell",
    "python": "Python",
    "r": "S",
    "ruby": "Ruby",
    "rust": "Rust",
    "scala": "Scala",
    "sql": "SQL",
    "stata": "Stata",
    "swift": "Swift",
    "toml": "TOML",
    "typescript": "TypeScript",
    "xml": "XML",
    "yaml": "YAML",
}
"""Their names, each with what Pygments calls it.

A language of Pygments is a set of patterns, which may take the square of a text's length. Of each of these, 2,000
characters of one sign or word, or of two in turn, took 1.2 s at most (600 such texts, Pygments 2.21).
"""

OTHER_NAMES = {
    "c#": "csharp",
    "c++": "cpp",
    "console": "bash",
    "docker": "dockerfile",
    "golang": "go",
    "js": "javascript",
    "make": "makefile",
    "ps1": "powershell",
    "py": "python",
    "python3": "python",
    "rb": "ruby",
    "rs": "rust",
    "sh": "bash",
    "shell": "bash",
    "tex": "latex",
    "ts": "typescript",
    "yml": "yaml",
    "zsh": "bash",
}
"""What else people call them."""

HIGHLIGHT = pattern(r"\{\s*+([0-9][^{}=:|a-zA-Z]*+)\}")
"""What stands for lines that stand out, behind the language of a fence, as Slidev has it: `python {2,4-6}`."""

_SHORT = 4
"""Letters of a name that may be one of any other language."""

PLAIN = "text"
"""The language of code that has no colours."""

_BY_ENDING = {
    "cc": "cpp",
    "cfg": "ini",
    "cs": "csharp",
    "cxx": "cpp",
    "do": "stata",
    "h": "c",
    "hpp": "cpp",
    "htm": "html",
    "jl": "julia",
    "jsx": "javascript",
    "kt": "kotlin",
    "kts": "kotlin",
    "m": "matlab",
    "mjs": "javascript",
    "mk": "makefile",
    "patch": "diff",
    "pl": "perl",
    "pyi": "python",
    "sty": "latex",
    "svg": "xml",
    "tsx": "typescript",
    "xsd": "xml",
    "xsl": "xml",
}
"""Languages by the endings of files, where these are no names of theirs."""


class CodeEntry(Entry):
    """Code: its lines, and the language that they are in."""

    text = optional(Text(), "The lines, as they are; nothing in them is a mark.")
    file = optional(Text(), "Path of a text file that has the lines, relative to the deck.")
    lines = optional(Text(), "Which lines of the file, as in 10-25; without it, all of them.")
    highlight = optional(Several(), "The lines that stand out, by their numbers, as in 3, 5-7.")
    language = optional(
        Choice(*LANGUAGES, *OTHER_NAMES, PLAIN),
        "The language, whose words have colours; without it, what a file's ending says.",
    )
    title = optional(Text(), "What it is, such as the name of its file; inline Markdown.")
    credit = optional(CREDIT, "Where it is from.")


def language_named(name: str) -> str | None:
    """Return the language of a name, None where slides have no colours for it."""
    known = name.casefold()
    known = OTHER_NAMES.get(known) or _BY_ENDING.get(known, known)
    return known if known in LANGUAGES else None


def meant_language(name: str) -> str | None:
    """Return the language that a name can only be a slip for; None where it may be one that has no colours.

    Those have short names, or names with a letter more, such as `jsonl` and `ipython`. Pygments knows many others.
    """
    from deckmaker.diagnostics.near import nearest_of  # of code without mistakes, nobody asks
    from deckmaker.diagnostics.slips import is_slip

    near = nearest_of(name, LANGUAGES)
    if not near or len(name) > len(near) or not is_slip(name, near, LANGUAGES):
        return None
    is_swapped = sorted(name.casefold()) == sorted(near)
    return near if (len(name) > _SHORT or is_swapped) and not _is_known_elsewhere(name) else None


def _is_known_elsewhere(name: str) -> bool:
    """Tell whether there is a language of that name or ending, though not one of ours."""
    from pygments.lexers import find_lexer_class_by_name, find_lexer_class_for_filename
    from pygments.util import ClassNotFound

    try:
        return bool(find_lexer_class_by_name(name))
    except ClassNotFound:
        return find_lexer_class_for_filename(f"a.{name}") is not None


def language_of_file(name: str) -> str | None:
    """Return the language that a file's ending says it is in, or its whole name, such as Makefile; None without one."""
    last = name.rpartition("/")[2].casefold()
    ending = last.rpartition(".")[2]
    return language_named(ending)
