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

// The empty lines that a block needs on either side.
export const spaceAround = (text, place) => {
  const before = text.slice(0, place);
  const after = text.slice(place);
  const lead = !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const tail = !after ? "\n" : after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  return { lead, tail };
};
