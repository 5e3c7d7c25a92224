// `l`: a point of light where the mouse or a finger is.
(() => {
  const dot = document.createElement('div');
  dot.className = 'deck-laser';
  dot.hidden = true;
  document.body.append(dot);
  const root = document.documentElement;

  const follow = ({ clientX, clientY }) => {
    dot.hidden = false;
    dot.style.translate = `${clientX}px ${clientY}px`;
  };
  const leave = () => {
    dot.hidden = true;
  };

  const layer = {
    element: dot,
    close: () => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerdown', follow);
      root.removeEventListener('pointerleave', leave);
      delete root.dataset.laser;
      DeckSwiping.hold('laser', false);
      leave();
    },
  };

  DeckCommands.register({
    name: 'laser',
    keys: ['l'],
    group: 'showing',
    run: () => {
      if (DeckCommands.isOpen(layer)) return DeckCommands.close(layer);
      window.addEventListener('pointermove', follow);
      window.addEventListener('pointerdown', follow);
      root.addEventListener('pointerleave', leave);
      root.dataset.laser = '';
      DeckSwiping.hold('laser', true);
      DeckCommands.open(layer);
      DeckStage.say(DeckWords.laser);
    },
  });
})();
