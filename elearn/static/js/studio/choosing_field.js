// Which field the text is typed in: CodeMirror where its file is there, or the plain one for who likes it better.

import { codeField } from "./code_field.js";
import { findingsAt } from "./code_findings.js";
import { courseText } from "./code_language.js";

const KEPT = "elearn.editor";
const PLAIN = "plain";

// Small touch devices choose and correct words better in a field of their own.
const SMALL_TOUCH = "(pointer: coarse) and (max-width: 58em)";

const likesPlain = () => {
  try {
    return localStorage.getItem(KEPT) === PLAIN;
  } catch {
    return false;
  }
};

const remember = (plain) => {
  try {
    if (plain) localStorage.setItem(KEPT, PLAIN);
    else localStorage.removeItem(KEPT);
  } catch {
    // A browser that keeps nothing asks again.
  }
};

export const startChoosingField = (form, field, moved) => {
  const button = form.querySelector("[data-codemirror]");
  if (!button) return;
  const { area } = field;
  let plain = likesPlain();
  let code = null;

  const toCode = async () => {
    const cm = await import(button.dataset.codemirror);
    if (plain || code) return;
    const focused = document.activeElement === area;
    const { nonce } = document.querySelector("link[nonce]");
    code = codeField(area, cm, [courseText(cm), findingsAt(cm, form.querySelector("[data-findings]"))], nonce);
    area.before(code.view.dom);
    area.hidden = true;
    field.moveTo(code);
    if (focused) code.enter();
    moved();
  };

  const toPlain = () => {
    if (!code) return;
    area.hidden = false;
    field.moveTo();
    code.leave();
    code = null;
    moved();
  };

  // Without its file one goes on in the plain field.
  const show = () => {
    button.setAttribute("aria-pressed", plain);
    if (plain) toPlain();
    else toCode().catch(() => (button.hidden = true));
  };

  button.addEventListener("click", () => {
    plain = !plain;
    remember(plain);
    show();
  });
  area.labels[0].addEventListener("click", () => field.focus());
  if (!matchMedia(SMALL_TOUCH).matches) show();
};
