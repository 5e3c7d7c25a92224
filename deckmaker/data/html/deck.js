// Starts reveal.js and fits the pages into the window, exactly. reveal.js itself would round the scale to two decimals
// (bars of 1.6 px, or as much cut off) and would stop at twice the size.
(() => {
  const CONTROLS = 56; // pixels that arrows of 10 pixels take below a page: 3.2 and 1.8 ems, and 8 pixels at most
  const reveal = document.querySelector('.reveal');
  const root = document.documentElement;
  const pixels = property => (parseFloat(getComputedStyle(root).getPropertyValue(property)) * 4) / 3; // from points
  const width = pixels('--page-width');
  const height = pixels('--page-height');

  if (DeckLine.isSpeaker) return; // speaker_view.js shows them there

  // From a query, reveal.js takes any setting: to show the notes, to answer other windows, to build the deck anew for paper
  // as paper.css need not. None is a matter of whoever frames or opens the page, so that it starts without one.
  const withoutQuery = start => {
    if (!location.search) return void start();
    const asked = new URL(location.href);
    const bare = new URL(asked);
    bare.search = '';
    history.replaceState(history.state, '', bare);
    start();
    history.replaceState(history.state, '', asked);
  };

  DeckAddresses.settle();
  const settings = {
    width,
    height,
    margin: 0,
    center: false,
    disableLayout: true,
    rtl: reveal.querySelector('.slides').dir === 'rtl',
    hash: true,
    hashOneBasedIndex: true, // in an address, the number that the slide bears
    controlsLayout: 'edges',
    controlsTutorial: false,
    slideNumber: false, // slides bear their own
    transition: 'fade', // ours, in deck.css
    backgroundTransition: 'none',
    keyboard: false, // moves.js and others: DeckCommands has all keys
    help: false,
    pause: false, // ours, in screens.js
    jumpToSlide: false,
    overview: false, // ours, in overview.js
    postMessage: false,
    postMessageEvents: false,
  };
  withoutQuery(() => Reveal.initialize(settings));

  // Says which slide fades in, and which stays beneath it until then.
  const slides = reveal.querySelector('.slides');
  const settle = () => {
    for (const slide of slides.querySelectorAll('.leaving, .arriving')) slide.classList.remove('leaving', 'arriving');
  };
  Reveal.on('slidechanged', ({ previousSlide, currentSlide }) => {
    DeckAddresses.remember(currentSlide);
    settle(); // who moves on quickly waits for nothing
    if (!previousSlide || 'overview' in root.dataset) return;
    previousSlide.classList.add('leaving');
    currentSlide.classList.add('arriving');
  });
  slides.addEventListener('animationend', settle);

  // A footnote and its mark are on one slide, which reveal.js would only show: who follows a link is taken to its end.
  slides.addEventListener('click', event => {
    const link = event.target.closest('a:is([role="doc-noteref"], [role="doc-backlink"])');
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    const target = document.getElementById(link.hash.slice(1));
    (target.querySelector('a') ?? target).focus({ preventScroll: true });
  });

  // reveal.js replaces the address, and not at once: who follows a link to another slide comes back as on any page.
  slides.addEventListener(
    'click',
    event => {
      const link = event.target.closest('a[href^="#slide-"]:not([role])');
      if (!link) return;
      DeckBeside.lead(); // to a hidden slide, too
      DeckAddresses.leave(Reveal.getCurrentSlide(), document.getElementById(link.hash.slice(1)));
    },
    { capture: true },
  );

  // An observer is told fractions of a pixel, which window.innerWidth hides, and before anything is drawn.
  new ResizeObserver(([entry]) => {
    const { width: across, height: down } = entry.contentRect;
    const scale = Math.min(across / width, down / height);
    root.style.setProperty('--scale', scale);
    root.toggleAttribute('data-below', (down - height * scale) / 2 >= CONTROLS);
  }).observe(reveal);
})();
