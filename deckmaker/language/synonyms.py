"""Other slide tools' words for the keys of decks: what their users mean is known, though it is spelt nothing alike."""

from __future__ import annotations

_MEANT = {
    "text": ("body", "label", "content", "paragraph", "paragraphs", "description", "lead", "quote"),
    "content": ("blocks", "elements", "parts"),
    "quote": ("blockquote", "citation", "quotation"),
    "by": ("attribution", "author", "from", "name", "source", "speaker", "who"),
    "bullets": ("aufzählung", "checklist", "items", "list", "points", "punkte", "puces"),
    "numbered": ("enumerate", "ordered"),
    "title": ("event", "headline", "titel", "titre", "título", "name", "what"),
    "heading": ("title", "headline"),
    "images": ("gallery", "photos", "pictures"),
    "image": ("background", "bild", "figure", "img", "media", "photo", "pic", "picture"),
    "file": ("csv", "dataset", "excel", "filename", "path", "src", "url", "xlsx"),
    "alt": ("alt_text", "description"),
    "decorative": ("decoration", "ornamental"),
    "caption": ("title", "headline", "legend", "description"),
    "table": ("data", "tabelle", "tableau", "tabla"),
    "grid": ("boxes", "cards", "tiles"),
    "cells": ("boxes", "cards", "content", "entries", "items", "tiles"),
    "columns": ("colspan", "col_span"),
    "across": ("columns", "cols", "per_row"),
    "width": ("ratio", "share", "span", "weight"),
    "values": ("data",),
    "rows": ("data", "body", "values", "records", "rowspan", "row_span"),
    "where": ("filter", "only"),
    "sort": ("order", "order_by", "sort_by"),
    "most": ("limit", "head", "top", "first"),
    "delimiter": ("separator", "sep"),
    "name": ("as", "header", "label", "title"),
    "from": ("begin", "column", "key", "field", "source", "start"),
    "chart": (
        "bar_chart",
        "diagramm",
        "barchart",
        "graph",
        "graphic",
        "line_chart",
        "linechart",
        "pie_chart",
        "piechart",
        "plot",
    ),
    "categories": ("cats", "labels", "names", "x_labels", "xticks"),
    "series": (
        "by",
        "color",
        "colour",
        "datasets",
        "group",
        "group_by",
        "groupby",
        "groups",
        "hue",
        "lines",
        "split_by",
    ),
    "x": ("category", "date", "index", "time", "x_axis", "xaxis", "xs"),
    "y": ("columns", "measure", "measures", "y_axis", "yaxis", "ys"),
    "stack": ("stacked", "stacking"),
    "multiples": ("facet", "facets", "panels", "small_multiples", "trellis"),
    "totals": ("sums", "total"),
    "highlight": ("emphasis", "emphasise", "emphasize", "focus", "strong", "stress"),
    "labels": ("data_labels", "datalabels", "show_values", "value_labels"),
    "lines": (
        "hline",
        "hlines",
        "reference",
        "reference_line",
        "reference_lines",
        "reflines",
        "target",
        "targets",
        "threshold",
        "thresholds",
        "vlines",
    ),
    "bands": ("areas", "ranges", "shade", "shading", "spans"),
    "annotations": ("annotate", "annotation", "callouts", "comments", "notes"),
    "at": ("date", "point", "value", "x", "y"),
    "to": ("end", "until"),
    "min": ("lower", "minimum", "y_min", "ymin"),
    "max": ("maximum", "upper", "y_max", "ymax"),
    "x_min": ("xmin",),
    "x_max": ("xmax",),
    "log": ("logarithmic", "log_scale"),
    "scale": ("divide_by", "display_units", "factor", "in"),
    "zero": ("baseline", "from_zero", "start_at_zero"),
    "unit": ("suffix", "units", "y_unit"),
    "prefix": ("currency",),
    "decimals": ("digits", "places", "precision"),
    "format": ("number_format",),
    "thousands": ("grouping",),
    "x_title": ("x_label", "x_name", "xlabel"),
    "y_title": ("y_label", "y_name", "ylabel"),
    "second_title": ("y2_title",),
    "second_unit": ("y2_unit",),
    "subtitle": ("untertitel", "caption", "description", "heading", "title"),
    "note": ("caption", "footnote", "remark"),
    "as": ("draw", "kind", "type"),
    "type": ("chart_type", "kind", "mark"),
    "metrics": ("facts", "figures", "kpi", "kpis", "key_figures", "numbers", "stats", "statistics"),
    "value": ("amount", "figure", "number"),
    "compare": ("alternatives", "comparison", "options", "pros_and_cons", "versus", "vs"),
    "options": ("alternatives", "choices", "columns"),
    "criteria": ("aspects", "dimensions", "features", "rows"),
    "pick": ("best", "choice", "chosen", "highlight", "picked", "recommend", "recommendation", "recommended", "winner"),
    "agenda": ("contents", "outline", "overview", "sections", "table_of_contents", "toc"),
    "code": ("code_block", "listing", "program", "script", "snippet", "source_code"),
    "equation": ("formel", "formula", "formule", "katex", "latex", "math", "mathjax", "maths"),
    "diagram": (
        *("dot", "flow_chart", "flowchart", "graph", "graphviz", "mermaid", "mindmap", "network", "org_chart"),
        *("orgchart", "organigram", "plantuml"),
    ),
    "edges": ("arrows", "connections", "connectors", "lines", "links"),
    "edge": ("arrow", "from", "link"),
    "nodes": ("boxes", "shapes", "vertices"),
    "direction": ("dir", "flow", "orientation", "rankdir"),
    "tex": ("formula", "latex", "math", "text"),
    "callout": ("admonition", "alert", "aside", "box", "hint", "info", "message", "takeaway", "tip", "warning"),
    "kind": ("level", "type", "variant"),
    "label": ("caption", "description", "name", "names", "point_names", "text", "title", "what"),
    "change": ("delta", "diff", "difference", "trend"),
    "timeline": ("chronology", "history", "milestones", "roadmap"),
    "events": ("entries", "items", "milestones", "points"),
    "when": ("at", "date", "day", "month", "time", "year"),
    "process": ("flow", "phases", "stages", "workflow"),
    "credit": ("quelle", "attribution", "source"),
    "notes": ("notizen", "note", "comment", "comments", "speaker_notes"),
    "minutes": ("duration", "length", "time", "timing"),
    "slides": ("folien", "diapositives", "diapositivas", "pages"),
    "author": ("autor", "auteur", "by", "speaker"),
    "date": ("datum", "fecha"),
    "section": ("abschnitt", "chapter", "part"),
    "if": ("condition", "show_if", "when", "where"),
    "only": ("audience", "audiences", "for", "readers"),
    "hidden": ("hide", "skip"),
    "audiences": ("audience", "readers"),
    "variables": ("constants", "data", "parameters", "params", "values", "vars"),
    "include": ("import", "insert"),
    "id": ("anchor", "slug"),
    "layout": ("class", "template", "type"),
    "theme": ("style", "template"),
    "size": ("aspect", "aspect_ratio", "aspectratio", "ratio", "format"),
    "language": ("sprache", "langue", "idioma", "lang", "locale"),
    "trail": ("breadcrumb", "breadcrumbs", "path"),
    "sources": ("references", "bibliography"),
    "creator": ("artist", "author", "by", "photographer"),
    "license": ("licence", "rights"),
    "url": ("address", "href", "link"),
    "reason": ("because", "comment", "why"),
    "modified": ("change", "changes", "edited"),
}


