// What appears one by one on slides that are `incremental`: reveal.js shows it, and the stage says what came.
(() => {
  if (DeckLine.isSpeaker) return; // speaker_slides.js shows what is still to come

  // Its words, without what only points: markers, and numbers of footnotes.
  const said = element => {
    const copy = element.cloneNode(true);
    for (const one of copy.querySelectorAll('[aria-hidden="true"], [role="doc-noteref"]')) one.remove();
    const parts = copy.querySelectorAll('p, h1, h2, h3, h4, h5, h6');
    return [...(parts.length ? parts : [copy])].map(one => one.textContent.trim()).join(' ');
  };

  Reveal.on('fragmentshown', ({ fragments }) => {
    if (!DeckView.isReading()) DeckStage.say(fragments.map(said).join(' '));
  });
})();
