// What a browser shows of the slide in view: every visible character, picture, drawing, filled box and table cell, in CSS
// pixels of the window.
// Runs in the page; chromium.py calls it and scales what it returns. Knows only what any HTML deck would have.
() => {
  const canvas = document.createElement("canvas").getContext("2d");
  const styles = new Map();

  function styleOf(element) {
    if (!styles.has(element)) {
      const css = getComputedStyle(element);
      canvas.font = `${css.fontStyle} ${css.fontWeight} 100px ${css.fontFamily}`;
      const box = canvas.measureText("x");
      const height = box.fontBoundingBoxAscent + box.fontBoundingBoxDescent;
      styles.set(element, {
        size: parseFloat(css.fontSize),
        // How much of a character's box, which is as tall as its font, lies below the baseline.
        descent: box.fontBoundingBoxDescent / height,
      });
    }
    return styles.get(element);
  }

  // Elements that hold text for screen readers alone are cut to a pixel or two, or are in one that is.
  const cut = new Map([[document.body, false], [document.documentElement, false]]);

  function isCut(element) {
    if (!cut.has(element)) {
      const css = getComputedStyle(element), box = element.getBoundingClientRect();
      const cuts = css.overflow !== "visible" || css.clip !== "auto" || css.clipPath !== "none";
      cut.set(element, (cuts && (box.width <= 2 || box.height <= 2)) || isCut(element.parentElement));
    }
    return cut.get(element);
  }

  function hidden(element) {
    return !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || isCut(element);
  }

  // The part of a box that its element's ancestors' overflow lets through.
  function shown(element, { left, top, right, bottom } = element.getBoundingClientRect()) {
    for (let one = element.parentElement; one && one !== document.documentElement; one = one.parentElement) {
      if (getComputedStyle(one).overflow === "visible") continue;
      const box = one.getBoundingClientRect();
      left = Math.max(left, box.left); right = Math.min(right, box.right);
      top = Math.max(top, box.top); bottom = Math.min(bottom, box.bottom);
    }
    return [left, top, right, bottom];
  }

  // Characters as a reader sees them: a letter with its marks has one box.
  const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
  const characters = [], range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (/^(SCRIPT|STYLE|TEMPLATE)$/.test(element.tagName) || hidden(element)) continue;
    const { size, descent } = styleOf(element);
    for (const { segment, index } of graphemes.segment(node.data)) {
      range.setStart(node, index);
      range.setEnd(node, index + segment.length);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
      if (boxes.length) {
        const box = boxes[boxes.length - 1];
        characters.push([segment, box.left, box.right, box.bottom - descent * box.height, size]);
      }
    }
  }

  // Takes a place in a drawing to its place in the window. Firefox's getScreenCTM knows no transforms around a drawing.
  function placing(svg) {
    const view = svg.viewBox.baseVal, box = svg.getBoundingClientRect();
    const across = box.width / view.width, down = box.height / view.height;
    return (x, y) => [box.left + (x - view.x) * across, box.top + (y - view.y) * down];
  }

  // The part of a drawing's box that its paths take; nothing where it has none.
  function inked(svg) {
    const ink = svg.getBBox(), box = svg.getBoundingClientRect(), placed = placing(svg);
    const [left, top] = placed(ink.x, ink.y), [right, bottom] = placed(ink.x + ink.width, ink.y + ink.height);
    return {
      left: Math.max(left, box.left), top: Math.max(top, box.top),
      right: Math.min(right, box.right), bottom: Math.min(bottom, box.bottom),
    };
  }

  // A form in a drawing of the page's own elements, and its colour. A line is as thick as its stroke.
  function formed(form) {
    const css = getComputedStyle(form), filled = css.fill !== "none";
    const { x, y, width, height } = form.getBBox(), placed = placing(form.ownerSVGElement);
    const thick = filled ? 0 : parseFloat(css.strokeWidth) / 2;
    const [across, down] = width >= height ? [0, thick] : [thick, 0];
    const start = placed(x - across, y - down), end = placed(x + width + across, y + height + down);
    return [...start, ...end, hexadecimal(own(filled ? css.fill : css.stroke))];
  }

  const visible = (selector) => [...document.querySelectorAll(selector)].filter((one) => !hidden(one));
  // Of a chart: drawings are shown by reference, and beside a formula's form is its MathML, or around it what it says.
  const ofFormula = (svg) => svg.nextElementSibling?.localName === "math" || svg.parentElement.matches("[role=img]");
  const forms = visible("svg[viewBox] :is(path, rect, circle)").filter((one) => !ofFormula(one.closest("svg")));
  const drawings = visible("svg[viewBox]")
    .filter((one) => !one.ownerSVGElement && !one.querySelector("image") && !forms.some((form) => one.contains(form)));
  const pictures = [
    ...visible("img, svg image").map((one) => shown(one)), ...drawings.map((one) => shown(one, inked(one))),
  ];
  const hexadecimal = (levels) => levels.map((one) => Number(one).toString(16).padStart(2, "0")).join("").toUpperCase();
  const own = (css) => /^rgb\((\d+), (\d+), (\d+)\)$/.exec(css)?.slice(1);
  const boxes = visible("body *") // styles of what is not shown, on all other slides, take long to compute
    .map((one) => [one, own(getComputedStyle(one).backgroundColor)])
    .filter(([, color]) => color)
    .map(([one, color]) => [...shown(one), hexadecimal(color)])
    .concat(forms.map(formed));
  const cells = visible("th, td").map((one) => shown(one));
  const page = [...document.querySelectorAll(".page")].find((one) => !hidden(one));
  const box = page.getBoundingClientRect();
  return { characters, pictures, boxes, cells, page: [box.left, box.top, box.width, box.width / page.offsetWidth] };
}
