// Paste: from Word and Docs with what the format can keep, pictures by upload, lists A. B. C. with a key as questions.

import { fromHtml, isRich } from "./from_html.js";
import { picturesIn } from "./pictures.js";
import { withQuestions } from "./recognise.js";

export const startPasting = (field, openPictures, tell) => {
  let plainly = false;

  // Ctrl+Shift+V is the wish for the bare text.
  field.area.addEventListener("keydown", (event) => {
    plainly = event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "v";
  });

  field.area.addEventListener("paste", (event) => {
    const clipboard = event.clipboardData;
    if (!clipboard || plainly) return;
    const html = clipboard.getData("text/html");
    const bare = clipboard.getData("text/plain");
    const pictures = picturesIn(clipboard.files);
    if (pictures.length && !bare.trim()) {
      event.preventDefault();
      openPictures(pictures);
      return;
    }
    const markdown = isRich(html) ? fromHtml(html) : bare.replace(/\r\n?/g, "\n");
    const { text, count } = withQuestions(markdown);
    if (!text || text === bare) return;
    event.preventDefault();
    if (count || text.includes("\n\n")) field.insertBlock(text);
    else field.insert(text);
    if (count) tell(count);
  });
};
