// Which slide an address means, and where somebody was. reveal.js knows `#/5` and `#/slide-5`; `#/its-title` is the slide
// of that name, which it keeps when others come before it. An address without a slide leads to where one was last.
const DeckAddresses = (() => {
  const KEY = `deckmaker ${deckNumber(location.pathname)}`;
  const isFramed = window.parent !== window;
  const slides = () => [...document.querySelectorAll('.slides > section')];

  // What a part of an address says in letters; one that was never encoded says itself.
  const decoded = written => {
    try {
      return decodeURIComponent(written);
    } catch {
      return written;
    }
  };
  const nameIn = written => decoded(written).normalize('NFKC').toLowerCase().normalize('NFKC');

  // The slide whose name the address has, of those that reveal.js does not know, and the step behind that name. Behind a
  // number, reveal.js would take it for something else; for a number that no slide has, for the last one.
  const named = () => {
    const [, written, step] = /^#\/?([^/]+)(?:\/(\d+))?$/.exec(location.hash) ?? [];
    if (!written) return {};
    const name = nameIn(written);
    const own = slides().find(one => one.dataset.name === name);
    if (own) return { slide: own, step };
    const [, number] = /^(?:slide-)?(\d+)$/.exec(name) ?? [];
    if (number > slides().length) return { slide: slides()[0] };
    return { slide: step !== undefined && /^\d+$/.test(name) && slides()[name - 1], step };
  };

  const write = (slide, step) => {
    history.replaceState(history.state, '', step >= 0 ? `#/${slide.id}/${step}` : `#/${slide.id}`);
  };

  // Storage may be forbidden, or full; then nothing is remembered.
  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  const remember = slide => {
    if (isFramed) return;
    try {
      localStorage.setItem(KEY, deckNumber(slide.dataset.name ?? slide.id));
    } catch {
      // See above.
    }
  };

  // Whoever has been to the end begins anew.
  const last = () => {
    const place = location.hash || isFramed ? null : remembered();
    const slide = place && slides().find(one => [one.dataset.name ?? '', one.id].map(deckNumber).map(String).includes(place));
    return slide && slide !== slides().at(-1) ? slide : undefined;
  };

  const settle = () => {
    const { slide, step } = named();
    const there = slide || last();
    if (there) write(there, step);
  };

  window.addEventListener('hashchange', () => {
    const { slide, step } = named();
    if (slide) write(slide, step); // before reveal.js reads it
  });

  // Who comes back finds as much of a slide as was there.
  const leave = (slide, next) => {
    write(slide, Reveal.getIndices().f);
    history.pushState(history.state, '', `#/${next.id}`);
  };

  return { settle, remember, leave, decoded };
})();
