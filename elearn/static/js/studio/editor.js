// The editor of a course's text. Without this script the same page saves, shows and mends by its form.

import { startChoosingField } from "./choosing_field.js";
import { fieldOf } from "./field.js";
import { startInserting } from "./inserting.js";
import { startPasting } from "./pasting.js";
import { startPictures } from "./pictures.js";
import { startPreview } from "./preview.js";
import { startQuestions } from "./question_dialog.js";
import { startSaving } from "./saving.js";
import { scrollTogether } from "./scrolling.js";
import { settleIn } from "./settling.js";

const start = (form) => {
  const find = (name) => document.querySelector(`[data-${name}]`);
  const field = fieldOf(form.querySelector("[data-source]"));
  const toolbar = find("toolbar");
  const measure = scrollTogether(field, find("preview-pane"));
  const { refresh } = startPreview(form, field, () => measure());
  const { flush } = startSaving(form, field, settleIn(find("conflict-dialog")));
  startChoosingField(form, field, () => measure());
  startInserting(toolbar, field, flush);
  startQuestions(toolbar, find("question-dialog"), field);
  const openPictures = startPictures(form, find("picture-dialog"), field);
  toolbar.querySelector("[data-tool=picture]").addEventListener("click", () => openPictures([]));
  startPasting(field, openPictures, find("pasted"));

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    flush();
    refresh();
  });

  const line = Number(new URLSearchParams(location.search).get("line"));
  if (line > 0) field.goTo(line);
};

const form = document.querySelector("[data-editor]");
if (form) start(form);
