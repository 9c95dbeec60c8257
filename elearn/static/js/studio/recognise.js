// Questions in the way that people type them, to questions of the format. Pure: lines in, Markdown out.

import { escapedHeading, escapedStart, plainOf } from "./escaping.js";
import { freeIdentity } from "./question_ids.js";
import { goesOn, isBlank, next, readAt, rowsOf } from "./question_rows.js";
import { bare, beginsKey, explanationOf, isHeading, isNumbered, keyOf, optionOf } from "./question_signs.js";
import { stemOf, stemStart } from "./question_stem.js";

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
