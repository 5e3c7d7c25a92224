// The deck's PDF, where it was made together with this page: it lies beside it.
(() => {
  const beside = document.querySelector('meta[name="deck-pdf"]')?.content;
  if (!beside) return;
  const address = new URL(beside, location.href.replace(/[?#].*/, ''));
  DeckCommands.register({
    name: 'pdf',
    keys: ['Shift+p'],
    group: 'showing',
    run: () => {
      const opened = DeckWindows.open(address, DeckWords.pdf);
      if (opened) opened.opener = null; // with `noopener`, nobody would be told whether there is a window
    },
  });
})();
