// A question from a form to Markdown, and what is missing before it can be one. Pure: no page.

import { clean, escaped, escapedHeading, escapedStart } from "./escaping.js";
import { freeIdentity, identitiesIn } from "./question_ids.js";
import { withoutMarkers } from "./typed_markers.js";

const tidy = (text) => clean(text).trim().replace(/\s+/g, " ");
const rows = (text) => text.split("\n").map(tidy).filter(Boolean);
const lower = (text) => text.toLowerCase();
const same = (texts) => new Set(texts.map(lower)).size < texts.length;
const each = (texts) => texts.filter((text, place) => texts.findIndex((other) => lower(other) === lower(text)) === place);

const stepsOf = ({ steps }) => withoutMarkers(rows(steps));
const optionsOf = ({ options }) => {
  const texts = withoutMarkers(options.map(({ text }) => tidy(text)));
  return options.map(({ right }, place) => ({ text: texts[place], right }));
};
const acceptedOf = ({ accepted }) => each(withoutMarkers(rows(accepted).map((text) => text.replace(/^=\s*/, ""))));
const pairsOf = ({ pairs }) => {
  const lefts = withoutMarkers(pairs.map(({ left }) => tidy(left)));
  return pairs.map(({ to }, place) => ({ left: lefts[place], to: tidy(to) }));
};

const NUMBER = String.raw`[-−]?(?!0\d)\d+(?:[.,]\d+)*`;
const NUMBERS = new RegExp(`^(${NUMBER})(?:\\s*(±|\\+/?-|\\.\\.)\\s*(${NUMBER}))?$`);

// Roughly: only to see which of two is the smaller one. A sign before three digits parts thousands.
const value = (number) => Number(number.replace("−", "-").replace(/[.,](?=\d{3}(?!\d))/g, "").replace(",", "."));

const numberProblem = ({ number }) => {
  const [, low, sign, high] = NUMBERS.exec(tidy(number)) ?? [];
  if (!low) return "notANumber";
  return sign === ".." && value(low) > value(high) ? "reversed" : "";
};

const choiceProblem = (asked) => {
  const options = optionsOf(asked);
  if (options.length < 2) return "fewOptions";
  if (same(options.map(({ text }) => text))) return "same";
  return options.some(({ right }) => right) ? "" : "noRight";
};

const pairsProblem = (asked) => {
  const pairs = pairsOf(asked);
  if (pairs.length < 2 || pairs.some(({ left, to }) => !left || !to)) return "fewPairs";
  return same(pairs.map(({ left }) => left)) ? "sameLeft" : "";
};

const stepsProblem = (asked) => {
  const steps = stepsOf(asked);
  if (steps.length < 2) return "fewSteps";
  return same(steps) ? "sameSteps" : "";
};

const CHECKS = {
  single: choiceProblem,
  multiple: choiceProblem,
  short: (asked) => (acceptedOf(asked).length ? "" : "noAnswer"),
  number: numberProblem,
  matching: pairsProblem,
  ordering: stepsProblem,
  blanks: ({ sentence }) => (/\[\[[^[\]]*[\p{L}\p{N}][^[\]]*\]\]/u.test(sentence) ? "" : "noBlank"),
};

// Blanks stay as they are; what stands around them is text.
const BLANK = /(\[\[[^[\]\n]*[\p{L}\p{N}][^[\]\n]*\]\])/u;
const withBlanks = (line) => line.split(BLANK).map((part, place) => (place % 2 ? part : escaped(part))).join("");

// Lines of a text that has several: an empty one parts paragraphs, another line's end stays one.
const block = (text, line = escaped) =>
  text
    .trim()
    .split(/\n(?:[ \t]*\n)+/)
    .map((part) => part.split("\n").map((words, place) => escapedStart(line(tidy(words)), !place)).join("  \n"))
    .join("\n\n");

// The first arrow of a pair parts its sides, so the left one may not have any, nor begin like another kind of answer.
const leftSide = (text) =>
  escaped(text)
    .replace(/(-{1,2}|={1,2})>/g, "$1\\>")
    .replace(/→/g, "&rarr;")
    .replace(/^=/, "&#61;")
    .replace(/^\[(?=[ xX]?\])/, "\\[");

const choices = (asked) => optionsOf(asked).map(({ text, right }) => `- [${right ? "x" : " "}] ${escaped(text)}`);

const ANSWERS = {
  single: choices,
  multiple: choices,
  short: (asked) => acceptedOf(asked).map((text) => `- = ${text}`),
  number: ({ number }) => [`- = ${tidy(number)}`],
  matching: (asked) => pairsOf(asked).map(({ left, to }) => `- ${leftSide(left)} -> ${escaped(to)}`),
  ordering: (asked) => stepsOf(asked).map((text, place) => `${place + 1}. ${escaped(text)}`),
  blanks: ({ sentence }) => [block(sentence, withBlanks)],
};

// The name of what is missing; empty when nothing is.
export const problemOf = (asked) => (tidy(asked.stem) ? CHECKS[asked.kind](asked) : "noStem");

// The question as it will stand in a text; its identity is one that no question of that text has.
export const questionText = (asked, text = "") => {
  const stem = tidy(asked.stem);
  const heading = escapedHeading(asked.kind === "blanks" ? withBlanks(stem) : escaped(stem));
  const identity = freeIdentity(heading, identitiesIn(text));
  const flag = asked.kind === "multiple" ? " .multiple" : "";
  const explained = asked.explanation.trim() && `\n\n${block(asked.explanation).replace(/^/gm, "> ").replace(/^> $/gm, ">")}`;
  return `## ? ${heading} {#${identity}${flag}}\n\n${ANSWERS[asked.kind](asked).join("\n")}${explained}`;
};
