// HTML from the clipboard as a tree to read: nothing in it is run, fetched or applied.

const DROPPED = new Set(["STYLE", "SCRIPT", "META", "LINK", "TITLE", "HEAD", "XML", "O:P", "NOSCRIPT", "TEMPLATE", "BUTTON"]);
const BLOCKS = new Set(["P", "DIV", "SECTION", "ARTICLE", "BLOCKQUOTE", "H1", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "TABLE", "PRE", "HR", "LI", "BODY", "CENTER", "MAIN", "HEADER", "FOOTER", "DL", "DT", "DD", "FIGURE", "FIGCAPTION"]);
const SHOWN = "img, svg, video, object, embed, iframe, canvas";

// Styles are looked at and never applied, nothing is fetched or run: the policy of the page would complain of each.
export const parsed = (html) => {
  const quiet = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/([\s/"'])(style|src|srcset|on[a-z]+)\s*=/gi, "$1data-$2="));
  return new DOMParser().parseFromString(quiet, "text/html").body;
};

export const styleOf = (node) => (node.dataset?.style ?? "").toLowerCase().replace(/\s+/g, "");
export const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
export const isList = (node) => node.tagName === "UL" || node.tagName === "OL";

// Word's sign or number of an item is a part that is to be ignored.
export const isMarker = (node) => /mso-list:ignore/.test(styleOf(node));
export const isDropped = (node) => isElement(node) && (DROPPED.has(node.tagName.toUpperCase()) || isMarker(node));
export const isBlock = (node) => BLOCKS.has(node.tagName);
export const hasBlocks = (node) => [...node.children].some((child) => isBlock(child) || hasBlocks(child));

const isTiny = (node) => ["width", "height"].every((side) => node.hasAttribute(side) && Number.parseFloat(node.getAttribute(side)) < 3);
const isPicture = (node) => {
  if (node.parentElement?.closest(SHOWN)) return false;
  for (let each = node; each; each = each.parentElement) if (isDropped(each)) return false;
  return !isTiny(node) && !/checkbox/.test(node.getAttribute("aria-roledescription") ?? "");
};

// What Word says of a picture by itself is kept, but not that it did so.
const BY_MACHINE = /\s*(Description automatically generated|Deskripsi dibuat secara otomatis|AI-generated content may be incorrect\.?)$/i;
const words = (text) => (text ?? "").replace(/\s+/g, " ").trim().replace(BY_MACHINE, "");

// What is to be seen in it, in order; each element gets the number that it has in this list.
export const picturesOf = (body) =>
  [...body.querySelectorAll(SHOWN)].filter(isPicture).map((node, place) => {
    node.dataset.picture = place;
    const src = node.tagName === "IMG" ? (node.dataset.src ?? node.getAttribute("src") ?? "") : "";
    return { src: src.trim(), alt: words(node.getAttribute("alt")) };
  });
