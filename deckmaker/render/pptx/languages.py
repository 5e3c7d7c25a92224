"""Languages as Office knows them: with a region, since a tag without one is neutral to it, and checks no spelling."""

from __future__ import annotations

import re

from deckmaker.patterns import pattern

_REGIONS = (
    "af-ZA am-ET ar-EG as-IN az-AZ be-BY bg-BG bn-BD bs-BA ca-ES cs-CZ cy-GB da-DK de-DE el-GR en-US es-ES et-EE "
    "eu-ES fa-IR fi-FI fil-PH fr-FR ga-IE gl-ES gu-IN he-IL hi-IN hr-HR hu-HU hy-AM id-ID is-IS it-IT ja-JP ka-GE "
    "kk-KZ km-KH kn-IN ko-KR ky-KG lb-LU lo-LA lt-LT lv-LV mi-NZ mk-MK ml-IN mn-MN mr-IN ms-MY mt-MT nb-NO ne-NP "
    "nl-NL nn-NO or-IN pa-IN pl-PL ps-AF pt-BR ro-RO ru-RU si-LK sk-SK sl-SI sq-AL sr-RS sv-SE sw-TZ ta-IN te-IN "
    "th-TH tr-TR tt-RU uk-UA ur-PK uz-UZ vi-VN zh-CN zh-Hant-TW "
)
"""Languages with the region that is meant where none is said (Unicode CLDR, likely subtags)."""

MEANT = {tag.rpartition("-")[0].casefold(): tag.rpartition("-")[2] for tag in _REGIONS.split()}
"""The regions by tags without one, in small letters."""

_HAS_REGION = pattern(r"[a-z]{2,3}(-[a-z]{4})?-([a-z]{2}|[0-9]{3})(-.*)?", re.IGNORECASE)
_CHINESE = pattern(r"zh-(hans|hant)(?=-)", re.IGNORECASE)


def with_region(tag: str) -> str:
    """Return a BCP 47 tag with a region: an author's own, else the one that is meant; as it is where none is known.

    Chinese is known by its region alone ([MS-LCID]): `zh-Hant` is `zh-TW`.
    """
    if not _HAS_REGION.fullmatch(tag):
        known = tag.casefold()
        language, *scripts = known.split("-")
        region = MEANT.get(known) or (MEANT.get(language) if len(scripts) == 1 else None)
        tag = f"{tag}-{region}" if region else tag
    return _CHINESE.sub("zh", tag)
