"""Languages of code whose words slides show in colours."""

from __future__ import annotations

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

PLAIN = "text"
"""The language of code that has no colours."""


def language_named(name: str) -> str | None:
    """Return the language of a name, None where slides have no colours for it."""
    known = name.casefold()
    known = OTHER_NAMES.get(known, known)
    return known if known in LANGUAGES else None
