// `f` and F5, which clickers send: the whole screen, which then stays awake as long as somebody presents.
(() => {
  const root = document.documentElement;
  const isWhole = () => document.fullscreenElement !== null || matchMedia('(display-mode: fullscreen)').matches;
  let lock = null;

  // Asked for where it may be: a browser without it, or a battery that is low, is no reason to stop.
  const stayAwake = async () => {
    if (!isWhole() || document.visibilityState !== 'visible') {
      await lock?.release();
      lock = null;
      return;
    }
    if (lock && !lock.released) return;
    try {
      lock = (await navigator.wakeLock?.request('screen')) ?? null;
    } catch {
      lock = null;
    }
  };

  const enter = () => root.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => {});
  const toggle = () => void (document.fullscreenElement ? document.exitFullscreen() : enter());

  document.addEventListener('fullscreenchange', stayAwake);
  document.addEventListener('visibilitychange', stayAwake);
  matchMedia('(display-mode: fullscreen)').addEventListener('change', stayAwake); // with the browser's own key

  DeckCommands.register({ name: 'fullscreen', keys: ['f'], group: 'showing', run: toggle });
  DeckCommands.register({
    name: 'present',
    keys: ['F5'],
    also: ['Shift+F5'],
    group: 'showing',
    hidden: true,
    run: () => (isWhole() ? false : void enter()), // there, it loads the page anew, as anywhere
  });
})();
