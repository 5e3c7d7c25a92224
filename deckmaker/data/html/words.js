// The words of the interface, in the deck's language: data that the page carries, by name.
const DeckWords = JSON.parse(document.getElementById('deck-words').textContent);
