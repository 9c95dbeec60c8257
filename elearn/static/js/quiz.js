// An attempt: each answer is saved when it is given, and kept in this browser until the server has it.
// Without this script the same pages work by their forms.

const PREFIX = "elearn.quiz.";
const sheet = document.getElementById("answers");
const ended = document.querySelector("[data-ended]");

// ---------- What waits here: answers that the server hasn't acknowledged, by question ----------

const shelf = (attempt) => {
  const name = PREFIX + attempt;
  let fallback = {};
  return {
    name,
    read() {
      try {
        return JSON.parse(localStorage.getItem(name) ?? "{}");
      } catch {
        return fallback;
      }
    },
    write(waiting) {
      fallback = waiting;
      try {
        if (Object.keys(waiting).length) localStorage.setItem(name, JSON.stringify(waiting));
        else localStorage.removeItem(name);
      } catch {
        // A browser that keeps nothing still sends what it holds in memory.
      }
    },
    change(act) {
      const waiting = this.read();
      act(waiting);
      this.write(waiting);
    },
  };
};

if (ended) shelf(ended.dataset.ended).write({});

const randomName = () =>
  crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16)).join("-");

const attend = () => {
  const words = sheet.dataset;
  const waiting = shelf(words.attempt);
  const state = document.querySelector("[data-state]");
  const tab = randomName();
  const address = `/attempts/${words.attempt}/answers`;
  let sequence = 0;
  let sending = null;
  let timer = 0;
  let pause = 0;
  let away = false;
  let leaving = false;
  let stuck = false;
  let timeIsUp = false;

  const unsaved = () => Object.keys(waiting.read()).length > 0;
  const fieldset = (question) => document.getElementById(`q-${question}`);
  const note = (question, text) => {
    const receipt = fieldset(question)?.querySelector("[data-receipt]");
    if (receipt) receipt.textContent = text;
  };

  const say = (text, lost = false, link = "") => {
    if (state.dataset.said === text) return;
    state.dataset.said = text;
    state.textContent = text;
    state.classList.toggle("is-lost", lost);
    if (link) state.append(" ", Object.assign(document.createElement("a"), { href: location.href, textContent: link }));
  };

  // ---------- Giving an answer ----------

  const fieldsOf = (set) =>
    [...set.elements]
      .filter((field) => field.name && (!/^(radio|checkbox)$/.test(field.type) || field.checked))
      .map((field) => [field.name, field.value]);

  const give = (field, delay) => {
    const set = field.closest("[data-question]");
    if (!set) return;
    const question = set.dataset.question;
    const entry = { key: randomName(), tab, sequence: ++sequence, at: Date.now(), fields: fieldsOf(set) };
    waiting.change((all) => (all[question] = entry));
    note(question, words.saving);
    stuck = false;
    plan(delay);
  };

  const plan = (delay) => {
    clearTimeout(timer);
    timer = setTimeout(flush, delay);
    guard();
  };

  // ---------- Sending: one after the other, the oldest first ----------

  const send = (question, entry) => {
    const body = new URLSearchParams(entry.fields);
    body.set("request_key", entry.key);
    body.set("tab", entry.tab);
    body.set("sequence", entry.sequence);
    if (entry.late) body.set("waited", Math.max(1, Date.now() - entry.at));
    return fetch(address, {
      method: "POST",
      body,
      headers: { Accept: "application/json", "X-CSRFToken": document.querySelector("[name=csrf_token]").value },
      redirect: "error",
      keepalive: true,
      signal: AbortSignal.timeout?.(15_000),
    });
  };

  const run = async () => {
    for (;;) {
      const [next] = Object.entries(waiting.read()).sort(([, a], [, b]) => a.at - b.at);
      if (!next) return allSaved();
      let answer;
      try {
        answer = await send(...next);
        if (answer.status >= 500) throw new TypeError("the server is away");
        if (!answer.ok && answer.status !== 409) return refuse(answer.status);
        take(answer.status, await answer.json(), ...next);
      } catch {
        return lose();
      }
      if (leaving) return false;
    }
  };

  const flush = () => {
    clearTimeout(timer);
    sending ??= run().finally(() => {
      sending = null;
      guard();
    });
    return sending;
  };

  const take = (status, told, question, entry) => {
    if (status === 409) {
      waiting.write({});
      leaving = true;
      location.replace(told.address);
      return;
    }
    const newest = waiting.read()[question]?.key === entry.key;
    if (newest) waiting.change((all) => delete all[question]);
    setTime(told.left);
    if (!newest) return;
    const text = words.saved.replace("{time}", told.saved_at);
    const receipt = `${text} · ${words.code.replace("{code}", told.code)}`;
    note(question, told.overtaken.includes(question) ? words.overtaken : receipt);
    if (!away) say(text);
  };

  const allSaved = () => {
    if (away) say(words.back);
    away = false;
    pause = 0;
    if (timeIsUp) document.getElementById("hand-in").submit();
    return true;
  };

  const lost = () => {
    away = true;
    say(words.lost, true);
  };

  const lose = () => {
    waiting.change((all) => Object.values(all).forEach((entry) => (entry.late = true)));
    pause = Math.min(pause * 2 || 2_000, 30_000);
    lost();
    timer = setTimeout(flush, pause);
    return false;
  };

  // Signed out, or the form's token is of a session that is gone: only a new page helps, and it finds what waits here.
  const refuse = (status) => {
    stuck = true;
    waiting.change((all) => Object.values(all).forEach((entry) => (entry.late = true)));
    if (status === 401) say(words.ended, true, words.enter);
    else say(words.stale, true, words.reload);
    return false;
  };

  // ---------- Leaving ----------

  const warn = (event) => unsaved() && !leaving && event.preventDefault();

  const guard = () => (unsaved() ? addEventListener : removeEventListener)("beforeunload", warn);

  const goOn = async (event) => {
    const { target: form, submitter } = event;
    const to = submitter?.dataset.to;
    if (leaving) return;
    if (!navigator.onLine) {
      event.preventDefault();
      return lost();
    }
    if (!to && !unsaved()) return;
    event.preventDefault();
    if (!(await flush())) return;
    leaving = true;
    if (to) location.assign(to);
    else if (form.requestSubmit) form.requestSubmit(submitter);
    else form.submit();
  };

  const hurry = () => {
    if (sending || stuck) return;
    for (const each of Object.entries(waiting.read())) send(...each).catch(() => {});
  };

  // ---------- Time ----------

  const shown = document.querySelector("[data-time]");
  const clock = document.querySelector("[data-clock]");
  let endsAt = 0;
  let before = Number(shown?.dataset.time);

  const setTime = (seconds) => {
    if (shown && seconds !== null && seconds !== undefined) endsAt = Date.now() + seconds * 1000;
  };

  const tick = () => {
    const left = Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
    const text = `${Math.floor(left / 60)}.${String(left % 60).padStart(2, "0")}`;
    shown.lastElementChild.textContent = words.left.replace("{time}", text);
    shown.classList.toggle("is-short", left <= 300);
    if (before > 300 && left <= 300) clock.textContent = words.five;
    if (before > 60 && left <= 60) clock.textContent = words.one;
    before = left;
    if (left || timeIsUp) return;
    timeIsUp = true;
    clock.textContent = words.up;
    flush();
  };

  // ---------- What waited from before: shown in its fields, then sent ----------

  const restore = (question, entry) => {
    const set = fieldset(question);
    if (!set) return;
    const given = new Map();
    for (const [name, value] of entry.fields) given.set(name, [...(given.get(name) ?? []), value]);
    for (const field of set.elements) {
      const values = given.get(field.name) ?? [];
      if (/^(radio|checkbox)$/.test(field.type)) field.checked = values.includes(field.value);
      else if (field.name && field.type !== "hidden") field.value = values[0] ?? "";
    }
    const list = set.querySelector("ol[data-order]");
    const place = (item) => Number(item.querySelector("select").value) || Infinity;
    list?.append(...[...list.children].sort((a, b) => place(a) - place(b)));
    note(question, words.saving);
  };

  waiting.change((all) => Object.values(all).forEach((entry) => (entry.late = true)));
  Object.entries(waiting.read()).forEach((each) => restore(...each));

  // ---------- Listening ----------

  const typed = (field) => field.matches("input:not([type=radio], [type=checkbox])");
  sheet.addEventListener("input", (event) => typed(event.target) && give(event.target, 800));
  sheet.addEventListener("change", (event) => (typed(event.target) ? flush() : give(event.target, 50)));
  document.addEventListener("submit", goOn, { capture: true });
  addEventListener("online", flush);
  addEventListener("offline", lost);
  addEventListener("pagehide", hurry);

  // Another tab saved something: this one shows it when it is looked at again. A page brought back does the same.
  let old = false;
  addEventListener("storage", (event) => event.key === waiting.name && (old = true));
  const renew = () => !unsaved() && location.reload();
  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? old && renew() : flush()));
  addEventListener("pageshow", (event) => event.persisted && renew());

  if (shown) {
    setTime(Number(shown.dataset.time));
    tick();
    setInterval(tick, 1000);
  }
  if (unsaved()) flush();
};

if (sheet) attend();
