// `b` and `.` make the window black, `w` white, so that people look at who speaks. The same key, Escape and a click bring
// the slide back; a key that moves brings it back and moves.
(() => {
  const screen = document.createElement('div');
  screen.className = 'deck-screen';
  screen.hidden = true;
  screen.tabIndex = -1;
  document.body.append(screen);
  const deck = document.querySelector('.reveal');

  const layer = {
    element: screen,
    close: () => {
      screen.hidden = true;
      deck.inert = false;
    },
    yields: ({ name }) => name !== 'black' && name !== 'white',
  };

  const toggle = color => {
    if (DeckCommands.isOpen(layer) && screen.dataset.color === color) return DeckCommands.close(layer);
    screen.dataset.color = color;
    screen.hidden = false;
    DeckCommands.open(layer);
    screen.focus({ preventScroll: true });
    deck.inert = true; // nobody follows a link that they cannot see
    DeckStage.say(DeckWords[color]);
  };

  screen.addEventListener('click', () => DeckCommands.close(layer));
  DeckCommands.register({ name: 'black', keys: ['b'], also: ['.'], group: 'showing', run: () => toggle('black') });
  DeckCommands.register({ name: 'white', keys: ['w'], group: 'showing', run: () => toggle('white') });
})();
