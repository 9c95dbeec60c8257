// Where a block may stand in a course's text: below its front matter, between paragraphs, outside of code, and a
// question not inside of another. Pure.

const FENCE = /^\s*(```|~~~)/;
const HEADING = /^#{1,6}(\s|\?)/;
const QUESTION = /^#{1,6}\s*\?/;
const RULE = /^ {0,3}(-{3,}|\*{3,}|_{3,})\s*$/;

// How many lines the front matter takes, its two rulers included.
const frontLines = (lines) => {
  if (lines[0]?.trimEnd() !== "---") return 0;
  const end = lines.findIndex((line, place) => place > 0 && line.trimEnd() === "---");
  return end + 1;
};

// Where the front matter of a text ends.
export const frontEnd = (text) => {
  const lines = text.split("\n");
  const above = lines.slice(0, frontLines(lines));
  return Math.min(text.length, above.reduce((sum, line) => sum + line.length + 1, 0));
};

// Whether words bring a front matter of their own; two rules aren't one.
export const bringsFront = (words) => /^---[ \t]*\n\w/.test(words) && frontEnd(words) > 0;

// What a block takes the place of where a part of a text is chosen: the spaces beside it too, and the sign of a heading
// or an item whose words are all chosen.
export const partFor = (text, start, end) => {
  const ended = text[end - 1] === "\n";
  const tail = ended ? 0 : /^[ \t]*/.exec(text.slice(end))[0].length;
  const whole = ended || /^(?:\n|$)/.test(text.slice(end + tail));
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const sign = whole ? /^[ \t]*(?:(?:#{1,6}|[-*+]|\d{1,3}[.)])[ \t]+)?$/.exec(line) : null;
  const lead = (sign ?? /[ \t]*$/.exec(line))[0].length;
  return [start - lead, end + tail];
};

// Whether each line belongs to a piece of code, by its number from 0.
const inCode = (lines) => {
  let open = false;
  return lines.map((line) => {
    const fence = FENCE.test(line);
    const inside = open || fence;
    if (fence) open = !open;
    return inside;
  });
};

const endOfQuestion = (lines, code, place) => {
  let above = place - 1;
  while (above >= 0 && (code[above] || !(HEADING.test(lines[above]) || RULE.test(lines[above])))) above--;
  if (!QUESTION.test(lines[above] ?? "")) return place;
  while (place < lines.length && (code[place] || !(HEADING.test(lines[place]) || RULE.test(lines[place])))) place++;
  return place;
};

// Where a block comes to stand for a cursor at a place: there, if nothing is cut in two, else below what the cursor is in.
export const placeFor = (text, cursor, block) => {
  const lines = text.split("\n");
  const code = inCode(lines);
  const front = frontLines(lines);
  const before = text.slice(0, cursor);
  let place = before.split("\n").length - 1;
  const atStart = (cursor === 0 || before.endsWith("\n")) && !(lines[place - 1] ?? "").trim();
  if (place < front) place = front;
  else if (!atStart || code[place]) while (place < lines.length && (code[place] || lines[place].trim())) place++;
  if (QUESTION.test(block)) place = endOfQuestion(lines, code, place);
  return lines.slice(0, place).reduce((sum, line) => sum + line.length + 1, 0) - (place >= lines.length ? 1 : 0);
};

// The empty lines that a block needs on either side, in the place of a part of a text.
export const spaceAround = (text, start, end = start) => {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const lead = !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const tail = !after ? "\n" : /^\n(?:\n|$)/.test(after) ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  return { lead, tail };
};
