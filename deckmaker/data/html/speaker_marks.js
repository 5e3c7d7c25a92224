// What is drawn on the audience's slide, and where the laser points: the deck tells it, the speaker's small slide shows it.
//
// Marks are { lines, light }: of each line what a polyline's `points` says, in points of the page; and where the light is,
// as [x, y] in shares of the page, or null. A message has a bound: of too many lines the last are in it, of a long
// line evenly picked places.
const SpeakerMarks = (() => {
  const MOST_LINES = 100;
  const MOST_PLACES = 200; // of a line
  const { made } = DeckElements;

  const thinned = points => {
    const places = points.split(' ');
    const step = Math.ceil(places.length / MOST_PLACES);
    return places.filter((_, index) => index % step === 0 || index === places.length - 1).join(' ');
  };

  const middle = ({ left, top, width, height }) => [left + width / 2, top + height / 2];

  // The marks on a page that the deck shows, of its drawing and its laser.
  const on = (page, drawing, laser) => {
    const lines = [...drawing.children].slice(-MOST_LINES).map(line => thinned(line.getAttribute('points')));
    if (laser.hidden) return { lines, light: null };
    const [x, y] = middle(laser.getBoundingClientRect());
    const { left, top, width, height } = page.getBoundingClientRect();
    return { lines, light: [(x - left) / width, (y - top) / height] };
  };

  // Shows marks over a slide that fills `stage`, with copies of the deck's own elements, which are not in use here.
  const over = stage => {
    const paper = document.querySelector('.slides > .deck-drawing').cloneNode();
    const light = made('div', 'deck-laser');
    light.hidden = true;
    stage.append(paper, light);
    let shown = '';

    const show = marks => {
      light.hidden = !marks.light;
      if (marks.light) [light.style.left, light.style.top] = marks.light.map(share => `${share * 100}%`);
      if (marks.lines.join() === shown) return; // each second, mostly
      shown = marks.lines.join();
      paper.replaceChildren(
        ...marks.lines.map(points => {
          const line = document.createElementNS(paper.namespaceURI, 'polyline');
          line.setAttribute('points', points);
          return line;
        }),
      );
    };

    return { show, clear: () => show({ lines: [], light: null }) };
  };

  return { on, over };
})();
