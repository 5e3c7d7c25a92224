// The panel beside the slides: files to build, what is amiss, this slide's notes, credits and room, and all slides.
(() => {
  const reveal = document.querySelector('.reveal');
  if (!reveal || DeckLine.isSpeaker) return;
  const { made, button } = PreviewElements;
  const KEY = 'preview-panel';
  const FORMATS = { pptx: 'PowerPoint', pdf: 'PDF', html: 'HTML' };

  const section = (title, ...content) => made('section', {}, made('h2', {}, title), ...content);
  const folded = (title, load) => {
    const text = made('pre');
    const details = made('details', {}, made('summary', {}, title), text);
    const refresh = async () => {
      if (details.open) text.textContent = await load();
    };
    details.addEventListener('toggle', refresh);
    return { details, refresh };
  };

  // --- Files.
  const files = made('div', { class: 'preview-files', role: 'status' });
  const build = async (format, pressed) => {
    pressed.disabled = true;
    files.replaceChildren(`${FORMATS[format]} is being built …`);
    try {
      const { well, said, files: names } = await PreviewServer.ask('build', { format });
      const links = names.map(name => made('a', { href: PreviewServer.built(name), target: '_blank', rel: 'noopener' }, name));
      if (format === 'pptx') links.forEach(link => (link.download = link.textContent));
      const line = well ? made('p', {}, 'Built: ', ...links) : made('p', {}, `${FORMATS[format]} was not built.`);
      files.replaceChildren(line, ...(said ? [made('pre', {}, said)] : []));
    } catch {
      files.replaceChildren('The preview cannot be reached.');
    }
    pressed.disabled = false;
  };
  const buttons = Object.entries(FORMATS).map(([format, name]) => button(name, pressed => build(format, pressed)));

  // --- Messages.
  const messages = made('pre');
  const mistakes = section('Messages', messages);

  // --- This slide.
  const heading = made('h2');
  const rooms = made('ul');
  const notes = made('div', { class: 'preview-notes' });
  const credits = made('p');
  const survey = folded('What layout decided', async () => (await ofSlide()).survey);
  const ofSlide = async () => (await PreviewServer.ask('slide', { slide: Reveal.getIndices().h + 1 })) ?? {};
  const room = ({ what, size, usual, lines_left: left }) => {
    const smaller = size < usual ? `, ${size} points instead of ${usual}` : '';
    const lines = count => `${count} ${count === 1 ? 'line' : 'lines'}`;
    const words = left < 0 ? `${lines(-left)} too many` : left ? `room for ${lines(left)} more` : 'full';
    return made('li', {}, `${what}: ${words}${smaller}`);
  };
  const aboutSlide = async () => {
    const slide = Reveal.getCurrentSlide();
    if (!slide || panel.hidden) return;
    heading.textContent = `Slide ${Reveal.getIndices().h + 1}`;
    const spoken = slide.querySelector(':scope > .speech > .notes');
    notes.replaceChildren(...(spoken ? [...spoken.cloneNode(true).childNodes] : ['No notes.']));
    credits.textContent = slide.querySelector('.role-credits')?.textContent ?? 'No credits.';
    for (const [index, one] of [...list.children].entries()) {
      const isHere = index === Reveal.getIndices().h;
      one.firstChild.toggleAttribute('aria-current', isHere);
      if (isHere) one.scrollIntoView({ block: 'nearest' });
    }
    survey.refresh();
    const { rooms: found } = await ofSlide().catch(() => ({}));
    rooms.replaceChildren(...(found ?? []).map(room));
  };

  // --- All slides, and all credits.
  const list = made('ol');
  const listSlides = () => {
    const row = (slide, index) =>
      made('li', {}, button(slide.getAttribute('aria-label'), () => Reveal.slide(index)));
    list.replaceChildren(...Reveal.getSlides().map(row));
  };
  const ledger = folded('Credits of the deck', async () => (await PreviewServer.ask('credits')).credits);

  const panel = made(
    'aside',
    { class: 'preview-panel', 'aria-label': 'Preview' },
    section('Build', made('div', { class: 'preview-formats' }, ...buttons), files),
    mistakes,
    made('section', {}, heading, made('h3', {}, 'Room left'), rooms, made('h3', {}, 'Notes'), notes,
      made('h3', {}, 'Credits'), credits, survey.details),
    section('Slides', list),
    made('section', {}, ledger.details),
  );
  const toggle = button('Preview', () => open(panel.hidden), { class: 'preview-toggle', 'aria-expanded': 'false' });
  document.body.append(panel, toggle);

  const open = isOpen => {
    panel.hidden = !isOpen;
    document.documentElement.toggleAttribute('data-preview', isOpen);
    toggle.setAttribute('aria-expanded', isOpen);
    try {
      sessionStorage.setItem(KEY, isOpen ? 'open' : '');
    } catch {} // then it is closed after a reload
    if (!isOpen) return;
    listSlides();
    aboutSlide();
    ledger.refresh();
  };

  const remembered = () => {
    try {
      return sessionStorage.getItem(KEY) === 'open';
    } catch {
      return false;
    }
  };

  document.addEventListener('preview', ({ detail }) => {
    const count = detail.messages.filter(Boolean).length;
    messages.textContent = detail.messages.join('\n');
    mistakes.hidden = !count;
    toggle.toggleAttribute('data-messages', count > 0);
    toggle.textContent = count ? 'Preview: messages' : 'Preview';
    if (panel.hidden) return;
    listSlides();
    aboutSlide();
    ledger.refresh();
  });
  Reveal.on('slidechanged', aboutSlide);
  const begin = () => open(remembered());
  if (Reveal.isReady()) begin();
  else Reveal.on('ready', begin);
})();
