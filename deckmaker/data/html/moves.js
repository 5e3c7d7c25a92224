// Keys that go from slide to slide, those of clickers too: reveal.js's own keyboard is switched off.
(() => {
  const moves = [
    ['next', ['ArrowRight', 'Space', 'PageDown'], ['ArrowDown', 'n'], () => Reveal.next()],
    ['previous', ['ArrowLeft', 'Shift+Space', 'PageUp'], ['ArrowUp', 'p', 'Backspace'], () => Reveal.prev()],
    ['first', ['Home'], ['Shift+ArrowLeft', 'Shift+ArrowUp'], () => Reveal.slide(0)],
    ['last', ['End'], ['Shift+ArrowRight', 'Shift+ArrowDown'], () => Reveal.slide(DeckBeside.end(Reveal.getSlides()))],
  ];
  for (const [name, keys, also, run] of moves) {
    DeckCommands.register({ name, keys, also, run: () => void run(), group: 'moving', repeats: true });
  }
})();
