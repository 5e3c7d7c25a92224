// What jumping and searching share: words made comparable, elements, and a panel over the slides with a field in it.
const DeckFinding = (() => {
  // One sign as it is compared: small, without accents, in its plainest form; none for what is not seen.
  const plain = sign =>
    sign
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}]/gu, '')
      .replace(/\s/g, ' ')
      .toLowerCase();

  const folded = text => [...text].map(plain).join('').replace(/ +/g, ' ').trim();

  const made = (name, attributes = {}, ...content) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...content);
    return element;
  };

  // A button with a sign on it and a name; the sign is drawn by interface.css, as nothing to be read.
  const button = (label, sign, act) => {
    const one = made('button', { type: 'button', 'aria-label': label, title: label, 'data-sign': sign });
    one.addEventListener('click', act);
    return one;
  };

  // A panel with a name, over the slides, which stay as they are.
  const panel = (name, ...content) => {
    const attributes = { class: 'deck-layer deck-panel', role: 'dialog', 'aria-label': name };
    const element = made('div', attributes, ...content);
    element.hidden = true;
    document.body.append(element);
    return element;
  };

  // Whoever goes on with Tab, or presses something else, leaves the panel.
  const leaveWithFocus = layer => {
    layer.element.addEventListener('focusout', ({ relatedTarget }) => {
      const isElsewhere = relatedTarget && !layer.element.contains(relatedTarget);
      if (isElsewhere) DeckCommands.close(layer);
    });
  };

  return { plain, folded, made, button, panel, leaveWithFocus };
})();
