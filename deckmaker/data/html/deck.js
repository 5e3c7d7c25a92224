// Starts reveal.js and fits the pages into the window, exactly. reveal.js itself would round the scale to two decimals
// (bars of 1.6 px, or as much cut off) and would stop at twice the size.
(() => {
  const reveal = document.querySelector('.reveal');
  const pixels = points => (Number(points) * 4) / 3;
  const width = pixels(reveal.dataset.pageWidth);
  const height = pixels(reveal.dataset.pageHeight);

  // A picture's bytes are in the file once.
  for (const copy of document.querySelectorAll('img[data-same-as]')) {
    copy.src = document.getElementById(copy.dataset.sameAs).src;
  }

  Reveal.initialize({
    width,
    height,
    margin: 0,
    center: false,
    disableLayout: true,
    hash: true,
    controlsLayout: 'edges',
    controlsTutorial: false,
    slideNumber: false, // slides bear their own
    transition: 'none',
    backgroundTransition: 'none',
    plugins: [RevealNotes, RevealSearch, RevealZoom],
  });

  // An observer is told fractions of a pixel, which window.innerWidth hides, and before anything is drawn.
  new ResizeObserver(([entry]) => {
    const { width: across, height: down } = entry.contentRect;
    document.documentElement.style.setProperty('--scale', Math.min(across / width, down / height));
    if (Reveal.isReady() && Reveal.isOverview()) {
      Reveal.toggleOverview(false); // it measures the slides once, when it opens
      Reveal.toggleOverview(true);
    }
  }).observe(reveal);
})();
