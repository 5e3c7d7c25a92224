// Which view the page has: its slides, or their text to read. Without scripts it has the text, and slides on paper: so
// say the `media` of style elements, which stand before this script, so that nothing is drawn in the other view.
//
// `?view=read` and `?view=slides` in the address decide, else what was chosen since the window was opened; else a window
// as narrow as a phone held upright has the text. In a frame of another page there are slides, and in the speaker window.
//
// `?notes` in the address has each slide printed over its notes, on paper of its own size.
const DeckView = (() => {
  const KEY = `deck-view ${deckNumber(location.pathname)}`;
  const root = document.documentElement;
  const [slides, notes, reading] = ['slides', 'notes', 'reading'].map(name => document.getElementById(`${name}-style`));
  const isNarrow = matchMedia('(width < 500px)');
  const changed = [];

  const kept = {
    get: () => {
      try {
        return sessionStorage.getItem(KEY);
      } catch {
        return null; // storage may be forbidden
      }
    },
    set: view => {
      try {
        sessionStorage.setItem(KEY, view);
      } catch {} // then the address alone says it
    },
  };

  const known = view => (view === 'read' || view === 'slides' ? view : null);
  const asked = new URLSearchParams(location.search);
  const asksForSlides = asked.has('notes') || asked.has('speaker');
  const printsNotes = asked.has('notes') && !asked.has('speaker');
  let chosen = known(asked.get('view')) ?? (asksForSlides ? 'slides' : known(kept.get()));
  const usual = () => (isNarrow.matches && window.parent === window ? 'read' : 'slides');
  const isReading = () => root.dataset.view === 'read';

  const show = () => {
    const view = chosen ?? usual();
    if (root.dataset.view === view) return;
    root.dataset.view = view;
    slides.media = view === 'read' ? 'not all' : 'all';
    notes.media = view !== 'read' && printsNotes ? 'print' : 'not all';
    reading.media = view === 'read' ? 'all' : 'not all';
    for (const tell of changed) tell();
  };

  // The address says a choice that would not be made without it, so that a link to here shows the same.
  const choose = view => {
    chosen = view;
    kept.set(view);
    const address = new URL(location.href);
    if (view === usual()) address.searchParams.delete('view');
    else address.searchParams.set('view', view);
    history.replaceState(history.state, '', address);
    show();
  };

  root.toggleAttribute('data-notes', printsNotes);
  show();
  isNarrow.addEventListener('change', show);
  return { choose, isReading, onChange: tell => changed.push(tell) };
})();
