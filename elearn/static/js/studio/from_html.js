// What Word, Google Docs and web pages put on the clipboard, to Markdown: headings, lists, bold, italic, links, tables.
// Pure: HTML in, Markdown out. Nothing in it is run or fetched, for it is only parsed.

const BLOCKS = new Set(["P", "DIV", "SECTION", "ARTICLE", "BLOCKQUOTE", "H1", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "TABLE", "PRE", "HR", "LI", "BODY", "CENTER", "MAIN", "HEADER", "FOOTER", "DL", "DT", "DD", "FIGURE"]);
const DROPPED = new Set(["STYLE", "SCRIPT", "META", "LINK", "TITLE", "HEAD", "XML", "O:P", "NOSCRIPT", "TEMPLATE", "BUTTON"]);

// Styles are looked at and never applied, nothing is fetched or run: the policy of the page would complain of each.
const parsed = (html) => {
  const quiet = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/([\s/"'])(style|src|srcset|on[a-z]+)\s*=/gi, "$1data-$2="));
  return new DOMParser().parseFromString(quiet, "text/html").body;
};

const styleOf = (node) => (node.dataset?.style ?? "").toLowerCase().replace(/\s+/g, "");
const isBold = (node) => {
  const style = styleOf(node);
  if (/font-weight:(normal|[1-4]00)/.test(style)) return false;
  return /^(B|STRONG)$/.test(node.tagName) || /font-weight:(bold|[6-9]00)/.test(style);
};
const isItalic = (node) => {
  const style = styleOf(node);
  return !/font-style:normal/.test(style) && (/^(I|EM|CITE)$/.test(node.tagName) || /font-style:italic/.test(style));
};
const isMarker = (node) => /mso-list:ignore/.test(styleOf(node));

const escaped = (text) => text.replace(/[\\`*_[\]<$]/g, "\\$&");

// Signs around words, never around the spaces at their ends.
const wrapped = (text, sign) => {
  const [, before, words, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text);
  return words ? `${before}${sign}${words}${sign}${after}` : text;
};

const address = (href) => {
  const bare = (href ?? "").trim().replace(/[\s()<>]/g, encodeURIComponent);
  return /^(https?:|mailto:|tel:)/i.test(bare) ? bare : "";
};

const inline = (node, mood = {}) => {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.textContent.replace(/[\s\u00a0]+/g, " "));
  if (node.nodeType !== Node.ELEMENT_NODE || DROPPED.has(node.tagName) || isMarker(node)) return "";
  if (node.tagName === "BR") return "\n";
  const bold = isBold(node) && !mood.bold;
  const italic = isItalic(node) && !mood.italic;
  const inner = { bold: mood.bold || bold, italic: mood.italic || italic };
  let text = [...node.childNodes].map((child) => inline(child, inner)).join("");
  if (italic) text = wrapped(text, "*");
  if (bold) text = wrapped(text, "**");
  const to = node.tagName === "A" ? address(node.getAttribute("href")) : "";
  return to && text.trim() ? `[${text.trim()}](${to})` : text;
};

const words = (node) =>
  inline(node)
    .replace(/\*\*\*\*|(?<=\w)\*\*\s\*\*(?=\w)/g, (sign) => (sign === "****" ? "" : " "))
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/ {2,}/g, " ")
    .trim();

// A text line mustn't begin like something of Markdown that its writer never typed.
const plain = (text) => text.replace(/^(#{1,6}\s|[-+>]\s)/gm, "\\$1");

const oneLine = (text) => text.replace(/\s*\n\s*/g, " ");

const heading = (level, node) => {
  const text = oneLine(words(node)).replace(/\*\*/g, "");
  return text ? [`${"#".repeat(Math.min(6, level + 1))} ${text}`] : [];
};

const letter = (number) => String.fromCharCode(65 + (number % 26));

const listItems = (list, depth) => {
  const ordered = list.tagName === "OL";
  const lettered = ordered && (/^a$/i.test(list.getAttribute("type") ?? "") || /list-style-type:(upper|lower)-alpha/.test(styleOf(list) + styleOf(list.firstElementChild ?? list)));
  const lines = [];
  let number = Number(list.getAttribute("start")) || 1;
  for (const item of list.children) {
    if (/^(UL|OL)$/.test(item.tagName)) {
      lines.push(...listItems(item, depth + 1));
      continue;
    }
    const inner = [...item.childNodes].filter((child) => !/^(UL|OL)$/.test(child.tagName ?? ""));
    const holder = item.ownerDocument.createElement("span");
    holder.append(...inner.map((child) => child.cloneNode(true)));
    const mark = lettered ? `${letter(number - 1)}.` : ordered ? `${number}.` : "-";
    const text = oneLine(words(holder));
    if (text) {
      lines.push(`${"    ".repeat(depth)}${mark} ${text}`);
      number += 1;
    }
    for (const child of item.children) if (/^(UL|OL)$/.test(child.tagName)) lines.push(...listItems(child, depth + 1));
  }
  return lines;
};

// Word writes a list as paragraphs, with its sign or number in a part that is to be ignored.
const wordItem = (node) => {
  const level = /mso-list:l\d+level(\d+)/.exec(styleOf(node));
  if (!level && !/MsoListParagraph/i.test(node.className)) return null;
  const marker = [...node.querySelectorAll("*")].find(isMarker)?.textContent.replace(/[\s\u00a0]+/g, "") ?? "";
  const text = oneLine(words(node));
  const sign = /^\d+[.)]$/.test(marker) ? marker.replace(")", ".") : /^[a-z][.)]$/i.test(marker) ? `${marker[0].toUpperCase()}.` : "-";
  return text && (level || marker) ? `${"    ".repeat(Math.max(0, Number(level?.[1] ?? 1) - 1))}${sign} ${text}` : null;
};

const table = (node) => {
  const rows = [...node.querySelectorAll("tr")]
    .filter((row) => row.closest("table") === node)
    .map((row) => [...row.cells].map((cell) => oneLine(words(cell)).replace(/\|/g, "\\|")));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (!width) return [];
  const line = (cells) => `| ${Array.from({ length: width }, (_, place) => cells[place] ?? "").join(" | ")} |`;
  const [head, ...rest] = rows;
  return [[line(head), line(Array(width).fill("---")), ...rest.map(line)].join("\n")];
};

const hasBlocks = (node) => [...node.children].some((child) => BLOCKS.has(child.tagName) || hasBlocks(child));

const blocks = (node) => {
  const found = [];
  let loose = [];
  const settle = () => {
    if (!loose.length) return;
    const holder = node.ownerDocument.createElement("span");
    holder.append(...loose.map((each) => each.cloneNode(true)));
    const text = words(holder);
    if (text) found.push(plain(text));
    loose = [];
  };
  for (const child of node.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE && DROPPED.has(child.tagName)) continue;
    if (child.nodeType !== Node.ELEMENT_NODE || (!BLOCKS.has(child.tagName) && !hasBlocks(child))) {
      loose.push(child);
      continue;
    }
    settle();
    found.push(...block(child));
  }
  settle();
  return found;
};

const block = (node) => {
  const level = /^H([1-6])$/.exec(node.tagName) ?? (node.tagName === "P" && /^(?:Mso)?Heading([1-6])$/i.exec(node.className));
  if (level) return heading(Number(level[1]), node);
  if (node.tagName === "UL" || node.tagName === "OL") {
    const lines = listItems(node, 0);
    return lines.length ? [{ lines }] : [];
  }
  if (node.tagName === "TABLE") return table(node);
  if (node.tagName === "HR") return ["---"];
  if (node.tagName === "PRE") return [`\`\`\`\n${node.textContent.trimEnd()}\n\`\`\``];
  if (node.tagName === "BLOCKQUOTE") return [blocksToText(blocks(node)).replace(/^/gm, "> ")];
  if (node.tagName === "P") {
    const item = wordItem(node);
    if (item) return [{ lines: [item] }];
  }
  if (hasBlocks(node)) return blocks(node);
  const text = words(node);
  return text ? [plain(text)] : [];
};

// Items of a list stand directly below each other, everything else apart.
const blocksToText = (found) =>
  found.reduce((text, each, place) => {
    const words_ = typeof each === "string" ? each : each.lines.join("\n");
    const together = place && typeof each !== "string" && typeof found[place - 1] !== "string";
    return place ? text + (together ? "\n" : "\n\n") + words_ : words_;
  }, "");

export const fromHtml = (html) => blocksToText(blocks(parsed(html)));

// Whether there is more in it than plain text would keep.
export const isRich = (html) => /<(h[1-6]|ul|ol|table|b|strong|i|em|a)\b|mso-|font-weight:\s*([6-9]00|bold)/i.test(html);
