// Changes the open page in place: parts that it has already stay, others come from the server. Whoever looks at a slide
// goes on looking at it, wherever it stands by then.
(() => {
  const slides = document.querySelector('.reveal .slides');
  let page = JSON.parse(document.querySelector('meta[name="preview"]').content);
  const sections = () => [...slides.querySelectorAll(':scope > section')];
  const styles = [...document.head.querySelectorAll('style')]; // those of the deck come first
  const digests = new WeakMap(); // of sections
  if (slides) sections().forEach((section, index) => digests.set(section, page.sections[index]));

  // Where one is: by the slide's name, else by its number. A slide that is gone for a moment, as from a file that is half
  // written, is gone back to.
  let wanted = null;
  const remember = () => {
    const current = Reveal.getCurrentSlide();
    if (current) wanted = { name: current.dataset.name, number: Reveal.getIndices().h };
  };
  const whereTo = () => {
    const now = sections();
    const named = now.findIndex(one => wanted.name && one.dataset.name === wanted.name);
    return named < 0 ? Math.min(wanted.number, now.length - 1) : named;
  };

  // How much is there of what appears one by one: of a slide that is whole, what comes with the next change, too.
  const shown = () => {
    const waits = Reveal.getCurrentSlide()?.querySelector('.fragment:not(.visible)');
    return waits ? Reveal.getIndices().f : Infinity;
  };

  const parsed = html => {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
  };

  const changeStyles = (now, parts) => {
    now.styles.forEach((digest, index) => {
      if (digest !== page.styles[index]) styles[index].textContent = parts[digest];
    });
  };

  const changeDefinitions = (now, parts) => {
    if (now.definitions === page.definitions) return;
    document.querySelector('body > svg.drawings')?.remove();
    document.body.prepend(parsed(parts[now.definitions]));
  };

  const drawn = html => parsed(html).firstElementChild;

  // Returns the sections that came.
  const changeSections = (now, parts) => {
    const there = Map.groupBy?.(sections(), one => digests.get(one)) ?? grouped(sections());
    const kept = now.sections.map(digest => there.get(digest)?.shift());
    const come = [];
    const all = now.sections.map((digest, index) => {
      if (kept[index]) return kept[index];
      const section = drawn(parts[digest]);
      digests.set(section, digest);
      come.push(section);
      return section;
    });
    const staying = new Set(all);
    for (const section of sections()) if (!staying.has(section)) section.remove();
    all.forEach((section, index) => {
      if (slides.children[index] !== section) slides.insertBefore(section, slides.children[index] ?? null);
    });
    return come;
  };
  const grouped = all => {
    const groups = new Map();
    for (const one of all) groups.set(digests.get(one), [...(groups.get(digests.get(one)) ?? []), one]);
    return groups;
  };

  let isChanging = false;
  const change = (now, parts) => {
    const isOther = now.sections.join() !== page.sections.join();
    if (isOther) DeckCommands.closeAll(); // a slide may be larger, be drawn on, or stand in the overview
    isChanging = true;
    changeStyles(now, parts);
    changeDefinitions(now, parts);
    const step = shown();
    const come = isOther ? changeSections(now, parts) : [];
    document.title = now.title;
    page = now;
    if (isOther) {
      if (typeof DeckCharts !== 'undefined') come.forEach(DeckCharts.bind);
      Reveal.sync();
      Reveal.slide(whereTo(), 0, step);
      for (const one of slides.querySelectorAll('.arriving, .leaving')) one.classList.remove('arriving', 'leaving');
      DeckReading.settle(come);
    }
    isChanging = false;
    if (sections().length > wanted.number) remember();
  };

  const there = () => (page ? [page.definitions, ...page.styles, ...page.sections] : []);
  const isOpenAnew = now => (now && (!page || now.frame !== page.frame)) || (now && DeckLine.isSpeaker && differs(now));
  const differs = now => JSON.stringify(now) !== JSON.stringify(page);

  const look = async () => {
    const answer = await PreviewServer.ask('changes', { frame: page?.frame ?? '', there: there() });
    PreviewMessages.show(answer, page !== null);
    if (isOpenAnew(answer.page)) {
      // reveal.js writes the address a second late.
      if (slides && !DeckLine.isSpeaker) history.replaceState(history.state, '', `#/${Reveal.getCurrentSlide().id}`);
      location.reload();
      return;
    }
    if (answer.page && slides && !DeckLine.isSpeaker) change(answer.page, answer.parts);
    document.dispatchEvent(new CustomEvent('preview', { detail: answer }));
  };

  // One look at a time, and one more where something changed meanwhile.
  let looking = null;
  let isStale = false;
  const changed = async () => {
    isStale = true;
    if (looking) return;
    while (isStale) {
      isStale = false;
      looking = look().catch(() => {}); // a server that has gone is told of below
      await looking;
    }
    looking = null;
  };

  const begin = () => {
    if (slides && !DeckLine.isSpeaker) {
      remember();
      Reveal.on('slidechanged', () => isChanging || remember());
    }
    PreviewServer.listen({
      changed,
      lost: () => PreviewMessages.lose(true),
      found: () => PreviewMessages.lose(false),
    });
  };
  if (!slides || DeckLine.isSpeaker || Reveal.isReady()) begin();
  else Reveal.on('ready', begin);
})();
