// The deck's end of the line: it opens the speaker window, tells it where the deck is, and does what it says.
(() => {
  if (DeckLine.isSpeaker) return;
  const FEATURES = 'popup,width=1120,height=760';
  const SILENT = 3500; // milliseconds after which a window that speaks each second is gone
  const { made, button } = DeckElements;
  let talk = TalkTime.none;
  let opened = null;
  let heard = -Infinity;

  const tell = () => {
    if (Reveal.isReady()) DeckLine.send('state', { index: Reveal.getIndices().h, isBlack: Reveal.isPaused(), talk });
  };
  for (const change of ['ready', 'slidechanged', 'paused', 'resumed']) Reveal.on(change, tell);

  DeckLine.on('ping', more => {
    heard = performance.now();
    talk = TalkTime.later(talk, more.talk);
    DeckLine.keep();
    tell();
  });
  DeckLine.on('bye', () => {
    heard = -Infinity;
  });
  DeckLine.on('go', ({ index }) => Reveal.slide(index));
  DeckLine.on('run', ({ name }) => DeckCommands.commands.find(one => one.name === name)?.run());

  // A window that has lost its deck may have this one, if no other has it.
  DeckLine.on('seek', (_, { from }) => {
    if (performance.now() - heard > SILENT) DeckLine.send('here', { seeker: from });
  });

  // What to do where the browser opens no window by a key: a link is followed by a click.
  const dialog = made('dialog', 'deck-layer deck-blocked');
  const layer = { element: dialog, close: () => dialog.close() };
  const tellBlocked = () => {
    const heading = made('h2', '', DeckWords.blocked);
    heading.id = 'deck-blocked-heading';
    dialog.setAttribute('aria-labelledby', heading.id);
    const link = made('a', '', DeckWords.openSpeaker);
    link.href = DeckLine.other();
    link.target = '_blank';
    link.rel = 'noopener';
    link.addEventListener('click', () => DeckCommands.close(layer));
    const close = button(DeckWords.close, () => DeckCommands.close(layer));
    dialog.replaceChildren(heading, made('p', '', DeckWords.unblock), made('p', '', link), close);
    if (!dialog.isConnected) document.body.append(dialog);
    DeckCommands.open(layer);
    dialog.showModal();
  };
  dialog.addEventListener('cancel', event => {
    event.preventDefault();
    DeckCommands.close(layer);
  });

  const open = () => {
    DeckLine.keep();
    if (opened && !opened.closed) {
      opened.focus();
      return;
    }
    opened = window.open(DeckLine.other(), DeckLine.otherName(), FEATURES);
    if (!opened || opened.closed) tellBlocked();
  };
  DeckCommands.register({ name: 'speaker', keys: ['s'], group: 'speaking', run: open });
})();
