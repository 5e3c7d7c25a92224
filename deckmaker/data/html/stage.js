// What a screen reader is told of the stage: where one is, when that changes. reveal.js would read out every word of a
// slide, and calls the deck an application, in which a reader's own keys are dead.
const DeckStage = (() => {
  const status = document.createElement('div');
  status.className = 'deck-status';
  status.setAttribute('role', 'status');
  document.body.append(status);

  const say = text => {
    status.textContent = text;
  };

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // A slide without title is called by its number.
  const name = slide => slide.getAttribute('aria-label');
  const isUntitled = (slide, number) => name(slide) === filled(DeckWords.untitled, { number });

  // A slide with its number, as it stands in lists.
  const title = slide => {
    const number = Reveal.getSlides().indexOf(slide) + 1;
    return isUntitled(slide, number) ? name(slide) : `${number}. ${name(slide)}`;
  };

  const position = slide => {
    const number = Reveal.getSlides().indexOf(slide) + 1;
    if (!DeckBeside.isCounted(slide)) return `${slide.dataset.mark}: ${title(slide)}`;
    const values = { number, count: DeckBeside.count(Reveal.getSlides()), title: name(slide) };
    return filled(isUntitled(slide, number) ? DeckWords.positionUntitled : DeckWords.position, values);
  };

  const settle = () => {
    const reveal = document.querySelector('.reveal');
    reveal.removeAttribute('role');
    reveal.querySelector('.aria-status')?.remove(); // reveal.js goes on writing into it
    const words = Reveal.getConfig().rtl ? ['next', 'previous'] : ['previous', 'next'];
    for (const [way, word] of [['left', words[0]], ['right', words[1]]]) {
      reveal.querySelector(`.controls .navigate-${way}`).setAttribute('aria-label', DeckWords[word]);
    }
    // A click leaves the keys to the deck, or the next space would press the arrow again.
    reveal.querySelector('.controls').addEventListener('mousedown', event => event.preventDefault());
  };

  Reveal.on('ready', settle);
  Reveal.on('slidechanged', ({ currentSlide }) => {
    if (!DeckView.isReading()) say(position(currentSlide)); // who reads on is not interrupted
  });

  return { say, filled, title, position };
})();
