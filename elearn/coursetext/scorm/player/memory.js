"use strict";
/* What is remembered of a learner, inside the 4,096 characters that SCORM 1.2 gives. */

const MOST = 4000;

const memory = {
  done: new Set(),
  quizzes: {}, // by unit: { best, used, at (seconds), passed }
  attempt: null, // { unit, text, seed, began (seconds), answers }
  here: "",
  reached: "", // the status that the platform has, if it is a good one: never taken back
  waiting: false,
  again: 0,
  full: false,

  read() {
    this.here = platform.get("cmi.core.lesson_location");
    const status = platform.get("cmi.core.lesson_status");
    if (["passed", "completed"].includes(status)) this.reached = status;
    try {
      const kept = JSON.parse(platform.get("cmi.suspend_data") || "{}");
      this.done = new Set(kept.d ? kept.d.match(/u[0-9a-f]{6}/g) : []);
      this.quizzes = Object.fromEntries(
        Object.entries(kept.q ?? {}).map(([unit, [best, used, at, passed]]) => [unit, { best, used, at, passed }]),
      );
      if (kept.a) {
        const [unit, text, seed, began, answers] = kept.a;
        this.attempt = { unit, text, seed, began, answers };
      }
      if (LANGUAGES.includes(kept.l)) language = kept.l;
    } catch {
      this.done = new Set(); // what another player wrote says nothing to this one
    }
  },

  quiz(unit) {
    return this.quizzes[unit.key] ?? { best: 0, used: 0, at: 0, passed: false };
  },

  _written(withAnswers) {
    const quizzes = Object.entries(this.quizzes).map(([unit, { best, used, at, passed }]) => [unit, [best, used, at, passed]]);
    const { attempt } = this;
    return JSON.stringify({
      l: language,
      d: [...this.done].join(""),
      q: Object.fromEntries(quizzes),
      ...(attempt && {
        a: [attempt.unit, attempt.text, attempt.seed, attempt.began, withAnswers ? attempt.answers : []],
      }),
    });
  },

  _tellScore(score) {
    return [["min", 0], ["max", 100], ["raw", score]].every(([part, value]) => platform.set(`cmi.core.score.${part}`, value));
  },

  /* Tells the platform where the learner stands. A commit that fails is tried again. */
  save() {
    const whole = this._written(true);
    this.full = whole.length > MOST;
    const { status, score } = standing();
    const wrote = [
      platform.set("cmi.suspend_data", this.full ? this._written(false) : whole),
      platform.set("cmi.core.lesson_location", this.here),
      score === null || this._tellScore(score),
      platform.set("cmi.core.lesson_status", status),
    ];
    this.waiting = !(platform.commit() && wrote.every(Boolean));
    clearTimeout(this.again);
    if (this.waiting) this.again = setTimeout(() => this.save(), 10000);
    tellConnection();
  },
};

const course = window.elearnCourse;
const units = course.modules.flatMap((module) => module.units);

function isQuiz(unit) {
  return unit.rules !== null;
}

function requiredUnits() {
  const required = units.filter((unit) => unit.required);
  return required.length ? required : units;
}

/* A quiz that wasn't passed in any of the attempts that there are. */
function isLost(unit) {
  return isQuiz(unit) && unit.rules.attempts > 0 && !memory.done.has(unit.key) && memory.quiz(unit).used >= unit.rules.attempts;
}

/* The score of a course: the mean of each quiz's best score, every quiz weighing the same, however many questions it has.
   A required quiz that wasn't taken yet counts 0, so the score only ever promises what is there; an optional one counts
   once it is taken. Cut after two decimals, since rounding up would promise more. Without a quiz taken there is none. */
function courseScore() {
  const scored = units.filter((unit) => isQuiz(unit) && (unit.required || memory.quiz(unit).used > 0));
  if (!scored.some((unit) => memory.quiz(unit).used > 0)) return null;
  const sum = scored.reduce((all, unit) => all + memory.quiz(unit).best, 0);
  return Math.floor((sum * 100) / scored.length) / 100;
}

/* A course is completed when its required units are, whatever its score: each quiz has its own passing score. */
function standing() {
  const required = requiredUnits();
  const complete = required.every((unit) => memory.done.has(unit.key));
  const reached = required.some(isQuiz) ? "passed" : "completed";
  return {
    complete,
    status: memory.reached || (complete ? reached : required.some(isLost) ? "failed" : "incomplete"),
    score: courseScore(),
  };
}
