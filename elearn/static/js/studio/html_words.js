// The words of a piece of HTML as lines of Markdown. Programs cut a sentence into many pieces: what looks alike is joined first.

import { clean, escapesIn, written } from "./escaping.js";
import { isDropped, isElement, styleOf } from "./html_reading.js";

const PICTURE = "\ufffc"; // Holds a picture's place while signs are looked for.

const isBold = (node, style) =>
  !/(^|;)font-weight:(normal|[1-4]00)/.test(style) && (/^(B|STRONG)$/.test(node.tagName) || /(^|;)font-weight:(bold|[6-9]00)/.test(style));
const isItalic = (node, style) =>
  !/(^|;)font-style:normal/.test(style) && (/^(I|EM|CITE)$/.test(node.tagName) || /(^|;)font-style:italic/.test(style));
const raised = (node, style) => /^(SUP|SUB)$/.exec(node.tagName)?.[1].toLowerCase() ?? /(?:^|;)vertical-align:(super|sub)/.exec(style)?.[1].slice(0, 3) ?? "";

const address = (href) => {
  const bare = (href ?? "").trim().replace(/[\s<>|]/g, encodeURIComponent).replace(/\(/g, "%28").replace(/\)/g, "%29");
  return /^(https?:|mailto:|tel:)/i.test(bare) ? bare : "";
};

const lookOf = (node, look) => {
  const style = styleOf(node);
  return {
    bold: look.bold || isBold(node, style),
    italic: look.italic || isItalic(node, style),
    raised: look.raised || raised(node, style),
    href: look.href || (node.tagName === "A" ? address(node.getAttribute("href")) : ""),
  };
};

const PLAIN = { bold: false, italic: false, raised: "", href: "" };

const runsOf = (node, look = PLAIN) => {
  if (node.nodeType === Node.TEXT_NODE) return [{ ...look, text: clean(node.textContent.replace(/[\s\u00a0\ufffc]+/g, " ")) }];
  if (!isElement(node) || isDropped(node)) return [];
  if (node.tagName === "BR") return [{ end: true }];
  if (node.dataset.picture) return [{ ...PLAIN, text: PICTURE, picture: Number(node.dataset.picture) }];
  const inner = lookOf(node, look);
  return [...node.childNodes].flatMap((child) => runsOf(child, inner));
};

const LOOKS = ["href", "bold", "italic", "raised"];
const alike = (one, other) => LOOKS.every((look) => one[look] === other[look]);

// A space looks like what stands on both of its sides, if they look alike.
const spaceBetween = (before, runs, place) => {
  const after = runs.slice(place + 1, place + 5).find(({ text }) => text.trim());
  return before && after && alike(before, after) ? { ...before, text: " ", picture: undefined } : runs[place];
};

// Pieces that look alike as one, with single spaces, and none at the ends.
const joined = (runs) => {
  const found = [];
  for (const [place, run] of runs.entries()) {
    const before = found.at(-1);
    const text = !before || before.text.endsWith(" ") ? run.text.replace(/^ /, "") : run.text;
    if (!text) continue;
    const each = { ...(text === " " ? spaceBetween(before, runs, place) : run), text };
    const together = before && alike(before, each) && before.picture === undefined && each.picture === undefined;
    if (together) before.text += text;
    else found.push(each);
  }
  if (found.length) found.at(-1).text = found.at(-1).text.trimEnd();
  return found.filter(({ text }) => text);
};

// Signs around words, never around the spaces at their ends.
const around = (text, before, after = before) => {
  const [, lead, words, tail] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text);
  return words ? lead + before + words + after + tail : text;
};

const SIGNS = {
  href: (text, href) => around(text, "[", `](${href})`),
  bold: (text) => around(text, "**"),
  italic: (text) => around(text, "*"),
  raised: (text, tag) => around(text, `<${tag}>`, `</${tag}>`),
};

const dressed = (runs, looks = LOOKS) => {
  if (!looks.length) return runs.map(({ markdown }) => markdown).join("");
  const [look, ...rest] = looks;
  const groups = [];
  for (const run of runs) {
    if (groups.at(-1)?.[0][look] === run[look]) groups.at(-1).push(run);
    else groups.push([run]);
  }
  return groups.map((group) => (group[0][look] ? SIGNS[look](dressed(group, rest), group[0][look]) : dressed(group, rest))).join("");
};

const lineOf = (runs, show) => {
  const whole = runs.map(({ text }) => text).join("");
  const escapes = escapesIn(whole);
  let from = 0;
  for (const run of runs) {
    const to = from + run.text.length;
    if (run.text.endsWith("\\")) escapes.set(to - 1, "\\\\");
    run.markdown = run.picture === undefined ? written(whole, escapes, from, to) : show(run.picture);
    from = to;
  }
  return dressed(runs);
};

// The lines of some nodes, as Markdown. `show(number)` is what stands for a picture. Headings are bold by themselves.
export const linesOf = (nodes, show, bold = true) => {
  const lines = [[]];
  for (const run of nodes.flatMap((node) => runsOf(node))) {
    if (run.end) lines.push([]);
    else lines.at(-1).push(bold ? run : { ...run, bold: false });
  }
  return lines.map((runs) => lineOf(joined(runs), show)).filter(Boolean);
};

export const isAllBold = (nodes) => nodes.flatMap((node) => runsOf(node)).every(({ text = "", bold }) => bold || !text.trim());
