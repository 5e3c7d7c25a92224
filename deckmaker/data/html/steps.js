// What appears one by one on slides that are `incremental`: reveal.js shows it, and the stage says what came.
(() => {
  if (DeckLine.isSpeaker) return; // speaker_slides.js shows what is still to come

  const said = element => {
    const copy = element.cloneNode(true);
    for (const one of copy.querySelectorAll('[aria-hidden="true"]')) one.remove();
    return copy.textContent.trim();
  };

  Reveal.on('fragmentshown', ({ fragments }) => {
    if (!DeckView.isReading()) DeckStage.say(fragments.map(said).join(' '));
  });
})();
