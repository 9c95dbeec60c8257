// A course's outline: moves by dragging, or by Alt and an arrow key, without leaving the page. Beside a text that is
// being written all its forms work so, after the text has been saved. Without this script they do it with a page each.

const outline = () => document.getElementById("outline");
let busy = false;
let beforehand = async () => true;
let everyForm = false;

// Where a text is being written: `save` resolves to whether all that was typed is saved.
export const startOutlineBeside = (save) => {
  beforehand = save;
  everyForm = true;
};

const versionIn = (page) => page.querySelector("[data-editor]")?.dataset.version;

// ---------- Sending a form and taking over the outline that comes back ----------

const replaceWith = (page) => {
  const fresh = page.getElementById("outline");
  if (!fresh) return false;
  document.querySelector("[data-told]").textContent = page.querySelector(".flashes")?.textContent.trim() ?? "";
  const open = [...outline().querySelectorAll("details[open]")].map((each) => each.closest("[data-key]")?.dataset.key);
  outline().replaceWith(fresh);
  for (const key of open) if (key) find(key)?.querySelector("details").setAttribute("open", "");
  attend();
  return true;
};

// The same page, with the same text if one is being written: a change of the outline may change that text as well.
const isHere = (answer, page) => {
  if (new URL(answer.url).pathname !== location.pathname) return false;
  const form = document.querySelector("[data-editor]");
  return !form || versionIn(page) === form.elements.version.value;
};

const find = (key) => key && outline().querySelector(`[data-key="${CSS.escape(key)}"]`);

const send = async (form, fields, focus) => {
  if (busy) return;
  busy = true;
  try {
    if (!(await beforehand())) return;
    const answer = await fetch(form.action, { method: "POST", body: fields });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.ok || !isHere(answer, page) || !replaceWith(page)) {
      location.assign(answer.url);
      return;
    }
    focus();
  } catch {
    if (everyForm) outline().focus();
    else form.submit();
  } finally {
    busy = false;
  }
};

// To the text that is added, with all of this one saved.
const leave = async (form, submitter) => {
  if (!(await beforehand())) return;
  if (submitter) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value }));
  form.submit();
};

const step = (item, direction) => {
  const button = item.querySelector(`[data-step="${direction}"]`);
  if (!button || button.disabled) return;
  const key = item.dataset.key;
  const onTitle = document.activeElement?.matches?.("a.outline-title");
  const fields = new FormData(button.form, button);
  send(button.form, fields, () => {
    const moved = find(key);
    const same = moved?.querySelector(`[data-step="${direction}"]`);
    const target = onTitle ? moved?.querySelector("a.outline-title") : same?.disabled ? moved?.querySelector("[data-step]:not(:disabled)") : same;
    (target ?? outline()).focus();
  });
};

document.addEventListener("submit", (event) => {
  const item = event.target.closest("[data-key]");
  const form = event.target;
  if (!outline().contains(form)) return;
  if (form.matches("[data-move]") && item && event.submitter) {
    event.preventDefault();
    step(item, event.submitter.dataset.step);
  } else if (everyForm && form.matches("[data-leads-on]")) {
    event.preventDefault();
    leave(form, event.submitter);
  } else if (everyForm) {
    event.preventDefault();
    send(form, new FormData(form, event.submitter), () => (find(item?.dataset.key) ?? outline()).focus());
  }
});

document.addEventListener("keydown", (event) => {
  const direction = { ArrowUp: "up", ArrowDown: "down" }[event.key];
  const item = event.target.closest?.("[data-key]");
  if (!event.altKey || !direction || !item || event.target.matches("input, select, textarea")) return;
  event.preventDefault();
  step(item, direction);
});

// ---------- Dragging a unit to another place, also of another module ----------

let dragged = null;

const clear = () => outline().querySelectorAll(".is-over, .is-dragged").forEach((each) => each.classList.remove("is-over", "is-dragged"));

const drop = (target) => {
  const units = target.closest("[data-units]");
  const folder = units.closest("[data-module]").dataset.module;
  const others = [...units.querySelectorAll("[data-unit]")].filter((each) => each !== dragged);
  const before = target.closest("[data-unit]");
  const index = before ? others.indexOf(before) : others.length;
  if (before === dragged) return;
  const form = dragged.querySelector("[data-move]");
  const fields = new FormData(form);
  fields.set("folder", folder);
  fields.set("index", String(Math.max(0, index)));
  const key = dragged.dataset.key;
  send(form, fields, () => (find(key)?.querySelector("a.outline-title") ?? outline()).focus());
};

const attend = () => {
  for (const handle of outline().querySelectorAll("[data-drag]")) handle.draggable = true;
};

document.addEventListener("dragstart", (event) => {
  if (!event.target.matches?.("[data-drag]")) return;
  dragged = event.target.closest("[data-unit]");
  dragged.classList.add("is-dragged");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.unit);
  event.dataTransfer.setDragImage(dragged, 0, 0);
});

document.addEventListener("dragover", (event) => {
  const target = dragged && event.target.closest?.("[data-unit], [data-units]");
  if (!target) return;
  event.preventDefault();
  outline().querySelectorAll(".is-over").forEach((each) => each.classList.remove("is-over"));
  target.classList.add("is-over");
});

document.addEventListener("drop", (event) => {
  const target = dragged && event.target.closest?.("[data-unit], [data-units]");
  if (!target) return;
  event.preventDefault();
  drop(target);
});

document.addEventListener("dragend", () => {
  clear();
  dragged = null;
});

attend();
