// The reading view beside the slides: the way there and back, the place kept; and the deck on paper, whole.
const DeckReading = (() => {
  if (DeckLine.isSpeaker) return {};
  const { made, directed } = DeckElements;
  const reveal = document.querySelector('.reveal');
  const sections = () => [...reveal.querySelectorAll('.slides > section')];
  const speeches = () => [...reveal.querySelectorAll('details.speech')];
  const HIDES = ['hidden', 'aria-hidden', 'inert'];

  // reveal.js hides all slides but one from everybody, and so would paper and a text to read.
  const reveals = () => {
    for (const section of sections()) for (const name of HIDES) section.removeAttribute(name);
  };
  const here = () => sections()[Reveal.getIndices().h];
  const hideAgain = () => Reveal.slide(Reveal.getIndices().h);

  // The section that is being read is the last that begins in the upper third of the window.
  const inView = () => {
    const third = window.innerHeight / 3;
    const all = sections();
    return all.findLast(section => section.getBoundingClientRect().top <= third) ?? all[0];
  };

  let isFollowing = false; // reveal.js is being told where the reader is, and need not be followed
  let isWaiting = false;
  const follow = () => {
    isWaiting = false;
    const section = inView();
    if (!DeckView.isReading() || section === here()) return;
    isFollowing = true;
    Reveal.slide(sections().indexOf(section));
    isFollowing = false;
    reveals();
  };
  window.addEventListener('scroll', () => {
    if (isWaiting || !DeckView.isReading()) return;
    isWaiting = true;
    requestAnimationFrame(follow);
  });

  const goTo = section => {
    if (section === sections()[0]) window.scrollTo(0, 0);
    else section.scrollIntoView();
  };
  Reveal.on('slidechanged', ({ currentSlide }) => {
    if (!DeckView.isReading()) return;
    reveals();
    if (!isFollowing && inView() !== currentSlide) goTo(currentSlide);
  });

  // --- The way there and back.
  const toRead = made('button', { type: 'button', class: 'to-read', title: DeckWords.reading });
  toRead.append(made('span', {}, DeckWords.reading));
  reveal.append(toRead);
  const bar = directed(made('nav', { class: 'reading-bar', 'aria-label': DeckWords.readingTools }));
  const toSlides = made('button', { type: 'button' }, DeckWords.toSlides);
  bar.append(toSlides);
  if (speeches().length) {
    const notes = made('button', { type: 'button', 'aria-pressed': 'false' }, DeckWords.readingNotes);
    notes.addEventListener('click', () => {
      const opens = notes.getAttribute('aria-pressed') !== 'true';
      notes.setAttribute('aria-pressed', opens);
      for (const speech of speeches()) speech.open = opens;
    });
    bar.append(notes);
  }
  reveal.before(bar);
  toRead.addEventListener('click', () => DeckView.choose('read'));
  toSlides.addEventListener('click', () => DeckView.choose('slides'));
  DeckCommands.register({
    name: 'reading',
    keys: ['r'],
    reads: true,
    run: () => DeckView.choose(DeckView.isReading() ? 'slides' : 'read'),
  });

  const openData = (within, isReading) => {
    for (const data of within.querySelectorAll('details.chart-data')) data.open = isReading; // below its chart, not over it
  };

  const fit = () => {
    const isReading = DeckView.isReading();
    DeckCommands.closeAll();
    DeckSwiping.hold('reading', isReading);
    openData(reveal, isReading);
    if (isReading) {
      reveals();
      goTo(here());
      if (document.activeElement === toRead) toSlides.focus({ preventScroll: true });
      return;
    }
    hideAgain();
    window.scrollTo(0, 0);
    if (!document.activeElement || document.activeElement === document.body) return;
    if (!here().contains(document.activeElement)) document.activeElement.blur(); // keys are the deck's
  };
  DeckView.onChange(fit);

  // --- On paper: all slides, with what they show and for those who hear it.
  let printed = []; // notes that were opened for it
  window.addEventListener('beforeprint', () => {
    reveals();
    for (const picture of document.images) picture.loading = 'eager';
    printed = document.documentElement.hasAttribute('data-notes') ? speeches().filter(speech => !speech.open) : [];
    for (const speech of printed) speech.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const speech of printed) speech.open = false;
    if (!DeckView.isReading() && !DeckOverview.follow()) hideAgain();
  });

  if (Reveal.isReady()) fit();
  else Reveal.on('ready', fit);

  // Shows slides that have come into the page as the others are.
  const settle = come => {
    if (!DeckView.isReading()) return;
    reveals();
    for (const section of come) openData(section, true);
  };

  return { settle };
})();
