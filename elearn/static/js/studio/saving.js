// Saves by itself, a few seconds after typing: says when it did, keeps the text here until then, and asks when
// somebody else was first.

import { shelfFor, signOf } from "./keeping.js";

const SOON = 2_500;
const LONGEST_PAUSE = 30_000;
const LOOK_EVERY = 20_000;

export const startSaving = (form, field, settle) => {
  const words = form.dataset;
  const state = form.querySelector("[data-saved]");
  const shelf = shelfFor(words.save, words.person);
  let version = Number(words.version);
  let sent = []; // Signs of what was sent, by this page or the one before: it may stand there without its receipt.
  let saved = field.area.defaultValue; // Somebody may have typed before this script came.
  let tooLong = null;
  let timer = 0;
  let pause = 0;
  let sending = null;
  let stuck = false;
  let kept = true;
  let ended = false;
  let renewed = false; // Since the last save: a token that was refused twice isn't the reason.

  const say = (text, lost = false, link = "", to = "") => {
    if (state.dataset.said === text) return;
    state.dataset.said = text;
    state.textContent = text;
    state.classList.toggle("is-lost", lost);
    const leads = to ? { href: to, target: "_blank", rel: "noopener" } : { href: location.href };
    if (link) state.append(" ", Object.assign(document.createElement("a"), { ...leads, textContent: link }));
  };

  const keep = () => {
    kept = shelf.write(field.text, version, sent);
  };

  const changed = () => {
    if (field.text === saved) return;
    keep();
    if (stuck) return;
    if (!pause) say(words.unsavedWords);
    clearTimeout(timer);
    timer = setTimeout(flush, pause || SOON);
  };

  const send = (text) =>
    fetch(words.save, {
      method: "POST",
      body: new URLSearchParams({ text, version }),
      headers: { Accept: "application/json", "X-CSRFToken": form.elements.csrf_token.value },
      redirect: "error",
      signal: AbortSignal.timeout?.(30_000),
    });

  const run = async () => {
    while (field.text !== saved && field.text !== tooLong && !stuck) {
      const text = field.text;
      say(words.savingWords);
      sent.push(signOf(text));
      keep();
      let answer;
      try {
        answer = await send(text);
        if (answer.status >= 500) throw new TypeError("the server is away");
        if (answer.status === 409) await agree(await answer.json());
        else if (answer.ok) take(text, await answer.json());
        else if (answer.status !== 400 || !(await renew())) refuse(answer.status, text);
      } catch {
        return lose();
      }
    }
    return !stuck;
  };

  const take = (text, told) => {
    pause = 0;
    renewed = false;
    saved = text;
    sent = [];
    setVersion(told.version);
    if (field.text === saved) shelf.clear(saved);
    else keep();
    say(words.savedWords.replace("{time}", told.saved_at));
  };

  const setVersion = (number) => {
    version = number;
    form.elements.version.value = number;
  };

  // Somebody else saved first: the writer chooses, and saves again over the version that was seen.
  const agree = async (told) => {
    if (sent.includes(signOf(told.text))) {
      setVersion(told.version);
      saved = told.text;
      return;
    }
    const chosen = await settle(told, field.text);
    setVersion(told.version);
    saved = told.text;
    field.become(chosen);
    keep();
    if (field.text === saved) {
      shelf.clear(saved);
      say("");
    }
  };

  const lose = () => {
    pause = Math.min(pause * 2 || 2_000, LONGEST_PAUSE);
    say(words.lostWords, true);
    clearTimeout(timer);
    timer = setTimeout(flush, pause);
    return false;
  };

  // Signed out, a token of a session that is gone, or no such file any more: trying again doesn't help.
  const refuse = (status, text) => {
    if (status === 413) {
      say(words.longWords, true);
      tooLong = text;
      return;
    }
    stuck = true;
    ended = status === 401;
    if (ended) say(words.endedWords, true, words.enterWords, `/sign-in?next=${encodeURIComponent(`/studio/${words.slug}/`)}`);
    else if (status === 400) say(words.staleWords, true, words.reloadWords);
    else say(words.goneWords, true);
  };

  // A new token for who signed in again meanwhile, from a new copy of this page; false if it is the same, or they didn't.
  const renew = async () => {
    const answer = await fetch(location.pathname, { redirect: "error" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector("[data-editor] [name=csrf_token]")?.value;
    if (!token || renewed) return false;
    form.elements.csrf_token.value = token;
    renewed = true;
    return true;
  };

  // Back from signing in, in another tab.
  const comeBack = async () => {
    if (!ended) return;
    renewed = false;
    try {
      if (!(await renew())) return;
    } catch {
      return; // Still signed out, or without a connection.
    }
    stuck = ended = false;
    flush();
  };

  const flush = () => {
    clearTimeout(timer);
    sending ??= run().finally(() => {
      sending = null;
    });
    return sending;
  };

  // Somebody else in the same text is told of before the two collide; what is typed here already is brought together.
  const look = async () => {
    if (document.visibilityState !== "visible" || stuck || sending) return;
    try {
      const answer = await fetch(words.save, { headers: { Accept: "application/json" }, redirect: "error" });
      const told = answer.ok ? await answer.json() : { version };
      if (told.version <= version || sending) return;
      if (field.text !== saved) flush();
      else say(words.newerWords.replace("{name}", told.by).replace("{time}", told.saved_at), true, words.reloadWords);
    } catch {
      // Without a connection there is nothing to tell; saving says so.
    }
  };

  const restore = () => {
    const before = shelf.read();
    if (!before) return false;
    if (before.text === saved) {
      shelf.clear(saved);
      return false;
    }
    sent = before.sent ?? [];
    if (!sent.includes(signOf(saved))) version = before.version;
    field.become(before.text);
    say(words.backWords);
    clearTimeout(timer);
    timer = setTimeout(flush, SOON);
    return true;
  };

  field.area.addEventListener("input", changed);
  addEventListener("online", () => flush());
  addEventListener("focus", comeBack);
  addEventListener("focus", look);
  setInterval(look, LOOK_EVERY);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && field.text !== saved && flush());
  addEventListener("beforeunload", (event) => !kept && field.text !== saved && event.preventDefault());
  if (!restore()) changed();
  return { flush, saveAll: async () => (await flush()) && field.text === saved };
};
