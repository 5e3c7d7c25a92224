"""What the speaker's window calls its commands and what it shows."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {"speaker": "Speaker window"},
    "de": {"speaker": "Fenster für Vortragende"},
    "fr": {"speaker": "Fenêtre de présentation"},
    "es": {"speaker": "Ventana de presentador"},
    "zh": {"speaker": "演讲者窗口"},
    "zh-hant": {"speaker": "演講者視窗"},
}
"""Words by BCP 47 tag in small letters, each by its name in the scripts."""
