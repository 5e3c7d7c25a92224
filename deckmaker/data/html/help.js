// `?` lists all commands with their keys, in the deck's language; each can be pressed there.
(() => {
  const SIGNS = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' };
  const GROUPS = ['moving', 'finding', 'showing', 'speaking'];

  const made = (name, text = '', className = '') => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  const said = part => SIGNS[part] ?? DeckWords[`key${part}`] ?? (part.length === 1 ? part.toUpperCase() : part);

  // One `kbd` for a key in others (HTML, 4.5.20): Shift and the space are two keys that are one input.
  const written = key => {
    const whole = made('kbd');
    key.split('+').forEach((part, index) => {
      if (index) whole.append('+');
      whole.append(made('kbd', said(part)));
    });
    return whole;
  };

  const row = command => {
    const line = made('tr');
    const label = made('th');
    label.scope = 'row';
    const press = made('button', DeckWords[command.name]);
    press.type = 'button';
    press.addEventListener('click', () => {
      DeckCommands.close(layer);
      DeckCommands.run(command.name);
    });
    label.append(press);
    const keys = made('td');
    keys.append(...command.keys.flatMap((key, index) => (index ? [' ', written(key)] : [written(key)])));
    line.append(label, keys);
    return line;
  };

  const table = group => {
    const isListed = one => !one.hidden && (one.reads || !DeckView.isReading());
    const listed = DeckCommands.commands.filter(one => isListed(one) && (one.group ?? 'showing') === group);
    if (!listed.length) return [];
    const whole = made('table');
    whole.append(made('caption', DeckWords[group]), ...listed.map(row));
    return [whole];
  };

  const dialog = made('dialog', '', 'deck-layer deck-help');
  const heading = made('h2', DeckWords.help);
  heading.id = 'deck-help-heading';
  dialog.setAttribute('aria-labelledby', heading.id);
  const button = made('button', DeckWords.close);
  button.type = 'button';
  const panel = made('div', '', 'deck-help-keys');
  dialog.append(heading, button, panel);
  document.body.append(dialog);

  const layer = {
    element: dialog,
    close: () => dialog.close(),
    keydown: key => key !== 'Escape' && key !== '?', // others scroll the list, or press its button
  };

  button.addEventListener('click', () => DeckCommands.close(layer));
  dialog.addEventListener('cancel', event => {
    event.preventDefault(); // a phone's own way back closes it too
    DeckCommands.close(layer);
  });
  dialog.addEventListener('click', event => {
    if (event.target === dialog) DeckCommands.close(layer); // beside it
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
