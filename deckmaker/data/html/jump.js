// `g`, or a digit, goes to a slide by its number or by a part of its title. The list is a combobox's (WAI-ARIA APG): the
// focus stays in the field.
(() => {
  const { made } = DeckElements;
  const { folded, panel } = DeckFinding;

  const field = made('input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-label': DeckWords.jumpField,
    'aria-autocomplete': 'list',
    'aria-controls': 'deck-jump-list',
    'aria-expanded': 'true',
    placeholder: DeckWords.jumpField,
  });
  const list = made('div', { id: 'deck-jump-list', role: 'listbox', 'aria-label': DeckWords.jump, tabindex: '-1' });
  const none = made('p', { role: 'status' });
  let chosen = null;

  const choose = option => {
    chosen?.setAttribute('aria-selected', 'false');
    chosen = option ?? null;
    chosen?.setAttribute('aria-selected', 'true');
    chosen?.scrollIntoView({ block: 'nearest' });
    if (chosen) field.setAttribute('aria-activedescendant', chosen.id);
    else field.removeAttribute('aria-activedescendant');
  };

  const go = option => {
    if (!option) return;
    DeckCommands.close(layer);
    Reveal.slide(+option.dataset.index);
  };

  // The slide of that number first, then those whose number or title it is a part of.
  const matches = () => {
    const wanted = folded(field.value);
    const slides = Reveal.getSlides().map((slide, index) => {
      return { index, number: String(index + 1), text: DeckStage.title(slide) };
    });
    const found = slides.filter(({ number, text }) => number.startsWith(wanted) || folded(text).includes(wanted));
    return found.sort((one, other) => (other.number === wanted) - (one.number === wanted) || one.index - other.index);
  };

  const update = () => {
    const options = matches().map(({ index, text }) =>
      made('div', { id: `deck-jump-${index}`, role: 'option', 'aria-selected': 'false', 'data-index': index }, text),
    );
    list.replaceChildren(...options);
    list.hidden = !options.length;
    field.setAttribute('aria-expanded', String(options.length > 0));
    none.textContent = options.length ? '' : DeckWords.nothingFound;
    const { h } = Reveal.getIndices();
    choose(field.value ? options[0] : options[h]);
  };

  const move = key => {
    const options = [...list.children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    choose(options.at((options.indexOf(chosen) + step) % options.length));
  };

  const element = panel(DeckWords.jump, field, list, none);
  const layer = {
    element,
    close: () => {
      element.hidden = true;
      field.value = '';
      list.replaceChildren();
    },
    keydown: (key, event) => {
      if (document.activeElement !== field) return false;
      if (key === 'Enter') go(chosen);
      else if ((key === 'ArrowDown' || key === 'ArrowUp') && list.children.length) move(key);
      else return false;
      event.preventDefault();
      return true;
    },
  };

  field.addEventListener('input', update);
  list.addEventListener('mousedown', event => event.preventDefault()); // the field keeps the focus
  list.addEventListener('click', event => go(event.target.closest('[role="option"]')));
  DeckFinding.leaveWithFocus(layer);

  DeckCommands.register({
    name: 'jump',
    keys: ['g'],
    also: [...'0123456789'],
    group: 'finding',
    run: (_, key) => {
      DeckFinding.open(layer);
      field.value = /^\d$/.test(key) ? key : '';
      update();
      field.focus();
    },
  });
})();
