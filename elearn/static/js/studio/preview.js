// What learners will see, a moment after each change; of several answers only the latest counts.

const MOMENT = 350;

export const startPreview = (form, field, shown) => {
  const pane = form.querySelector("[data-preview-pane]");
  const list = form.querySelector("[data-findings]");
  const none = form.querySelector("[data-no-findings]");
  let latest = null;
  let timer = 0;

  const ask = async (fields = {}) => {
    latest?.abort();
    const mine = (latest = new AbortController());
    const answer = await fetch(form.dataset.preview, {
      method: "POST",
      body: new URLSearchParams({ text: field.text, ...fields }),
      headers: { Accept: "application/json", "X-CSRFToken": form.elements.csrf_token.value },
      redirect: "error",
      signal: mine.signal,
    });
    return answer.ok && latest === mine ? answer.json() : null;
  };

  const show = (told) => {
    const open = new Set([...pane.querySelectorAll("details")].map((each, place) => each.open && place));
    pane.innerHTML = told.html;
    pane.querySelectorAll("details").forEach((each, place) => (each.open = open.has(place)));
    if (!list.contains(document.activeElement)) list.innerHTML = told.list;
    none.hidden = told.findings.length > 0;
    shown();
  };

  const refresh = async () => {
    try {
      const told = await ask();
      if (told) show(told);
    } catch {
      // No connection, or a newer question is on its way: the last picture stays.
    }
  };

  const mend = async (button) => {
    const words = list.querySelector(`input[name="${CSS.escape(`words:${button.value}`)}"]`);
    if (words && !words.value.trim()) return words.focus();
    const fields = { fix: button.value, ...(words && { [words.name]: words.value }) };
    try {
      const told = await ask(fields);
      if (!told) return;
      field.become(told.text);
      clearTimeout(timer);
      field.focus();
      show(told);
    } catch {
      // As above.
    }
  };

  const plan = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, MOMENT);
  };

  field.area.addEventListener("input", plan);
  list.addEventListener("focusout", () => setTimeout(() => !list.contains(document.activeElement) && plan()));
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
