// Buttons and keys that insert what the format has.

import { addressAt, toggled } from "./marks.js";

// Bold is two stars and italic one; what has them loses them.
const stars = (field, count, words) => {
  const sign = "*".repeat(count);
  if (!field.chosen.trim()) return field.insert(sign + words + sign, count, count + words.length);
  const { from, to, parts } = toggled(field.text, ...field.selection, count);
  field.choose(from, to);
  field.insert(parts.join(""), parts[0].length, parts[0].length + parts[1].length);
};

const lines = (field, words, mark) => {
  const chosen = field.chosen;
  const text = (chosen || words).split("\n").map((line, place) => mark(place) + line).join("\n");
  if (chosen) field.insert(text, 0, text.length);
  else field.insertBlock(text, mark(0).length, text.length);
};

// Of a link the address is chosen: no link stands in another.
const link = (field, words) => {
  const address = addressAt(field.text, ...field.selection);
  if (address) return field.choose(...address);
  const chosen = field.chosen || words;
  const start = chosen.length + 3;
  field.insert(`[${chosen}](https://)`, start, start + "https://".length);
};

const table = (field, words) => {
  const ruler = words.table.replace(/[^|\s]+/g, "---").replace(/---( ---)+/g, "---");
  field.insertBlock(`${words.table}\n${ruler}\n${words.cells}`, 2, words.table.indexOf(" |", 2));
};

const SIGN = /^[ \t]*(?:#{1,6}|[-*+]|\d{1,3}[.)])[ \t]+/;

// A heading has one line: what is chosen stands in it without the signs of its lines.
const heading = (field, words) => {
  const lines = field.chosenBlock.split("\n").map((line) => line.replace(SIGN, "").trim());
  const text = lines.filter(Boolean).join(" ") || words;
  field.replaceBlock(`## ${text}`, 3, 3 + text.length);
};

// A box or a fold: a line with its title, and its text moved in by four spaces.
const box = (field, lead, title, close, words) => {
  const inner = (field.chosenBlock.replace(/^#{1,6}[ \t]+/, "") || words).replace(/^(?=.)/gm, "    ");
  field.replaceBlock(`${lead}${title}${close}\n${inner}`, lead.length, lead.length + title.length);
};

const TOOLS = {
  heading: (field, words) => heading(field, words.heading),
  bold: (field, words) => stars(field, 2, words.words),
  italic: (field, words) => stars(field, 1, words.words),
  list: (field, words) => lines(field, words.item, () => "- "),
  numbers: (field, words) => lines(field, words.item, (place) => `${place + 1}. `),
  link: (field, words) => link(field, words.link),
  table,
  note: (field, words) => box(field, '!!! catatan "', words.box, '"', words.note),
  fold: (field, words) => box(field, "??? ", words.fold, "", words.folded),
  math: (field) => field.insert(`$${field.chosen || "a^2"}$`, 1, 1 + (field.chosen || "a^2").length),
};

const KEYS = { b: "bold", i: "italic", k: "link" };

export const startInserting = (toolbar, field, save) => {
  toolbar.addEventListener("click", (event) => {
    const tool = event.target.closest("[data-tool]")?.dataset.tool;
    if (TOOLS[tool]) TOOLS[tool](field, toolbar.dataset);
  });
  field.area.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const key = event.key.toLowerCase();
    if (key !== "s" && !KEYS[key]) return;
    event.preventDefault();
    if (key === "s") save();
    else TOOLS[KEYS[key]](field, toolbar.dataset);
  });
};
