"""Which way languages are written."""

from __future__ import annotations

from deckmaker.patterns import pattern

_LANGUAGES = pattern("ar[cz]?|ckb|dv|fa|glk|he|iw|ji|ks|mzn|nqo|pnb|prs|ps|sd|skr|syr|ug|ur|yi")
"""Those that are written from right to left unless their tag names another script."""

_SCRIPTS = pattern("adlm|arab|aran|hebr|mand|mend|nkoo|rohg|samr|syrc|thaa")
"""Scripts that run from right to left, as tags name them (ISO 15924)."""


def is_written_right_to_left(language: str) -> bool:
    """Tell whether a language, named by its tag (BCP 47), is written from right to left."""
    first, *others = language.lower().replace("_", "-").split("-")
    script = next((one for one in others if len(one) == 4 and one.isalpha()), None)
    return (_SCRIPTS.fullmatch(script) if script else _LANGUAGES.fullmatch(first)) is not None
