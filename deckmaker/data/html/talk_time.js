// The time of a talk: how long it has been going on, how long it may, and how it keeps to what is planned.
//
// A talk is { before, since, changed }: milliseconds that it had gone on when it was last started, when that was, null
// while it stands still, and when it was last started, stopped or set back. Two windows have a copy, and the one that was
// changed later holds.
const TalkTime = (() => {
  const MINUTE = 60_000;
  const LAST = MINUTE; // when one comes to an end
  const NEAR = 10_000; // milliseconds ahead or behind that nobody need be told of

  const none = { before: 0, since: null, changed: 0 };
  const later = (one, other) => (other && other.changed > one.changed ? other : one);
  const elapsed = ({ before, since }, now) => before + (since === null ? 0 : Math.max(0, now - since));
  const started = (talk, now) => (talk.since === null ? { ...talk, since: now, changed: now } : talk);
  const stopped = (talk, now) => ({ before: elapsed(talk, now), since: null, changed: now });
  const reset = now => ({ ...none, changed: now });

  // When each slide begins and ends, and how long all may take, in milliseconds; null where nobody has planned anything.
  const plan = (sections, whole) => {
    const minutes = sections.map(section => Number(section.dataset.minutes ?? 0));
    const sum = minutes.reduce((one, other) => one + other, 0);
    const total = Number(whole ?? sum) * MINUTE;
    if (!total) return null;
    let at = 0;
    const slides = minutes.map(one => ({ begin: at, end: (at += one * MINUTE) }));
    const isBehind = index => index >= sections.length || sections[index].dataset.appendix !== undefined;
    slides.forEach((slide, index) => {
      if (isBehind(index + 1)) slide.end = Math.max(at, total); // what is left over is for questions
    });
    return { slides, total };
  };

  // Milliseconds behind the plan, below 0 ahead of it, 0 as long as the slide's own time goes on.
  const delay = (plan, index, time) => {
    const { begin, end } = plan.slides[index];
    const late = time < begin ? time - begin : Math.max(0, time - end);
    return Math.abs(late) < NEAR ? 0 : late;
  };

  // Whether the planned time is 'over', or its last minute has begun ('last'), or neither; a talk of no more has no last one.
  const ending = ({ total }, time) => (time > total ? 'over' : total > LAST && total - time <= LAST ? 'last' : null);

  const two = number => String(number).padStart(2, '0');

  // As 4:05 or 1:04:05. What is left counts as seconds that have begun, what has gone by as those that are over.
  const written = (time, round = Math.floor) => {
    const seconds = round(Math.abs(time) / 1000);
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
  };

  return { none, later, elapsed, started, stopped, reset, plan, delay, ending, written };
})();
