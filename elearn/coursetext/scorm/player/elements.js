"use strict";
/* Making parts of pages. Course text comes as HTML that the platform has sanitised; all else is text. */

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

function prose(html, tag = "div", className = "prose") {
  const made = element(tag, { class: className, lang: course.language });
  made.innerHTML = html;
  return made;
}

function plain(html) {
  return prose(html).textContent.trim();
}

function button(text, onclick, attributes = {}) {
  return element("button", { type: "button", class: "button", onclick, ...attributes }, text);
}

function notice(text, kind = "info") {
  return element("p", { class: `notice notice-${kind}`, tabindex: "-1" }, text);
}

function state(right, text) {
  return element("span", { class: right ? "state state-right" : "state state-wrong" }, `${right ? "✓" : "✗"} ${text}`);
}

function announce(text) {
  document.querySelector("[data-said]").textContent = text;
}

function tellConnection() {
  if (memory.waiting) announce(say("notSaved"));
  else if (memory.full) announce(say("tooMuch"));
  else if (!platform.api) announce(say("noPlatform"));
  else announce("");
}
