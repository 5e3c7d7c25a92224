// Slides beside the talk: hidden ones, which moving on skips, and those of an appendix, which are not counted. Whoever
// chooses one, by its number, its title, its address or in the overview, gets it.
const DeckBeside = (() => {
  const isHidden = slide => slide.hasAttribute('data-hidden');
  const isCounted = slide => !slide.hasAttribute('data-appendix');
  const isShown = slide => isCounted(slide) && !isHidden(slide);
  const count = slides => slides.filter(isCounted).length;

  // The last slide of the talk; where all are beside it, the last of all.
  const end = slides => {
    const index = slides.findLastIndex(isShown);
    return index < 0 ? slides.length - 1 : index;
  };
  const next = (slides, index) => slides.slice(index + 1).find(slide => !isHidden(slide));
  const previous = (slides, index) => slides.slice(0, index).findLast(slide => !isHidden(slide));

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

  // Whoever follows a link, writes another address, or goes back: the browser says so before reveal.js is told where to.
  const SOON = 200; // milliseconds in which it follows
  let isLed = false;
  const lead = () => {
    isLed = true;
    setTimeout(() => {
      isLed = false;
    }, SOON);
  };
  window.addEventListener('popstate', lead);

  const isAddressed = (slide, index) => {
    const address = DeckAddresses.decoded(location.hash.replace(/^#\//, ''));
    return isLed || address === String(index + 1) || address === slide.dataset.name;
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

  // The bar below says how much of the talk has been: its end is that of the talk, and stays there in the appendix.
  const shown = slides => slides.filter(isShown);
  const reveal = document.querySelector('.reveal');
  const measure = () => {
    const slides = Reveal.getSlides();
    const steps = shown(slides).length - 1;
    const taken = shown(slides.slice(0, Reveal.getIndices().h + 1)).length - 1;
    reveal.style.setProperty('--talk', steps > 0 ? Math.max(taken, 0) / steps : 0);
  };
  Reveal.on('ready', measure);
  Reveal.on('slidechanged', measure);

  // So whoever clicks on it gets the slide that it says.
  reveal.addEventListener('click', event => {
    const bar = event.target.closest('.progress');
    if (!bar) return;
    event.stopPropagation();
    event.preventDefault();
    const slides = Reveal.getSlides();
    const talk = shown(slides);
    const share = event.clientX / bar.clientWidth;
    const index = Math.floor((Reveal.getConfig().rtl ? 1 - share : share) * talk.length);
    const chosen = talk[Math.min(Math.max(index, 0), talk.length - 1)];
    if (chosen) Reveal.slide(slides.indexOf(chosen));
  }, true);

  return { count, end, next, previous, isCounted, lead };
})();
