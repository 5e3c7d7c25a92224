"""The fonts that Office has for scripts which a theme's own fonts lack, and the languages that are written in them.

A file that names the font of the machine on which it was built (Noto Sans CJK) is drawn in whatever PowerPoint finds
instead. Families are those that Windows 10 and 11 come with, or that Microsoft 365 fetches on any machine (Microsoft's
lists “Fonts included with Windows 11” and “Cloud fonts in Office”). What that means for lines is told in
docs/analysis/fallback-fonts.md.
"""

from __future__ import annotations

import re
from functools import lru_cache

from deckmaker.fonts.script import script_of
from deckmaker.patterns import pattern
from deckmaker.text.script_space import has_east_asian

EAST_ASIAN = {
    "zh-CN": "Microsoft YaHei",
    "zh-TW": "Microsoft JhengHei",
    "ja-JP": "Yu Gothic",
    "ko-KR": "Malgun Gothic",
}
"""The family of each East Asian language. Han characters and kana are one em wide in them, as in the stand-ins."""

_INDIC, _MAINLAND = "Nirmala UI", "Leelawadee UI"

COMPLEX = {
    "Armn": ("Sylfaen", ("hy-AM",)),
    "Beng": (_INDIC, ("bn-IN", "as")),
    "Cans": ("Gadugi", ()),
    "Cher": ("Gadugi", ("chr-US",)),
    "Deva": (_INDIC, ("hi-IN", "mr", "ne", "sa", "kok", "mai", "bho", "doi")),
    "Ethi": ("Ebrima", ("am-ET", "ti")),
    "Geor": ("Sylfaen", ("ka-GE",)),
    "Gujr": (_INDIC, ("gu-IN",)),
    "Guru": (_INDIC, ("pa-IN",)),
    "Khmr": (_MAINLAND, ("km-KH",)),
    "Knda": (_INDIC, ("kn-IN",)),
    "Laoo": (_MAINLAND, ("lo-LA",)),
    "Mlym": (_INDIC, ("ml-IN",)),
    "Mong": ("Mongolian Baiti", ("mn-Mong-MN",)),
    "Mymr": ("Myanmar Text", ("my-MM", "shn")),
    "Orya": (_INDIC, ("or-IN",)),
    "Sinh": (_INDIC, ("si-LK",)),
    "Taml": (_INDIC, ("ta-IN",)),
    "Telu": (_INDIC, ("te-IN",)),
    "Thai": (_MAINLAND, ("th-TH",)),
    "Tibt": ("Microsoft Himalaya", ("bo-CN", "dz")),
}
"""By script (ISO 15924): the family, and the languages written in it; the first is meant where the deck's is none."""

THEME_SCRIPTS = {
    "Jpan": EAST_ASIAN["ja-JP"],
    "Hang": EAST_ASIAN["ko-KR"],
    "Hans": EAST_ASIAN["zh-CN"],
    "Hant": EAST_ASIAN["zh-TW"],
    "Arab": "Arial",
    "Hebr": "Arial",
    **{script: family for script, (family, _) in COMPLEX.items()},
}
"""What a theme names for scripts of which a deck says nothing (ECMA-376 Part 1, 20.1.4.1.16): a colleague's words."""

EMOJI, SYMBOLS, LETTERS = "Segoe UI Emoji", "Segoe UI Symbol", "Segoe UI"

_EMOJI = pattern("[\ufe0f\u200d\u20e3\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff]")
_PRIVATE = pattern("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_KANA = pattern("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_HANGUL = pattern("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7ff]")
_BOPOMOFO = pattern("[\u3105-\u312f]")
_HAN = pattern("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_ENCODINGS = (("zh-CN", "gb2312"), ("zh-TW", "big5"), ("ja-JP", "shift_jis"))
"""Character sets that hold the Han characters of one language: a text's is the first that has all of its own."""

_TRADITIONAL = pattern("zh-(.*-)?(hant|tw|hk|mo)\\b", re.IGNORECASE)


def east_asian_language(tag: str) -> str | None:
    """Return which of the four East Asian languages a language tag (BCP 47) is one of; None if of none."""
    primary = tag.casefold().partition("-")[0]
    if primary in ("zh", "yue", "wuu", "cmn"):
        return "zh-TW" if primary == "yue" or _TRADITIONAL.match(tag) else "zh-CN"
    return {"ja": "ja-JP", "ko": "ko-KR"}.get(primary)


@lru_cache(maxsize=1_024)
def language_of(text: str, beside: str, tag: str) -> str | None:
    """Return the language that a text of one script is in, None where nothing tells.

    `beside` is the paragraph it stands in, `tag` the deck's language, which it is in wherever it may be.
    """
    if not has_east_asian(text):
        return _complex_language(script_of(text), tag)
    deck = east_asian_language(tag)
    language = _by_letters(text) or _by_letters(beside) or deck or _by_characters(text)
    return tag if language == deck else language


def _complex_language(script: str, tag: str) -> str | None:
    if script not in COMPLEX:
        return None
    languages = COMPLEX[script][1]
    primary = tag.casefold().partition("-")[0]
    return tag if any(one.partition("-")[0] == primary for one in languages) else next(iter(languages), None)


def _by_letters(text: str) -> str | None:
    """Return the language that has such letters, where it is one of those that have letters of their own."""
    letters = {"ja-JP": _KANA, "ko-KR": _HANGUL, "zh-TW": _BOPOMOFO}
    return next((language for language, one in letters.items() if one.search(text)), None)


def _by_characters(text: str) -> str:
    """Return the language in whose character set all Han characters of a text are; simplified Chinese before others."""
    characters = "".join(_HAN.findall(text))
    for language, encoding in _ENCODINGS:
        if characters.encode(encoding, "ignore").decode(encoding) == characters:
            return language
    return "zh-CN"


@lru_cache(maxsize=1_024)
def family_of(text: str, language: str | None) -> str | None:
    """Return the family that Office has for a text of one script, in a language; None where it has none of its own."""
    if _PRIVATE.search(text):
        return None
    if has_east_asian(text):
        return EAST_ASIAN[east_asian_language(language or "") or "zh-CN"]
    script = script_of(text)
    if script in COMPLEX:
        return COMPLEX[script][0]
    if script:
        return LETTERS if script in ("Latn", "Grek", "Cyrl") else None
    return EMOJI if _EMOJI.search(text) else SYMBOLS
