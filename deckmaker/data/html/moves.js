// Keys that go from slide to slide, those of clickers too: reveal.js's own keyboard is switched off.
(() => {
  const isTurned = document.querySelector('.slides').dir === 'rtl';
  const [forth, back] = isTurned ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  const moves = [
    ['next', [forth, 'Space', 'PageDown'], ['ArrowDown', 'n'], () => Reveal.next()],
    ['previous', [back, 'Shift+Space', 'PageUp'], ['ArrowUp', 'p', 'Backspace'], () => Reveal.prev()],
    ['first', ['Home'], [`Shift+${back}`, 'Shift+ArrowUp'], () => Reveal.slide(0)],
    ['last', ['End'], [`Shift+${forth}`, 'Shift+ArrowDown'], () => Reveal.slide(DeckBeside.end(Reveal.getSlides()))],
  ];
  for (const [name, keys, also, run] of moves) {
    DeckCommands.register({ name, keys, also, run: () => void run(), group: 'moving', repeats: true });
  }
})();
