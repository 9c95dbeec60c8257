"use strict";
/* A quiz: its rules, an attempt, its result. The clock is that of the learner's device. */

let ticking = 0;

function seconds() {
  return Math.floor(Date.now() / 1000);
}

function openAttempt(unit) {
  const { attempt } = memory;
  return attempt && attempt.unit === unit.key && attempt.text === unit.text ? attempt : null;
}

function deadline(unit, attempt) {
  return unit.rules.timeLimit ? attempt.began + unit.rules.timeLimit * 60 : null;
}

/* The parts of a quiz's page before and between attempts. */
function quizIntroduction(unit) {
  const { rules } = unit;
  const so_far = memory.quiz(unit);
  const size = paper(course, unit, 0).length;
  const left = rules.attempts ? rules.attempts - so_far.used : null;
  const facts = [
    say("questions", { count: size }),
    say("passingScore", { percent: rules.passingScore }),
    rules.timeLimit && say("timeLimit", { count: rules.timeLimit }),
    left !== null && say("attemptsLeft", { count: Math.max(0, left) }),
    so_far.used > 0 && say("best", { percent: so_far.best }),
  ].filter(Boolean);
  const texts = unit.parts.filter((part) => typeof part === "string").map((html) => prose(html));
  return [...texts, element("ul", { class: "facts" }, ...facts.map((fact) => element("li", {}, fact))), beginning(unit, so_far, left)];
}

function beginning(unit, so_far, left) {
  if (left !== null && left <= 0) return notice(say("noneLeft"), "warning");
  const from = so_far.used ? so_far.at + unit.rules.waitMinutes * 60 : 0;
  if (from > seconds()) {
    const time = new Date(from * 1000).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
    return notice(say("waitUntil", { time }));
  }
  return element("p", {}, button(say(so_far.used ? "again" : "begin"), () => begin(unit)));
}

function begin(unit) {
  const seed = crypto.getRandomValues(new Uint32Array(1))[0];
  memory.attempt = { unit: unit.key, text: unit.text, seed, began: seconds(), answers: [] };
  memory.save();
  show(unit);
}

/* The sheet of an open attempt. */
function quizSheet(unit, attempt) {
  const set = paper(course, unit, attempt.seed);
  const parts = [];
  const keep = () => {
    attempt.answers = parts.map((part) => part.answer());
    keepSoon();
  };
  set.forEach((each, place) => {
    parts.push(questionPart(each, { number: place + 1, given: attempt.answers[place] ?? null, onchange: keep }));
  });
  const warned = element("div", { class: "warned" });
  const send = element("button", { class: "button" }, say("send"));
  const form = element("form", { class: "sheet", novalidate: true }, ...parts.map((part) => element("div", { class: "card" }, part.node)), warned, element("p", {}, send));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt.answers = parts.map((part) => part.answer());
    const open = set.filter((each, place) => !isFilled(each.question, attempt.answers[place])).length;
    if (open && !warned.childElementCount) {
      const said = notice(say("unanswered", { count: open }), "warning");
      warned.append(said);
      send.textContent = say("sendAnyway");
      said.focus();
      return;
    }
    handIn(unit, attempt, set);
  });
  return [clock(unit, attempt, set, keep), form].filter(Boolean);
}

let keeping = 0;

function keepSoon() {
  clearTimeout(keeping);
  keeping = setTimeout(() => memory.save(), 1500);
}

function clock(unit, attempt, set, keep) {
  const until = deadline(unit, attempt);
  if (until === null) return null;
  const shown = element("p", { class: "clock", role: "timer" });
  const tick = () => {
    const left = until - seconds();
    shown.textContent = say("timeLeft", { time: `${Math.max(0, Math.floor(left / 60))}:${String(Math.max(0, left % 60)).padStart(2, "0")}` });
    if (left > 0) return;
    keep();
    handIn(unit, attempt, set);
    announce(say("timeOver"));
  };
  ticking = setInterval(tick, 1000);
  tick();
  return shown;
}

/* An attempt whose time went by while nobody looked is handed in as it was left. */
function handInOverdue(unit) {
  const attempt = isQuiz(unit) ? openAttempt(unit) : null;
  const until = attempt && deadline(unit, attempt);
  if (!until || until > seconds()) return false;
  handIn(unit, attempt, paper(course, unit, attempt.seed));
  announce(say("timeOver"));
  return true;
}

function handIn(unit, attempt, set) {
  clearInterval(ticking);
  clearTimeout(keeping);
  const result = grade(set.map((each) => each.question), attempt.answers, unit.rules);
  const so_far = memory.quiz(unit);
  memory.quizzes[unit.key] = {
    best: Math.max(so_far.best, result.percent),
    used: so_far.used + 1,
    at: seconds(),
    passed: so_far.passed || result.passed,
  };
  if (result.passed) memory.done.add(unit.key);
  memory.attempt = null;
  memory.save();
  show(unit, quizResult(unit, attempt, set, result));
}

function quizResult(unit, attempt, set, result) {
  const { rules } = unit;
  const words = result.passed ? say("passed") : say("failed", { percent: rules.passingScore });
  const head = element(
    "div",
    { class: `card score ${result.passed ? "score-passed" : ""}` },
    element("p", { class: "big" }, say("score", { percent: result.percent })),
    element("p", {}, words),
  );
  const shows = rules.showAnswers === "after_attempt" || (rules.showAnswers === "after_pass" && result.passed);
  const parts = shows
    ? [
        element("h2", {}, say("yourAnswers")),
        ...set.map((each, place) =>
          element("div", { class: "card" }, questionPart(each, { number: place + 1, given: attempt.answers[place] ?? null, told: true, live: false }).node),
        ),
      ]
    : rules.showAnswers === "after_pass"
      ? [element("p", { class: "hint" }, say("answersLater"))]
      : [];
  const so_far = memory.quiz(unit);
  return [head, !result.passed && beginning(unit, so_far, rules.attempts ? rules.attempts - so_far.used : null), ...parts].filter(Boolean);
}
