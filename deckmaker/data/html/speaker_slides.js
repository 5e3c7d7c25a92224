// The slides in the speaker window: this one and the next, drawn from the deck's own elements, of which each is shown in
// one place at a time. The others are not drawn at all, and their pictures need not be decoded.
const SpeakerSlides = (() => {
  const { made, say } = DeckElements;
  const pixels = property => (parseFloat(getComputedStyle(document.documentElement).getPropertyValue(property)) * 4) / 3;

  const panel = sections => {
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

    const fill = ({ stage }, section) => {
      for (const other of stage.querySelectorAll(':scope > section')) if (other !== section) store.append(other);
      if (section && section.parentNode !== stage) stage.prepend(section);
    };

    const show = index => {
      const [current, next] = [sections[index], sections[index + 1]];
      fill(now, current);
      fill(upcoming, next);
      const position = say(DeckWords.position, { number: index + 1, count: sections.length });
      now.heading.replaceChildren(made('b', '', position), ' ', current.getAttribute('aria-label') ?? '');
      upcoming.heading.replaceChildren(made('b', '', DeckWords.upcoming), ' ', next?.getAttribute('aria-label') ?? '');
      if (next) end.remove();
      else upcoming.stage.append(end);
    };

    return { now, upcoming, show };
  };

  return { panel };
})();
