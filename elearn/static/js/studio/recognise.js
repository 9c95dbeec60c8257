// Questions in the way that people type them: a number, options A. B. C., “Jawaban: B”. Pure: text in, Markdown out.

const OPTION = /^\s*(?:\*\*)?\(?([A-Ha-h])[.)](?:\*\*)?\s+(\S.*)$/;
const KEY = /^\s*(?:\*\*)?(?:kunci(?:\s+jawaban)?|jawaban(?:\s+(?:yang\s+)?benar)?|jawab|answer|ans)(?:\*\*)?\s*[:=](?:\*\*)?\s*(?:\*\*)?\(?([A-Ha-h](?:\s*(?:,|dan|&|;)\s*[A-Ha-h])*)\b[.)]?.*$/i;
const WHY = /^\s*(?:\*\*)?(?:pembahasan|penjelasan|alasan|explanation)(?:\*\*)?\s*:(?:\*\*)?\s*(\S.*)$/i;
const NUMBER = /^\s*(?:\*\*)?(?:soal\s+)?\d{1,3}[.)](?:\*\*)?\s+/i;

const letters = (text) => new Set(text.toUpperCase().replace(/DAN/g, ",").match(/[A-H]/g) ?? []);
const next = (lines, from) => {
  let place = from;
  while (place < lines.length && !lines[place].trim()) place++;
  return place;
};

// The options that begin at a line, in the order of the alphabet, and the key below them.
const optionsAt = (lines, from) => {
  const options = [];
  let place = next(lines, from);
  for (let found = OPTION.exec(lines[place] ?? ""); found; found = OPTION.exec(lines[place] ?? "")) {
    if (found[1].toUpperCase() !== String.fromCharCode(65 + options.length)) break;
    options.push(found[2].trim());
    place = next(lines, place + 1);
  }
  const key = KEY.exec(lines[place] ?? "");
  if (options.length < 2 || !key) return null;
  const right = letters(key[1]);
  if ([...right].some((each) => each.charCodeAt(0) - 65 >= options.length)) return null;
  return { options, right, end: place + 1 };
};

const explanationAt = (lines, from) => {
  const place = next(lines, from);
  const why = WHY.exec(lines[place] ?? "");
  return why ? { text: why[1].trim(), end: place + 1 } : { text: "", end: from };
};

const written = (stem, { options, right }, why) => {
  const rows = options.map((text, place) => `- [${right.has(String.fromCharCode(65 + place)) ? "x" : " "}] ${text}`);
  const head = stem.replace(NUMBER, "").replace(/\*\*/g, "").replace(/^#+\s*(\?\s*)?/, "").trim();
  return `## ? ${head}\n\n${rows.join("\n")}${why ? `\n\n> ${why}` : ""}`;
};

// The text with such questions as Markdown, and how many there were.
export const withQuestions = (text) => {
  const lines = text.split("\n");
  const out = [];
  let count = 0;
  for (let place = 0; place < lines.length; ) {
    const found = lines[place].trim() && !OPTION.test(lines[place]) ? optionsAt(lines, place + 1) : null;
    if (!found) {
      out.push(lines[place]);
      place += 1;
      continue;
    }
    const why = explanationAt(lines, found.end);
    if (out.length && out.at(-1).trim()) out.push("");
    out.push(written(lines[place], found, why.text), "");
    place = next(lines, why.end);
    count += 1;
  }
  return { text: count ? out.join("\n").trimEnd() : text, count };
};
