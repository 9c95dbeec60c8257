// Where the lines of a textarea stand, which it doesn't say: a hidden copy with the same width wraps them alike.

const MOST = 5_000; // Lines; of a longer text only about where they stand.

const copyOf = (area) => {
  const copy = Object.assign(document.createElement("div"), { className: "line-copy" });
  copy.setAttribute("aria-hidden", "true");
  area.after(copy);
  return copy;
};

// `topsOf()` are the distances in pixels of each line from the beginning of the text's box.
export const linePlaces = (area) => {
  let copy = null;
  let known = { text: null, width: 0, tops: [] };

  const measured = (lines, width) => {
    copy ??= copyOf(area);
    const { paddingTop, paddingLeft, paddingRight } = getComputedStyle(area);
    Object.assign(copy.style, { width: `${width}px`, paddingTop, paddingLeft, paddingRight });
    copy.replaceChildren(...lines.map((line) => Object.assign(document.createElement("div"), { textContent: line || "\u200b" })));
    const tops = [...copy.children].map((each) => each.offsetTop);
    copy.replaceChildren();
    return tops;
  };

  return () => {
    const text = area.value;
    const width = area.clientWidth;
    if (known.text === text && known.width === width) return known.tops;
    const lines = text.split("\n");
    const exact = width > 0 && lines.length <= MOST;
    const tops = exact ? measured(lines, width) : lines.map((_, place) => (place / lines.length) * area.scrollHeight);
    known = { text, width, tops };
    return tops;
  };
};
