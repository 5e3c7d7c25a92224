// The server of the preview, which has the address of the page: questions to it, and what it tells.
const PreviewServer = (() => {
  const home = new URL('./', location.origin + location.pathname);

  const ask = async (name, asked = {}) => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(new URL(name, home), { method: 'POST', headers, body: JSON.stringify(asked) });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.json();
  };

  // A browser has six connections to a server for all its tabs. One that nobody sees needs none, and asks for what it has
  // missed when it is seen again.
  const listen = ({ changed, lost, found }) => {
    let events = null;
    const begin = () => {
      events ??= new EventSource(new URL('events', home));
      events.onmessage = changed;
      events.onopen = found;
      events.onerror = lost;
    };
    const end = () => {
      events?.close();
      events = null;
    };
    document.addEventListener('visibilitychange', () => (document.hidden ? end() : begin()));
    if (!document.hidden) begin();
  };

  const built = name => new URL(`built/${encodeURIComponent(name)}`, home).href;

  return { ask, listen, built };
})();
