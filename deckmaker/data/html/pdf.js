// The deck's PDF, where it was made together with this page: it lies beside it.
(() => {
  const name = document.querySelector('meta[name="deck-pdf"]')?.content;
  if (!name) return;
  const address = new URL(encodeURIComponent(name), location.href.replace(/[?#].*/, ''));
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
