// Where words are written: a click on a slide names the file and the line, and offers to go there.
(() => {
  const slides = document.querySelector('.reveal .slides');
  if (!slides || DeckLine.isSpeaker) return;
  const { made, button } = PreviewElements;
  const place = made('code');
  const said = made('span');
  const vscode = made('a', {}, 'VS Code');
  let asked = null;

  const open = async () => {
    const answer = await PreviewServer.ask('open', asked);
    said.textContent = answer.said;
  };
  const hide = () => (box.hidden = true);
  const box = made(
    'div',
    { class: 'preview-place', role: 'status' },
    place,
    button('Open in editor', open),
    vscode,
    said,
    button('×', hide, { 'aria-label': 'Close' }),
  );
  box.hidden = true;
  document.body.append(box);

  const width = () => (parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--page-width')));

  // Points from a page's top left. As a text to read, what stands where says nothing: there, it is the slide's beginning.
  const point = (section, { clientX, clientY }) => {
    if (DeckView.isReading()) return { x: -1e6, y: -1e6 };
    const around = section.getBoundingClientRect();
    const scale = width() / around.width;
    return { x: (clientX - around.left) * scale, y: (clientY - around.top) * scale };
  };

  slides.addEventListener('click', async event => {
    const section = event.target.closest('.slides > section');
    if (!section || event.target.closest('a, button, summary, input') || !getSelection().isCollapsed) return;
    asked = { slide: Number(section.id.replace('slide-', '')), ...point(section, event) };
    const found = await PreviewServer.ask('place', asked);
    if (!found) return;
    place.textContent = found.place;
    vscode.href = found.vscode;
    said.textContent = '';
    box.hidden = false;
  });
  Reveal.on('slidechanged', hide);
  document.addEventListener('preview', hide); // lines may have moved
})();
