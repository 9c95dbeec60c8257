// Blocks as lines of Markdown: items of a list directly below each other, everything else apart. Each line is as it is
// written (`text`) and as people read it (`read`): a list that counts by letters is written with numbers. Pure.

import { escapedStart } from "./escaping.js";

const EMPTY = { text: "", read: "" };
const TYPED = /^(\d{1,3})[.)]\s+(?=\S)/;
const TYPED_BULLET = /^[•▪◦●·]\s*(?=\S)/;

const numbered = (block) => (block?.words ? Number(TYPED.exec(block.words[0])?.[1]) : NaN);

const asItem = ({ words: [first, ...more] }, pattern, number) => ({
  depth: 0,
  number,
  lettered: false,
  sign: number ? `${number}.` : "-",
  blocks: [{ words: [first.replace(pattern, ""), ...more] }],
});

// Paragraphs that somebody numbered by hand from 1 on are a list; a single “1945.” isn't.
const withTypedLists = (blocks) => {
  const found = [];
  for (let place = 0; place < blocks.length; ) {
    let count = 0;
    while (numbered(blocks[place + count]) === count + 1) count++;
    const bullet = blocks[place].words && TYPED_BULLET.test(blocks[place].words[0]);
    if (count > 1) found.push(...blocks.slice(place, place + count).map((each, at) => asItem(each, TYPED, at + 1)));
    else found.push(bullet ? asItem(blocks[place], TYPED_BULLET, 0) : blocks[place]);
    place += Math.max(count > 1 ? count : 1, 1);
  }
  return found;
};

const wordsOf = (words) =>
  words.map((line, place) => ({ text: escapedStart(line, !place) + (place < words.length - 1 ? "  " : ""), read: line }));

const linesOf = ({ words, text }) => (words ? wordsOf(words) : text.split("\n").map((line) => ({ text: line, read: line })));

// A box at an item's beginning would make it something to do.
const itemStart = (line) => escapedStart(line).replace(/^\[(?=[ xX]\])/, "\\[");

const itemLines = (item, mark, depth) => {
  const pad = "    ".repeat(depth);
  const inner = `${pad}    `;
  const [first, ...more] = item.blocks;
  const [head, ...rest] = linesOf(first);
  const words = first.words ? itemStart(item.blocks[0].words[0]) + (rest.length ? "  " : "") : head.text;
  const below = [...rest, ...more.flatMap((each) => [EMPTY, ...linesOf(each)])];
  return [
    { text: `${pad}${mark} ${words}`, read: `${item.sign} ${head.read}`, sign: item.sign },
    ...below.map(({ text, read }) => ({ text: text && inner + text, read })),
  ];
};

// An item's place among the open ones: letters below numbers of the same depth count what belongs to that number.
const deepness = ({ depth, lettered }) => depth + (lettered ? 0.5 : 0);

export const layOut = (blocks) => {
  const lines = [];
  let open = [];
  let loose = false;
  for (const block of withTypedLists(blocks)) {
    if (!block.blocks) {
      lines.push(...(lines.length ? [EMPTY] : []), ...linesOf(block));
      open = [];
      loose = true;
      continue;
    }
    const deep = deepness(block);
    while (open.length && open.at(-1).deep > deep) open.pop();
    const sibling = open.at(-1)?.deep === deep ? open.pop() : null;
    const other = sibling && Boolean(sibling.number) !== Boolean(block.number);
    const number = block.number && (block.counted === false ? (sibling?.number ?? 0) + 1 : block.number);
    if (lines.length && (loose || other)) lines.push(EMPTY);
    lines.push(...itemLines(block, number ? `${number}.` : "-", open.length));
    open.push({ deep, number });
    loose = block.blocks.length > 1;
  }
  return lines;
};

export const textOf = (lines) => lines.map(({ text }) => text).join("\n");
