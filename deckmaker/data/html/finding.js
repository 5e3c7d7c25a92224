// What jumping and searching share: words made comparable, and a panel over the slides with a field in it.
const DeckFinding = (() => {
  const { made, directed } = DeckElements;
  let shown = null; // the layer whose panel is open, or was last

  // What keyboards have for signs that they have not, and for letters whose strokes are no accents.
  const TYPED = new Map();
  for (const [typed, signs] of Object.entries({ '-': '‐–—−־', "'": '‘’‚׳', '"': '“”„«»״', o: 'ø', l: 'ł', d: 'đ', ae: 'æ', oe: 'œ' }))
    for (const sign of signs) TYPED.set(sign, typed);

  // One sign as it is compared: small, without accents, as it is typed; none for what is not seen.
  const plain = sign => {
    const small = sign
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}]/gu, '')
      .replace(/\s/g, ' ')
      .toLowerCase();
    return TYPED.get(small) ?? small;
  };

  const folded = text => [...text].map(plain).join('').replace(/ +/g, ' ').trim();

  // A panel with a name, over the slides, which stay as they are.
  const panel = (name, ...content) => {
    const attributes = { class: 'deck-layer deck-panel', role: 'dialog', 'aria-label': name };
    const element = directed(made('div', attributes, ...content));
    element.hidden = true;
    document.body.append(element);
    return element;
  };

  // Panels have one place: one that opens closes the other.
  const open = layer => {
    if (shown && shown !== layer) DeckCommands.close(shown);
    shown = layer;
    DeckCommands.open(layer);
    layer.element.hidden = false;
  };

  // Whoever goes on with Tab, or presses something else, leaves the panel.
  const leaveWithFocus = layer => {
    layer.element.addEventListener('focusout', ({ relatedTarget }) => {
      const isElsewhere = relatedTarget && !layer.element.contains(relatedTarget);
      if (isElsewhere) DeckCommands.close(layer);
    });
  };

  return { plain, folded, panel, open, leaveWithFocus };
})();
