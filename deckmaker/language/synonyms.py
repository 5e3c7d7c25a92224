"""Other slide tools' words for the keys of decks: what their users mean is known, though it is spelt nothing alike."""

from __future__ import annotations

_MEANT = {
    "text": ("body", "content", "paragraph", "paragraphs", "description", "lead", "quote"),
    "content": ("blocks", "elements", "parts"),
    "quote": ("blockquote", "citation", "quotation"),
    "by": ("attribution", "author", "from", "name", "source", "speaker", "who"),
    "bullets": ("checklist", "items", "list", "points"),
    "numbered": ("enumerate", "ordered", "steps"),
    "title": ("event", "headline", "name", "what"),
    "heading": ("title", "headline"),
    "images": ("gallery", "photos", "pictures"),
    "image": ("background", "figure", "img", "media", "photo", "pic", "picture"),
    "file": ("path", "src", "url"),
    "alt": ("alt_text", "description"),
    "caption": ("title", "headline", "legend"),
    "table": ("data",),
    "grid": ("boxes", "cards", "tiles"),
    "cells": ("boxes", "cards", "content", "entries", "items", "tiles"),
    "across": ("columns", "cols", "per_row"),
    "width": ("ratio", "share", "span", "weight"),
    "rows": ("data", "body", "values"),
    "where": ("filter", "only"),
    "sort": ("order", "order_by", "sort_by"),
    "most": ("limit", "head", "top", "first"),
    "delimiter": ("separator", "sep"),
    "name": ("header", "label", "title"),
    "from": ("column", "key", "field", "source"),
    "metrics": ("facts", "figures", "kpi", "kpis", "key_figures", "numbers", "stats", "statistics"),
    "value": ("amount", "figure", "number"),
    "compare": ("alternatives", "comparison", "options", "pros_and_cons", "versus", "vs"),
    "options": ("alternatives", "choices", "columns"),
    "criteria": ("aspects", "dimensions", "features", "rows"),
    "pick": ("best", "choice", "chosen", "highlight", "picked", "recommend", "recommendation", "recommended", "winner"),
    "agenda": ("contents", "outline", "overview", "sections", "table_of_contents", "toc"),
    "callout": ("admonition", "alert", "aside", "box", "hint", "info", "message", "takeaway", "tip", "warning"),
    "kind": ("level", "type", "variant"),
    "label": ("caption", "name", "text", "title", "what"),
    "change": ("delta", "diff", "difference", "trend"),
    "timeline": ("chronology", "history", "milestones", "roadmap"),
    "events": ("entries", "items", "milestones", "points"),
    "when": ("at", "date", "day", "month", "time", "year"),
    "process": ("flow", "phases", "stages", "workflow"),
    "credit": ("attribution", "source"),
    "notes": ("note", "speaker", "comment", "comments", "speaker_notes"),
    "section": ("chapter", "part"),
    "layout": ("class", "template", "type"),
    "theme": ("style", "template"),
    "size": ("aspect", "aspect_ratio", "aspectratio", "ratio", "format"),
    "language": ("lang", "locale"),
    "trail": ("breadcrumb", "breadcrumbs", "path"),
    "sources": ("references", "bibliography"),
    "creator": ("artist", "author", "by", "photographer"),
    "license": ("licence", "rights"),
    "url": ("address", "href", "link"),
    "reason": ("because", "comment", "why"),
    "modified": ("change", "changes", "edited"),
}


def meant_by(word: str, known: list[str]) -> str | None:
    """Return the known key that other tools call `word`; None where there is none."""
    return next((key for key in _KEYS.get(word.lower(), ()) if key in known), None)


def words_for(known: list[str]) -> list[str]:
    """Return all words of other tools for known keys: one that is misspelt is nearer to itself than to a key."""
    return [word for key in known for word in _MEANT.get(key, ())]


_KEYS = {
    word: tuple(key for key, words in _MEANT.items() if word in words) for words in _MEANT.values() for word in words
}
"""The keys that each word may mean, in the order of the table."""
