"""Drawings as the programs write them that people draw with: their ways of saying things, with content of our own."""

from __future__ import annotations

PUBLIC = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
SVG = 'xmlns="http://www.w3.org/2000/svg"'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'

GRAPHVIZ = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
{PUBLIC}<!-- a comment -->
<svg width="200pt" height="120pt" viewBox="0.00 0.00 200.00 120.00" {SVG} {XLINK}>
<g id="graph0" class="graph" transform="scale(1 1) rotate(0) translate(4 116)">
<title>G</title>
<polygon fill="white" stroke="transparent" points="-4,4 -4,-116 196,-116 196,4 -4,4"/>
<g id="clust1" class="cluster"><title>cluster_0</title>
<polygon fill="lightgrey" stroke="black" points="100,-8 100,-104 188,-104 188,-8 100,-8"/>
<text text-anchor="middle" x="144" y="-88.8" font-family="Times,serif" font-size="14.00">Quay</text></g>
<g id="node1" class="node"><title>a</title><g id="a_node1"><a xlink:href="#b" xlink:title="Crane">
<defs><linearGradient id="l_0" gradientUnits="userSpaceOnUse" x1="4" y1="-56" x2="76" y2="-56">
<stop offset="0" style="stop-color:#add8e6;stop-opacity:1.;"/><stop offset="1"
 style="stop-color:white;stop-opacity:1.;"/>
</linearGradient></defs>
<path fill="url(#l_0)" stroke="#003366" d="M64,-74C64,-74 16,-74 16,-74 10,-74 4,-68 4,-62 4,-62 4,-50 4,-50 4,-44
 10,-38 16,-38 16,-38 64,-38 64,-38 70,-38 76,-44 76,-50 76,-50 76,-62 76,-62 76,-68 70,-74 64,-74"/>
<text text-anchor="middle" x="40" y="-52.3" font-family="Helvetica,sans-Serif" font-size="14.00"
 fill="#0000ff">Crane</text>
</a></g></g>
<g id="node2" class="node"><title>b</title>
<ellipse fill="none" stroke="black" stroke-dasharray="5,2" cx="144" cy="-40" rx="30" ry="18"/>
<text text-anchor="middle" x="144" y="-36.3" font-family="Times,serif" font-weight="bold"
 font-size="14.00">b &amp; c</text></g>
<g id="edge1" class="edge"><title>a-&gt;b</title>
<path fill="none" stroke="red" stroke-width="2" stroke-dasharray="1,5" d="M76,-54C84,-52 94,-50 104,-48"/>
<polygon fill="red" stroke="red" stroke-width="2" points="104,-51 114,-46 103,-44 104,-51"/></g>
</g>
</svg>"""

MATPLOTLIB = f"""<?xml version="1.0" encoding="utf-8" standalone="no"?>
{PUBLIC}<svg {XLINK} width="288pt" height="216pt" viewBox="0 0 288 216" {SVG} version="1.1">
 <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>
 <defs><style type="text/css">*{{stroke-linejoin: round; stroke-linecap: butt}}</style></defs>
 <g id="figure_1">
  <g id="patch_1"><path d="M 0 216 L 288 216 L 288 0 L 0 0 z " style="fill: #ffffff"/></g>
  <g id="axes_1">
   <g id="matplotlib.axis_1"><g id="xtick_1"><g id="line2d_1">
    <defs><path id="m1" d="M 0 0 L 0 3.5 " style="stroke: #000000; stroke-width: 0.8"/></defs>
    <g><use xlink:href="#m1" x="58" y="192" style="stroke: #000000; stroke-width: 0.8"/></g>
    <g><use xlink:href="#m1" x="158" y="192" style="stroke: #000000; stroke-width: 0.8"/></g></g>
    <g id="text_1"><g transform="translate(54.8 206.6) scale(0.1 -0.1)">
     <defs><path id="Own-1" d="M 794 531 L 1825 531 L 1825 4091 L 703 3866 L 703 4441 L 1819 4666 L 2450 4666 L 2450 531
 L 3481 531 L 3481 0 L 794 0 L 794 531 z " transform="scale(0.015625)"/></defs>
     <use xlink:href="#Own-1"/><use xlink:href="#Own-1" transform="translate(63.623047 0)"/></g></g></g></g>
   <g id="PathCollection_1"><defs><path id="C0_0" d="M 0 4 C 2.2 4 4 2.2 4 0 C 4 -2.2 2.2 -4 0 -4 C -2.2 -4 -4 -2.2 -4 0
 C -4 2.2 -2.2 4 0 4 z "/></defs>
    <g clip-path="url(#p1)"><use xlink:href="#C0_0" x="90" y="90"
 style="fill: #1f77b4; fill-opacity: 0.4; stroke: #1f77b4;
 stroke-opacity: 0.4"/></g>
    <g clip-path="url(#p1)"><use xlink:href="#C0_0" x="36" y="120" style="fill: #1f77b4; fill-opacity: 0.4"/></g></g>
   <g id="line2d_2"><path d="M 36 150 L 120 60 L 200 140 L 300 20 " clip-path="url(#p1)"
 style="fill: none; stroke-dasharray: 5.55,2.4; stroke-dashoffset: 0; stroke: #ff7f0e; stroke-width: 1.5"/></g>
   <g id="text_2"><text style="font-size: 12px; font-family: 'DejaVu Sans', 'Arial', sans-serif; text-anchor: middle"
 x="144"
 y="18" transform="rotate(-0 144 18)">Tonnes – ÄÖ</text></g>
   <g id="text_3"><text style="font: 10px 'DejaVu Sans', sans-serif; text-anchor: start" x="20" y="150"
 transform="rotate(-90 20 150)">left</text></g>
   <g id="patch_2"><path d="M 36 192 L 36 28 L 259 28 L 259 192 z " style="fill: none; opacity: 0.8; stroke: #000000;
 stroke-width: 0.8; stroke-linejoin: miter; stroke-linecap: square"/></g>
  </g>
 </g>
 <defs><clipPath id="p1"><rect x="36" y="28" width="223" height="164"/></clipPath></defs>
