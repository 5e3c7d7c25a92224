// What is wrong with the deck, over the slides as they were before: word for word what the terminal prints.
const PreviewMessages = (() => {
  const { made, button } = PreviewElements;
  const text = made('pre');
  const heading = made('strong', {}, 'The deck has mistakes. These are the slides from before.');
  const close = button('Hide', () => (box.hidden = true));
  const box = made('div', { class: 'preview-mistakes', role: 'alert' }, made('header', {}, heading, close), text);
  const lost = made('div', { class: 'preview-lost', role: 'status' }, 'The preview has ended, or cannot be reached.');
  box.hidden = lost.hidden = true;
  document.body.append(box, lost);

  const show = ({ failed, messages, mistakes }, hasSlides) => {
    box.hidden = !failed;
    if (!failed) return;
    if (!hasSlides) heading.textContent = 'The deck has mistakes. There are slides as soon as they are mended.';
    text.textContent = (mistakes.length ? mistakes : messages).join('\n'); // warnings are in the panel
  };

  return { show, lose: isLost => (lost.hidden = !isLost) };
})();
