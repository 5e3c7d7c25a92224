"""What is wrong with the reading view in a browser: what goes beyond the window, is cut, or overlaps."""

from __future__ import annotations

MEASURED = """() => {
  const own = '.scroller, .to-scale, .panel'; // what is scrolled by itself
  const told = one => `${one.closest('section')?.id} ${one.tagName} ${one.textContent.trim().slice(0, 40)}`;
  const shown = element => element.checkVisibility() && element.getBoundingClientRect().height > 0;
  const texts = [...document.querySelectorAll('.slides :is(h1, h2, h3, p, summary, li)')]
    .filter(one => shown(one) && !one.closest(own) && !one.querySelector('p, h3, li'));
  const wide = texts.filter(one => {
    const { left, right } = one.getBoundingClientRect();
    return left < 0 || right > document.documentElement.clientWidth + 0.5 || one.scrollWidth > one.clientWidth + 1;
  });
  const cut = [...document.querySelectorAll('.slides *')].filter(one => {
    if (!shown(one) || one.closest(`${own}, .picture`) || one instanceof SVGElement) return false;
    return getComputedStyle(one).overflow !== 'visible' && one.scrollHeight > one.clientHeight + 1;
  });
  const overlapping = texts.filter((one, index) => {
    if (!index) return false;
    const before = texts[index - 1].getBoundingClientRect(), box = one.getBoundingClientRect();
    return box.top < before.bottom - 1 && box.left < before.right - 1 && before.left < box.right - 1;
  });
  return {
    beyond: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    wide: wide.map(told), cut: cut.map(told), overlapping: overlapping.map(told), texts: texts.length,
  };
}"""
"""Returns by how many pixels the page is wider than the window, and which texts go beyond it, are cut or overlap."""

SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What readers may set (WCAG 2.2, 1.4.12), as the bookmarklets do that testers use."""

NOTHING_WRONG = {"beyond": 0, "wide": [], "cut": [], "overlapping": []}
