// Sizes that a speaker sets once for all decks, in the browser's storage: numbers, each by its name.
const SpeakerSize = (() => {
  const get = name => {
    try {
      return Number(localStorage.getItem(name)) || null;
    } catch {
      return null; // storage may be forbidden
    }
  };
  const set = (name, size) => {
    try {
      localStorage.setItem(name, size);
    } catch {} // then it holds for this window
  };
  return { get, set };
})();
