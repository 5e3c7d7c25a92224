"""The style sheet of the page. Texts have a contrast of 7:1 at least, in both modes and on paper (WCAG 2.2, 1.4.6).

What has come and gone is told by more than its colour: by words, by a line below, and by a line through."""

from __future__ import annotations

SHEET = """
:root { color-scheme: light dark;
  --ink: #1c1c1c; --ground: #ffffff; --line: #8a8a8a; --link: #003e99; --panel: #f4f4f4; --quiet: #454545;
  --gone: #7c1010; --gone-ground: #fdeaea; --come: #0b4a1f; --come-ground: #e2f5e7; --mark: #b3005e }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f2f2f2; --ground: #161616; --line: #8f8f8f; --link: #a8c8ff; --panel: #242424; --quiet: #cccccc;
    --gone: #ffc4c0; --gone-ground: #3c1b1b; --come: #b5efc3; --come-ground: #17331f; --mark: #d6006f }
}
@media print { :root { --ink: #000000; --ground: #ffffff; --link: #000000; --panel: #ffffff } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1.5rem; max-width: 90rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { margin: 0 0 0.25rem; font-size: 1.9rem; line-height: 1.2 }
h2 { margin: 0; font-size: 1.3rem; line-height: 1.3 }
p { margin: 0.5rem 0 }
a { color: var(--link) }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
code { font-family: ui-monospace, monospace; font-size: 0.95em }
nav ul { margin: 0.5rem 0; padding: 0; list-style: none }
nav li { margin: 0.25rem 0 }
section { margin-top: 2.5rem; padding-top: 1.25rem; border-top: 2px solid var(--line) }
.way { display: inline-block; margin-inline-start: 0.5em; padding: 0 0.6em; border: 1px solid currentcolor;
  border-radius: 1em; font-size: 0.9rem; font-weight: normal; line-height: 1.5; vertical-align: 0.1em }
.added { color: var(--come) }
.removed { color: var(--gone) }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin: 1rem 0; break-inside: avoid }
figure { margin: 0; min-width: 0 }
figcaption { margin-bottom: 0.25rem; color: var(--quiet); font-size: 0.95rem }
.slide { position: relative; border: 1px solid var(--line); line-height: 0 }
.slide img { width: 100%; height: auto }
.box { position: absolute; border: 2px solid var(--mark); outline: 1px solid #ffffff; border-radius: 3px }
.none { display: grid; place-items: center; aspect-ratio: 16 / 9; border: 1px dashed var(--line); color: var(--quiet) }
.changes { margin: 0.75rem 0; padding: 0; list-style: none }
.changes > li { margin: 0.4rem 0; padding: 0.5rem 0.75rem; border-inline-start: 4px solid var(--line);
  background: var(--panel); break-inside: avoid }
.place { font-weight: bold }
.text { display: block; margin-top: 0.15rem; white-space: pre-wrap }
del { color: var(--gone); background: var(--gone-ground); text-decoration: line-through 1px }
ins { color: var(--come); background: var(--come-ground); text-decoration: underline 1px; text-underline-offset: 3px }
del + .hidden + ins { margin-inline-start: 0.2em }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
footer { margin-top: 3rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.95rem }
@media (max-width: 40rem) { .sides { grid-template-columns: 1fr } }
@media (forced-colors: active) { .box { border-color: Highlight } }
"""
