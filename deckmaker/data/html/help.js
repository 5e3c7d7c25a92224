// `?` lists all commands with their keys, in the deck's language; each can be pressed there.
(() => {
  const { made, button, directed } = DeckElements;
  const SIGNS = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' };
  const GROUPS = ['moving', 'finding', 'showing', 'speaking'];

  const said = part => SIGNS[part] ?? DeckWords[`key${part}`] ?? (part.length === 1 ? part.toUpperCase() : part);

  // One `kbd` for a key in others (HTML, 4.5.20): Shift and the space are two keys that are one input.
  const written = key => {
    const whole = made('kbd', { dir: 'ltr' }); // as on keyboards of any language
    key.split('+').forEach((part, index) => {
      if (index) whole.append('+');
      whole.append(made('kbd', '', said(part)));
    });
    return whole;
  };

  const row = command => {
    const press = button(DeckWords[command.name], () => {
      DeckCommands.close(layer);
      DeckCommands.run(command.name);
    });
    const keys = command.keys.flatMap((key, index) => (index ? [' ', written(key)] : [written(key)]));
    return made('tr', '', made('th', { scope: 'row' }, press), made('td', '', ...keys));
  };

  const table = group => {
    const isListed = one => !one.hidden && (one.reads || !DeckView.isReading());
    const listed = DeckCommands.commands.filter(one => isListed(one) && (one.group ?? 'showing') === group);
    return listed.length ? [made('table', '', made('caption', '', DeckWords[group]), ...listed.map(row))] : [];
  };

  const heading = made('h2', { id: 'deck-help-heading' }, DeckWords.help);
  const panel = made('div', 'deck-help-keys');
  const close = button(DeckWords.close, () => DeckCommands.close(layer));
  const dialog = made('dialog', { class: 'deck-layer deck-help', 'aria-labelledby': heading.id }, heading, close, panel);
  document.body.append(directed(dialog));

  const layer = {
    element: dialog,
    close: () => dialog.close(),
    keydown: key => !['Escape', '?', 'F1'].includes(key), // others scroll the list, or press its button
  };

  const isBeside = ({ clientX, clientY }) => {
    const { left, top, right, bottom } = dialog.getBoundingClientRect();
    return clientX < left || clientX > right || clientY < top || clientY > bottom;
  };
  dialog.addEventListener('cancel', event => {
    event.preventDefault(); // a phone's own way back closes it too
    DeckCommands.close(layer);
  });
  dialog.addEventListener('click', event => {
    if (event.target === dialog && isBeside(event)) DeckCommands.close(layer); // not in its own margins
  });

  DeckCommands.register({
    name: 'help',
    keys: ['?'],
    also: ['F1'],
    group: 'showing',
    reads: true,
    run: () => {
      if (DeckCommands.isOpen(layer)) return DeckCommands.close(layer);
      panel.replaceChildren(...GROUPS.flatMap(table));
      DeckCommands.open(layer);
      dialog.showModal();
    },
  });
})();
