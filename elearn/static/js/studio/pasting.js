// Paste: from Word, Docs and LibreOffice with what the format can keep, pictures by upload, lists A. B. C. with a key as
// questions. What can't be had is named in its place.

import { fromHtml, isRich } from "./from_html.js";
import { textOf } from "./layout.js";
import { sourcesOf } from "./picture_sources.js";
import { othersIn, picturesIn } from "./pictures.js";
import { identitiesIn } from "./question_ids.js";
import { plainLines } from "./question_rows.js";
import { withQuestions } from "./recognise.js";

// What can't stand in the middle of a line: several paragraphs, a heading, a list, a table, a quotation, code.
const BLOCK = /\n\n|^(?:#{1,6} |- |\d+\. |\| |> |```)/m;

// Some systems put the names of copied files beside them as text.
const isNameOf = (bare, files) =>
  files.length > 0 && bare.trim().split(/\s*\n\s*/).every((line) => files.some(({ name }) => line.endsWith(name) || line.endsWith(encodeURIComponent(name))));

// A picture's place until it comes. No course has a picture of that name, so a text that lacks it isn't published.
const noteFor = (words, text) => {
  let number = 0;
  return ({ alt }) => {
    do number++;
    while (text.includes(`gambar-belum-ikut-${number}.png`));
    const safe = alt.replace(/\|/g, " ").replace(/[\\[\]]/g, "\\$&");
    return `![${safe ? words.named.replace("{alt}", () => safe) : words.nameless}](gambar-belum-ikut-${number}.png)`;
  };
};

export const startPasting = (field, openPictures, told) => {
  const words = told.dataset;
  let plainly = false;

  // Ctrl+Shift+V is the wish for the bare text.
  field.area.addEventListener("keydown", (event) => {
    plainly = event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "v";
  });

  const tell = ({ count, missed, first }, lost) => {
    const said = [
      count && words.found.replace("{count}", count),
      missed && (count ? words.missed : words.onlyMissed).replace("{count}", missed).replace("{first}", () => first),
      lost && words.lost.replace("{count}", lost),
    ].filter(Boolean);
    told.textContent = said.join(" ");
  };

  const put = (text, question) => {
    if (question || BLOCK.test(text) || field.sparesFront(text)) field.replaceBlock(text);
    else field.insert(text);
  };

  // The text comes at once, each picture when it has been described.
  const withPictures = async (pictures, notes, rtf, files, recognised) => {
    const sources = await sourcesOf(pictures, rtf, files);
    const waiting = sources.map((file, number) => ({ file, alt: pictures[number].alt, note: notes[number] })).filter(({ file }) => file);
    tell(recognised, pictures.length - waiting.length);
    if (waiting.length) openPictures(waiting);
  };

  field.area.addEventListener("paste", (event) => {
    const clipboard = event.clipboardData;
    if (!clipboard || plainly) return;
    const [html, bare, rtf] = ["text/html", "text/plain", "text/rtf"].map((type) => clipboard.getData(type));
    const files = picturesIn(clipboard.files);
    const rich = isRich(html);
    const note = noteFor(words, field.text);
    const notes = [];
    const { lines, pictures } = rich
      ? fromHtml(html, (picture, number) => (notes[number] = note(picture)))
      : { lines: plainLines(bare), pictures: [] };
    const written = !isNameOf(bare, [...clipboard.files]) && (bare.trim() || textOf(lines).trim());
    if (clipboard.files.length && !written && !pictures.length) {
      event.preventDefault();
      told.textContent = othersIn(clipboard.files).length ? words.onlyPictures : "";
      if (files.length) openPictures(files);
      return;
    }
    const { text, ...recognised } = withQuestions(lines, identitiesIn(field.text));
    tell(recognised, 0);
    if (!text || (text === bare && !field.sparesFront(text))) return;
    event.preventDefault();
    put(text, recognised.count);
    if (pictures.length) withPictures(pictures, notes, rtf, files, recognised);
  });
};
