// The overview: all slides at once, in rows that fill the window, with their titles. They are the slides themselves, made
// smaller by overview.css; a button over each chooses it. Escape leaves it where it was.
const DeckOverview = (() => {
  const LEAST = 180; // pixels, the width of a slide at which one knows it again
  const GAP = 20; // pixels, as in overview.css
  const TITLE = 52; // two lines, as there
  const slides = document.querySelector('.reveal .slides');
  const root = document.documentElement;
  let columns = 1;

  const pixels = property => (parseFloat(getComputedStyle(root).getPropertyValue(property)) * 4) / 3;
  const buttons = () => [...slides.querySelectorAll(':scope > section > .deck-choice')];

  // As many columns as let all slides be seen at once, or as many as there is room for.
  const arrange = () => {
    const { clientWidth, clientHeight } = slides; // without a scroll bar's
    const [width, height] = [pixels('--page-width'), pixels('--page-height')];
    const across = count => (clientWidth - (count + 1) * GAP) / count;
    const pitch = count => (across(count) * height) / width + TITLE + GAP;
    const down = count => GAP + Math.ceil(Reveal.getTotalSlides() / count) * pitch(count);
    const least = Math.max(1, Math.min(LEAST, across(2))); // in a frame without width, none would be too narrow
    columns = 2;
    while (across(columns + 1) >= least && (columns < 3 || down(columns) > clientHeight)) columns += 1;
    slides.style.setProperty('--columns', columns);
    slides.style.setProperty('--scale', across(columns) / width);
  };

  const choose = number => {
    DeckCommands.close(layer);
    Reveal.slide(number);
  };

  // The one that has the focus is the only one that Tab goes to.
  const focus = button => {
    for (const one of buttons()) one.tabIndex = one === button ? 0 : -1;
    button.focus({ preventScroll: true });
    button.parentElement.scrollIntoView({ block: 'nearest' });
  };

  const mark = () => {
    const current = Reveal.getCurrentSlide();
    for (const slide of Reveal.getSlides()) {
      slide.hidden = slide.inert = false; // reveal.js hides all but one
      slide.removeAttribute('aria-hidden');
      const button = slide.querySelector(':scope > .deck-choice');
      if (slide === current) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  };

  const show = () => {
    DeckCommands.closeAll(); // a slide may be larger, or be drawn on
    Reveal.getSlides().forEach((slide, index) => {
      for (const part of slide.children) part.inert = true;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'deck-choice';
      const title = document.createElement('span');
      title.textContent = [DeckStage.title(slide), slide.dataset.mark].filter(Boolean).join(' · ');
      button.append(title);
      button.addEventListener('click', () => choose(index));
      slide.append(button);
    });
    DeckSwiping.hold('overview', true);
    slides.setAttribute('aria-label', DeckWords.overview);
    root.dataset.overview = '';
    arrange();
    mark();
    DeckCommands.open(layer);
    focus(slides.querySelector('[aria-current]'));
  };

  const hide = () => {
    delete root.dataset.overview;
    DeckSwiping.hold('overview', false);
    for (const name of ['aria-label', 'style']) slides.removeAttribute(name);
    slides.scrollTop = 0;
    for (const slide of Reveal.getSlides()) {
      slide.querySelector(':scope > .deck-choice').remove();
      for (const part of slide.children) part.inert = false;
    }
    const { h, v } = Reveal.getIndices();
    Reveal.slide(h, v); // hides all but one again
  };

  const steps = () => {
    const rows = Math.max(1, Math.floor(slides.clientHeight / (buttons()[0].parentElement.offsetHeight + GAP)));
    const page = rows * columns;
    const right = slides.dir === 'rtl' ? -1 : 1;
    return { ArrowLeft: -right, ArrowRight: right, ArrowUp: -columns, ArrowDown: columns, PageUp: -page, PageDown: page };
  };

  const target = (key, index, count) => {
    if (key === 'Home') return 0;
    if (key === 'End') return count - 1;
    const step = steps()[key];
    if (step === undefined) return undefined;
    const next = index + step;
    if (key.startsWith('Page')) return Math.min(Math.max(next, 0), count - 1);
    return next >= 0 && next < count ? next : index;
  };

  const layer = {
    element: slides,
    close: hide,
    keydown: (key, event) => {
      const all = buttons();
      const index = all.indexOf(document.activeElement);
      const next = target(key, index < 0 ? Reveal.getIndices().h : index, all.length);
      if (next === undefined) return false;
      event.preventDefault();
      focus(all[next]);
      return true;
    },
  };

  DeckCommands.register({
    name: 'overview',
    keys: ['o'],
    group: 'finding',
    run: () => (DeckCommands.isOpen(layer) ? DeckCommands.close(layer) : show()),
  });

  // Marks the slide that somebody has gone to meanwhile; says whether the overview is open.
  const follow = () => {
    if (!DeckCommands.isOpen(layer)) return false;
    mark();
    return true;
  };
  Reveal.on('slidechanged', follow);
  new ResizeObserver(() => DeckCommands.isOpen(layer) && arrange()).observe(document.querySelector('.reveal'));

  return { follow };
})();
