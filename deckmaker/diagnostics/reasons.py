"""What an exception says, for people who never saw the code that raised it."""

from __future__ import annotations

from deckmaker.memory import has_no_files_left, ran_out
from deckmaker.patterns import pattern

_FOR_PROGRAMMERS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BufferError,
    ImportError,
    LookupError,
    NameError,
    NotImplementedError,
    RecursionError,
    ReferenceError,
    SystemError,
    TypeError,
    UnicodeError,
)
"""Exceptions that Python raises by itself: what they say is about code."""

_CODE = pattern(
    r"\b[A-Z]\w*(?:Error|Exception|Warning)\b|\w\(\)|\b__\w+__\b|\b[A-Za-z_]\w+(?:\.[A-Za-z_]\w+){2,}"  # names in code
    r"|(?:^|[\s'\"`(=:])(?:/|~/|[A-Za-z]:[\\/]|\\\\)\S"  # paths that no user gave
)


def plain_reason(error: Exception) -> str | None:
    """Return an exception's own words on one line, None where they would name code, objects or foreign paths."""
    if ran_out(error):
        return "not enough memory"
    if has_no_files_left(error):
        return "too many open files"
    if isinstance(error, OSError) and error.strerror:  # without its number and path
        return error.strerror.lower()
    if isinstance(error, ModuleNotFoundError) and error.name:
        return f"the Python module `{error.name}` is not installed"
    text = " ".join(str(error).split())
    is_object = 0 <= text.find("<") < text.rfind(">")  # as Python shows one
    return None if not text or isinstance(error, _FOR_PROGRAMMERS) or is_object or _CODE.search(text) else text
