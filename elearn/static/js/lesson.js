// A lesson: practice answered in place, and the paragraph where the reader stopped. The page works without it.

const text = document.querySelector("[data-lesson]");
const practice = document.getElementById("practice");

// Practice: the same form, sent without leaving the page. Whatever goes wrong, the ordinary way is still there.
practice.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (!button || practice.dataset.plain) return;
  event.preventDefault();
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  const data = new FormData(practice);
  data.append("question", button.value);
  try {
    const answer = await fetch(location.pathname, { method: "POST", body: data, headers: { "X-Fragment": "question" } });
    if (!answer.ok || answer.redirected) throw new TypeError("not a question");
    show(button.closest(".practice"), await answer.text());
  } catch {
    button.removeAttribute("aria-disabled");
    if (navigator.onLine && !(await reachable())) return lost(button);
    if (!navigator.onLine) return lost(button);
    practice.dataset.plain = "yes";
    practice.requestSubmit(button);
  }
});

const reachable = () => fetch("/health").then((answer) => answer.ok, () => false);

const lost = (button) => {
  const place = button.closest(".practice");
  const note = place.querySelector(".lost") ?? document.createElement("p");
  note.className = "notice notice-warning lost";
  note.setAttribute("role", "alert");
  note.textContent = practice.dataset.lost;
  place.append(note);
};

const show = (old, html) => {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const fresh = document.importNode(parsed.querySelector(".practice"), true);
  old.replaceWith(fresh);
  fresh.dispatchEvent(new CustomEvent("elearn:changed", { bubbles: true }));
  fresh.querySelector("[data-result]")?.focus();
};

// The place: the first block of the text that isn't above the window.
const place = () => {
  const at = [...text.children].findIndex((block) => block.getBoundingClientRect().bottom > 60);
  return at < 0 ? text.children.length - 1 : at;
};

let kept = Number(text.dataset.place);

const keep = () => {
  const now = place();
  if (!text.dataset.token || now === kept) return;
  const data = new FormData();
  data.append("csrf_token", text.dataset.token);
  data.append("action", "place");
  data.append("place", now);
  if (navigator.sendBeacon(location.pathname, data)) kept = now;
};

addEventListener("pagehide", keep);
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());

// Coming back: on to the paragraph, unless the browser itself knows where to go (a link to a part, back, reload).
const arrived = performance.getEntriesByType("navigation")[0]?.type ?? "navigate";
const stopped = text.children[kept];

if (kept > 1 && stopped && !location.hash && arrived === "navigate") {
  const note = document.querySelector("[data-resumed]");
  const button = (text, label, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    if (label) made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  };
  const end = () => {
    note.hidden = true;
    stopped.classList.remove("here");
  };
  const restart = () => {
    end();
    scrollTo(0, 0);
    document.getElementById("main").focus({ preventScroll: true });
  };
  stopped.classList.add("here");
  stopped.scrollIntoView({ block: "start" });
  note.append(note.dataset.words, button(note.dataset.top, "", restart), button("×", note.dataset.close, end));
  note.hidden = false;
  // It has been seen once the reader has gone on.
  new IntersectionObserver(([seen], observer) => {
    if (seen.isIntersecting) return;
    end();
    observer.disconnect();
  }).observe(stopped);
}
