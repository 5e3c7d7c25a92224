// `z` and a click, or Enter: larger, around the pointer, or around the middle where there is none. Arrows and the mouse go
// about; a click, `z` and Escape go back, and so does another slide. Two fingers do what the browser has them do.
(() => {
  const TIMES = 2.5;
  const STEP = 0.15; // of the window
  const root = document.documentElement;
  const reveal = document.querySelector('.reveal');
  const slides = reveal.querySelector('.slides');
  const moves = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };
  let pointer = null; // where it is over the window
  let shift = [0, 0]; // pixels that the slide is moved by, before it is made larger

  const isLarge = () => root.dataset.zoom === 'large';

  // The middle of the slide is the middle of the window, and stays the origin.
  const place = (x, y) => {
    const limit = size => (size * (TIMES - 1)) / 2;
    const within = (value, size) => Math.min(Math.max(value, -limit(size)), limit(size));
    shift = [within(x, reveal.clientWidth), within(y, reveal.clientHeight)];
    slides.style.transform = `translate(${shift[0]}px, ${shift[1]}px) scale(${TIMES})`;
  };

  const around = ({ x, y }) => {
    root.dataset.zoom = 'large';
    place((reveal.clientWidth / 2 - x) * (TIMES - 1), (reveal.clientHeight / 2 - y) * (TIMES - 1));
  };

  const middle = () => ({ x: reveal.clientWidth / 2, y: reveal.clientHeight / 2 });

  const layer = {
    element: slides,
    close: () => {
      delete root.dataset.zoom;
      slides.style.removeProperty('transform');
    },
    keydown: (key, event) => {
      if (key === 'Enter' && !isLarge()) around(pointer ?? middle());
      else if (key in moves && isLarge()) {
        const [x, y] = moves[key];
        place(shift[0] + x * reveal.clientWidth, shift[1] + y * reveal.clientHeight);
      } else return false;
      event.preventDefault();
      return true;
    },
  };

  const begin = () => {
    if ('overview' in root.dataset) DeckCommands.closeAll(); // one slide is made larger, not the overview
    root.dataset.zoom = 'ready';
    DeckCommands.open(layer);
    DeckStage.say(DeckWords.zoom);
  };

  window.addEventListener('pointermove', ({ clientX, clientY, pointerType }) => {
    pointer = { x: clientX, y: clientY };
    if (isLarge() && pointerType === 'mouse' && !('drawing' in root.dataset)) around(pointer);
  });

  // Before links on the slide, and before what else a click would do.
  reveal.addEventListener(
    'click',
    event => {
      const isAsked = event.altKey && !DeckCommands.isOpen(layer) && !('overview' in root.dataset);
      if (!(isAsked || DeckCommands.isOpen(layer)) || event.target.closest('.controls')) return;
      event.preventDefault();
      event.stopPropagation();
      if (isLarge()) return DeckCommands.close(layer);
      if (isAsked) begin();
      around({ x: event.clientX, y: event.clientY });
    },
    true,
  );

  DeckCommands.register({
    name: 'zoom',
    keys: ['z'],
    group: 'showing',
    run: () => (DeckCommands.isOpen(layer) ? DeckCommands.close(layer) : begin()),
  });
  Reveal.on('slidechanged', () => DeckCommands.isOpen(layer) && DeckCommands.close(layer));

  // Where two fingers have made the page larger, one moves about in it, and not to another slide.
  window.visualViewport?.addEventListener('resize', () => {
    DeckSwiping.hold('fingers', visualViewport.scale > 1.01);
  });
})();
