// What is to be mended, at its lines in the plain field: a sign beside each, which says its sentence. (CodeMirror has its
// own, in code_findings.js.)

import { SIGNS, findingsByLine } from "./findings_by_line.js";

const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

export const startLineSigns = (box, list, field) => {
  const { area } = field;
  const gutter = make("div", { className: "line-signs" });
  const bubble = make("p", { className: "line-words", hidden: true });
  bubble.setAttribute("aria-hidden", "true"); // The sign says the same by its name.
  box.prepend(gutter);
  box.append(bubble);
  let signs = [];
  let pinned = false; // By a click, until one types.

  const place = () => {
    const tops = field.tops();
    for (const { line, sign } of signs) {
      const top = (tops[line - 1] ?? 0) - area.scrollTop;
      sign.style.top = `${top}px`;
      sign.hidden = top < 0 || top > area.clientHeight - 24;
    }
  };

  const tell = (sign, words) => {
    bubble.textContent = words.join("\n");
    bubble.style.top = `${sign.offsetTop + sign.offsetHeight}px`;
    bubble.hidden = false;
  };
  const hush = () => {
    bubble.hidden = true;
    pinned = false;
  };

  const signFor = ({ line, kind, words }) => {
    const sign = make("a", { href: "#text", className: `line-sign line-${kind}`, textContent: SIGNS[kind] });
    sign.setAttribute("aria-label", words.join(" "));
    for (const type of ["focus", "pointerenter"]) sign.addEventListener(type, () => tell(sign, words));
    for (const type of ["blur", "pointerleave"]) sign.addEventListener(type, () => pinned || hush());
    sign.addEventListener("click", (event) => {
      event.preventDefault();
      field.goTo(line);
      place();
      tell(sign, words);
      pinned = true;
    });
    return { line, sign };
  };

  // A sign in use stays the same element, so that the focus isn't lost while the findings are the same.
  const renew = () => {
    const found = findingsByLine(list);
    const told = JSON.stringify(found);
    if (gutter.dataset.told !== told) {
      gutter.dataset.told = told;
      signs = found.map(signFor);
      gutter.replaceChildren(...signs.map(({ sign }) => sign));
      hush();
    }
    place();
  };

  new MutationObserver(renew).observe(list, { childList: true });
  new ResizeObserver(place).observe(area);
  area.addEventListener("scroll", place, { passive: true });
  area.addEventListener("input", () => {
    hush();
    requestAnimationFrame(place);
  });
  renew();
};
