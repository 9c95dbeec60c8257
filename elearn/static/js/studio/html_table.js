// A table of HTML as one of Markdown: every row as long as the others, what spans several places stands in the first.

import { isAllBold, linesOf } from "./html_words.js";
import { hasBlocks, isBlock, isDropped, isElement, isList } from "./html_reading.js";

const MOST = 60; // Columns; no table that people read has more.

// The paragraphs, items and lines of a cell, each as one text.
const textsOf = (node, show, bold) => {
  const found = [];
  let loose = [];
  const settle = () => {
    found.push(...linesOf(loose, show, bold));
    loose = [];
  };
  for (const child of node.childNodes) {
    if (isDropped(child)) continue;
    if (!isElement(child) || child.dataset.picture || !(isBlock(child) || hasBlocks(child))) {
      loose.push(child);
      continue;
    }
    settle();
    if (child.tagName === "TABLE") found.push(...rowsOf(child).map((row) => [...row.cells].flatMap((cell) => textsOf(cell, show, bold)).join(" ")));
    else if (isList(child)) found.push(...itemTexts(child, show, bold));
    else found.push(...textsOf(child, show, bold));
  }
  settle();
  return found;
};

const itemTexts = (list, show, bold) => {
  let number = Number(list.getAttribute("start")) || 1;
  return [...list.children].flatMap((item) => {
    const texts = textsOf(item, show, bold);
    return texts.length && !isList(item) ? [`${list.tagName === "OL" ? `${number++}.` : "•"} ${texts[0]}`, ...texts.slice(1)] : texts;
  });
};

const cellText = (cell, show, header) =>
  textsOf(cell, show, !(header && isAllBold([cell]))).join("<br>").replace(/\|/g, "\\|");

export const rowsOf = (table) => [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table);

const grid = (rows, show) => {
  const places = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (places[at][column] !== undefined) column++;
      const across = Math.min(cell.colSpan, MOST);
      const down = Math.min(cell.rowSpan || rows.length, rows.length - at);
      for (let y = 0; y < down; y++) for (let x = 0; x < across; x++) places[at + y][column + x] = "";
      places[at][column] = cellText(cell, show, at === 0);
      column += across;
    }
  }
  return places;
};

export const tableText = (table, show) => {
  const places = grid(rowsOf(table), show);
  const width = Math.max(0, ...places.map((row) => row.length));
  if (!width) return "";
  const line = (cells) => `| ${Array.from({ length: width }, (_, place) => cells[place] ?? "").join(" | ")} |`;
  const [head, ...rest] = places;
  return [line(head), line(Array(width).fill("---")), ...rest.map(line)].join("\n");
};
