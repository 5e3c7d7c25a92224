"""What the reading view calls its parts."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "reading": "Text to read",
        "toSlides": "Slides",
        "readingNotes": "Notes",
        "readingTools": "View",
    },
    "de": {
        "reading": "Text zum Lesen",
        "toSlides": "Folien",
        "readingNotes": "Notizen",
        "readingTools": "Ansicht",
    },
    "es": {
        "reading": "Texto para leer",
        "toSlides": "Diapositivas",
        "readingNotes": "Notas",
        "readingTools": "Vista",
    },
    "fr": {
        "reading": "Texte à lire",
        "toSlides": "Diapositives",
        "readingNotes": "Notes",
        "readingTools": "Affichage",
    },
    "zh": {
        "reading": "阅读视图",
        "toSlides": "幻灯片",
        "readingNotes": "备注",
        "readingTools": "视图",
    },
    "zh-hant": {
        "reading": "閱讀檢視",
        "toSlides": "投影片",
        "readingNotes": "備忘稿",
        "readingTools": "檢視",
    },
}
"""By language, and by the names that reading.js knows."""
