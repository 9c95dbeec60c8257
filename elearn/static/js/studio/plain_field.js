// The textarea itself as the place to type: works everywhere, and small touch devices know it best.

import { linePlaces } from "./line_places.js";

const LONG = 100_000; // More letters than a browser can put in one by one while somebody waits.

export const plainField = (area) => {
  // A dialog that closes may give the focus back without the place.
  let last = [0, 0];
  area.addEventListener("blur", () => (last = [area.selectionStart, area.selectionEnd]));
  area.addEventListener("focus", () => area.setSelectionRange(...last));

  const tops = linePlaces(area);

  return {
    scroller: area,
    tops,

    get text() {
      return area.value;
    },

    get selection() {
      return [area.selectionStart, area.selectionEnd];
    },

    focus() {
      area.focus({ preventScroll: true });
    },

    choose(start, end) {
      last = [start, end];
      area.setSelectionRange(start, end);
    },

    // A textarea tells no more than its lines.
    placeAt(_x, y) {
      const below = y - area.getBoundingClientRect().top - area.clientTop + area.scrollTop;
      const lines = area.value.split("\n");
      const line = tops().findLastIndex((top) => top <= below);
      return lines.slice(0, Math.max(0, line) + 1).join("\n").length;
    },

    // Put words in the place of what is chosen, in a way that “undo” takes back.
    type(words) {
      this.focus();
      if (words.length < LONG && document.execCommand?.("insertText", false, words)) return;
      area.setRangeText(words, area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    },

    // Where lines stand, as parts of the whole height.
    places(lines) {
      const all = tops();
      return lines.map((line) => (all[line - 1] ?? all.at(-1)) / Math.max(1, area.scrollHeight));
    },

    reveal(line) {
      area.scrollTop = Math.max(0, (tops()[line - 1] ?? 0) - area.clientHeight / 3);
      area.scrollIntoView({ block: "nearest" });
    },
  };
};
