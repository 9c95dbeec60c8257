// The text being written: what stands there, where the cursor is, and changes that “undo” takes back.

const LONG = 100_000; // More letters than a browser can put in one by one while somebody waits.

export const fieldOf = (area) => {
  const typed = (text) => {
    if (text.length < LONG && document.execCommand?.("insertText", false, text)) return;
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };

  // A dialog that closes may give the focus back without the place.
  let last = [0, 0];
  area.addEventListener("blur", () => (last = [area.selectionStart, area.selectionEnd]));
  area.addEventListener("focus", () => area.setSelectionRange(...last));

  const select = (start, end = start) => {
    area.focus({ preventScroll: true });
    area.setSelectionRange(start, end);
  };

  return {
    area,

    get text() {
      return area.value;
    },

    get chosen() {
      return area.value.slice(area.selectionStart, area.selectionEnd);
    },

    // Put words in the place of what is chosen, and choose a part of them.
    insert(words, from = words.length, to = from) {
      const start = area.selectionStart;
      area.focus({ preventScroll: true });
      if (words) typed(words);
      else if (area.selectionEnd > start) typed("");
      select(start + from, start + to);
    },

    // Put words as a block of their own, with an empty line on either side.
    insertBlock(words, from, to) {
      const end = area.selectionEnd;
      const before = area.value.slice(0, end);
      const after = area.value.slice(end);
      const lead = !before ? "" : before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
      const tail = after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : after ? "\n\n" : "\n";
      select(end);
      const shift = lead.length;
      this.insert(lead + words + tail, shift + (from ?? words.length), shift + (to ?? from ?? words.length));
    },

    // Become another text by changing only what differs, so that the cursor stays where it was.
    become(text) {
      const old = area.value;
      if (old === text) return;
      const cursor = area.selectionStart;
      let start = 0;
      while (start < old.length && old[start] === text[start]) start++;
      let end = 0;
      while (end < Math.min(old.length, text.length) - start && old.at(-1 - end) === text.at(-1 - end)) end++;
      select(start, old.length - end);
      typed(text.slice(start, text.length - end));
      const kept = cursor <= start ? cursor : cursor + text.length - old.length;
      select(Math.max(0, Math.min(kept, text.length)));
    },

    goTo(line, column = 1) {
      const lines = area.value.split("\n");
      const place = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
      const length = (lines[line - 1] ?? "").length;
      select(place + Math.min(column - 1, length), place + length);
      area.scrollTop = Math.max(0, ((line - 1) / lines.length) * area.scrollHeight - area.clientHeight / 3);
      area.scrollIntoView({ block: "nearest" });
    },
  };
};
