// Questions in the way that people type them, to questions of the format. Pure: lines in, Markdown out.

import { escapedHeading, escapedStart, plainOf } from "./escaping.js";
import { freeIdentity } from "./question_ids.js";
import { beginsKey, bare, explanationOf, isHeading, isNumbered, keyOf, numberOf, optionOf, partsOf, withoutNumber } from "./question_signs.js";

const FURTHEST = 12; // Lines with words above the options that may belong to the question.
const LONGEST = 300; // Letters of a heading made of several lines.
const LEAD = "Perhatikan hal berikut.";

const isBlank = (row) => !row.read.trim();
const next = (rows, from) => {
  let place = from;
  while (place < rows.length && isBlank(rows[place])) place++;
  return place;
};
const readAt = (rows, place) => rows[place]?.read ?? "";

const rowsOf = (lines) =>
  lines.flatMap((line, at) => {
    const parts = partsOf(line.read, readAt(lines, next(lines, at + 1)));
    return parts.length === 1 ? [{ ...line, at }] : parts.map((read) => ({ read, text: read, at }));
  });

// Words that go on from the line above: they begin nothing themselves.
const goesOn = (row) => !isBlank(row) && !optionOf(row.read) && !beginsKey(row.read) && !isNumbered(row.read) && !isHeading(row.read);

// The options that begin at a row, in the order of the alphabet; an option may go on over lines.
const optionsAt = (rows, from) => {
  const { capital } = optionOf(rows[from].read);
  const options = [];
  let place = from;
  let end = from;
  while (place < rows.length) {
    const option = optionOf(rows[place].read);
    if (option?.place === options.length) options.push(option.words.trim());
    else if (options.length && place === end && goesOn(rows[place])) options.push(`${options.pop()} ${rows[place].read.trim()}`);
    else break;
    end = place + 1;
    place = next(rows, end);
  }
  return { options, end, capital };
};

// In “3. Perhatikan: 1) … 2) …” the numbers of the statements count within the question.
const outerNumber = (rows, nearest, from, lowest) => {
  if (next(rows, nearest + 1) === from) return nearest;
  let place = nearest;
  const above = (at) => {
    let up = at - 1;
    while (up > lowest && isBlank(rows[up])) up--;
    return up >= lowest ? up : -1;
  };
  for (let up = above(place); up >= 0 && numberOf(rows[place].read) > 1; up = above(place)) {
    if (numberOf(rows[up].read) !== numberOf(rows[place].read) - 1) break;
    place = up;
  }
  const outer = above(place);
  return numberOf(rows[place].read) === 1 && outer >= 0 && isNumbered(rows[outer].read) ? outer : nearest;
};

// Where the question begins whose options begin at `from`: at its number, else with the paragraph above.
const stemStart = (rows, lowest, from) => {
  let seen = 0;
  let place = from - 1;
  for (; place >= lowest && seen < FURTHEST; place--) {
    const { read } = rows[place];
    if (isHeading(read) || beginsKey(read)) break;
    if (isNumbered(read)) return outerNumber(rows, place, from, lowest);
    if (!isBlank(rows[place])) seen++;
  }
  let start = from;
  for (let up = from - 1; up > place && (start === from || !isBlank(rows[up])); up--) if (!isBlank(rows[up])) start = up;
  return start;
};

const paragraphsOf = (rows) => {
  const found = [[]];
  for (const row of rows) {
    if (isBlank(row)) found.push([]);
    else found.at(-1).push(row);
  }
  return found.filter((part) => part.length);
};

