// Opens another window. Where the browser opens none, it says so, and has a link that does by a click.
const DeckWindows = (() => {
  const { made, button, directed } = DeckElements;
  const HEADING = 'deck-blocked-heading';
  const dialog = directed(made('dialog', { class: 'deck-layer deck-blocked', 'aria-labelledby': HEADING }));
  const layer = { element: dialog, close: () => dialog.close() };
  const close = () => DeckCommands.close(layer);
  dialog.addEventListener('cancel', event => {
    event.preventDefault();
    close();
  });

  const tellBlocked = (address, label) => {
    const heading = made('h2', { id: HEADING }, DeckWords.blocked);
    const link = made('a', { href: address, target: '_blank', rel: 'noopener' }, label);
    link.addEventListener('click', close);
    const end = button(DeckWords.close, close);
    dialog.replaceChildren(heading, made('p', '', DeckWords.unblock), made('p', '', link), end);
    if (!dialog.isConnected) document.body.append(dialog);
    DeckCommands.open(layer);
    dialog.showModal();
  };

  const opened = (...how) => {
    try {
      return window.open(...how);
    } catch {
      return null; // Firefox throws an error in a sandbox without windows, where others open none
    }
  };

  // Returns the window, or null; `label` is what the link says in its place.
  const open = (address, label, name = '_blank', features = '') => {
    const there = opened(address, name, features);
    if (there && !there.closed) return there;
    tellBlocked(address, label);
    return null;
  };

  return { open };
})();
