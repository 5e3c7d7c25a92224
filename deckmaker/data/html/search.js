// `/` finds text on the slides and, where one wishes, in the notes. What is found is marked by ranges that the browser
// keeps beside the page (CSS Custom Highlight API): the slides stay as they are. Where it has none, nothing is marked.
(() => {
  const { made, signed } = DeckElements;
  const { plain, folded, panel } = DeckFinding;
  const BLOCKS = 'h1, h2, h3, p, li, td, th, caption, .text';
  const FURNITURE = '.slot-number, .slot-trail, .slot-footer, .role-marking, .role-decoration';
  const APART = `${FURNITURE}, .marker, .chart-said, .chart-data:not([open]), [role="doc-noteref"], button, title, desc, style`;

  const field = made('input', {
    type: 'search',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-label': DeckWords.search,
    placeholder: DeckWords.search,
  });
  const count = made('span', { class: 'deck-count', role: 'status' });
  const notes = made('input', { type: 'checkbox' });
  const extract = made('p', { class: 'deck-extract' });
  const isUnseen = DeckLine.isSpeaker;
  let texts = [];
  let found = [];
  let current = -1;

  // The text of a part of a slide as it is compared, and for each of its signs the node and the place that it is from.
  const read = (root, slide, isNotes) => {
    const text = { slide, isNotes, signs: '', places: [] };
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let block = null;
    const add = (sign, node, start, end) => {
      if (sign === ' ' && (!text.signs || /[ \n]$/.test(text.signs))) return;
      text.signs += sign;
      for (let index = 0; index < sign.length; index += 1) text.places.push({ node, start, end });
    };
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(APART)) continue;
      const own = node.parentElement.closest(BLOCKS) ?? root;
      if (own !== block && text.signs) {
        text.signs += '\n'; // no words go over from one block to another
        text.places.push(null);
      }
      block = own;
      let at = 0;
      for (const sign of node.data) {
        add(plain(sign), node, at, at + sign.length);
        at += sign.length;
      }
    }
    return text;
  };

  const readAll = () =>
    Reveal.getSlides().flatMap(slide => [
      read(slide.querySelector('.page'), slide, false),
      ...[...slide.querySelectorAll(':scope > .speech > .notes')].map(one => read(one, slide, true)),
    ]);

  const matches = wanted => {
    const all = [];
    for (const text of texts) {
      if (text.isNotes && !notes.checked) continue;
      for (let at = text.signs.indexOf(wanted); at >= 0; at = text.signs.indexOf(wanted, at + wanted.length)) {
        const range = document.createRange();
        const [first, last] = [text.places[at], text.places[at + wanted.length - 1]];
        range.setStart(first.node, first.start);
        range.setEnd(last.node, last.end);
        all.push({ range, slide: text.slide, isNotes: text.isNotes });
      }
    }
    return all;
  };

  const mark = () => {
    if (!CSS.highlights) return;
    const own = found[current]?.range;
    CSS.highlights.set('deck-found', new Highlight(...found.map(one => one.range).filter(range => range !== own)));
    CSS.highlights.set('deck-current', own ? new Highlight(own) : new Highlight());
  };

  const tell = () => {
    const values = { number: current + 1, count: found.length };
    const none = field.value.trim() ? DeckWords.nothingFound : '';
    count.textContent = found.length ? DeckStage.filled(DeckWords.matchOf, values) : none;
    const match = found[current];
    const block = match?.isNotes && (match.range.startContainer.parentElement.closest('p, li') ?? match.slide);
    if (block) extract.textContent = `${DeckWords.notes}: ${block.textContent}`;
    else extract.textContent = match && isUnseen ? DeckStage.title(match.slide) : '';
  };

  const choose = index => {
    current = found.length ? (index + found.length) % found.length : -1;
    mark();
    tell();
  };

  // The step at which a match appears, if it is not there yet: on the slide that is shown, and on all behind it.
  const stepOf = ({ slide, range }) => {
    const item = range.startContainer.parentElement.closest('.fragment');
    if (!item) return undefined;
    const isHere = slide === Reveal.getCurrentSlide();
    const isToCome = isUnseen ? item.matches('.to-come') : !item.matches('.visible');
    const waits = isHere ? isToCome : Reveal.getIndices(slide).h > Reveal.getIndices().h;
    return waits ? Number(item.dataset.fragmentIndex) : undefined;
  };
  const isThere = match => match.slide === Reveal.getCurrentSlide() && stepOf(match) === undefined;
  const go = () => {
    if (current < 0 || isThere(found[current])) return;
    const { h, v } = Reveal.getIndices(found[current].slide);
    Reveal.slide(h, v, stepOf(found[current]));
  };

  // In the speaker window, what is typed moves nothing, as all would see it: a first Enter goes to what is named.
  const show = step => {
    if (!isUnseen || (current >= 0 && isThere(found[current]))) choose(current + step);
    go();
  };

  // Begins with what is found on this slide or after it, so that one who types is not taken back.
  const update = () => {
    const wanted = folded(field.value);
    found = wanted ? matches(wanted) : [];
    const slides = Reveal.getSlides();
    const here = Reveal.getIndices().h;
    const first = found.findIndex(one => slides.indexOf(one.slide) >= here);
    choose(Math.max(first, 0));
    if (!isUnseen) go();
  };

  const element = panel(
    DeckWords.search,
    made(
      'div',
      { class: 'deck-row' },
      field,
      count,
      signed(DeckWords.previousMatch, '↑', () => show(-1)),
      signed(DeckWords.nextMatch, '↓', () => show(1)),
      signed(DeckWords.close, '×', () => DeckCommands.close(layer)),
    ),
    made('label', '', notes, ' ', DeckWords.searchNotes),
    extract,
  );

  const layer = {
    element,
    close: () => {
      element.hidden = true;
      field.value = '';
      texts = found = [];
      current = -1;
      tell();
      CSS.highlights?.delete('deck-found');
      CSS.highlights?.delete('deck-current');
    },
    keydown: (key, event) => {
      if (document.activeElement !== field) return false;
      if (key === 'Enter' || key === 'ArrowDown') show(1);
      else if (key === 'Shift+Enter' || key === 'ArrowUp') show(-1);
      else return false;
      event.preventDefault();
      return true;
    },
  };

  field.addEventListener('input', update);
  element.addEventListener('mousedown', event => {
    if (event.target.closest('button')) event.preventDefault(); // the field keeps the focus
  });
  notes.addEventListener('change', update);

  DeckCommands.register({
    name: 'search',
    keys: ['/', 'Ctrl+Shift+f'],
    group: 'finding',
    run: () => {
      if (!DeckCommands.isOpen(layer)) texts = readAll();
      DeckFinding.open(layer);
      notes.parentElement.hidden = !texts.some(text => text.isNotes);
      field.focus();
      field.select();
    },
  });
})();