const isSentence = (part) => part.every(({ read }, place) => !/^\s*(?:[|>]|!\[|[-*+]\s|```)/.test(read) && (!place || !isNumbered(read)));

// A list that counts would be taken for the answers; so its numbers are text.
const bodyText = (part) =>
  part
    .map(({ text: typed, read, plain }, place) => {
      const text = plain ? read : typed;
      const counted = isNumbered(text);
      const line = counted ? escapedStart(text.trim()) : text.trimEnd();
      return place < part.length - 1 && counted ? `${line.trimEnd()}  ` : line;
    })
    .join("\n");

// A stem of several lines of words is one heading; tables, pictures and lists stand below it.
const stemOf = (rows) => {
  const parts = paragraphsOf(rows);
  const words = (part) => part.map(({ read }, place) => (place ? bare(read) : withoutNumber(read))).join(" ");
  const whole = parts.map((part, place) => (place ? part.map(({ read }) => bare(read)).join(" ") : words(part))).join(" ");
  if (parts.every((part, place) => isSentence(part) && (!place || !isNumbered(part[0].read))) && whole.length <= LONGEST) return { head: whole, body: "" };
  const [first, ...more] = parts;
  const [line, ...below] = first;
  const head = isSentence([line]) ? words([line]) : LEAD;
  const rest = head === LEAD ? first : below;
  return { head, body: [...(rest.length ? [rest] : []), ...more].map(bodyText).join("\n\n") };
};

const explanationAt = (rows, from) => {
  const place = next(rows, from);
  const words = place < rows.length ? explanationOf(rows[place].read) : null;
  if (words === null) return { text: "", end: from };
  const found = words ? [words.trim()] : [];
  let end = words ? place + 1 : next(rows, place + 1);
  while (end < rows.length && goesOn(rows[end])) found.push(rows[end++].read.trim());
  return { text: found.map((line, at) => escapedStart(line, !at)).join("\n> "), end };
};

const written = ({ head, body }, { options, right }, why, taken) => {
  const heading = escapedHeading(head.replace(/\s+/g, " ").trim());
  const list = options.map((text, place) => `- [${right.has(place) ? "x" : " "}] ${text}`).join("\n");
  const parts = [`## ? ${heading} {#${freeIdentity(heading, taken)}}`, body, list, why && `> ${why}`];
  return parts.filter(Boolean).join("\n\n");
};

const asks = (text) => /(?:\?|\.{3}|…|_{3})\W*$/.test(bare(text));

// The question whose options begin at a row; without a key that names options it only looks like one.
const questionAt = (rows, lowest, from) => {
  const { options, end, capital } = optionsAt(rows, from);
  if (options.length < 2) return null;
  const start = stemStart(rows, lowest, from);
  const at = next(rows, end);
  const key = keyOf(readAt(rows, at));
  const right = key && [...key].every((place) => place < options.length) ? key : null;
  const stem = rows.slice(start, from).filter((row) => !isBlank(row));
  if (right && stem.length) return { start, end: at + 1, options, right };
  const last = stem.at(-1)?.read ?? "";
  const alike = beginsKey(readAt(rows, at)) || (stem.length > 0 && (asks(last) || (capital && options.length > 2 && isNumbered(stem[0].read))));
  return { start, end, alike };
};

const found = (rows) => {
  const questions = [];
  const alike = [];
  let lowest = 0;
  for (let place = 0; place < rows.length; place++) {
    const question = optionOf(rows[place].read)?.place === 0 ? questionAt(rows, lowest, place) : null;
    if (!question) continue;
    if (question.right) {
      const why = explanationAt(rows, question.end);
      questions.push({ ...question, from: place, why: why.text, end: why.end });
      lowest = why.end;
    } else {
      if (question.alike) alike.push(question.start);
      lowest = question.end;
    }
    place = lowest - 1;
  }
  return { questions, alike };
};

// Numbered questions that have no options, where others in the same text have them.
const open = (rows, { questions, alike }) => {
  if (!questions.length && !alike.length) return [];
  const taken = new Set([...alike, ...questions.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, step) => start + step))]);
  return [...rows.keys()].filter((place) => !taken.has(place) && isNumbered(rows[place].read) && asks(rows[place].read));
};

// What follows a question and is none has to be parted from it.
const parted = (lines, from) => {
  const following = lines.slice(from).find((line) => line.text.trim());
  return following && !isHeading(following.text) ? ["---", ""] : [];
};

// The lines as Markdown with such questions in it, and how many there were; how many only look like questions, and
// how the first of those begins. `taken` are the identities that questions of the text around have.
export const withQuestions = (lines, taken = []) => {
  const rows = rowsOf(lines);
  const all = found(rows);
  const missed = [...all.alike, ...open(rows, all)].sort((one, other) => one - other);
  const identities = new Set(taken);
  const out = [];
  let at = 0;
  for (const [place, { start, from, end, why, ...question }] of all.questions.entries()) {
    out.push(...lines.slice(at, rows[start].at).map(({ text }) => text));
    while (out.length && !out.at(-1).trim()) out.pop();
    if (out.length) out.push("");
    out.push(written(stemOf(rows.slice(start, from)), question, why, identities), "");
    at = next(rows, end) < rows.length ? rows[next(rows, end)].at : lines.length;
    const follows = all.questions[place + 1];
    if (!follows || rows[follows.start].at > at) out.push(...parted(lines, at));
  }
  const text = [...out, ...lines.slice(at).map((line) => line.text)].join("\n");
  const first = missed.length ? plainOf(rows[missed[0]].read).slice(0, 60) : "";
  return { text: all.questions.length ? text.trimEnd() : text, count: all.questions.length, missed: missed.length, first };
};

// Plain text as lines. In a question it is text as typed, not HTML and no attributes; elsewhere it stays as it is.
export const plainLines = (text) =>
  text.replace(/\r\n?/g, "\n").split("\n").map((line) => ({
    text: line,
    plain: true,
    read: line
      .replace(/(?<!\\)<(?=[A-Za-z/!?])/g, "\\<")
      .replace(/\[\[|\]\]/g, (signs) => `\\${signs[0]}\\${signs[1]}`)
      .replace(/(?<=[\p{L}\p{N}])\*(?=[\p{L}\p{N}])/gu, "\\*")
      .replace(/\{(?=[^{}]+\}\s*$)/, "\\{"),
  }));
