// The speaker window: the deck's own file, opened with `?speaker`. It has this slide, the next one, notes and time.
//
// It has no slideshow of its own: keys and buttons tell the deck what to do, and what the deck says of itself is shown.
// While the deck is lost, they move this window alone, so that nobody is left without notes.
(() => {
  if (!DeckLine.isSpeaker) return;
  const { made, button, say } = DeckElements;
  const TICK = 1000; // milliseconds
  const LOST = 3; // ticks without an answer
  const GONE = 8; // and those after which another deck will do
  const SWIPE = 40; // pixels
  const sections = [...document.querySelectorAll('.slides > section')];
  const plan = TalkTime.plan(sections, document.querySelector('.reveal').dataset.minutes);
  const name = say(DeckWords.speakerView, { title: document.title });

  let index = Math.min(Math.max(0, (parseInt(location.hash.slice(2), 10) || 1) - 1), sections.length - 1);
  let talk = history.state?.talk ?? TalkTime.none;
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

  const MOVES = {
    next: () => index + 1,
    previous: () => index - 1,
    first: () => 0,
    last: () => sections.length - 1,
  };
  const go = to => {
    if (isFound) DeckLine.send('go', { index: to });
    else show(to);
  };
  const forward = command => {
    if (isFound) DeckLine.send('run', { name: command });
    else if (MOVES[command]) show(MOVES[command]());
  };

  DeckLine.on('state', more => {
    const moved = isFound && index === 0 && more.index > 0;
    unanswered = 0;
    isFound = true;
    talk = TalkTime.later(talk, more.talk);
    black.hidden = !more.isBlack;
    if (more.index !== index) show(more.index);
    if (moved && talk.since === null && !talk.before) setTalk(TalkTime.started(talk, Date.now()));
    else draw();
  });
  DeckLine.on('here', (_, { id }) => {
    if (isFound) return;
    DeckLine.adopt(id);
    ping();
  });

  const tick = () => {
    if (unanswered >= LOST) isFound = false;
    if (!DeckLine.isKnown() || unanswered >= GONE) DeckLine.send('seek');
    unanswered += 1;
    ping();
    draw();
  };

  // --- What is seen ---------------------------------------------------------------------------

  const slides = SpeakerSlides.panel(sections);
  const notes = SpeakerNotes.panel();
  const time = SpeakerTime.panel(plan, setTalk);
  const black = made('p', 'speaker-black', DeckWords.isBlack);
  black.hidden = true;
  slides.now.stage.append(black);
  const status = made('p', 'speaker-status');
  status.setAttribute('role', 'status');
  const reopen = button(DeckWords.openDeck, () => {
    window.open(DeckLine.other(`/${index + 1}`), DeckLine.otherName());
  });
  const notesRegion = made('section', 'speaker-notes', made('h2', '', DeckWords.notes), notes.buttons, notes.text);
  notesRegion.setAttribute('aria-label', DeckWords.notes);
  const moves = made('nav', 'speaker-moves');
  moves.setAttribute('aria-label', DeckWords.moving);

  const tellStatus = () => {
    const found = unanswered < LOST ? DeckWords.searching : DeckWords.lost;
    const text = isFound ? DeckWords.connected : found;
    if (status.textContent !== text) status.textContent = text;
    status.classList.toggle('speaker-lost', !isFound);
    reopen.hidden = isFound || unanswered < LOST;
  };
  const draw = () => {
    tellStatus();
    time.draw(Date.now(), index, talk);
  };
  const show = to => {
    index = Math.min(Math.max(0, to), sections.length - 1);
    slides.show(index);
    notes.show(sections[index]);
    remember();
    draw();
  };

  // --- Keys, buttons, fingers -------------------------------------------------------------------

  const HERE = ['help'];
  for (const command of DeckCommands.commands) {
    if (!HERE.includes(command.name)) command.run = () => forward(command.name);
  }
  for (const command of ['previous', 'next', 'black', 'help']) {
    const known = DeckCommands.commands.find(one => one.name === command);
    if (known) moves.append(button(DeckWords[command], () => known.run(), `speaker-${command}`));
  }
  DeckCommands.register({ name: 'timer', keys: ['t'], group: 'speaking', run: time.toggle });

  slides.now.stage.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    const target = document.getElementById(decodeURIComponent(link.hash.replace(/^#\/?/, '')));
    const section = target?.closest('section[id^="slide-"]');
    if (section) go(sections.indexOf(section));
  });

  let touched = null;
  slides.now.stage.addEventListener('touchstart', ({ touches }) => {
    touched = touches.length === 1 ? touches[0].clientX : null;
  });
  slides.now.stage.addEventListener('touchend', ({ changedTouches: [{ clientX }] }) => {
    const by = touched === null ? 0 : clientX - touched;
    if (Math.abs(by) >= SWIPE) forward(by < 0 ? 'next' : 'previous');
    touched = null;
  });

  document.title = name;
  document.documentElement.dataset.speaker = '';
  document.body.append(
    made(
      'main',
      'speaker',
      made('header', '', made('h1', '', name), status, reopen),
      time.element,
      slides.now.region,
      slides.upcoming.region,
      notesRegion,
      moves,
    ),
  );
  show(index);
  tick();
  setInterval(tick, TICK);
  document.addEventListener('visibilitychange', tick);
  window.addEventListener('pagehide', () => DeckLine.send('bye'));
})();
