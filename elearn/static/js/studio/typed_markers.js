// Numbers, letters and bullets that people type before the items of a list, where the list counts by itself. Pure.

const MARKER = /^\(?(\d{1,2}|[A-Za-z])[.)]\s+(?=\S)/;
const BULLET = /^[-–•▪◦·●*]\s+(?=\S)/;

const counts = (marker, place) => /^\d/.test(marker) ? Number(marker) === place + 1 : marker.toLowerCase().charCodeAt(0) - 97 === place;

// A single “1945.” or “A. Yani” is no count: all letters have to be in order, of the numbers at least two.
export const withoutMarkers = (texts) => {
  const bare = texts.map((text) => text.replace(BULLET, ""));
  const found = bare.map((text, place) => MARKER.exec(text)?.[1]).map((marker, place) => (marker && counts(marker, place) ? marker : ""));
  const numbers = found.filter((marker) => /^\d/.test(marker)).length;
  const counted = numbers > 1 || (found.length > 1 && found.every(Boolean));
  return bare.map((text, place) => (counted && found[place] && (numbers > 1) === /^\d/.test(found[place]) ? text.replace(MARKER, "") : text));
};
