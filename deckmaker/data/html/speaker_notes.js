// The notes in the speaker window, at a size that the speaker sets once for all decks.
const SpeakerNotes = (() => {
  const { made, button } = DeckElements;
  const KEY = 'deck-notes-size';
  const SIZES = [14, 16, 18, 20, 24, 28, 32, 40, 48, 60]; // pixels
  const USUAL = 3;

  const panel = () => {
    const text = made('div', 'speaker-text');
    text.tabIndex = 0; // so that keys scroll it
    text.setAttribute('role', 'group');
    text.setAttribute('aria-label', DeckWords.notes);
    let step = SIZES.indexOf(SpeakerSize.get(KEY));
    if (step < 0) step = USUAL;

    const resize = by => {
      step = Math.min(Math.max(0, step + by), SIZES.length - 1);
      text.style.fontSize = `${SIZES[step]}px`;
      smaller.setAttribute('aria-disabled', step === 0);
      larger.setAttribute('aria-disabled', step === SIZES.length - 1);
      if (by) SpeakerSize.set(KEY, SIZES[step]);
    };
    // The sign on it is speaker.css's, so that what it is called is all that it says.
    const sized = (name, label, by) => {
      const one = button(made('span', '', label), () => resize(by), `speaker-${name}`);
      one.title = label;
      return one;
    };
    const smaller = sized('smaller', DeckWords.smallerText, -1);
    const larger = sized('larger', DeckWords.largerText, 1);
    resize(0);

    // With the focus here, up and down scroll the notes and do not move the deck.
    text.addEventListener('keydown', event => {
      const scrolls = ['ArrowUp', 'ArrowDown'].includes(event.key) && text.scrollHeight > text.clientHeight;
      if (scrolls && !event.ctrlKey && !event.altKey && !event.metaKey) event.stopPropagation();
    });

    // A key's scroll takes a moment, and would go on in the next slide's notes.
    let isNew = true;
    for (const kind of ['keydown', 'wheel', 'pointerdown', 'touchstart']) {
      text.addEventListener(kind, () => { isNew = false; }, { passive: true });
    }
    text.addEventListener('scroll', () => { if (isNew) text.scrollTop = 0; });

    const show = section => {
      const spoken = section.querySelector('.notes');
      text.replaceChildren(...(spoken ? spoken.cloneNode(true).childNodes : [made('p', '', DeckWords.noNotes)]));
      text.classList.toggle('speaker-none', !spoken);
      text.dir = spoken?.closest('[dir]')?.dir ?? '';
      text.scrollTop = 0;
      isNew = true;
    };

    return { text, buttons: made('div', 'speaker-buttons', smaller, larger), show };
  };

  return { panel };
})();
