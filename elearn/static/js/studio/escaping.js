// Plain text to Markdown that shows just that text: a sign gets a backslash only where it would mean something. Pure.

const PUNCTUATION = String.raw`[\\\`*_{}\[\]()<>#+.!$~|-]`;

// Each finds single signs in the text of a whole line; most become themselves with a backslash before them.
const SIGNS = [
  new RegExp(String.raw`\\(?=${PUNCTUATION})`, "g"),
  /(?<=\S)\*|\*(?=\S)/g,
  /\[(?=[[^])|(?<=\[)\[/g,
  /\](?=[[\](:])|(?<=\])\]/g,
  /<(?=[A-Za-z/!?])/g,
  /~(?=~)|(?<=~)~/g,
  /\{(?=[^{}]*\})/g,
];
const PAIRED = [/`/g, /\$/g];
const ENTITY = /&(?=#?[A-Za-z0-9]+;)/g;
const UNDERSCORES = /(?<!_)_{1,3}(?!_)/g;

// Underscores within a word mean nothing, nor do they between spaces.
const underscoresIn = (line) =>
  [...line.matchAll(UNDERSCORES)].flatMap(({ index, 0: run }) => {
    const before = line[index - 1] ?? " ";
    const after = line[index + run.length] ?? " ";
    const alone = /\s/.test(before) && /\s/.test(after);
    const within = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
    return alone || within ? [] : Array.from(run, (_, place) => index + place);
  });

// What stands at each place of a line instead of its sign.
export const escapesIn = (line) => {
  const found = new Map();
  for (const signs of SIGNS) for (const { index } of line.matchAll(signs)) found.set(index, `\\${line[index]}`);
  for (const place of underscoresIn(line)) found.set(place, "\\_");
  for (const signs of PAIRED) {
    const places = [...line.matchAll(signs)];
    if (places.length > 1) for (const { index } of places) found.set(index, `\\${line[index]}`);
  }
  for (const { index } of line.matchAll(ENTITY)) found.set(index, "&amp;");
  return found;
};

// The part of a line from one place to another, with what stands instead of its signs.
export const written = (line, escapes, from = 0, to = line.length) =>
  Array.from({ length: to - from }, (_, place) => escapes.get(from + place) ?? line[from + place]).join("");

export const escaped = (line) => written(line, escapesIn(line));

const BULLET = /^(?:[#>]|[-+*](?=\s|$)|(?:[-=]\s*)+$)/;
const NUMBER = /^(\d{1,9})([.)])(?=\s|$)/;
const ENTITIES = /^(?::(?=\s)|\?{3}|!{3})/;

// A line of Markdown that begins no heading, list, box or definition. Within a paragraph only a 1 begins a list.
export const escapedStart = (line, first = true) => {
  const number = NUMBER.exec(line);
  if (number && (first || number[1] === "1")) return `${number[1]}\\${line.slice(number[1].length)}`;
  if (ENTITIES.test(line)) return `&#${line.charCodeAt(0)};${line.slice(1)}`;
  if (BULLET.test(line)) return line[0] === "=" ? `&#61;${line.slice(1)}` : `\\${line}`;
  return /^(?:_\s*){3,}$/.test(line) ? `\\${line}` : line;
};

// A heading's words: no attributes and no closing signs at its end, no question mark at its beginning.
export const escapedHeading = (line) => line.replace(/^\?/, "&#63;").replace(/(^|\s)(#+)$/, "$1\\$2");

// What no text of a course may hold: control characters, and marks that turn the direction of writing.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ue000-\ue01f\ufffe\uffff]/g;

export const clean = (text) => text.replace(FORBIDDEN, "");

// The words of a line of Markdown, to be read out.
export const plainOf = (markdown) => markdown.replace(/\\(?=[\\`*_{}[\]()<>#+\-.!$~|])/g, "").replace(/\*\*/g, "").trim();
