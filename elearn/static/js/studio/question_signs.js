// How people write questions: numbers, options A. B. C., “Jawaban: B”, “Pembahasan: …”. Pure: a line in, what it says out.

const KEY_WORD = String.raw`(?:kunci(?:\s+jawaban)?|jawaban(?:\s+(?:yang\s+)?(?:benar|tepat))?|jawab|jwb|answer|ans)`;
const LETTERS = String.raw`\(?([A-H](?:(?:\s*(?:[,;&/]|\bdan\b|\band\b|\bserta\b)\s*)+[A-H])*)(?![\p{L}\p{N}])\)?`;
const KEY = new RegExp(String.raw`^${KEY_WORD}\s*(?:[:=]\s*${LETTERS}.*|\s${LETTERS}(?:\s*[.)]\s.*|[.)]?))$`, "iu");
const KEY_BEGINS = new RegExp(String.raw`^${KEY_WORD}\s*[:=]`, "i");
const KEY_AT_END = new RegExp(String.raw`^(.*\S)\s+(${KEY_WORD}\s*[:=]?\s*${LETTERS}\.?)$`, "iu");
const OPTION = /^\(?([A-H])[.)]\s*(\S.*)$/i;
const WHY = /^(?:pembahasan|penjelasan|alasan|explanation)\s*:\s*(.*)$/i;
const NUMBER = /^(?:soal\s*(?:no(?:mor)?\.?\s*)?\(?\d{1,3}\s*[.):]|\(?\d{1,3}[.)])\s*(?=\S)(?!\d)/i;

export const bare = (text) => text.trim().replace(/\*\*/g, "");
const count = (letter) => letter.toUpperCase().charCodeAt(0) - 65;

// An option's place in the alphabet from 0, whether its letter is a capital, and its words; bold that began before its letter is left out.
export const optionOf = (text) => {
  const found = OPTION.exec(bare(text));
  if (!found) return null;
  const words = text.trim().replace(/^\*{0,2}\(?[A-H][.)]\*{0,2}\s*/i, "");
  const capital = found[1] === found[1].toUpperCase();
  return { capital, place: count(found[1]), words: (words.match(/\*\*/g)?.length ?? 0) % 2 ? words.replace(/\*\*/g, "") : words };
};

// The places of the options that a key names.
export const keyOf = (text) => {
  const found = KEY.exec(bare(text));
  return found && new Set((found[1] ?? found[2]).match(/\b[A-H]\b/gi).map(count));
};

export const beginsKey = (text) => KEY_BEGINS.test(bare(text)) || keyOf(text) !== null;
export const explanationOf = (text) => WHY.exec(bare(text))?.[1] ?? null;
export const isNumbered = (text) => NUMBER.test(bare(text));
export const withoutNumber = (text) => bare(text).replace(NUMBER, "");
export const numberOf = (text) => (isNumbered(text) ? Number(/\d+/.exec(text)[0]) : 0);
export const isHeading = (text) => /^#{1,6}\s/.test(text);

const ask = (letter, lower) => (lower ? letter.toLowerCase() : letter);

// A line of several options as one text each: “A. satu B. dua”. What stands before the first is a text of its own.
const optionsOf = (text) => {
  const begins = /^\(?([A-H])[.)]/i.exec(text) ?? /\s\(?(A)[.)]\s*(?=\S)/.exec(text);
  if (!begins) return [text];
  const lower = begins[1] !== begins[1].toUpperCase();
  const parts = begins.index ? [text.slice(0, begins.index).trim()] : [];
  let rest = text.slice(begins.index).trim();
  for (let place = count(begins[1]) + 1; place < 8; place++) {
    const next = new RegExp(String.raw`\s\(?${ask(String.fromCharCode(65 + place), lower)}[.)]\s*(?=\S)`).exec(rest);
    if (!next) break;
    parts.push(rest.slice(0, next.index).trim());
    rest = rest.slice(next.index).trim();
  }
  const begun = begins.index ? 1 : 0;
  return parts.length > begun ? [...parts, rest] : [text];
};

// What stands on one line, part by part, where it is more than one thing. `following` is the next line with words.
export const partsOf = (text, following) => {
  if (isHeading(text) || beginsKey(text)) return [text];
  const [, words, key] = KEY_AT_END.exec(text) ?? [null, text, ""];
  const parts = optionsOf(words.trim());
  const last = optionOf(parts.at(-1));
  const goesOn = optionOf(following);
  const counted = parts.length > 1 && last && !(goesOn && goesOn.place <= last.place);
  const options = counted ? parts : [words.trim()];
  return key && optionOf(options.at(-1)) ? [...options, key] : counted ? options : [text];
};
