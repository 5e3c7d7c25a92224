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
        "reading": "Leseansicht",
        "toSlides": "Folien",
        "readingNotes": "Notizen",
        "readingTools": "Ansicht",
    },
    "es": {
        "reading": "Vista de lectura",
        "toSlides": "Diapositivas",
        "readingNotes": "Notas",
        "readingTools": "Vista",
    },
    "fr": {
        "reading": "Mode lecture",
        "toSlides": "Diapositives",
        "readingNotes": "Notes",
        "readingTools": "Affichage",
    },
    "he": {
        "reading": "תצוגת קריאה",
        "toSlides": "שקופיות",
        "readingNotes": "הערות",
        "readingTools": "תצוגה",
    },
    "ar": {
        "reading": "عرض القراءة",
        "toSlides": "الشرائح",
        "readingNotes": "ملاحظات",
        "readingTools": "العرض",
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
