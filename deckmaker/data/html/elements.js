// Elements made of words, which never become markup.
const DeckElements = (() => {
  const made = (name, className = '', ...content) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...content);
    return element;
  };

  // A click with a pointer leaves the keys to the deck, or its next space would press the button again.
  const button = (label, run, className = '') => {
    const element = made('button', className, label);
    element.type = 'button';
    element.addEventListener('click', event => {
      if (event.detail) element.blur();
      run();
    });
    return element;
  };

  return { made, button };
})();
