// The slides by PptxGenJS: `node by_pptxgenjs.cjs SLIDES.json PHOTOS OUTPUT.pptx`. Lengths are inches.
"use strict";

const { readFileSync } = require("fs");
const { join } = require("path");
const PptxGenJS = require("pptxgenjs");

const [slides, photos, output] = process.argv.slice(2);
const INK = "1B2330", MUTED = "59616E", RULE = "B4232A", PAPER = "FBF9F5";
const WIDTH = (540 * 1600) / 1067; // of a photo as high as the page
const box = (x, y, w, h) => ({ x: x / 72, y: y / 72, w: w / 72, h: h / 72, margin: 0 });

const deck = JSON.parse(readFileSync(slides, "utf8"));
const presentation = new PptxGenJS();
presentation.defineLayout({ name: "WIDE", width: 960 / 72, height: 540 / 72 });
presentation.layout = "WIDE";
presentation.title = deck.title;
presentation.defineSlideMaster({
  title: "PHOTO",
  background: { color: PAPER },
  objects: [
    { rect: { ...box(48, 162, 42, 3), fill: { color: RULE } } },
    {
      placeholder: {
        text: "",
        options: {
          name: "title", type: "title", ...box(48, 66, 414, 84),
          fontFace: "Georgia", fontSize: 36, bold: true, color: INK, valign: "bottom", align: "left",
        },
      },
    },
  ],
  slideNumber: { ...box(420, 507, 42, 15), fontFace: "Calibri", fontSize: 12, color: MUTED, align: "right" },
});

for (const one of deck.slides) {
  const slide = presentation.addSlide({ masterName: "PHOTO" });
  slide.addText(one.title, { placeholder: "title" });
  const text = one.text.map((words, index) => ({
    text: words,
    options: { bold: index === 1, breakLine: index === 2 },
  }));
  const bullets = one.bullets.map((words) => ({
    text: words,
    options: { bullet: { indent: 19 }, breakLine: true, paraSpaceBefore: 14 },
  }));
  const body = { ...box(48, 186, 414, 282), fontFace: "Calibri", fontSize: 24, color: INK, valign: "top", fit: "none" };
  slide.addText([...text, ...bullets], body);
  slide.addImage({
    path: join(photos, one.photo), altText: one.alt, ...box(498, 0, WIDTH, 540),
    sizing: { type: "crop", ...box((WIDTH - 462) / 2, 0, 462, 540) },
  });
  const credit = [{ text: one.label }, { text: one.credit, options: { hyperlink: { url: one.url }, color: MUTED } }];
  slide.addText(credit, { ...box(48, 507, 330, 15), fontFace: "Calibri", fontSize: 12, color: MUTED, valign: "bottom" });
  slide.addNotes(one.notes);
}
presentation.writeFile({ fileName: output }).catch((error) => {
  console.error(error);
  process.exit(1);
});
