// Slides beside the talk: hidden ones, which moving on skips, and those of an appendix, which are not counted. Whoever
// chooses one, by its number, its title, its address or in the overview, gets it.
const DeckBeside = (() => {
  const isHidden = slide => slide.hasAttribute('data-hidden');
  const isCounted = slide => !slide.hasAttribute('data-appendix');
  const count = slides => slides.filter(isCounted).length;

  // The last slide of the talk; where all are beside it, the last of all.
  const end = slides => {
    const index = slides.findLastIndex(slide => isCounted(slide) && !isHidden(slide));
    return index < 0 ? slides.length - 1 : index;
  };
  const next = (slides, index) => slides.slice(index + 1).find(slide => !isHidden(slide));

  let isChosen = false;
  const choose = Reveal.slide;
  Reveal.slide = (...indices) => {
    isChosen = true;
    try {
      choose(...indices);
    } finally {
      isChosen = false;
    }
  };

  const isAddressed = (slide, index) => {
    const address = decodeURIComponent(location.hash.replace(/^#\//, ''));
    return address === String(index + 1) || address === slide.dataset.name;
  };

  // Arrows, keys and fingers go a step: over hidden slides it is a longer one.
  Reveal.on('beforeslidechange', event => {
    const slides = Reveal.getSlides();
    const step = event.indexh - Reveal.getIndices().h;
    let to = event.indexh;
    if (isChosen || Math.abs(step) !== 1 || !slides[to] || !isHidden(slides[to]) || isAddressed(slides[to], to)) return;
    while (slides[to] && isHidden(slides[to])) to += step;
    event.preventDefault();
    if (slides[to]) Reveal.slide(to);
  });

  return { count, end, next, isCounted };
})();
