// The speaker window: the deck's own file, opened with `?speaker`. It has this slide, the next one, notes and time.
//
// It has no slideshow of its own: keys and buttons tell the deck what to do, and what the deck says of itself is shown.
// While the deck is lost, they move this window alone, so that nobody is left without notes.
(() => {
  if (!DeckLine.isSpeaker) return;
  const { made, button, directed } = DeckElements;
  const TICK = 1000; // milliseconds
  const LOST = 3; // ticks without an answer
  const GONE = 8; // and those after which another deck will do
  const root = document.documentElement;
  const sections = [...document.querySelectorAll('.slides > section')];
  const plan = TalkTime.plan(sections, document.querySelector('.reveal').dataset.minutes);
  const name = DeckStage.filled(DeckWords.speakerView, { title: document.title });

  let index = Math.min(Math.max(0, (Number(/\d+$/.exec(location.hash)) || 1) - 1), sections.length - 1);
  let talk = history.state?.talk ?? TalkTime.none;
  let active = [];
  let unanswered = 0;
  let isFound = false;

  // --- What the deck is told, and what it says --------------------------------------------------

  const ping = () => DeckLine.send('ping', { talk });
  const remember = () => history.replaceState({ talk }, '', `#/${index + 1}`);
  const setTalk = changed => {
    talk = changed;
    remember();
    ping();
    draw();
  };

  const indexOf = slide => (slide ? sections.indexOf(slide) : index);
  const MOVES = { // as the deck's own, over hidden slides
    next: () => indexOf(DeckBeside.next(sections, index)),
    previous: () => indexOf(DeckBeside.previous(sections, index)),
    first: () => 0,
    last: () => DeckBeside.end(sections),
  };
  const go = (to, step) => {
    if (isFound) DeckLine.send('go', { index: to, step });
    else show(to);
  };
  const isActive = name => active.includes(name);
  const isToolKey = key => (isActive('zoom') && key.startsWith('Arrow')) || (isActive('draw') && key === 'Backspace');
  const forward = (name, key = '') => {
    if (!isFound) {
      if (MOVES[name]) show(MOVES[name]());
    } else if (isToolKey(key)) DeckLine.send('key', { key, name }); // which has it first
    else DeckLine.send('run', { name });
  };

  DeckLine.on('state', more => {
    const hasBegun = isFound && index === 0 && more.index > 0 && talk.since === null && !talk.before;
    unanswered = 0;
    isFound = true;
    active = more.active;
    talk = TalkTime.later(talk, more.talk);
    if (more.index !== index) show(more.index);
    slides.step(more.step);
    slides.mark(more.marks);
    if (hasBegun) setTalk(TalkTime.started(talk, Date.now()));
    else draw();
  });
  DeckLine.on('here', (_, { id }) => {
    if (isFound) return;
    DeckLine.adopt(id);
    ping();
  });

  const tick = () => {
    if (unanswered >= LOST) {
      isFound = false;
      active = []; // nobody knows
      slides.unmark();
      slides.step(Infinity);
    }
    if (!DeckLine.isKnown() || unanswered >= GONE) DeckLine.send('seek');
    unanswered += 1;
    ping();
    draw();
  };

  // --- What is seen ---------------------------------------------------------------------------

  const slides = SpeakerSlides.panel(sections, { go, isActive, swiped: forward });
  const notes = SpeakerNotes.panel();
  const time = SpeakerTime.panel(plan, setTalk);
  const status = made('p', 'speaker-status');
  status.setAttribute('role', 'status');
  const reopen = button(DeckWords.openDeck, () => {
    DeckWindows.open(DeckLine.other(`/${index + 1}`), DeckWords.openDeck, DeckLine.otherName());
  });

  const tellStatus = () => {
    const text = isFound ? DeckWords.connected : unanswered < LOST ? DeckWords.searching : DeckWords.lost;
    if (status.textContent !== text) status.textContent = text;
    status.classList.toggle('speaker-lost', !isFound);
    reopen.hidden = isFound || unanswered < LOST;
  };
  const draw = () => {
    tellStatus();
    slides.cover(isActive('black') || isActive('white'));
    for (const one of toggles) one.setAttribute('aria-pressed', isActive(one.dataset.command));
    time.draw(Date.now(), index, talk);
  };
  const show = to => {
    index = Math.min(Math.max(0, to), sections.length - 1);
    if (!DeckOverview.follow()) slides.show(index); // its slides stand there until it is left
    notes.show(sections[index]);
    remember();
    draw();
  };

  // --- Keys and buttons -------------------------------------------------------------------------

  // What finds slides does so here, among the same slides, as if reveal.js had them: only who speaks sees it.
  Object.assign(Reveal, {
    getSlides: () => sections,
    getTotalSlides: () => sections.length,
    getIndices: (slide = sections[index]) => ({ h: sections.indexOf(slide), v: 0 }),
    getCurrentSlide: () => sections[index],
    slide: (to, _, step) => (to === index && step === undefined ? slides.show(index) : go(to, step)),
  });

  // What is on or off, and what its button says.
  const SHORT = { black: 'onBlack', white: 'onWhite', laser: 'onLaser', draw: 'onDraw', zoom: 'onZoom' };
  const TOGGLES = Object.keys(SHORT);
  const command = name => DeckCommands.commands.find(one => one.name === name);
  for (const name of [...Object.keys(MOVES), ...TOGGLES, 'clear']) command(name).run = (_, key) => forward(name, key);

  // Keys of what lies open on the deck, which are no commands: leave it, make larger.
  const LAYER_KEYS = { Escape: TOGGLES, Enter: ['zoom'] };
  for (const [key, tools] of Object.entries(LAYER_KEYS)) {
    const run = () => (tools.some(isActive) ? DeckLine.send('key', { key }) : false);
    DeckCommands.register({ name: `deck${key}`, keys: [key], hidden: true, run });
  }
  const overview = command('overview');
  const showOverview = overview.run;
  overview.run = () => {
    slides.putBack();
    showOverview();
  };
  DeckCommands.register({ name: 'timer', keys: ['t'], group: 'speaking', run: time.toggle });

  const buttonOf = name => {
    const one = button(DeckWords[SHORT[name] ?? name], () => DeckCommands.run(name), `speaker-${name}`);
    one.dataset.command = name;
    return one;
  };
  const toggles = TOGGLES.map(buttonOf);
  const group = (label, ...buttons) => {
    const element = made('div', 'speaker-buttons', ...buttons);
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', label);
    return element;
  };
  const notesRegion = made('section', 'speaker-notes', made('h2', '', DeckWords.notes), notes.buttons, notes.text);
  notesRegion.setAttribute('aria-label', DeckWords.notes);

  document.title = name;
  root.dataset.speaker = '';
  const main = made(
    'main',
    'speaker',
    made('header', '', made('h1', '', name), status, reopen),
    time.element,
    slides.now.region,
    slides.upcoming.region,
    notesRegion,
    made(
      'footer',
      'speaker-footer',
      group(DeckWords.moving, buttonOf('previous'), buttonOf('next')),
      group(DeckWords.tools, ...toggles),
      group(DeckWords.finding, ...['overview', 'jump', 'search', 'help'].map(buttonOf)),
    ),
  );
  document.body.append(directed(main));
  SpeakerDivider.between(main, slides.now.region);
  show(index);
  tick();
  setInterval(tick, TICK);
  document.addEventListener('visibilitychange', tick);
  window.addEventListener('pagehide', () => DeckLine.send('bye'));
})();
