// Charts by keyboard. Focused, one takes the arrow keys: left and right go from mark to mark, up and down to the same
// point of another series. What a mark says stands at it, and screen readers are told.
const DeckCharts = (() => {
  const slides = document.querySelector('.reveal .slides');
  const steps = { ArrowLeft: -1, ArrowRight: 1 };
  const across = { ArrowUp: -1, ArrowDown: 1 };

  // Lets the keyboard into the charts of a slide.
  const bind = slide => {
    for (const chart of slide.querySelectorAll('.chart')) {
      chart.tabIndex = 0;
      chart.addEventListener('mousedown', event => event.preventDefault()); // a click leaves the keys to the deck
      chart.addEventListener('blur', () => tell(chart, null));
    }
  };
  bind(slides);

  const tell = (chart, mark) => {
    chart.querySelector('.current')?.classList.remove('current');
    const said = chart.nextElementSibling;
    said.textContent = mark?.querySelector('title')?.textContent ?? '';
    if (!mark) return;
    mark.classList.add('current');
    const { x, y, width } = mark.getBBox(); // in points of the page
    const middle = x + width / 2;
    const view = chart.viewBox.baseVal;
    said.style.top = `${y}pt`;
    said.style.left = `${middle}pt`;
    said.classList.toggle('before', middle > view.x + view.width / 2);
  };

  const next = (marks, current, key) => {
    if (!current || key === 'Home') return marks[0];
    if (key === 'End') return marks.at(-1);
    const alike = key in steps ? marks : marks.filter(one => one.dataset.point === current.dataset.point);
    return alike[alike.indexOf(current) + (steps[key] ?? across[key])] ?? current;
  };

  const inChart = (chart, { key }) => {
    const current = chart.querySelector('.current');
    if (key === 'Escape' && current) return tell(chart, null) ?? true;
    if (!(key in steps || key in across || key === 'Home' || key === 'End')) return false;
    tell(chart, next([...chart.querySelectorAll('[data-series]:has(> title)')], current, key));
    return true;
  };

  // Its button takes its keys, its open table those that scroll it; any other key is the deck's.
  const inData = (data, { key, target }) => {
    if (key === 'Escape' && data.open) {
      data.open = false;
      data.querySelector('summary').focus();
      return true;
    }
    return target.matches('summary') ? key === 'Enter' || key === ' ' : /^(Arrow|Page|Home|End| )/.test(key);
  };

  // Before commands.js, which listens at the window.
  slides.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const chart = event.target.closest('.chart');
    const data = event.target.closest('.chart-data');
    if (chart && inChart(chart, event)) event.preventDefault();
    else if (!(data && inData(data, event))) return;
    event.stopPropagation();
  });

  return { bind };
})();
