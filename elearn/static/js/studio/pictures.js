// Pictures by button, paste or drop: sent to the course's files, described, and then shown in the text.

const IMAGE = /^image\/(png|jpeg|webp|gif)$/;

export const picturesIn = (files) => [...(files ?? [])].filter((file) => IMAGE.test(file.type));

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

export const startPictures = (editor, dialog, field) => {
  const form = dialog.querySelector("form");
  const { dataset: words } = dialog;
  const problem = form.querySelector("[data-problem]");
  const chooser = form.querySelector("[data-choose]");
  const up = "../".repeat(editor.dataset.path.split("/").length - 1);
  let waiting = [];

  const complain = (text) => {
    problem.textContent = text;
    problem.hidden = !text;
  };

  const open = (files) => {
    waiting = [...files];
    form.reset();
    complain("");
    chooser.hidden = waiting.length > 0;
    dialog.showModal();
  };

  const insert = async (file, alt, decorative) => {
    complain(words.sending);
    try {
      const { paths = [], problems = [] } = await send(editor, file);
      if (!paths.length) return complain(problems[0] ?? words.failed);
      const safe = alt.replace(/[\\[\]]/g, "\\$&");
      const text = `![${decorative ? "" : safe}](${up}${paths[0]})${decorative ? "{.decorative}" : ""}`;
      const rest = waiting.slice(1);
      dialog.addEventListener("close", () => {
        field.insertBlock(text);
        if (rest.length) open(rest);
      }, { once: true });
      dialog.close();
    } catch {
      complain(words.failed);
    }
  };

  form.addEventListener("submit", (event) => {
    if (event.submitter?.value !== "insert") return;
    event.preventDefault();
    const file = waiting[0] ?? form.elements.file.files[0];
    const alt = form.elements.alt.value.trim().replace(/\s+/g, " ");
    const decorative = form.elements.decorative.checked;
    if (!file) complain(words.noFile);
    else if (!alt && !decorative) complain(words.noAlt);
    else insert(file, alt, decorative);
  });

  field.area.addEventListener("dragover", (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
  field.area.addEventListener("drop", (event) => {
    const pictures = picturesIn(event.dataTransfer?.files);
    if (!pictures.length) return;
    event.preventDefault();
    open(pictures);
  });
  return open;
};
