// The deck's end of the line: it opens the speaker window, tells it where the deck is, and does what it says.
(() => {
  if (DeckLine.isSpeaker) return;
  const FEATURES = 'popup,width=1120,height=760';
  const SILENT = 3500; // milliseconds after which a window that speaks each second is gone
  const PAUSE = 50; // milliseconds between messages while one points or draws
  let talk = TalkTime.none;
  let opened = null;
  let heard = -Infinity;

  const isHeard = () => performance.now() - heard < SILENT;
  const root = document.documentElement;
  const screen = document.querySelector('.deck-screen');
  const laser = document.querySelector('.deck-laser');
  const reveal = document.querySelector('.reveal');
  const drawing = reveal.querySelector('.deck-drawing');

  // What is on: a black or white screen, the laser, drawing, zoom. By the names of their commands.
  const active = () =>
    [
      !screen.hidden && screen.dataset.color,
      'laser' in root.dataset && 'laser',
      'drawing' in root.dataset && 'draw',
      'zoom' in root.dataset && 'zoom',
    ].filter(Boolean);
  const tell = () => {
    if (!Reveal.isReady()) return;
    const marks = SpeakerMarks.on(Reveal.getCurrentSlide().querySelector('.page'), drawing, laser);
    const { h: index, f = -1 } = Reveal.getIndices(); // `f` is the last that is there of what appears one by one
    DeckLine.send('state', { index, step: f + 1, active: active(), marks, talk });
  };
  for (const change of ['ready', 'slidechanged', 'fragmentshown', 'fragmenthidden']) Reveal.on(change, tell);
  const changes = new MutationObserver(tell);
  changes.observe(screen, { attributeFilter: ['hidden', 'data-color'] });
  changes.observe(root, { attributeFilter: ['data-laser', 'data-drawing', 'data-zoom'] });

  // Marks change with each step of the pointer. Nobody is told where no speaker window is.
  let waiting = null;
  const tellSoon = () => {
    if (!isHeard()) return;
    waiting ??= setTimeout(() => {
      waiting = null;
      tell();
    }, PAUSE);
  };
  const marks = new MutationObserver(tellSoon);
  marks.observe(drawing, { attributeFilter: ['points'], childList: true, subtree: true });
  marks.observe(laser, { attributeFilter: ['hidden', 'style'] });

  DeckLine.on('ping', more => {
    heard = performance.now();
    talk = TalkTime.later(talk, more.talk);
    DeckLine.keep();
    tell();
  });
  DeckLine.on('bye', () => {
    heard = -Infinity;
  });
  DeckLine.on('go', ({ index, step }) => Reveal.slide(index, 0, step));
  DeckLine.on('run', ({ name }) => DeckCommands.run(name));
  DeckLine.on('key', ({ key, name }) => DeckCommands.press(key) || DeckCommands.run(name));

  // The speaker's pointer over the slide there, as shares of its width and height: laser, drawing and zoom follow it.
  DeckLine.on('point', ({ kind, x, y }) => {
    const { left, top, width, height } = Reveal.getCurrentSlide().querySelector('.page').getBoundingClientRect();
    const at = { clientX: left + x * width, clientY: top + y * height, bubbles: true, cancelable: true, isPrimary: true };
    const isDrawn = 'drawing' in root.dataset;
    if (kind === 'click') reveal.dispatchEvent(new MouseEvent(kind, at));
    else if (kind === 'pointerleave') root.dispatchEvent(new PointerEvent(kind, at));
    else (isDrawn ? drawing : reveal).dispatchEvent(new PointerEvent(kind, at));
  });

  // A window that has lost its deck may have this one, if no other has it.
  DeckLine.on('seek', (_, { from }) => {
    if (!isHeard()) DeckLine.send('here', { seeker: from });
  });

  // The address that reveal.js writes is up to a second late.
  const here = () => `/${Reveal.getIndices().h + 1}`;
  const open = () => {
    DeckLine.keep();
    if (opened && !opened.closed && isHeard()) {
      opened.focus();
      return;
    }
    opened = DeckWindows.open(DeckLine.other(here()), DeckWords.openSpeaker, DeckLine.otherName(), FEATURES);
  };
  DeckCommands.register({ name: 'speaker', keys: ['s'], group: 'speaking', run: open });
})();
