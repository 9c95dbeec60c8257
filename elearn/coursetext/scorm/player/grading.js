"use strict";
/* What an answer is worth: the rules of the platform that the course comes from. Shares are [right, of], both whole.

   An answer is by kind: `single` a place among the options; `multiple` a list of places; `short` and `number` a text;
   `matching` a right side (or null) for each pair; `ordering` places of items; `blanks` a list of texts. None is null. */

function plainText(text) {
  const bare = text.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(/\p{Mn}/gu, "");
  return bare.replace(/\s+/g, " ").trim().replace(/[.,;:!?… ]+$/, "").trim();
}

const NUMBER = /^[+-]?([1-9]\d{0,2}(\.\d{3})+(,\d+)?|[1-9]\d{0,2}(,\d{3})+\.\d+|\d+([.,]\d+)?)$/;

/* A number typed the Indonesian way or the English way, as [digits, decimals]; null if it is none. */
function readNumber(text) {
  let bare = text.replace(/\s/g, "").replaceAll("−", "-").replace(/^rp\.?/i, "");
  if (bare.endsWith(",-")) bare = bare.slice(0, -2);
  if (bare.endsWith("%")) bare = bare.slice(0, -1);
  const match = NUMBER.exec(bare);
  if (!match) return null;
  if (match[2]) bare = bare.replaceAll(".", "").replaceAll(",", ".");
  else if (match[4]) bare = bare.replaceAll(",", "");
  else bare = bare.replaceAll(",", ".");
  return decimal(bare);
}

/* Exact, since a decision is never rounded; the key may be written with an exponent. */
function decimal(text) {
  const [number, exponent = "0"] = text.replace(/^\+/, "").toLowerCase().split("e");
  const [whole, part = ""] = number.split(".");
  const places = part.length - Number(exponent);
  const digits = BigInt(whole + part);
  return places < 0 ? [digits * 10n ** BigInt(-places), 0] : [digits, places];
}

function compare([a, aPlaces], [b, bPlaces]) {
  const places = Math.max(aPlaces, bPlaces);
  const left = a * 10n ** BigInt(places - aPlaces);
  const right = b * 10n ** BigInt(places - bPlaces);
  return left < right ? -1 : left > right ? 1 : 0;
}

function isAccepted(text, accepted, withNumbers) {
  if (accepted.some((each) => each.plain === plainText(text))) return true;
  const number = withNumbers ? readNumber(text) : null;
  return number !== null && accepted.some((each) => each.number !== null && compare(decimal(each.number), number) === 0);
}

function inRange(text, ranges) {
  const number = readNumber(text);
  return (
    number !== null &&
    ranges.some(([low, high]) => compare(decimal(low), number) <= 0 && compare(number, decimal(high)) <= 0)
  );
}

const COUNTERS = {
  single: (question, answer) => [Number(question.options[answer]?.correct ?? false), 1],
  multiple(question, answer) {
    const right = answer.filter((place) => question.options[place].correct).length;
    return [right - (answer.length - right), question.options.filter((option) => option.correct).length];
  },
  short: (question, answer) => [Number(isAccepted(answer, question.accepted, false)), 1],
  number: (question, answer) => [Number(inRange(answer, question.ranges)), 1],
  matching: (question, answer) => [
    question.pairs.filter((pair, place) => pair.right === answer[place]).length,
    question.pairs.length,
  ],
  ordering: (question, answer) => [answer.filter((item, place) => item === place).length, question.items.length],
  blanks: (question, answer) => [
    question.blanks.filter((blank, place) => isAccepted(answer[place] ?? "", blank, true)).length,
    question.blanks.length,
  ],
};

/* The share of a question's points that an answer earns. */
function share(question, answer, credit) {
  if (answer === null || answer === undefined) return [0, 1];
  const [right, of] = COUNTERS[question.kind](question, answer);
  if (right === of && of > 0) return [1, 1];
  return credit === "exact" || of < 1 || right < 0 ? [0, 1] : [right, of];
}

function verdict(question, answer) {
  const [right, of] = share(question, answer, "proportional");
  return right === of ? "right" : right ? "partly" : "wrong";
}

function isFilled(question, answer) {
  if (answer === null || answer === undefined) return false;
  if (question.kind === "matching") return answer.every((right) => right !== null);
  return question.kind !== "blanks" || answer.every((text) => text !== "");
}

/* The percent, rounded down for showing, and whether it is enough, which isn't rounded. */
function grade(questions, answers, rules) {
  let earned = [0n, 1n];
  let total = 0n;
  questions.forEach((question, place) => {
    const [right, of] = share(question, answers[place], rules.credit).map(BigInt);
    earned = [earned[0] * of + right * BigInt(question.points) * earned[1], earned[1] * of];
    total += BigInt(question.points);
  });
  if (total === 0n) return { percent: 0, passed: false };
  const hundredfold = earned[0] * 100n;
  return {
    percent: Number(hundredfold / (earned[1] * total)),
    passed: hundredfold >= BigInt(rules.passingScore) * total * earned[1],
  };
}
