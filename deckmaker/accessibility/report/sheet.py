"""The style sheet of a report. Texts have a contrast of 7:1 at least, in both modes and on paper (WCAG 2.2, 1.4.6)."""

from __future__ import annotations

SHEET = """
:root { color-scheme: light dark;
  --ink: #1c1c1c; --ground: #ffffff; --line: #8a8a8a; --link: #003e99; --panel: #f4f4f4 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f2f2f2; --ground: #161616; --line: #8f8f8f; --link: #a8c8ff; --panel: #242424 }
}
@media print { :root { --ink: #000000; --ground: #ffffff; --link: #000000; --panel: #ffffff } }
body { margin: 0 auto; padding: 1.5rem; max-width: 60rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.9rem; line-height: 1.2 }
h2 { margin-top: 3rem; padding-top: 1rem; border-top: 2px solid var(--line); font-size: 1.5rem }
h3 { margin: 0; font-size: 1.2rem }
section > h3 { margin-top: 2rem }
h4 { margin: 0; font-size: 1rem }
article { margin: 1rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: 0.4rem; background: var(--panel);
  break-inside: avoid }
a { color: var(--link) }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
code { font-family: ui-monospace, monospace; font-size: 0.95em }
.severity { padding: 0 0.5em; border: 1px solid currentcolor; border-radius: 1em; font-weight: normal }
.error, .warning { border-width: 2px; font-weight: bold }
li { margin: 0.5rem 0 }
table { width: 100%; margin-top: 2rem; border-collapse: collapse }
caption { text-align: start }
th, td { padding: 0.4rem 0.6rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top }
tbody th { font-weight: normal }
.number { text-align: end; font-variant-numeric: tabular-nums }
footer { margin-top: 3rem; border-top: 1px solid var(--line) }
"""
