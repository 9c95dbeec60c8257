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
  let kind = "";

  toolbar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-question-kind]");
    if (!button) return;
    kind = button.dataset.questionKind;
    button.closest("details").open = false;
    form.reset();
    problem.hidden = true;
    form.querySelector("[data-title]").textContent = button.textContent.trim();
    for (const part of form.querySelectorAll("[data-for]")) part.hidden = !part.dataset.for.split(" ").includes(kind);
    for (const tick of form.querySelectorAll("[name=right]")) tick.type = kind === "single" ? "radio" : "checkbox";
    dialog.showModal();
  });

  form.addEventListener("submit", (event) => {
    if (event.submitter?.value !== "insert") return;
    const asked = read(form, kind);
    const missing = problemOf(asked);
    if (missing) {
      event.preventDefault();
      problem.textContent = dialog.dataset[missing];
      problem.hidden = false;
      return;
    }
    const text = questionText(asked, field.text);
    dialog.addEventListener("close", () => field.insertBlock(text), { once: true });
  });
};
