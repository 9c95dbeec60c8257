// What stands above the options of a question: where it begins, and how it is written. Pure.

import { escapedStart } from "./escaping.js";
import { isBlank, next } from "./question_rows.js";
import { bare, beginsKey, isHeading, isNumbered, numberOf, withoutNumber } from "./question_signs.js";

const FURTHEST = 12; // Lines with words above the options that may belong to the question.
const LONGEST = 300; // Letters of a heading made of several lines.
const LEAD = "Perhatikan hal berikut.";

// The row with words above one; -1 where there is none.
const above = (rows, at, lowest) => {
  let up = at - 1;
  while (up >= lowest && isBlank(rows[up])) up--;
  return up >= lowest ? up : -1;
};

// The first row of the numbers that count up to one.
const firstNumber = (rows, at, lowest) => {
  let first = at;
  for (let up = above(rows, first, lowest); up >= 0; up = above(rows, first, lowest)) {
    if (numberOf(rows[first].read) < 2 || numberOf(rows[up].read) !== numberOf(rows[first].read) - 1) break;
    first = up;
  }
  return first;
};

// Whether the words at a number go on until the options: in the lines below it, or they say that more is to come. The
// last item of a list isn't the beginning of the question below that list.
const leads = (rows, at, from, lowest) => {
  const between = rows.slice(at, from);
  const last = between.findLastIndex((row) => !isBlank(row));
  if (!between.slice(0, last).some(isBlank)) return true;
  const words = bare(between[between.findIndex(isBlank) - 1].read);
  return /[:!]\W*$/.test(words) || (/[.?…]\W*$/.test(words) && firstNumber(rows, at, lowest) === at);
};

// In “3. Perhatikan: 1) … 2) …” the numbers of the statements count within the question.
const startAtNumber = (rows, nearest, from, lowest) => {
  if (next(rows, nearest + 1) === from) return nearest;
  const first = firstNumber(rows, nearest, lowest);
  const outer = numberOf(rows[first].read) === 1 ? above(rows, first, lowest) : -1;
  if (outer >= 0 && isNumbered(rows[outer].read)) return outer;
  return leads(rows, nearest, from, lowest) ? nearest : -1;
};

// The row of the number that a question may begin with, and the first that can belong to it.
const numberAbove = (rows, lowest, from) => {
  let seen = 0;
  let place = from - 1;
  for (; place >= lowest && seen < FURTHEST; place--) {
    const { read } = rows[place];
    if (isHeading(read) || beginsKey(read)) break;
    if (isNumbered(read)) return { number: place, first: place + 1 };
    if (!isBlank(rows[place])) seen++;
  }
  return { number: -1, first: place + 1 };
};

// Where the question begins whose options begin at `from`: at its number, else with the paragraph above.
export const stemStart = (rows, lowest, from) => {
  const { number, first } = numberAbove(rows, lowest, from);
  const numbered = number < 0 ? -1 : startAtNumber(rows, number, from, lowest);
  if (numbered >= 0) return numbered;
  let start = from;
  for (let up = from - 1; up >= first && (start === from || !isBlank(rows[up])); up--) if (!isBlank(rows[up])) start = up;
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
export const stemOf = (rows) => {
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
