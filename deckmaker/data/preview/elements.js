// Elements made of words, which never become markup. A page that has no slides yet has none of the deck's scripts.
const PreviewElements = (() => {
  const made = (name, attributes = {}, ...content) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...content);
    return element;
  };

  // A click with a pointer leaves the keys to the deck.
  const button = (label, run, attributes = {}) => {
    const element = made('button', { type: 'button', ...attributes }, label);
    element.addEventListener('click', event => {
      if (event.detail) element.blur();
      run(element);
    });
    return element;
  };

  return { made, button };
})();
