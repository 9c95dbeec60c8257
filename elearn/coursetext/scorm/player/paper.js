"use strict";
/* The paper of one attempt: questions drawn and put in an order that the same seed gives again. */

function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled(list, random) {
  const left = [...list];
  return list.map(() => left.splice(Math.floor(random() * left.length), 1)[0]);
}

function places(list) {
  return list.map((_, place) => place);
}

function ownQuestions(unit) {
  return unit.parts.filter((part) => typeof part !== "string");
}

function drawn(course, unit, random) {
  const own = ownQuestions(unit);
  const { draw } = unit.rules;
  if (!draw.length) return own;
  const found = draw.some((each) => !each.bank) ? [] : own;
  return draw.reduce((all, each) => {
    const pool = each.bank ? course.banks[each.bank] : own;
    const chosen = new Set(shuffled(places(pool), random).slice(0, each.count));
    return [...all, ...pool.filter((_, place) => chosen.has(place))];
  }, found);
}

/* Each question with the order in which its options, right sides or items are shown. */
function paper(course, unit, seed) {
  const random = chance(seed);
  const questions = drawn(course, unit, random);
  const inOrder = unit.rules.shuffle ? shuffled(questions, random) : questions;
  return inOrder.map((question) => ({ question, order: shownOrder(question, random, unit.rules.shuffle) }));
}

function shownOrder(question, random, shuffle) {
  if (question.options) {
    const all = places(question.options);
    if (!shuffle || question.fixedOrder) return all;
    const last = all.filter((place) => question.options[place].last);
    return [...shuffled(all.filter((place) => !last.includes(place)), random), ...last];
  }
  if (question.rights) return shuffled(places(question.rights), random);
  return question.items ? mixedUp(places(question.items), random) : [];
}

/* Never the right order, where there is another. */
function mixedUp(right, random) {
  const mixed = shuffled(right, random);
  const same = mixed.every((item, place) => item === place);
  return same && mixed.length > 1 ? [...mixed.slice(1), mixed[0]] : mixed;
}
