// The form that writes a question: one dialog, of which each kind shows its own fields.

import { problemOf, questionText } from "./question_text.js";

const read = (form, kind) => {
  const all = (name) => [...form.querySelectorAll(`[name=${name}]`)];
  const value = (name) => form.elements[name].value;
  const words = (field) => field.value.trim().replace(/\s+/g, " ");
  const right = all("right");
  const to = all("to");
  return {
    kind,
    stem: value("stem"),
    options: all("option").map((field, place) => ({ text: words(field), right: right[place].checked })).filter(({ text }) => text),
    accepted: value("accepted"),
    number: value("number"),
    pairs: all("left").map((field, place) => ({ left: words(field), to: words(to[place]) })).filter(({ left, to: other }) => left || other),
    steps: value("steps"),
    sentence: value("sentence"),
    explanation: value("explanation"),
  };
};

export const startQuestions = (toolbar, dialog, field) => {
  const form = dialog.querySelector("form");
  const problem = form.querySelector("[data-problem]");
  const typed = [...form.querySelectorAll("input, textarea")];
  const unfinished = new Map();
  let kind = "";

  // What was typed and not inserted is there again when a question of the same kind is asked for.
  const fill = (fields) => {
    form.reset();
    typed.forEach((each, place) => Object.assign(each, fields?.[place]));
  };

  const keep = () => unfinished.set(kind, typed.map(({ value, checked }) => ({ value, checked })));

  toolbar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-question-kind]");
    if (!button || dialog.open) return;
    kind = button.dataset.questionKind;
    button.closest("details").open = false;
    for (const tick of form.querySelectorAll("[name=right]")) tick.type = kind === "single" ? "radio" : "checkbox";
    fill(unfinished.get(kind));
    problem.hidden = true;
    form.querySelector("[data-title]").textContent = button.textContent.trim();
    for (const part of form.querySelectorAll("[data-for]")) part.hidden = !part.dataset.for.split(" ").includes(kind);
    dialog.returnValue = "";
    dialog.showModal();
  });

  form.addEventListener("submit", (event) => {
    if (event.submitter?.value !== "insert") return;
    const missing = problemOf(read(form, kind));
    problem.hidden = !missing;
    if (!missing) return;
    event.preventDefault();
    problem.textContent = dialog.dataset[missing];
  });

  // Escape leaves no word of how it was closed, so only the button inserts, and once.
  dialog.addEventListener("close", () => {
    if (dialog.returnValue !== "insert") return keep();
    unfinished.delete(kind);
    field.insertBlock(questionText(read(form, kind), field.text));
  });
};
