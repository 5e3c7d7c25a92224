// The time in the speaker window: clock, elapsed, remaining, pace; and the buttons that start, stop and set it back.
const SpeakerTime = (() => {
  const { made, button } = DeckElements;
  const ENDINGS = { last: 'lastMinute', over: 'timeIsOver' };
  const PARTS = { hour: '2-digit', minute: '2-digit' };

  // Some tags of languages, such as en-GB-oed, browsers do not take: they have the browser's own way there.
  const clockOf = language => {
    try {
      return new Intl.DateTimeFormat(language, PARTS);
    } catch {
      return new Intl.DateTimeFormat(undefined, PARTS);
    }
  };

  // `plan` is TalkTime's, or null; `change` is told a talk that one of the buttons has changed.
  const panel = (plan, change) => {
    const element = made('section', 'speaker-time');
    element.setAttribute('aria-label', DeckWords.time);
    const entry = (label, className = '') => {
      const value = made('dd', className);
      list.append(made('div', '', made('dt', '', label), value));
      return value;
    };
    const list = made('dl');
    const clock = entry(DeckWords.clock);
    const hours = clockOf(document.documentElement.lang);
    const elapsed = entry(DeckWords.elapsed, 'speaker-elapsed');
    const remaining = plan && entry(DeckWords.remaining);
    const until = plan && entry(DeckWords.slideUntil);
    const pace = plan && entry(DeckWords.pace, 'speaker-pace');
    let talk = TalkTime.none;

    const toggle = () => change(talk.since === null ? TalkTime.started(talk, Date.now()) : TalkTime.stopped(talk, Date.now()));
    const reset = () => change(TalkTime.reset(Date.now()));
    const start = button('', toggle);
    element.append(list, made('div', 'speaker-buttons', start, button(DeckWords.reset, reset)));

    // In words, in the place of what is else called remaining, and in colour: neither has anything else move.
    const drawEnding = which => {
      const label = remaining.previousSibling;
      const text = which ? DeckWords[ENDINGS[which]] : DeckWords.remaining;
      if (label.textContent === text) return;
      label.textContent = text;
      remaining.parentNode.className = which ? `speaker-${which}` : '';
    };

    const drawPace = (index, time) => {
      const late = TalkTime.delay(plan, index, time);
      const left = plan.total - time;
      const amount = TalkTime.written(late);
      remaining.textContent = `${left < 0 ? '−' : ''}${TalkTime.written(left, left < 0 ? Math.floor : Math.ceil)}`;
      drawEnding(TalkTime.ending(plan, time));
      until.textContent = TalkTime.written(plan.slides[index].end);
      pace.textContent = DeckStage.filled(late > 0 ? DeckWords.behind : late < 0 ? DeckWords.ahead : DeckWords.onTime, { amount });
      pace.className = `speaker-pace ${late > 0 ? 'speaker-behind' : late < 0 ? 'speaker-ahead' : 'speaker-on-time'}`;
    };

    const draw = (now, index, current) => {
      talk = current;
      const time = TalkTime.elapsed(talk, now);
      clock.textContent = hours.format(now);
      elapsed.textContent = TalkTime.written(time);
      element.classList.toggle('speaker-still', talk.since === null);
      const label = talk.since !== null ? DeckWords.pause : talk.before ? DeckWords.goOn : DeckWords.start;
      if (start.textContent !== label) start.textContent = label; // or whoever listens hears it each second
      if (plan) drawPace(index, time);
    };

    return { element, draw, toggle };
  };

  return { panel };
})();
