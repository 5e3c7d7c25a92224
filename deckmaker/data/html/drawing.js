// `d`: drawing on slides with mouse, pen or finger. What is drawn belongs to its slide, in points of its page, and is there
// again when one comes back; Backspace takes the last line away, `c` all of the slide. It is not printed and not kept.
(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const root = document.documentElement;
  const slides = document.querySelector('.reveal .slides');
  const points = property => parseFloat(getComputedStyle(root).getPropertyValue(property));
  const [WIDTH, HEIGHT] = [points('--page-width'), points('--page-height')];
  const drawn = new Map(); // the lines of each slide, by its element

  const paper = document.createElementNS(SVG, 'svg');
  paper.setAttribute('class', 'deck-drawing');
  paper.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
  paper.setAttribute('aria-hidden', 'true');
  slides.append(paper); // within what is zoomed
  let line = null;

  const lines = () => drawn.get(Reveal.getCurrentSlide()) ?? [];
  const show = () => {
    line = null;
    paper.replaceChildren(...lines());
  };

  const place = ({ clientX, clientY }) => {
    const { left, top, width, height } = paper.getBoundingClientRect();
    return `${(((clientX - left) / width) * WIDTH).toFixed(1)},${(((clientY - top) / height) * HEIGHT).toFixed(1)}`;
  };

  const begin = event => {
    if (!event.isPrimary || event.button || root.dataset.zoom === 'ready') return;
    event.preventDefault();
    if (event.isTrusted) paper.setPointerCapture(event.pointerId); // none is there of a speaker's in another window
    line = document.createElementNS(SVG, 'polyline');
    line.setAttribute('points', `${place(event)} ${place(event)}`); // a dot, until it is drawn on
    drawn.set(Reveal.getCurrentSlide(), [...lines(), line]);
    paper.append(line);
  };
  const go = event => {
    if (!line || !event.isPrimary) return;
    const passed = event.getCoalescedEvents?.() ?? [];
    const places = (passed.length ? passed : [event]).map(place);
    line.setAttribute('points', `${line.getAttribute('points')} ${places.join(' ')}`);
  };
  const end = () => {
    line = null;
  };

  const remove = kept => {
    drawn.set(Reveal.getCurrentSlide(), kept);
    show();
  };

  paper.addEventListener('pointerdown', begin);
  paper.addEventListener('pointermove', go);
  paper.addEventListener('pointerup', end);
  paper.addEventListener('pointercancel', end);
  Reveal.on('slidechanged', show);

  const layer = {
    element: paper,
    close: () => {
      end();
      delete root.dataset.drawing;
      DeckSwiping.hold('draw', false);
    },
    keydown: key => {
      if (key !== 'Backspace') return false;
      remove(lines().slice(0, -1));
      return true; // without a line, too: whoever pressed it once too often stays on the slide
    },
  };

  DeckCommands.register({
    name: 'draw',
    keys: ['d'],
    group: 'showing',
    run: () => {
      if (DeckCommands.isOpen(layer)) return DeckCommands.close(layer);
      root.dataset.drawing = '';
      DeckSwiping.hold('draw', true);
      DeckCommands.open(layer);
      DeckStage.say(DeckWords.draw);
    },
  });
  DeckCommands.register({
    name: 'clear',
    keys: ['c'],
    group: 'showing',
    run: () => (lines().length ? remove([]) : false),
  });
})();
