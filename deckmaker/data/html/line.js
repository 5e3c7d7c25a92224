// The line between a deck and its speaker window, which is the same file, opened with `?speaker` in its address.
//
//     the deck ⇄ a BroadcastChannel ⇄ its speaker window
//
// Only pages of one origin share a channel, and only those that know its name: it holds the deck's key, a digest of its
// words, which nobody knows who does not have the deck. That tells files apart, whose origins browsers do not. Nothing is
// sent to a window, and nothing is heard that one sends: a page that frames or opens the deck learns nothing.
//
// Decks may be open twice, each with its own speaker window. A deck has an id, which is in its session's storage and in the
// name of its window, both of which outlive a reload. Its speaker window has the same one in its address.
//
// Whoever knows the name of a window may lead it elsewhere: a page that opens the deck may give it any name, and learns the
// one that it has once it leads it to a page of its own. So a name alone says nothing, and the speaker window's has
// nothing to do with the deck's. A browser may have one session's storage for all files of the disk that a window shows one
// after the other: so what is kept there says neither the channel's name nor the whole of the speaker window's.
const DeckLine = (() => {
  const address = new URL(location.href);
  const isSpeaker = address.searchParams.has('speaker');
  const side = isSpeaker ? 'speaker' : 'deck';
  const handlers = new Map();

  const random = () => [...crypto.getRandomValues(new Uint8Array(10))].map(byte => (byte % 36).toString(36)).join('');
  const me = random(); // this page until it is loaded anew
  const digest = document.querySelector('meta[name="speaker-key"]').content;
  const [key, secret] = [`deck ${digest.slice(0, 8)}`, digest.slice(8)]; // what it is kept by, what nobody else knows

  // What is own to the names of the deck's window and of its speaker window. A window has what the one had that opened it.
  const kept = () => {
    try {
      const { deck, speaker } = JSON.parse(sessionStorage.getItem(key));
      return typeof deck === 'string' && typeof speaker === 'string' ? { deck, speaker } : {}; // others may write there
    } catch {
      return {}; // there is nothing, or storage is forbidden
    }
  };
  const nameOf = deck => `deck-${deck}`;
  const begin = () => {
    const { deck, speaker } = kept();
    if (deck && window.name === nameOf(deck)) return [deck, speaker];
    if (window.name.startsWith(nameOf(''))) window.name = '';
    return [random(), random()];
  };
  let [id, speakerName] = isSpeaker ? [address.searchParams.get('speaker')] : begin();

  const open = () => {
    try {
      return new BroadcastChannel(`deck ${secret}`);
    } catch {
      return null; // as where a browser forbids pages to keep anything
    }
  };
  const channel = open();

  const send = (type, more = {}) => channel?.postMessage({ to: isSpeaker ? 'deck' : 'speaker', id, from: me, type, more });
  const on = (type, handler) => void handlers.set(type, handler);

  // A window that was copied has the name of the other: whoever came later takes another id.
  const isCopied = ({ id: theirs, from, type, more }) => {
    if (theirs !== id || from === me) return;
    if (type === 'begun') channel.postMessage({ to: 'deck', id, from: me, type: 'taken', more: { by: from } });
    if (type !== 'taken' || more.by !== me) return;
    [id, speakerName] = [random(), random()];
    window.name = '';
  };

  channel?.addEventListener('message', ({ data }) => {
    if (!DeckLineForms.isMessage(data)) return;
    if (data.to === 'deck' && ['begun', 'taken'].includes(data.type)) {
      if (!isSpeaker) isCopied(data);
      return;
    }
    const isForAll = data.type === 'seek' || (data.type === 'here' && data.more.seeker === me);
    if (data.to === side && (isForAll || data.id === id)) handlers.get(data.type)?.(data.more, data);
  });
  if (!isSpeaker) channel?.postMessage({ to: 'deck', id, from: me, type: 'begun', more: {} });

  // Makes the id last: in the name of the deck's window and the session's storage, in the address of the speaker window.
  const keep = () => {
    if (!isSpeaker) {
      window.name = nameOf(id);
      try {
        sessionStorage.setItem(key, JSON.stringify({ deck: id, speaker: speakerName }));
      } catch {} // then a deck that is loaded anew is another one, which a speaker window finds all the same
      return;
    }
    address.searchParams.set('speaker', id);
    history.replaceState(history.state, '', address);
  };
  const adopt = other => {
    id = other;
    keep();
  };

  // The address of the other window at a slide: of the speaker's, or of the deck's.
  const other = hash => {
    const there = new URL(location.href);
    if (isSpeaker) there.searchParams.delete('speaker');
    else {
      there.searchParams.set('speaker', id);
      there.searchParams.delete('view');
    }
    there.hash = hash;
    return there.href;
  };

  // The name of the other window, which is led there if it is open. A deck whose name this page cannot vouch for, as a link
  // leads here with any id, is opened in a window without one.
  const otherName = () => {
    if (!isSpeaker) return `speaker-${speakerName}-${secret}`;
    return kept().deck === id ? nameOf(id) : '_blank';
  };

  return { isSpeaker, isKnown: () => Boolean(id), send, on, keep, adopt, other, otherName };
})();
