"use strict";
/* The pages of the course: its beginning, its lessons, its quizzes; and the way between them. */

const main = document.querySelector("#main");
let shown = null;

function show(unit, body = null, focus = true) {
  clearInterval(ticking);
  if (unit && !body && handInOverdue(unit)) return;
  shown = unit;
  if (unit) memory.here = unit.key;
  const title = element("h1", { tabindex: "-1", lang: course.language }, unit ? unit.title : course.title);
  main.replaceChildren(
    element("p", { class: "overline" }, progressWords()),
    title,
    ...(unit ? [...(body ?? pageOf(unit)), ...neighbours(unit)] : beginningPage()),
  );
  document.title = unit ? `${unit.title} – ${course.title}` : course.title;
  if (!focus) return;
  window.scrollTo(0, 0);
  title.focus({ preventScroll: true });
}

function progressWords() {
  const required = requiredUnits();
  return say("progress", { done: required.filter((unit) => memory.done.has(unit.key)).length, all: required.length });
}

function pageOf(unit) {
  if (!isQuiz(unit)) return lessonPage(unit);
  const attempt = openAttempt(unit);
  return attempt ? quizSheet(unit, attempt) : quizIntroduction(unit);
}

function beginningPage() {
  const next = units.find((unit) => unit.key === memory.here) ?? units.find((unit) => !memory.done.has(unit.key)) ?? units[0];
  const begun = memory.done.size > 0 || memory.here !== "";
  return [
    standing().complete && notice(say("courseDone"), "success"),
    prose(course.description),
    element("p", {}, element("a", { class: "button", href: `#${next.key}` }, say(begun ? "goOn" : "start"))),
    element("h2", {}, say("outline")),
    outline(),
  ].filter(Boolean);
}

function outline() {
  return element(
    "ol",
    { class: "outline" },
    ...course.modules.map((module) =>
      element("li", {}, element("h3", { lang: course.language }, module.title), module.introduction && prose(module.introduction), element("ul", { class: "units" }, ...module.units.map(outlineRow))),
    ),
  );
}

function outlineRow(unit) {
  const facts = [
    isQuiz(unit) && say("quiz"),
    say("minutes", { count: unit.minutes }),
    !unit.required && say("optional"),
    memory.done.has(unit.key) && `✓ ${say("finished")}`,
  ].filter(Boolean);
  return element(
    "li",
    {},
    element("a", { href: `#${unit.key}`, "aria-current": unit === shown ? "true" : null }, element("span", { lang: course.language }, unit.title), element("small", {}, facts.join(" · "))),
  );
}

function lessonPage(unit) {
  const parts = unit.parts.map((part) => (typeof part === "string" ? prose(part) : practice(part)));
  const done = memory.done.has(unit.key);
  return [
    ...parts,
    element("p", { class: "finish" }, done ? state(true, say("finished")) : button(say("finish"), () => finish(unit))),
  ];
}

function practice(question) {
  const order = shownOrder(question, chance(question.label.length), false);
  const card = element("form", { class: "card practice", novalidate: true });
  const draw = (given, told) => {
    const part = questionPart({ question, order }, { given, told });
    const check = element("button", { class: "button button-quiet" }, say(told ? "checkAgain" : "check"));
    card.replaceChildren(element("p", { class: "overline" }, say("practice")), part.node, element("p", {}, check));
    card.onsubmit = (event) => {
      event.preventDefault();
      const answer = part.answer();
      draw(answer, answer !== null);
      if (answer === null) card.append(notice(say("empty"), "warning"));
      card.querySelector(".verdict, .notice")?.focus();
    };
  };
  draw(null, false);
  return card;
}

function finish(unit) {
  memory.done.add(unit.key);
  const next = units[units.indexOf(unit) + 1];
  if (!next) memory.here = unit.key;
  memory.save();
  location.hash = next ? `#${next.key}` : "#";
}

function neighbours(unit) {
  const place = units.indexOf(unit);
  const [before, next] = [units[place - 1], units[place + 1]];
  return [
    element(
      "nav",
      { class: "neighbours", "aria-label": say("outline") },
      before && element("a", { href: `#${before.key}` }, say("before", { title: before.title })),
      next && element("a", { href: `#${next.key}`, rel: "next" }, say("next", { title: next.title })),
    ),
    element("details", { class: "contents" }, element("summary", {}, say("outline")), outline()),
  ];
}

/* The address names a unit (and perhaps a heading in it), the beginning, or a place in the page that is shown. */
function follow() {
  const [key, anchor] = location.hash.slice(1).split("#");
  if (key === "") {
    show(null);
    return;
  }
  const unit = units.find((each) => each.key === key);
  if (!unit) return;
  show(unit);
  memory.save();
  if (anchor) document.getElementById(anchor)?.scrollIntoView();
}

function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen;
  for (const each of document.querySelectorAll("[data-text]")) each.textContent = say(each.dataset.text);
  for (const each of document.querySelectorAll("[data-language]")) {
    each.setAttribute("aria-pressed", String(each.dataset.language === chosen));
  }
}

function keepAnswers() {
  if (memory.attempt && shown && openAttempt(shown)) memory.save();
}

function start() {
  language = course.language;
  platform.open();
  memory.read();
  speak(language);
  for (const each of document.querySelectorAll("[data-language]")) {
    each.addEventListener("click", () => {
      keepAnswers();
      speak(each.dataset.language);
      show(shown, null, false);
      memory.save();
    });
  }
  window.addEventListener("hashchange", follow);
  window.addEventListener("pagehide", () => {
    keepAnswers();
    platform.close();
  });
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  const unit = units.find((each) => each.key === memory.here);
  if (unit) history.replaceState(null, "", `#${unit.key}`);
  show(unit ?? null, null, false);
  memory.save();
}

start();
