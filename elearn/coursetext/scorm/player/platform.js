"use strict";
/* The learning platform's side of SCORM 1.2: found in a frame above, or in the window that opened this one. */

const platform = {
  api: null,
  began: Date.now(),
  over: false,

  open() {
    this.api = findApi(window) || (window.opener && findApi(window.opener));
    if (this.api && this.api.LMSInitialize("") !== "true" && this.api.LMSGetLastError() !== "101") this.api = null;
    return this.api !== null && this.api !== undefined;
  },

  get(name) {
    return this.api ? String(this.api.LMSGetValue(name) ?? "") : "";
  },

  set(name, value) {
    return !this.api || this.over || String(this.api.LMSSetValue(name, String(value))) === "true";
  },

  commit() {
    if (!this.api || this.over) return true;
    const timed = this.set("cmi.core.session_time", sessionTime(Date.now() - this.began));
    return String(this.api.LMSCommit("")) === "true" && timed;
  },

  close() {
    if (!this.api || this.over) return;
    this.set("cmi.core.exit", "suspend");
    this.commit();
    this.api.LMSFinish("");
    this.over = true;
  },
};

function findApi(start) {
  let frame = start;
  for (let steps = 0; steps < 20; steps += 1) {
    try {
      if (frame.API) return frame.API;
    } catch {
      return null; // a frame of another site
    }
    if (frame.parent === frame) return null;
    frame = frame.parent;
  }
  return null;
}

function sessionTime(milliseconds) {
  const hundredths = Math.floor(milliseconds / 10);
  const two = (number) => String(number).padStart(2, "0");
  const seconds = Math.floor(hundredths / 100);
  const hours = String(Math.floor(seconds / 3600)).padStart(4, "0");
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}
