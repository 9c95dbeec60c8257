// What is to be mended, at its lines in the plain field: a sign beside each, which says its sentence. (CodeMirror has its
// own, in code_findings.js.)

import { SIGNS, findingsByLine } from "./findings_by_line.js";

const SIDE = 24; // Pixels of a sign.
const BEHIND = 8;

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

  // On a narrow window the findings stay at its lower edge. What they or the bar below them would cut stands behind them
  // until it can be seen whole, for half a sign is hard to hit; but not what has the focus.
  const cover = () => {
    const edge = list.parentElement.getBoundingClientRect().top - gutter.getBoundingClientRect().top;
    const end = innerHeight - gutter.getBoundingClientRect().top;
    const stuck = getComputedStyle(list.parentElement).position === "sticky";
    return (top, sign) => (stuck && top + SIDE > edge && top < end && sign !== document.activeElement ? edge + BEHIND : top);
  };

  const place = () => {
    const tops = field.tops();
    const shown = cover();
    for (const { line, sign } of signs) {
      const top = (tops[line - 1] ?? 0) - area.scrollTop;
      sign.style.top = `${shown(top, sign)}px`;
      sign.hidden = top < 0 || top > area.clientHeight - SIDE;
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
    sign.addEventListener("focus", () => {
      place();
      sign.scrollIntoView({ block: "nearest" });
    });
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
  const resized = new ResizeObserver(place);
  for (const each of [area, list.parentElement, document.documentElement]) resized.observe(each);
  addEventListener("scroll", place, { passive: true });
  area.addEventListener("scroll", place, { passive: true });
  area.addEventListener("input", () => {
    hush();
    requestAnimationFrame(place);
  });
  renew();
};
