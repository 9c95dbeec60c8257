// What learners will see, while one types: at most one question is on its way, and the newest text goes next.

import { showIn } from "./preview_pane.js";

const PAUSE = 80; // Milliseconds between an answer and the next question, so that the browser can draw and listen.

export const startPreview = (form, field, shown) => {
  const pane = form.querySelector("[data-preview-pane]");
  const list = form.querySelector("[data-findings]");
  const count = form.querySelector("[data-findings-count]");
  const none = form.querySelector("[data-no-findings]");
  const draw = showIn(pane);
  let asking = null;
  let waiting = false;

  const ask = async (fields = {}) => {
    const answer = await fetch(form.dataset.preview, {
      method: "POST",
      body: new URLSearchParams({ text: field.text, ...fields }),
      headers: { Accept: "application/json", "X-CSRFToken": form.elements.csrf_token.value },
      redirect: "error",
      signal: AbortSignal.timeout?.(10_000),
    });
    return answer.ok ? answer.json() : null;
  };

  const show = (told) => {
    draw(told.html);
    if (!list.contains(document.activeElement)) list.innerHTML = told.list;
    count.textContent = told.count;
    none.hidden = told.findings.length > 0;
    shown();
  };

  const look = async () => {
    do {
      waiting = false;
      try {
        const told = await ask();
        if (told) show(told);
      } catch {
        // No connection: the last picture stays.
      }
      if (waiting) await new Promise((done) => setTimeout(done, PAUSE));
    } while (waiting);
    asking = null;
  };

  const refresh = () => {
    waiting = true;
    asking ??= look();
  };

  const mend = async (button) => {
    const words = list.querySelector(`input[name="${CSS.escape(`words:${button.value}`)}"]`);
    if (words && !words.value.trim()) return words.focus();
    const fields = { fix: button.value, ...(words && { [words.name]: words.value }) };
    const before = field.text;
    try {
      const told = await ask(fields);
      if (!told || field.text !== before) return; // Who went on writing presses again.
      field.become(told.text);
      field.focus();
      show(told);
    } catch {
      // As above.
    }
  };

  field.area.addEventListener("input", refresh);
  list.addEventListener("focusout", () => setTimeout(() => !list.contains(document.activeElement) && refresh()));
  list.addEventListener("click", (event) => {
    const place = event.target.closest("a[data-line]");
    if (place) {
      event.preventDefault();
      field.goTo(Number(place.dataset.line), Number(place.dataset.column));
    }
    const fix = event.target.closest("button[name=fix]");
    if (fix) {
      event.preventDefault();
      mend(fix);
    }
  });
  // Enter in a field of words mends; it mustn't save the form.
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input")) return;
    event.preventDefault();
    const value = event.target.name.slice("words:".length);
    mend(list.querySelector(`button[value="${CSS.escape(value)}"]`));
  });
  return { refresh };
};
