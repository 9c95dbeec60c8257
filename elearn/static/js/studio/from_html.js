// What Word, Google Docs, LibreOffice and web pages put on the clipboard, to Markdown: headings, lists, bold, italic,
// links, tables, and the places of pictures. Pure: HTML in, lines out. Nothing in it is run or fetched.

import { escapedHeading } from "./escaping.js";
import { itemsOf, wordItem } from "./html_items.js";
import { hasBlocks, isBlock, isDropped, isElement, isList, parsed, picturesOf } from "./html_reading.js";
import { rowsOf, tableText } from "./html_table.js";
import { linesOf } from "./html_words.js";
import { layOut, textOf } from "./layout.js";

const HEADING = /^H([1-6])$/;
const WORD_HEADING = /^(?:Mso)?Heading([1-6])$|^Mso(Title)$/i;

const heading = (level, node, show) => {
  const pictures = [];
  const text = linesOf([...node.childNodes], (number) => (pictures.push(show(number)), ""), false).join(" ").trim();
  const head = text ? [{ text: `${"#".repeat(Math.min(6, level + 1))} ${escapedHeading(text)}` }] : [];
  return [...head, ...pictures.map((each) => ({ words: [each] }))];
};

const code = (node) => {
  const text = node.textContent.replace(/\s+$/, "");
  const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return [{ text: `${fence}\n${text}\n${fence}` }];
};

const table = (node, show) => {
  const rows = rowsOf(node);
  if (rows.length === 1 && rows[0].cells.length === 1) return blocksOf([...rows[0].cells[0].childNodes], show);
  const caption = node.caption ? blocksOf([...node.caption.childNodes], show) : [];
  const text = tableText(node, show);
  return text ? [...caption, { text }] : caption;
};

const quotation = (node, show) => {
  const text = textOf(layOut(blocksOf([...node.childNodes], show)));
  return text ? [{ text: text.replace(/^/gm, "> ").replace(/^> $/gm, ">") }] : [];
};

const block = (node, show) => {
  const inside = (nodes) => blocksOf(nodes, show);
  const level = HEADING.exec(node.tagName) ?? (node.tagName === "P" && WORD_HEADING.exec(node.className));
  if (level) return heading(Number(level[1] ?? 1), node, show);
  if (isList(node)) return itemsOf(node, 0, inside);
  if (node.tagName === "TABLE") return table(node, show);
  if (node.tagName === "HR") return [{ text: "---" }];
  if (node.tagName === "PRE") return code(node);
  if (node.tagName === "BLOCKQUOTE") return quotation(node, show);
  const item = node.tagName === "P" ? wordItem(node, inside) : null;
  return item ? [item] : inside([...node.childNodes]);
};

const blocksOf = (nodes, show) => {
  const found = [];
  let loose = [];
  const settle = () => {
    const words = linesOf(loose, show);
    if (words.length) found.push({ words });
    loose = [];
  };
  for (const node of nodes) {
    if (isDropped(node)) continue;
    if (!isElement(node) || node.dataset.picture || !(isBlock(node) || hasBlocks(node))) {
      loose.push(node);
      continue;
    }
    settle();
    found.push(...block(node, show));
  }
  settle();
  return found;
};

// `show(picture, number)` is what stands in a picture's place. The answer: lines, each as it is written and as people
// read it, and the pictures in their order, each with where it comes from and what it says to those who don't see it.
export const fromHtml = (html, show = ({ alt }, number) => `![${alt}](${number})`) => {
  const body = parsed(html);
  const pictures = picturesOf(body);
  const blocks = blocksOf([...body.childNodes], (number) => show(pictures[number], number));
  return { lines: layOut(blocks), pictures };
};

// Whether there is more in it than plain text would keep. An editor of programs colours plain text, which stays plain.
export const isRich = (html) => {
  if (/^\s*(?:<(?:html|body|meta)[^>]*>\s*|<!--StartFragment-->\s*)*<div style="[^"]*white-space:\s*pre;/i.test(html)) return false;
  return (
    /<(h[1-6]|ul|ol|table|b|strong|i|em|a|sup|sub|img|svg|video|object|embed|iframe)\b|mso-|font-weight:\s*([6-9]00|bold)/i.test(html) ||
    (html.match(/<p\b/gi)?.length ?? 0) > 1
  );
};
