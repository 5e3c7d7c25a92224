// The number of a text (FNV-1a). Some browsers let all files of the disk read what one keeps, such as the path of a deck and
// the name of a slide: so their numbers are kept.
const deckNumber = text => [...text].reduce((sum, sign) => Math.imul(sum ^ sign.codePointAt(), 16777619) >>> 0, 2166136261);
