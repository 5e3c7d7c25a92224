// The slides in the speaker window: this one and the next, drawn from the deck's own elements, of which each is shown in
// one place at a time. The others are not drawn at all, and their pictures need not be decoded.
const SpeakerSlides = (() => {
  const { made } = DeckElements;
  const SWIPE = 40; // pixels
  const pixels = property => (parseFloat(getComputedStyle(document.documentElement).getPropertyValue(property)) * 4) / 3;

  // Where a pointer is over a slide, as shares of its width and height.
  const shares = (stage, { clientX, clientY }) => {
    const { left, top, width, height } = stage.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  };

  // Laser, drawing and zoom are the deck's, which is told where the pointer is.
  const followPointer = (stage, isActive) => {
    const send = event => DeckLine.send('point', { kind: event.type, ...shares(stage, event) });
    const TOOLS = {
      pointerdown: ['draw'],
      pointermove: ['draw', 'laser', 'zoom'],
      pointerup: ['draw'],
      pointercancel: ['draw'],
      pointerleave: ['laser'],
    };
    for (const [kind, tools] of Object.entries(TOOLS)) {
      stage.addEventListener(kind, event => {
        if (!tools.some(isActive) || !event.isPrimary || event.button > 0) return; // -1 of one that only moves
        if (kind === 'pointerdown') stage.setPointerCapture(event.pointerId); // or a line that leaves would never end
        send(event);
      });
    }
    stage.addEventListener('click', event => {
      if (!isActive('zoom') && !isActive('draw')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (isActive('zoom')) send(event);
    });
  };

  // A link within the deck takes the deck there; a note's mark and its text are on the slide that is shown.
  const followLinks = (stage, sections, go) => {
    stage.addEventListener('click', event => {
      const link = event.target.closest('a[href^="#"]');
      if (!link) return;
      event.preventDefault();
      const section = document.getElementById(link.hash.replace(/^#\/?/, ''))?.closest('section[id^="slide-"]');
      if (section) go(sections.indexOf(section));
    });
  };

  const followFinger = (stage, isActive, swiped, forth) => {
    let from = null;
    stage.addEventListener('touchstart', ({ touches }) => {
      from = touches.length === 1 && !isActive('draw') ? touches[0].clientX : null;
    });
    stage.addEventListener('touchend', ({ changedTouches: [{ clientX }] }) => {
      const by = from === null ? 0 : clientX - from;
      if (Math.abs(by) >= SWIPE) swiped(by * forth > 0 ? 'next' : 'previous');
      from = null;
    });
  };

  const panel = (sections, { go, isActive, swiped }) => {
    const store = document.querySelector('.slides');
    const width = pixels('--page-width');
    document.documentElement.style.setProperty('--ratio', width / pixels('--page-height'));

    const sizes = new ResizeObserver(entries => {
      for (const { target, contentRect } of entries) target.style.setProperty('--scale', contentRect.width / width);
    });
    const place = name => {
      const heading = made('h2');
      heading.id = `speaker-${name}-heading`;
      const stage = made('div', 'speaker-stage');
      sizes.observe(stage);
      const region = made('section', `speaker-${name}`, heading, stage);
      region.setAttribute('aria-labelledby', heading.id);
      return { heading, stage, region };
    };
    const [now, upcoming] = [place('now'), place('upcoming')];
    upcoming.stage.inert = true; // it is only looked at
    const end = made('p', 'speaker-end', DeckWords.end);
    const covered = made('p', 'speaker-covered', DeckWords.isCovered);
    now.stage.append(covered);
    const marks = SpeakerMarks.over(now.stage);
    followPointer(now.stage, isActive);
    followLinks(now.stage, sections, go);
    followFinger(now.stage, isActive, swiped, store.dir === 'rtl' ? 1 : -1);

    const fill = ({ stage }, section) => {
      for (const other of stage.querySelectorAll(':scope > section')) if (other !== section) store.append(other);
      if (section && section.parentNode !== stage) stage.prepend(section);
    };

    // What the deck does not show yet is there, and faint.
    const step = count => {
      for (const one of document.querySelectorAll('.fragment.to-come')) one.classList.remove('to-come');
      for (const one of now.stage.querySelectorAll('.fragment')) {
        one.classList.toggle('to-come', Number(one.dataset.fragmentIndex) >= count);
      }
    };

    const show = index => {
      marks.clear(); // they are another slide's
      const [current, next] = [sections[index], DeckBeside.next(sections, index)];
      fill(now, current);
      fill(upcoming, next);
      step(Infinity); // until the deck says how much of it is there
      const number = index + 1;
      const position = DeckBeside.isCounted(current)
        ? DeckStage.filled(DeckWords.slidePosition, { number, count: DeckBeside.count(sections) })
        : `${current.dataset.mark} ${number}`;
      now.heading.replaceChildren(made('b', '', position), ' ', current.getAttribute('aria-label'));
      upcoming.heading.replaceChildren(made('b', '', DeckWords.upcoming), ' ', next?.getAttribute('aria-label') ?? '');
      if (next) end.remove();
      else upcoming.stage.append(end);
    };

    const cover = isCovered => {
      covered.hidden = !isCovered;
    };
    const putBack = () => store.prepend(...sections); // in order, as the overview has them

    return { now, upcoming, show, step, mark: marks.show, unmark: marks.clear, cover, putBack };
  };

  return { panel };
})();