</svg>"""

LIBREOFFICE = f"""<?xml version="1.0" encoding="UTF-8"?>
{PUBLIC}<svg version="1.2" width="140mm" height="105mm" viewBox="0 0 14000 10500" preserveAspectRatio="xMidYMid"
 fill-rule="evenodd" stroke-width="28.222" stroke-linejoin="round" {SVG}
 xmlns:ooo="http://xml.openoffice.org/svg/export"
 {XLINK} xml:space="preserve">
 <defs class="ClipPathGroup">
  <clipPath id="presentation_clip_path" clipPathUnits="userSpaceOnUse"><rect x="0" y="0" width="14000"
 height="10500"/></clipPath>
 </defs>
 <defs><font id="EmbeddedFont_1" horiz-adv-x="2048"><font-face font-family="Liberation Sans embedded"
 units-per-em="2048"/>
  <missing-glyph horiz-adv-x="2048" d="M 0,0 L 2047,0 2047,2047 0,2047 0,0 Z"/></font></defs>
 <defs class="TextShapeIndex"><g ooo:slide="id1" ooo:id-list="id3 id4"/></defs>
 <g class="SlideGroup"><g><g id="container-id1"><g id="id1" class="Slide" clip-path="url(#presentation_clip_path)">
  <g class="Page">
   <g class="com.sun.star.drawing.RectangleShape"><g id="id3">
    <rect class="BoundingBox" stroke="none" fill="none" x="950" y="950" width="6937" height="4101"/>
    <defs><linearGradient id="gradient1" x1="2384" y1="201" x2="5616" y2="5799" gradientUnits="userSpaceOnUse">
     <stop offset="0" style="stop-color:rgb(255,0,0)"/><stop offset="1"
 style="stop-color:rgb(255,255,0)"/></linearGradient></defs>
    <path style="fill:url(#gradient1)" d="M 4000,5000 L 1000,5000 1000,1000 7000,1000 7000,5000 4000,5000 Z "/>
    <path fill="none" stroke="rgb(0,51,102)" stroke-width="100" stroke-linejoin="round"
 d="M 4000,5000 L 1000,5000 1000,1000
 7000,1000 7000,5000 4000,5000 Z "/>
    <text class="SVGTextShape"><tspan class="TextParagraph"><tspan class="TextPosition" x="1300" y="2763"><tspan
 font-family="Liberation Sans, sans-serif" font-size="635px" font-weight="700" fill="rgb(170,0,0)" stroke="none"
 style="white-space: pre">Quay  – Ä fi</tspan></tspan></tspan></text></g></g>
   <g class="com.sun.star.drawing.EllipseShape"><g id="id4">
    <path fill="rgb(51,102,153)" fill-opacity="0.502" stroke="none"
 d="M 8000,7000 C 6300,7000 5000,6131 5000,5000 5000,3868
 6300,3000 8000,3000 9699,3000 11000,3868 11000,5000 11000,6131 9699,7000 8000,7000 Z M 5000,3000 L 5000,3000 Z"/>
    <g visibility="hidden"><rect x="0" y="0" width="9000" height="9000"/></g>
    <path fill="none" stroke="rgb(52,101,164)" d="M 8000,7000 C 7933,7000 7866,6999 7800,6996 "/></g></g>
  </g></g></g></g></g>