_EITHER: dict[str, list[tuple[str, ...]]] = {
    "caption": [("note", "subtitle")],
    "currency": [("prefix", "unit")],
    "data": [("table", "chart")],
    "description": [("alt", "caption", "subtitle"), ("label", "change")],
    "graph": [("chart", "diagram")],
    "graphic": [("image", "chart")],
    "rights": [("license", "copyright")],
    "source": [("by", "credit")],
}
"""Words that mean one key as likely as another, in one mapping or another: which, only their authors know."""


def either_of(word: str, known: list[str]) -> list[str]:
    """Return the known keys of which `word` may mean one as likely as another: two or more, or none."""
    found = ([key for key in keys if key in known] for keys in _EITHER.get(word.lower(), ()))
    return next((keys for keys in found if keys[1:]), [])


def meant_by(word: str, known: list[str]) -> str | None:
    """Return the known key that other tools call `word`; None where there is none."""
    if word.lower() in known:  # a capital
        return word.lower()
    return next((key for key in _KEYS.get(word.lower(), ()) if key in known), None)


def words_for(known: list[str]) -> list[str]:
    """Return all words of other tools for known keys: one that is misspelt is nearer to itself than to a key."""
    return [word for key in known for word in _MEANT.get(key, ())]


_KEYS = {
    word: tuple(key for key, words in _MEANT.items() if word in words) for words in _MEANT.values() for word in words
}
"""The keys that each word may mean, in the order of the table."""
