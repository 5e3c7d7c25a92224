// The divider between slides and notes in the speaker window: a pointer or arrows move it, and where it was put it is in
// every window (the window splitter of the ARIA Authoring Practices Guide). A double click puts it back.
const SpeakerDivider = (() => {
  const { made } = DeckElements;
  const KEY = 'deck-slides-width';
  const [LEAST, MOST, STEP] = [20, 70, 2]; // hundredths of the window's width
  const moves = { ArrowLeft: -STEP, ArrowRight: STEP };
  const ends = { Home: LEAST, End: MOST };

  // Beside `slides`, whose column of `main` it makes wider and narrower.
  const between = (main, slides) => {
    const element = made('div', 'speaker-divider');
    element.tabIndex = 0;
    const attributes = { role: 'separator', 'aria-orientation': 'vertical', 'aria-valuemin': LEAST, 'aria-valuemax': MOST };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.setAttribute('aria-label', DeckWords.divider);
    slides.after(element);

    const isTurned = () => main.dir === 'rtl'; // then the slides are on the right
    const share = pixels => (pixels / main.clientWidth) * 100;
    const within = at => Math.min(Math.max(at, LEAST), MOST);
    const put = at => {
      main.classList.toggle('speaker-divided', at !== null);
      if (at === null) main.style.removeProperty('--slides');
      else main.style.setProperty('--slides', at);
    };
    const set = at => {
      const rounded = at && Math.round(within(at) * 10) / 10;
      put(rounded);
      SpeakerSize.set(KEY, rounded ?? '');
    };
    const now = () => share(slides.getBoundingClientRect().width);

    // What the window's size and the layout for it have made of it.
    new ResizeObserver(() => element.setAttribute('aria-valuenow', Math.round(within(now())))).observe(slides);

    element.addEventListener('keydown', event => {
      const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
      if (!(Object.hasOwn(moves, key) || Object.hasOwn(ends, key)) || ctrlKey || altKey || metaKey || shiftKey) return;
      event.preventDefault(); // and the deck stays where it is
      set(ends[key] ?? now() + (isTurned() ? -moves[key] : moves[key]));
    });
    element.addEventListener('pointerdown', event => {
      if (!event.isPrimary || event.button) return;
      element.setPointerCapture(event.pointerId);
    });
    element.addEventListener('pointermove', ({ pointerId, clientX }) => {
      if (!element.hasPointerCapture(pointerId)) return;
      const { left, right } = slides.getBoundingClientRect();
      set(share((isTurned() ? right - clientX : clientX - left) - element.offsetWidth / 2));
    });
    element.addEventListener('dblclick', () => set(null));

    const kept = SpeakerSize.get(KEY);
    put(kept && within(kept));
  };

  return { between };
})();
