// What the two ends of the line say to each other, and the form of each message: { to, id, from, type, more }.
//
// Another version of the page, or whoever else has the deck, may say anything on its channel. What has no form of these
// is nobody's word: it is not handed on.
const DeckLineForms = (() => {
  const isText = value => typeof value === 'string';
  const isNumber = value => typeof value === 'number' && !Number.isNaN(value);
  const isFinite = value => Number.isFinite(value);
  const isObject = value => typeof value === 'object' && value !== null;
  const maybe = is => value => value === undefined || is(value);
  const orNull = is => value => value === null || is(value);
  const listOf = is => value => Array.isArray(value) && value.every(one => is(one));
  const oneOf = (...known) => value => known.includes(value);
  const holding = form => value => isObject(value) && Object.entries(form).every(([key, is]) => is(value[key]));
  const isPlace = value => listOf(isFinite)(value) && value.length === 2;

  const POINTS = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerleave', 'click'];
  const talk = holding({ before: isFinite, since: orNull(isFinite), changed: isFinite });
  const marks = holding({ lines: listOf(isText), light: orNull(isPlace) });
  const message = more => holding({ to: oneOf('deck', 'speaker'), id: isText, from: isText, more: holding(more) });
  const FORMS = new Map(
    Object.entries({
      // from deck to deck
      begun: {},
      taken: { by: isText },
      // to the deck
      seek: {},
      ping: { talk },
      bye: {},
      go: { index: Number.isInteger, step: maybe(isNumber) },
      run: { name: isText },
      key: { key: isText, name: maybe(isText) },
      point: { kind: oneOf(...POINTS), x: isFinite, y: isFinite },
      // to the speaker window
      here: { seeker: isText },
      state: { index: Number.isInteger, step: isNumber, active: listOf(isText), marks, talk },
    }).map(([type, more]) => [type, message(more)]),
  );

  const isMessage = data => isObject(data) && (FORMS.get(data.type)?.(data) ?? false);

  return { isMessage };
})();
