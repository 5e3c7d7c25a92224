// A button for those who have no keys: it opens the list of commands, each of which can be pressed there. It is to be seen
// while a mouse moves, for a while after a touch, and when it has the focus.
(() => {
  if (DeckLine.isSpeaker) return; // it has buttons
  const SHOWN = 2500; // milliseconds
  const root = document.documentElement;
  document.body.append(DeckElements.signed(DeckWords.menu, '⋯', () => DeckCommands.run('help'), { class: 'deck-menu' }));

  let timer = 0;
  const show = () => {
    root.dataset.pointer = '';
    clearTimeout(timer);
    timer = setTimeout(() => delete root.dataset.pointer, SHOWN);
  };
  window.addEventListener('pointermove', show);
  window.addEventListener('pointerdown', show);
})();
