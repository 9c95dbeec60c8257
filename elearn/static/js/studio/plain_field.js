// The textarea itself as the place to type: works everywhere, and small touch devices know it best.

const LONG = 100_000; // More letters than a browser can put in one by one while somebody waits.

export const plainField = (area) => {
  // A dialog that closes may give the focus back without the place.
  let last = [0, 0];
  area.addEventListener("blur", () => (last = [area.selectionStart, area.selectionEnd]));
  area.addEventListener("focus", () => area.setSelectionRange(...last));

  return {
    scroller: area,

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

    // Put words in the place of what is chosen, in a way that “undo” takes back.
    type(words) {
      this.focus();
      if (words.length < LONG && document.execCommand?.("insertText", false, words)) return;
      area.setRangeText(words, area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    },

    // Where lines stand, as parts of the whole height.
    places(lines) {
      const count = area.value.split("\n").length;
      return lines.map((line) => (line - 1) / count);
    },

    reveal(line) {
      area.scrollTop = Math.max(0, this.places([line])[0] * area.scrollHeight - area.clientHeight / 3);
      area.scrollIntoView({ block: "nearest" });
    },
  };
};
