// The editor of a course's text. Without this script the same page saves, shows and mends by its form.

import { startChoosingField } from "./choosing_field.js";
import { startDropping } from "./dropping.js";
import { fieldOf } from "./field.js";
import { startInserting } from "./inserting.js";
import { startLineSigns } from "./line_signs.js";
import { startOutlineBeside } from "./outline.js";
import { startPasting } from "./pasting.js";
import { startPictures } from "./pictures.js";
import { startPreview } from "./preview.js";
import { startQuestions } from "./question_dialog.js";
import { startSaving } from "./saving.js";
import { scrollTogether } from "./scrolling.js";
import { settleIn } from "./settling.js";

const WIDE = "(min-width: 75em)";
const SIDE_BY_SIDE = "(min-width: 58em)";

// What stands beside the text on a wide window is open there; on a narrow one it opens when asked for.
const openWhen = (box, query) => {
  const wide = matchMedia(query);
  const fit = () => (box.open = wide.matches);
  wide.addEventListener("change", fit);
  fit();
};

const start = (form) => {
  const find = (name) => document.querySelector(`[data-${name}]`);
  const field = fieldOf(form.querySelector("[data-source]"));
  const toolbar = find("toolbar");
  const measure = scrollTogether(field, find("preview-pane"));
  const { refresh } = startPreview(form, field, () => measure());
  const { flush, saveAll } = startSaving(form, field, settleIn(find("conflict-dialog")));
  startChoosingField(form, field, () => measure());
  startLineSigns(find("lined"), find("findings"), field);
  openWhen(find("beside"), WIDE);
  startOutlineBeside(saveAll);
  openWhen(find("findings-box"), SIDE_BY_SIDE);
  startInserting(toolbar, field, flush);
  startQuestions(toolbar, find("question-dialog"), field);
  const openPictures = startPictures(form, find("picture-dialog"), field);
  toolbar.querySelector("[data-tool=picture]").addEventListener("click", () => openPictures([]));
  startPasting(field, openPictures, find("pasted"));
  startDropping(field, openPictures, find("pasted"));

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
