// The text being written: what stands there, where the cursor is, and changes that “undo” takes back.
// It is typed in the plain field, or in CodeMirror over it, which keeps the plain field's text the same.

import { bringsFront, frontEnd, partFor, placeFor, spaceAround } from "./block_places.js";
import { plainField } from "./plain_field.js";

export const fieldOf = (area) => {
  const plain = plainField(area);
  let on = plain;

  // Who never was in the text goes on at its end.
  let entered = false;
  area.parentElement.addEventListener("focusin", ({ target }) => (entered ||= on.scroller.contains(target)));
  const where = () => (entered ? on.selection : [on.text.length, on.text.length]);

  // What is chosen. The front matter stays where words below it are chosen with it, unless the new words bring another.
  const range = (words = "") => {
    const [start, end] = where();
    const front = frontEnd(on.text);
    return [start < front && end > front && !bringsFront(words) ? front : start, end];
  };

  // What a block would take the place of; nothing if nothing below the front matter is chosen.
  const part = (words) => {
    const [start, end] = range(words);
    return start === end || end <= frontEnd(on.text) ? null : partFor(on.text, start, end);
  };

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

    get selection() {
      return range();
    },

    get chosen() {
      return on.text.slice(...range());
    },

    // What is chosen, as a block would take its place.
    get chosenBlock() {
      return on.text.slice(...(part() ?? range())).replace(/^\n+|\s+$/g, "");
    },

    // Whether words would leave the front matter where it is, though it is chosen.
    sparesFront(words) {
      return range(words)[0] !== where()[0];
    },

    choose: select,

    // Go to where something is dropped, if the field knows where that is.
    goToPoint(x, y) {
      const place = on.placeAt(x, y);
      select(place, place);
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
      const [start, end] = range(words);
      select(start, end);
      if (words || end > start) on.type(words);
      select(start + from, start + to);
    },

    // Put words as a block of their own, with an empty line on either side, and show it.
    insertBlock(words, from = words.length, to = from) {
      const place = placeFor(on.text, where()[1], words);
      this.putBlock(words, [place, place], from, to);
    },

    // Put a block in the place of what is chosen.
    replaceBlock(words, from = words.length, to = from) {
      const chosen = part(words);
      if (chosen) this.putBlock(words, chosen, from, to);
      else this.insertBlock(words, from, to);
    },

    putBlock(words, [start, end], from, to) {
      const { lead, tail } = spaceAround(on.text, start, end);
      select(start, end);
      this.insert(lead + words + tail, lead.length + from, lead.length + to);
      on.reveal(on.text.slice(0, start + lead.length).split("\n").length);
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
