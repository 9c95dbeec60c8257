// The text being written: what stands there, where the cursor is, and changes that “undo” takes back.
// It is typed in the plain field, or in CodeMirror over it, which keeps the plain field's text the same.

import { placeFor, spaceAround } from "./block_places.js";
import { plainField } from "./plain_field.js";

export const fieldOf = (area) => {
  const plain = plainField(area);
  let on = plain;

  // Who never was in the text goes on at its end.
  let entered = false;
  area.parentElement.addEventListener("focusin", ({ target }) => (entered ||= on.scroller.contains(target)));
  const where = () => (entered ? on.selection : [on.text.length, on.text.length]);

  const select = (start, end) => {
    on.focus();
    on.choose(start, end);
  };

  return {
    area,

    // Go on in another place to type, where the cursor was; without one, in the plain field.
    moveTo(place = plain) {
      const chosen = on.selection;
      on = place;
      on.choose(...chosen);
    },

    get scroller() {
      return on.scroller;
    },

    get text() {
      return on.text;
    },

    get chosen() {
      return on.text.slice(...on.selection);
    },

    focus() {
      on.focus();
    },

    places(lines) {
      return on.places(lines);
    },

    // Where the lines of the plain field stand, in pixels.
    tops: plain.tops,

    // Put words in the place of what is chosen, and choose a part of them.
    insert(words, from = words.length, to = from) {
      const [start, end] = where();
      select(start, end);
      if (words || end > start) on.type(words);
      select(start + from, start + to);
    },

    // Put words as a block of their own, with an empty line on either side, and show it.
    insertBlock(words, from, to) {
      const place = placeFor(on.text, where()[1], words);
      const { lead, tail } = spaceAround(on.text, place);
      select(place, place);
      this.insert(lead + words + tail, lead.length + (from ?? words.length), lead.length + (to ?? from ?? words.length));
      on.reveal(on.text.slice(0, place + lead.length).split("\n").length);
    },

    // Become another text by changing only what differs, so that the cursor stays where it was.
    become(text) {
      const old = on.text;
      if (old === text) return;
      const [cursor] = on.selection;
      let start = 0;
      while (start < old.length && old[start] === text[start]) start++;
      let end = 0;
      while (end < Math.min(old.length, text.length) - start && old.at(-1 - end) === text.at(-1 - end)) end++;
      select(start, old.length - end);
      on.type(text.slice(start, text.length - end));
      const kept = cursor <= start ? cursor : cursor + text.length - old.length;
      const place = Math.max(0, Math.min(kept, text.length));
      select(place, place);
    },

    goTo(line, column = 1) {
      const lines = on.text.split("\n");
      const place = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
      const length = (lines[line - 1] ?? "").length;
      select(place + Math.min(column - 1, length), place + length);
      on.reveal(line);
    },
  };
};
