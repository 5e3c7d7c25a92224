"""Small drawings, one thing of SVG each, which vectors say exactly."""

from __future__ import annotations

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 120"'


def svg(inner: str, attributes: str = "") -> str:
    """Return a drawing of 200 by 120."""
    return f"{HEAD} {attributes}>{inner}</svg>"


FEATURES = {
    "shapes": svg(
        '<rect x="10" y="10" width="60" height="40" rx="8" ry="14" fill="#1f77b4"/><circle cx="120" cy="40" '
        'r="25" fill="none" stroke="#d62728" stroke-width="4"/><ellipse cx="60" cy="90" rx="40" ry="15" '
        'fill="orange"/><line x1="110" y1="80" x2="190" y2="110" stroke="#000" stroke-width="3" '
        'stroke-linecap="round"/><polygon points="150,10 190,10 170,40" fill="green"/><polyline points="100 '
        '100 105,115 90-118" stroke="red"/>'
    ),
    "path data": svg(
        '<path d="M20 60a40 40 0 1 1 80 0a40 40 0 0 1-80 0zM120 20c30 0 60 20 60 40s-30 40-60 40q-10-20 '
        '0-40t0-40zm20,.5.5,20h9v-9L5.5e1-1z" fill="#2ca02c" fill-rule="evenodd"/><path d="M10 100A50 20 30 '
        '00120 20" fill="none" stroke="#333"/><path d="M0 0L200 120L" stroke="#00f8"/>'
    ),
    "linear gradient": svg(
        '<defs><linearGradient id="g" x2="1" y2="1"><stop offset=".2" stop-color="#f00"/><stop offset="50%" '
        'stop-color="#0f0"/><stop offset=".5" stop-color="#00f"/><stop offset=".9" stop-color="#fff"/>'
        '</linearGradient></defs><rect x="20" y="10" width="160" height="100" fill="url(#g)"/>'
    ),
    "radial gradient": svg(
        '<defs><radialGradient id="g" cx=".3" cy=".4" r=".6" fx=".2" fy=".5"><stop offset="0" '
        'stop-color="#fff"/><stop offset="1" stop-color="#060"/></radialGradient></defs><circle cx="100" '
        'cy="60" r="55" fill="url(#g)"/>'
    ),
    "gradients that fade": svg(
        '<defs><linearGradient id="a"><stop offset="0" stop-color="#fc0"/><stop offset="1" stop-color="#c00" '
        'stop-opacity=".2"/></linearGradient><linearGradient id="g" xlink:href="#a" '
        'gradientUnits="userSpaceOnUse" x1="20" y1="0" x2="150" y2="50" gradientTransform="rotate(20)"/>'
        '</defs><rect x="10" y="10" width="120" height="100" fill="url(#g)" opacity=".8"/><path d="M10 '
        '110Q100 -60 190 110" fill="none" stroke="url(#g)" stroke-width="10" transform="skewX(5)"/>'
    ),
    "clips": svg(
        '<defs><clipPath id="c"><circle cx="100" cy="60" r="45"/><rect x="10" y="80" width="60" height="30"/>'
        '</clipPath><clipPath id="d" clip-path="url(#c)"><path clip-rule="evenodd" d="M0 0H200V120H0zM80 '
        '40h40v40h-40z"/></clipPath></defs><g clip-path="url(#d)"><rect width="200" height="60" '
        'fill="#1f77b4"/><rect y="60" width="200" height="60" fill="#ff7f0e"/></g>'
    ),
    "opacity": svg(
        '<rect x="20" y="20" width="100" height="70" fill="#00f" opacity=".5"/><g opacity=".5"><circle '
        'cx="110" cy="60" r="40" fill="red"/><circle cx="150" cy="60" r="40" fill="green"/></g><circle '
        'cx="40" cy="90" r="20" stroke="#000" stroke-width="10" opacity="60%"/><circle cx="90" cy="100" '
        'r="14" stroke="#f00" stroke-width="9" stroke-opacity=".5"/>'
    ),
    "dashes": svg(
        '<path d="M10 20H190M10 60H190M10 100H190" stroke="#333" stroke-width="6" stroke-dasharray="20 10 5" '
        'stroke-dashoffset="-5" fill="none"/><path d="M10 40H190" stroke="#c00" stroke-dasharray="0 8" '
        'stroke-width="5" stroke-linecap="round"/><path d="M10 80H190" stroke="#00c" stroke-dasharray="0,0"/>'
    ),
    "stretched strokes": svg(
        '<g transform="translate(100 60) rotate(30) scale(1.5 .5) skewX(10)"><rect x="-30" y="-20" '
        'width="60" height="40" fill="#9467bd" stroke="#000" stroke-width="6" stroke-linejoin="bevel"/></g>'
    ),
    "joins": svg(
        '<g fill="none" stroke="#246" stroke-width="12"><path d="M20 100L40 20L60 100"/><path '
        'stroke-miterlimit="10" d="M80 100L100 20L120 100"/><path stroke-linejoin="round" '
        'stroke-linecap="square" d="M140 100L160 20L180 100"/></g>'
    ),
    "symbols": svg(
        '<defs><symbol id="s" viewBox="0 0 10 10"><path d="M5 0L10 10H0z"/><path d="M0 0h40v2H0z"/></symbol>'
        '</defs><use href="#s" x="10" y="10" width="40" height="40" fill="red"/><use xlink:href="#s" x="80" '
        'y="30" width="80" height="60" fill="blue"/><svg x="10" y="70" width="40" height="40" viewBox="0 0 '
        '10 20" preserveAspectRatio="xMinYMax slice"><rect width="10" height="20" fill="#bcbd22"/><circle '
        'cx="5" cy="15" r="5"/></svg>'
    ),
    "styles": svg(
        "<style>.a{fill:#17becf;stroke:#000}#b{fill:gold}rect.a:first-child{stroke-width:5}g > "
        '.c{fill:#600!important} g g .c { fill: #0f0 } [data-a="x"], circle[r] { stroke: rgb(20%, 40%, 60%) '
        '}</style><g><rect class="a" x="10" y="10" width="80" height="80"/><circle id="b" cx="140" cy="60" '
        'r="40" style="stroke-width:6"/><g><rect class="c" x="60" y="60" width="50" height="50" data-a="x"/>'
        "</g></g>"
    ),
    "words": svg(
        '<text x="10" y="30" fill="#333">Hello <tspan font-weight="bold" fill="red">bold</tspan> fi</text>'
        '<text x="100" y="70" text-anchor="middle">middle Ä</text><text x="190" y="100" text-anchor="end" '
        'font-style="italic" letter-spacing="2">spaced</text><text x="10 30 50" y="110 105" dx="2" '
        'font-family="Courier New">abc</text>',
        'font-family="Calibri" font-size="20"',
    ),
    "markers": svg(
        '<defs><marker id="a" markerWidth="8" markerHeight="6" refX="7" refY="3" orient="auto"><path d="M0 0L8 3L0 6z" '
        'fill="#d00"/></marker><marker id="b" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="4" markerHeight="4" '
        'orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" style="fill:context-stroke"/></marker>'
        '<marker id="c" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" refX="4" refY="4" orient="45">'
        '<circle cx="4" cy="4" r="6"/></marker></defs><g fill="none" stroke="#036" stroke-width="3">'
        '<path d="M20 100L60 20L100 100" marker-mid="url(#c)" marker-end="url(#a)"/><path style="marker:url(#b)" '
        'd="M110 30C140 0 160 60 190 40"/><line x1="120" y1="60" x2="180" y2="80" marker-start="url(#b)" '
        'marker-end="url(#a)"/><polygon points="120,90 150,110 180,95" marker-mid="url(#c)" marker-end="url(#c)"/></g>'
    ),
    "patterns": svg(
        '<defs><pattern id="h" patternUnits="userSpaceOnUse" width="20" height="20"><path d="M-5 15L15 35M-5 -5L25 25'
        'M5 -15L35 15" stroke="#060" stroke-width="2"/></pattern><pattern id="i" href="#h" patternTransform='
        '"translate(5 5) scale(.5)"/><pattern id="p" width=".25" height=".5" viewBox="0 0 10 10"><circle cx="5" cy="5" '
        'r="4" fill="#e377c2"/></pattern></defs><rect x="10" y="10" width="80" height="100" fill="url(#h)" '
        'stroke="#000"/>'
        '<circle cx="145" cy="40" r="32" fill="url(#i)" fill-opacity=".6"/><rect x="110" y="80" width="80" height="40" '
        'fill="url(#p)"/>'
    ),
    "Greek and Cyrillic": svg(
        '<text x="5" y="40" font-family="Times" font-size="30" stroke="#a00" stroke-width=".5" fill="none">'
        'Λιμάνι</text><text x="5" y="90" font-family="sans-serif" font-size="1.5em" text-anchor="start">'
        "Набережная</text>"
    ),
}
