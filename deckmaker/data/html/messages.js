// Which messages of other windows the page hears. reveal.js would obey anybody's, and send the notes to whoever asks.
//
//     the deck ⇄ its speaker window ⇄ two frames in that, each the deck again
//
// Those messages bear the deck's key, which nobody knows who does not have the deck: it is a digest of its words. On the
// web they must come from the deck's own origin as well; files have none that browsers tell of.
const DeckMessages = (() => {
  const key = document.querySelector('meta[name="speaker-key"]').content;
  const address = new URL(location.href);
  const isFrame = window.parent !== window && address.searchParams.get('receiver') === key;
  const isOnTheWeb = /^https?:$/.test(location.protocol);

  const METHODS = isFrame ? ['setState', 'next', 'triggerKey'] : ['setState'];
  const CALLS = ['getSlidesAttributes', 'getConfig', 'getSlidePastCount']; // for the speaker's clock

  const read = ({ data, origin, source }) => {
    if ((isOnTheWeb && origin !== location.origin) || (isFrame && source !== window.parent)) return {};
    try {
      const message = JSON.parse(data);
      return message?.key === key ? message : {};
    } catch {
      return {};
    }
  };

  const isForNotes = ({ namespace, type, methodName }) =>
    !isFrame &&
    namespace === 'reveal-notes' &&
    (['connected', 'heartbeat'].includes(type) || (type === 'call' && CALLS.includes(methodName)));

  // Before reveal.js and its plugins, which listen once they are started: what is not let through, they never hear.
  window.addEventListener(
    'message',
    event => {
      const message = read(event);
      if (isForNotes(message)) return;
      event.stopImmediatePropagation();
      if (METHODS.includes(message.method) && Reveal.isReady()) Reveal[message.method](...(message.args ?? []));
    },
    true,
  );

  return { key, tells: isFrame && address.searchParams.get('postMessageEvents') === 'true' };
})();
