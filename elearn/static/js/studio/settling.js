// Two versions side by side with their merge; the writer chooses what goes on. A merge goes on only without marks.

const OPENS = "<<<<<< ";
const CLOSES = ">>>>>> ";

// Where the passages stand that still hold both versions: their first and last letters.
export const markedIn = (text) => {
  const found = [];
  let at = 0;
  let open = -1;
  for (const line of text.split("\n")) {
    if (line.startsWith(OPENS)) open = at;
    if (open >= 0 && line.startsWith(CLOSES)) {
      found.push([open, at + line.length]);
      open = -1;
    }
    at += line.length + 1;
  }
  return found;
};

// A textarea says nothing of where a letter stands, so the lines before it are counted.
const show = (area, [start, end]) => {
  area.focus();
  area.setSelectionRange(start, end);
  const lines = area.value.split("\n").length;
  const before = area.value.slice(0, start).split("\n").length - 1;
  area.scrollTop = (before / lines) * area.scrollHeight - area.clientHeight / 5;
};

export const settleIn = (dialog) => {
  const form = dialog.querySelector("form");
  const problem = form.querySelector("[data-problem]");
  const { merged, theirs, mine } = form.elements;

  const complain = (marked) => {
    problem.textContent = marked.length ? dialog.dataset.left.replace("{count}", marked.length) : "";
    problem.hidden = !marked.length;
  };

  form.addEventListener("submit", (event) => {
    if (event.submitter?.value !== "merged") return;
    const marked = markedIn(merged.value);
    complain(marked);
    if (!marked.length) return;
    event.preventDefault();
    show(merged, marked[0]);
  });

  return (told, text) =>
    new Promise((resolve) => {
      const words = told.conflicts ? dialog.dataset.marked : dialog.dataset.clean;
      form.querySelector("[data-told]").textContent = words.replace("{name}", () => told.by).replace("{count}", told.conflicts);
      merged.value = told.merged;
      theirs.value = told.text;
      mine.value = text;
      complain([]);
      dialog.returnValue = "";

      const open = () => {
        dialog.showModal();
        const [first] = markedIn(merged.value);
        if (first) show(merged, first);
      };
      const done = () => {
        if (!dialog.returnValue) return open(); // Escape chooses nothing, and nothing may be lost.
        dialog.removeEventListener("close", done);
        resolve(form.elements[dialog.returnValue].value);
      };
      dialog.addEventListener("close", done);
      open();
    });
};
