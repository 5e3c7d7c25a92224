// What keys do, and what lies open over the slides: one listener for all of them.
//
//     DeckCommands.register({ name, keys, run, also, group, repeats, reads, hidden })
//     DeckCommands.open({ element, close, keydown })
//     DeckCommands.run(name)
//     DeckCommands.press(key)
//
// A command has a `name`, by which DeckWords knows its label. Its `keys` are those that help shows, `also` are others
// that do the same. A key is what `KeyboardEvent.key` calls it, letters small, the space 'Space', after 'Ctrl+', 'Alt+',
// 'Meta+' and 'Shift+', in that order; Shift is named before letters and named keys alone, as '?' has it already.
// `run(event, key)` returns false where the key is not its own after all. `group` is a word that help has it under. A
// command that `repeats` is run again while a key is held; one that `reads` is there in the reading view, too. `hidden`
// ones are not in help.
//
// A layer is what is open over the slides: Escape closes the topmost one, and the focus goes back to where it was.
// `keydown(key, event)` returns true for keys that the layer takes for itself. It traps nothing: any other key is the
// deck's. A layer that `yields(command)` is closed before that one runs.
const DeckCommands = (() => {
  const commands = [];
  const byKey = new Map();
  const layers = [];

  const PLACES = { Slash: '/', Period: '.', Comma: ',', Minus: '-', Equal: '=' };
  const UNKNOWN = ['Unidentified', 'Process', 'Dead'];

  // Where a layout has no such letters, the place of the key says which is meant: what a Latin one has there.
  const place = ({ code, shiftKey }) => {
    if (code === 'Slash' && shiftKey) return '?';
    const [, letter, digit] = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code) ?? [];
    return letter ?? digit ?? PLACES[code] ?? '';
  };

  const keyOf = event => {
    const { key } = event;
    const isKnown = key.length > 1 ? !UNKNOWN.includes(key) : key >= ' ' && key <= '~';
    const meant = isKnown ? key : place(event);
    const isLetter = /^[a-z]$/i.test(meant);
    const isSign = meant.length === 1 && meant !== ' ' && !isLetter;
    const isTyped = isSign && event.getModifierState('AltGraph'); // with a key that passes for Ctrl and Alt
    return [
      event.ctrlKey && !isTyped && 'Ctrl',
      event.altKey && !isTyped && 'Alt',
      event.metaKey && 'Meta',
      event.shiftKey && !isSign && 'Shift',
      meant === ' ' ? 'Space' : isLetter ? meant.toLowerCase() : meant,
    ]
      .filter(Boolean)
      .join('+');
  };

  // Keys of whatever has the focus: what is typed, what moves in a list, what presses a button or follows a link.
  const isOwn = (target, key) => {
    if (!(target instanceof Element)) return false;
    if (target.closest('textarea, select, [contenteditable]')) return true;
    const field = target.closest('input');
    if (field?.type === 'checkbox') return key === 'Space';
    if (field) return !(/^(search|text)$/.test(field.type) && /^(Page(Up|Down)|Ctrl\+.*|F\d+)$/.test(key));
    return (key === 'Enter' || key === 'Space') && target.closest('a[href], button, summary') !== null;
  };

  // What a key does to the topmost layer, whoever presses it: a speaker does so in another window.
  const press = (key, event = new KeyboardEvent('keydown')) => {
    const top = layers.at(-1)?.layer;
    if (!top) return false;
    if (top.keydown?.(key, event)) return true;
    if (key !== 'Escape') return false;
    event.preventDefault();
    close(top);
    return true;
  };

  const makeRoom = command => {
    const top = layers.at(-1)?.layer;
    if (top?.yields?.(command)) close(top);
  };

  // At the window and not before: what has the focus, a chart for one, may keep a key from going up to here.
  window.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing) return;
    const key = keyOf(event);
    if (press(key, event)) return;
    const command = byKey.get(key);
    if (command) makeRoom(command);
    if (DeckView.isReading() && !command?.reads) return; // there, keys scroll as on any page
    if (!command || isOwn(event.target, key) || (event.repeat && !command.repeats)) return;
    if (command.run(event, key) !== false) event.preventDefault();
  });

  const register = command => {
    commands.push(command);
    for (const key of [...command.keys, ...(command.also ?? [])]) {
      if (byKey.has(key)) throw new Error(`the key ${key} has two commands`);
      byKey.set(key, command);
    }
  };

  const open = layer => {
    if (!isOpen(layer)) layers.push({ layer, focused: document.activeElement });
  };

  const isOpen = layer => layers.some(one => one.layer === layer);

  // Closes a layer; what is open above it stays: who puts the laser away may go on drawing.
  const close = layer => {
    const index = layers.findIndex(one => one.layer === layer);
    if (index < 0) return;
    const [{ focused }] = layers.splice(index, 1);
    const hadFocus = layer.element?.contains(document.activeElement);
    layer.close();
    if (hadFocus && focused?.isConnected && focused !== document.body) focused.focus({ preventScroll: true });
    else if (hadFocus) document.activeElement?.blur();
  };

  const closeAll = () => {
    while (layers.length) close(layers.at(-1).layer);
  };

  const run = name => {
    const command = commands.find(one => one.name === name);
    if (!command) return;
    makeRoom(command);
    command.run({}, '');
  };

  return { register, run, press, open, close, closeAll, isOpen, keyOf, commands };
})();
