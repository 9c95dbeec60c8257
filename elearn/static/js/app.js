// Spares slips on every page: shows a password, stops a second click, says when the connection is gone,
// moves what is to be put in order. Pages work without any of it.

const words = document.body.dataset;

for (const input of document.querySelectorAll("input[data-show-password]")) {
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "button button-quiet",
    textContent: words.show,
  });
  const box = Object.assign(document.createElement("div"), { className: "password" });
  button.setAttribute("aria-controls", input.id);
  button.addEventListener("click", () => {
    const hidden = input.type === "password";
    input.type = hidden ? "text" : "password";
    button.textContent = hidden ? words.hide : words.show;
  });
  input.replaceWith(box);
  box.append(input, button);
  input.form?.addEventListener("submit", () => (input.type = "password"));
}

document.querySelector("[data-summary]")?.focus();

// A form is sent once. It is free again when the page is shown again, or after a while: its answer may be a file.
// The form of a dialog only closes it and sends nothing.
const LOCKED_FOR = 10_000;

const release = (form) => {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method === "dialog") return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-disabled", "true");
  setTimeout(release, LOCKED_FOR, form);
});

addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));

// Signing out leaves none of a learner's answers in a browser that others may use.
document.addEventListener("submit", (event) => {
  if (!event.target.getAttribute("action")?.endsWith("/sign-out")) return;
  for (const name of Object.keys(localStorage)) if (name.startsWith("elearn.quiz.")) localStorage.removeItem(name);
});

// The connection, in words.
const connection = document.querySelector("[data-connection]");

const tell = (online) => {
  connection.textContent = online ? connection.dataset.online : connection.dataset.offline;
  connection.classList.toggle("is-back", online);
  if (online) setTimeout(() => navigator.onLine && (connection.textContent = ""), 4000);
};

addEventListener("offline", () => tell(false));
addEventListener("online", () => tell(true));
if (!navigator.onLine) tell(false);

// Lists to put in order: each item has a select for its place; buttons move the item and set every select.
const arrange = (list) => {
  [...list.children].forEach((item, at) => {
    const select = item.querySelector("select");
    if (select.value === String(at + 1)) return;
    select.value = String(at + 1);
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
};

const dim = (list) => {
  [...list.children].forEach((item, at, all) => {
    const [up, down] = item.querySelectorAll("button");
    up.setAttribute("aria-disabled", String(at === 0));
    down.setAttribute("aria-disabled", String(at === all.length - 1));
  });
};

const move = (list, item, step, button) => {
  const other = step < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (!other) return;
  step < 0 ? other.before(item) : other.after(item);
  arrange(list);
  dim(list);
  button.focus();
  const place = [...list.children].indexOf(item) + 1;
  list.nextElementSibling.textContent = list.dataset.said
    .replace("{item}", item.querySelector(".order-text").textContent.trim())
    .replace("{place}", place);
};

const moveButton = (list, item, step) => {
  const button = document.createElement("button");
  const text = item.querySelector(".order-text").textContent.trim();
  button.type = "button";
  button.className = "button button-quiet order-move";
  button.textContent = step < 0 ? "↑" : "↓";
  button.setAttribute("aria-label", `${step < 0 ? list.dataset.up : list.dataset.down}: ${text}`);
  button.addEventListener("click", () => move(list, item, step, button));
  return button;
};

// Scripts that put something into the page say so by an "elearn:changed" event on it.
const enhance = (root) => {
  for (const list of root.querySelectorAll("ol[data-order]:not(.order-live)")) {
    list.classList.add("order-live");
    list.previousElementSibling.textContent = list.dataset.hint;
    for (const item of list.children) item.append(moveButton(list, item, -1), moveButton(list, item, 1));
    dim(list);
  }
};

enhance(document);
document.addEventListener("elearn:changed", (event) => enhance(event.target));

// Without a connection the service worker shows a page of ours; it is told the language of the pages read last.
navigator.serviceWorker?.register("/sw.js").then(async () => {
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage(document.documentElement.lang);
});
