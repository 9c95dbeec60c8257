// Pictures by button, paste or drop: sent to the course's files, described, and then shown in the text.

const IMAGE = /^image\/(png|jpeg|webp|gif)$/;
const WIDEST = 480; // Pixels of what the dialog shows.

export const picturesIn = (files) => [...(files ?? [])].filter((file) => IMAGE.test(file.type));
export const othersIn = (files) => [...(files ?? [])].filter((file) => !IMAGE.test(file.type));

const send = async (form, file) => {
  const body = new FormData();
  body.append("file", file, file.name || "gambar.png");
  const answer = await fetch(`/studio/${form.dataset.slug}/files`, {
    method: "POST",
    body,
    headers: { Accept: "application/json", "X-CSRFToken": form.elements.csrf_token.value },
    redirect: "error",
  });
  return answer.json();
};

// Draws a picture, since the page may load none from anywhere but the site; of several only the latest.
const drawerOn = (canvas) => {
  let latest = null;
  return async (file) => {
    latest = file;
    canvas.hidden = true;
    if (!file) return;
    try {
      const picture = await createImageBitmap(file);
      if (latest !== file) return;
      const scale = Math.min(1, WIDEST / picture.width);
      canvas.width = Math.max(1, picture.width * scale);
      canvas.height = Math.max(1, picture.height * scale);
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      canvas.hidden = false;
    } catch {
      // What is wrong with it, the server says.
    }
  };
};

// Whether a note stands in a row of a table, where a bar would end its cell.
const inTable = (text, note) => /^\s*\|/.test(text.slice(text.lastIndexOf("\n", text.indexOf(note)) + 1));

// `open(waiting)` asks for each file in turn. One that was pasted is { file, alt, note }: the note holds its place.
export const startPictures = (editor, dialog, field) => {
  const form = dialog.querySelector("form");
  const { dataset: words } = dialog;
  const problem = form.querySelector("[data-problem]");
  const chooser = form.querySelector("[data-choose]");
  const draw = drawerOn(form.querySelector("[data-shown]"));
  const count = form.querySelector("[data-count]");
  const skip = form.querySelector("[data-skip]");
  const up = "../".repeat(editor.dataset.path.split("/").length - 1);
  let waiting = [];
  let total = 0;
  let sending = false;

  const complain = (text) => {
    problem.textContent = text;
    problem.hidden = !text;
  };

  const ask = () => {
    const [asked] = waiting;
    form.reset();
    complain("");
    form.elements.alt.value = asked?.alt ?? "";
    chooser.hidden = waiting.length > 0;
    count.hidden = skip.hidden = total < 2;
    count.textContent = words.count.replace("{number}", total - waiting.length + 1).replace("{count}", total);
    draw(asked?.file);
    dialog.showModal();
  };

  const open = (files) => {
    if (dialog.open) return;
    waiting = [...files].map((each) => (each instanceof File ? { file: each } : each));
    total = waiting.length;
    ask();
  };

  // What was pasted has its place; everything else stands where the cursor is.
  const put = (text, note) => {
    if (note && field.text.includes(note)) field.become(field.text.replace(note, () => text));
    else field.insertBlock(text);
  };

  // The text can be changed only when the dialog is closed.
  const goOn = (change = () => {}) => {
    waiting = waiting.slice(1);
    dialog.addEventListener("close", () => {
      change();
      if (waiting.length) ask();
    }, { once: true });
    dialog.close();
  };

  const insert = async ({ file, note }, alt, decorative) => {
    sending = true;
    complain(words.sending);
    const asked = waiting;
    try {
      const { paths = [], problems = [] } = await send(editor, file);
      if (!dialog.open || waiting !== asked) return;
      if (!paths.length) return complain(problems[0] ?? words.failed);
      const safe = alt.replace(/[\\[\]]/g, "\\$&");
      const text = `![${decorative ? "" : safe}](${up}${paths[0]})${decorative ? "{.decorative}" : ""}`;
      goOn(() => put(note && inTable(field.text, note) ? text.replace(/\|/g, "\\|") : text, note));
    } catch {
      complain(words.failed);
    } finally {
      sending = false;
    }
  };

  chooser.addEventListener("change", () => draw(form.elements.file.files[0]));
  dialog.addEventListener("cancel", () => (waiting = []));
  form.addEventListener("submit", (event) => {
    const { value } = event.submitter ?? {};
    if (value === "cancel") waiting = [];
    if (value !== "insert" && value !== "skip") return;
    event.preventDefault();
    if (sending) return;
    if (value === "skip") return goOn();
    const asked = waiting[0] ?? { file: form.elements.file.files[0] };
    const alt = form.elements.alt.value.trim().replace(/\s+/g, " ");
    const decorative = form.elements.decorative.checked;
    if (!asked.file) complain(words.noFile);
    else if (!alt && !decorative) complain(words.noAlt);
    else insert(asked, alt, decorative);
  });

  return open;
};
