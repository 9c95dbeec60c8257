// Shows a page of ours, in the reader's language, when there is no connection; everything else goes to the server as ever.

const KEPT = "offline-1";
const languages = ["id", "en"];

const page = (language) => `/offline?language=${language}`;

const keep = async () => {
  const kept = await caches.open(KEPT);
  for (const language of languages) {
    const answer = await fetch(page(language), { cache: "reload" });
    const html = await answer.clone().text();
    await kept.put(page(language), answer);
    for (const [, address] of html.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)) {
      await kept.add(address.replaceAll("&amp;", "&"));
    }
  }
};

const forget = async () => {
  for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
};

// Which language the reader last saw: kept like a page, since a service worker remembers nothing else.
const NOTE = "/offline/language";

const note = async (language) => {
  if (languages.includes(language)) await (await caches.open(KEPT)).put(NOTE, new Response(language));
};

const offline = async () => {
  const kept = await caches.open(KEPT);
  const language = await (await kept.match(NOTE))?.text();
  return (await kept.match(page(language ?? languages[0]))) ?? Response.error();
};

// What a page tells the server while it is being left goes straight there: waking this script first would lose it.
const letPass = async (event) => {
  try {
    await event.addRoutes?.({ condition: { requestMethod: "POST" }, source: "network" });
  } catch {
    // A browser that knows no such routes, or not this one.
  }
};

addEventListener("install", (event) => {
  event.waitUntil(letPass(event));
  event.waitUntil(keep().then(() => skipWaiting()));
});
addEventListener("activate", (event) => event.waitUntil(forget().then(() => clients.claim())));
addEventListener("message", (event) => event.waitUntil(note(event.data)));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate" && request.method === "GET") {
    event.respondWith(fetch(request).catch(offline));
  } else if (new URL(request.url).pathname.startsWith("/static/")) {
    event.respondWith(fetch(request).catch(() => caches.match(request).then((kept) => kept ?? Response.error())));
  }
});
