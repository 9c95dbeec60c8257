// The lines of a paste, cut where one line holds several things. Pure.

import { beginsKey, isHeading, isNumbered, optionOf, partsOf } from "./question_signs.js";

export const isBlank = (row) => !row.read.trim();
export const next = (rows, from) => {
  let place = from;
  while (place < rows.length && isBlank(rows[place])) place++;
  return place;
};
export const readAt = (rows, place) => rows[place]?.read ?? "";

export const rowsOf = (lines) =>
  lines.flatMap((line, at) => {
    const parts = isBlank(line) ? [line.read] : partsOf(line.read, readAt(lines, next(lines, at + 1)));
    return parts.length === 1 ? [{ ...line, at }] : parts.map((read) => ({ read, text: read, at }));
  });

// Words that go on from the line above: they begin nothing themselves.
export const goesOn = (row) => !isBlank(row) && !optionOf(row.read) && !beginsKey(row.read) && !isNumbered(row.read) && !isHeading(row.read);

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
