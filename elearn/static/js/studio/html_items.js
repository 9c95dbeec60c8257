// Lists of HTML, and the paragraphs that Word makes of them, as items that know how deep they stand and what counts them.

import { isMarker, isList, styleOf } from "./html_reading.js";

const ALPHA = /list-style-type:(upper|lower)-(alpha|latin)/;
const NUMBERED = /^\(?(?:\d+|[a-z]|[ivxlc]+|\d+(?:\.\d+)+)[.)]*$/i;

const letter = (first, number) => String.fromCharCode(first.charCodeAt(0) + ((number - 1) % 26));

// The first letter of a list that counts by letters, else nothing.
const lettersOf = (list) => {
  const type = list.getAttribute("type") ?? "";
  if (/^a$/i.test(type)) return type;
  const style = [list, ...list.children].map((node) => ALPHA.exec(styleOf(node))?.[1]).find(Boolean);
  return style ? (style === "upper" ? "A" : "a") : "";
};

// `words(nodes)` makes blocks of what stands in an item; `sign` is what people see before it.
export const itemsOf = (list, depth, words) => {
  const ordered = list.tagName === "OL";
  const letters = ordered ? lettersOf(list) : "";
  const found = [];
  let number = Number(list.getAttribute("start")) || 1;
  for (const item of list.children) {
    const inner = isList(item) ? [] : words([...item.childNodes].filter((child) => !isList(child)));
    const lists = isList(item) ? [item] : [...item.children].filter(isList);
    const level = Math.max(depth, (Number(item.getAttribute("aria-level") ?? item.dataset.ariaLevel) || 1) - 1);
    if (inner.length) {
      const sign = ordered ? `${letters ? letter(letters, number) : number}.` : "-";
      found.push({ depth: level, number: ordered ? number++ : 0, lettered: Boolean(letters), sign, blocks: inner });
    }
    for (const each of lists) found.push(...itemsOf(each, inner.length || isList(item) ? level + 1 : level, words));
  }
  return found;
};

const LEVEL = /mso-list:l\d+level(\d+)/;
const SIGN_FONT = /(?:^|;)font-family:[^;]*(?:courier|symbol|wingdings|webdings|dingbats)/;

const markerOf = (node) => [...node.querySelectorAll("*")].find(isMarker);
const signOf = (node) => markerOf(node)?.textContent.replace(/[\s\u00a0]+/g, "") ?? "";

const inSignFont = (node) => {
  for (let each = markerOf(node); each && each !== node; each = each.parentElement) if (SIGN_FONT.test(styleOf(each))) return true;
  return false;
};

// A letter that is drawn as a bullet, as Word's “o” is: alone, in a font of signs, or the same at all items of its list.
const isBullet = (node, sign) => {
  if (!/^\p{L}$/u.test(sign)) return false;
  if (inSignFont(node)) return true;
  const [list] = LEVEL.exec(styleOf(node)) ?? [];
  const alike = [...node.parentElement.children].filter((each) => list && LEVEL.exec(styleOf(each))?.[0] === list);
  return !/[ai]/i.test(sign) && alike.every((each) => signOf(each) === sign);
};

// Word writes a list as paragraphs, with its sign or number in a part that is to be ignored.
export const wordItem = (node, words) => {
  const level = LEVEL.exec(styleOf(node));
  const marker = signOf(node);
  if (!level && !marker) return null;
  const blocks = words([...node.childNodes]);
  const ordered = NUMBERED.test(marker) && !isBullet(node, marker);
  const said = marker.replace(/[^\p{L}\p{N}.]/gu, "").replace(/\.$/, "");
  const lettered = ordered && /^[a-z]$/i.test(said);
  const number = /^\d+$/.test(said) ? Number(said) : lettered ? said.toLowerCase().charCodeAt(0) - 96 : 1;
  const sign = ordered ? `${said}.` : "-";
  const counted = /^\d+$/.test(said) || lettered;
  return blocks.length ? { depth: Number(level?.[1] ?? 1) - 1, number: ordered ? number : 0, counted, lettered, sign, blocks } : null;
};