</svg>"""

INKSCAPE = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<svg width="100mm" height="60mm" viewBox="0 0 100 60" version="1.1" id="svg5" {SVG} {XLINK}
 xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1.4"
 xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" sodipodi:docname="quay.svg">
 <sodipodi:namedview id="namedview7" pagecolor="#ffffff" inkscape:document-units="mm"/>
 <defs id="defs2">
  <linearGradient inkscape:collect="always" id="linearGradient10"><stop
 style="stop-color:#0000ff;stop-opacity:1" offset="0"
 id="stop1"/><stop style="stop-color:#0000ff;stop-opacity:0" offset="1" id="stop2"/></linearGradient>
  <linearGradient inkscape:collect="always" xlink:href="#linearGradient10" id="linearGradient12" x1="5" y1="20"
 x2="55" y2="20"
 gradientUnits="userSpaceOnUse" gradientTransform="matrix(1,0,0,1.5,0,-5)"/>
  <radialGradient xlink:href="#linearGradient10" id="radialGradient14" cx="75" cy="30" fx="70" fy="27" r="18"
 gradientUnits="userSpaceOnUse"/>
 </defs>
 <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1">
  <rect style="fill:url(#linearGradient12);stroke:#000000;stroke-width:0.5;stroke-opacity:0.6;paint-order:stroke
 markers fill"
 id="rect1" width="50" height="30" x="5" y="5" ry="3"/>
  <circle style="opacity:0.9;fill:url(#radialGradient14);fill-opacity:1;stroke:none" id="c1" cx="75" cy="30" r="18"
 transform="rotate(10,75,30)"/>
  <text xml:space="preserve"
 style="font-size:6px;line-height:1.25;font-family:Georgia;-inkscape-font-specification:Georgia;
letter-spacing:0px;fill:#aa0000;stroke-width:0.26" x="7" y="45" id="text1"><tspan sodipodi:role="line" id="tspan1"
 x="7" y="45"
 style="font-style:italic;font-size:6px">Quay</tspan><tspan sodipodi:role="line" x="7" y="53"
 id="tspan2">in the dusk</tspan></text>
  <path style="fill:none;stroke:#008000;stroke-width:1.2;stroke-linecap:round;stroke-dasharray:3, 2;stroke-dashoffset:1"
 d="m 60,50 c 5,-8 12,4 20,-3 1,-1 2,2 3,1" id="path1" transform="scale(1,1.1)"/>
 </g>
</svg>"""

PLANTUML = f"""<?xml version="1.0" encoding="us-ascii" standalone="no"?><svg {SVG} {XLINK} contentStyleType="text/css"
 height="98px" preserveAspectRatio="none" style="width:137px;height:98px;background:#FFFFFF;" version="1.1"
 viewBox="0 0 137 98"
 width="137px" zoomAndPan="magnify"><defs/><g><line
 style="stroke:#181818;stroke-width:0.5;stroke-dasharray:5.0,5.0;" x1="26"
 x2="26" y1="36" y2="62"/><rect fill="#E2E2F0" height="30" rx="2.5" ry="2.5"
 style="stroke:#181818;stroke-width:0.5;" width="43"
 x="5" y="5"/><text fill="#000000" font-family="sans-serif" font-size="14" lengthAdjust="spacing" textLength="29" x="12"
 y="25">Alice</text></g></svg>"""

CHARTS = f"""<svg {SVG} width="160" height="90" viewBox="0 0 160 90"><style>.axis path, .axis > line {{ stroke: #333 }}
 .bar {{ fill: steelblue; fill-opacity: .8 }} .bar:hover {{ fill: orange }} #key text {{ font: bold 9px Arial }}</style>
 <g class="axis" transform="translate(20,70)" fill="none" font-size="8" font-family="sans-serif" text-anchor="middle">
 <path stroke="currentColor" d="M0.5,4V0.5H130.5V4"/><g class="tick" transform="translate(30,0)"><line y2="4"
 stroke="currentColor"/><text fill="currentColor" y="6" dy="0.71em">2019</text></g></g>
 <g><rect class="bar" x="40" y="30" width="20" height="40"/><rect class="bar" x="80" y="15" width="20" height="55"
 style="fill:hsl(20, 90%, 50%)"/></g><g id="key"><text x="120" y="20" dominant-baseline="middle">Key</text>
 <text x="120" y="40" dominant-baseline="central" opacity=".5">all</text></g></svg>"""

DIALECTS = {
    "Graphviz": GRAPHVIZ,
    "matplotlib": MATPLOTLIB,
    "LibreOffice": LIBREOFFICE,
    "Inkscape": INKSCAPE,
    "PlantUML": PLANTUML,
    "charts": CHARTS,
}
