// Whether a finger that goes across leads to another slide, which is reveal.js's doing: not while it draws, points,
// chooses or scrolls. Each of them holds it by a name of its own, so that none lets go of it for another.
const DeckSwiping = (() => {
  const reveal = document.querySelector('.reveal');
  const holders = new Set();

  const hold = (name, isHeld) => {
    if (isHeld) holders.add(name);
    else holders.delete(name);
    reveal.toggleAttribute('data-prevent-swipe', holders.size > 0);
  };

  return { hold };
})();
