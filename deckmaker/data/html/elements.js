// Elements made of words, which never become markup.
const DeckElements = (() => {
  // `attributes` are by name, or a class alone.
  const made = (name, attributes = '', ...content) => {
    const element = document.createElement(name);
    const named = typeof attributes === 'string' ? attributes && { class: attributes } : attributes;
    for (const [key, value] of Object.entries(named)) element.setAttribute(key, value);
    element.append(...content);
    return element;
  };

  // A click with a pointer leaves the keys to the deck, or its next space would press the button again.
  const button = (label, run, attributes = '') => {
    const element = made('button', attributes, label);
    element.type = 'button';
    element.addEventListener('click', event => {
      if (event.detail) element.blur();
      run();
    });
    return element;
  };

  // A button with a sign on it and a name; the sign is drawn by interface.css, as nothing to be read.
  const signed = (label, sign, run, more = {}) =>
    button('', run, { 'aria-label': label, title: label, 'data-sign': sign, ...more });

  // What holds words of the interface runs as these do, whichever way the slides run.
  const directed = element => {
    element.dir = document.getElementById('deck-words').dir || 'ltr';
    return element;
  };

  return { made, button, signed, directed };
})();
